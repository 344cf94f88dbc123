// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Billing cycles and forecasts in words.

#include "app/text/forecasttext.h"
#include "app/text/historytext.h"
#include "app/text/language.h"
#include "core/accounts/account.h"
#include "tests/app/languages.h"

#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

CycleFacts august()
{
    CycleFacts cycle;
    cycle.start = QDate(2026, 8, 1);
    cycle.end = QDate(2026, 8, 31);
    cycle.used = 10'420;
    cycle.allowance = Allowance::Kind::Count;
    cycle.bought = 10'000;
    cycle.percent = 104;
    cycle.over = true;
    return cycle;
}

Forecast forecastOf(Forecast::Kind kind)
{
    Forecast forecast;
    forecast.kind = kind;
    forecast.samples = 14;
    forecast.seconds = 9 * 86'400;
    forecast.from = QDateTime(QDate(2026, 11, 18), QTime(0, 0), Qt::UTC);
    // In Beijing it is the next day already.
    forecast.reachesAt = QDateTime(QDate(2026, 11, 28), QTime(20, 0), Qt::UTC);
    return forecast;
}

} // namespace

class TestHistoryText : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_language.set(UiLanguage::English); }

    void shortensNumbers_data();
    void shortensNumbers();
    void namesCycles();
    void saysWhatIsUnknown();
    void tellsWhatOrdersDid();
    void forecasts_data() { bothLanguages(); }
    void forecasts();
    void reassuresOnlyWhenAllIsWell();

private:
    Language m_language{Language::defaultDirectory()};
};

void TestHistoryText::shortensNumbers_data()
{
    QTest::addColumn<double>("number");
    QTest::addColumn<QString>("said");
    QTest::newRow("nothing") << 0.0 << u"0"_s;
    QTest::newRow("hundreds") << 800.0 << u"800"_s;
    QTest::newRow("thousands") << 8000.0 << u"8k"_s;
    QTest::newRow("a half") << 2500.0 << u"2.5k"_s;
    QTest::newRow("millions") << 12'500'000.0 << u"12.5M"_s;
    QTest::newRow("the largest") << 9.2e18 << u"9,200,000T"_s;
}

void TestHistoryText::shortensNumbers()
{
    QFETCH(double, number);
    QTEST(HistoryText::axisCount(number), "said");
}

void TestHistoryText::namesCycles()
{
    CycleFacts cycle = august();
    QCOMPARE(HistoryText::name(cycle), u"Aug 2026"_s);
    QCOMPARE(HistoryText::axisName(cycle), u"Aug"_s);
    QCOMPARE(HistoryText::line(cycle), u"Aug 2026: 10,420 of 10,000 used (104%), over the quota"_s);
    cycle.end = QDate(2027, 7, 31);
    QCOMPARE(HistoryText::name(cycle), u"2026"_s);
    cycle.end = QDate(2026, 8, 7);
    QCOMPARE(HistoryText::axisName(cycle), u"1 Aug"_s);
    cycle.start = {};
    QVERIFY(HistoryText::axisName(cycle).isEmpty());
    QCOMPARE(HistoryText::name(cycle), u"Cycle without a date"_s);
    m_language.set(UiLanguage::Chinese);
    QCOMPARE(HistoryText::name(august()), u"2026年8月"_s);
    QCOMPARE(HistoryText::axisName(august()), u"8月"_s);
    QCOMPARE(HistoryText::shortDay({2026, 11, 29}), u"11月29日"_s);
}

void TestHistoryText::saysWhatIsUnknown()
{
    CycleFacts cycle = august();
    cycle.used.reset();
    cycle.percent.reset();
    cycle.over = false;
    QCOMPARE(HistoryText::used(cycle), u"unknown"_s);
    QCOMPARE(HistoryText::share(cycle), u"unknown"_s);
    QCOMPARE(HistoryText::line(cycle), u"Aug 2026: use unknown, bought 10,000"_s);
    QVERIFY(HistoryText::summary({cycle}).contains(u"unknown"_s));
    QVERIFY(!HistoryText::summary({cycle}).contains(u'0') ||
            !HistoryText::summary({cycle}).contains(u"highest 0"_s));
    cycle.bought = 0;
    QCOMPARE(HistoryText::share(cycle), u"nothing bought"_s);
    cycle.bought.reset();
    cycle.allowance = Allowance::Kind::Unlimited;
    QCOMPARE(HistoryText::bought(cycle), u"unlimited"_s);
}

void TestHistoryText::tellsWhatOrdersDid()
{
    Order order;
    order.type = Order::Type::Renew;
    order.status = Order::Status::Completed;
    QVERIFY(!HistoryText::event(order)); // nobody knows when
    order.createTime.value = QDateTime(QDate(2026, 11, 11), QTime(1, 0), Qt::OffsetFromUTC, 28'800);
    QCOMPARE(HistoryText::event(order), u"Renewal on 11 Nov 2026"_s);
    // Of one that is not listed nobody knows whether it was paid.
    for (const auto status : {Order::Status::Cancelled, Order::Status::Unlisted}) {
        order.status = status;
        QVERIFY(!HistoryText::event(order));
    }
    order.status = Order::Status::Paid;
    order.type = Order::Type::New;
    QVERIFY(!HistoryText::event(order));
}

void TestHistoryText::forecasts()
{
    const UiLanguage language = languageOfRow();
    m_language.set(language);
    const auto said = [](Forecast::Kind kind, bool mayReassure) {
        return ForecastText::sentence(forecastOf(kind), BeijingOffset, mayReassure);
    };
    for (const auto kind : {Forecast::Kind::Reached, Forecast::Kind::Reaches}) {
        QVERIFY(isSaidIn(language, said(kind, false)));
        QCOMPARE(said(kind, true), said(kind, false));
    }
    for (const auto kind : {Forecast::Kind::StaysBelow, Forecast::Kind::NotThisCycle}) {
        QVERIFY(isSaidIn(language, said(kind, true)));
        QVERIFY(said(kind, false).isEmpty());
    }
    if (language == UiLanguage::English)
        QCOMPARE(said(Forecast::Kind::Reaches, false),
            u"At this pace what was bought is reached on 29 Nov (14 samples over 9 days, linear)."_s);
}

void TestHistoryText::reassuresOnlyWhenAllIsWell()
{
    SubscriptionAssessment assessment;
    QVERIFY(!ForecastText::mayReassure(assessment, false)); // nothing is known
    assessment.all = {SubscriptionState::Active};
    QVERIFY(ForecastText::mayReassure(assessment, false));
    QVERIFY(!ForecastText::mayReassure(assessment, true));
    assessment.all = {SubscriptionState::NotReachable, SubscriptionState::Active};
    QVERIFY(!ForecastText::mayReassure(assessment, false));
    assessment.all = {SubscriptionState::OverMau};
    QVERIFY(!ForecastText::mayReassure(assessment, false));
}

QTEST_GUILESS_MAIN(TestHistoryText)
#include "tst_historytext.moc"
