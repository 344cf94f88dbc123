// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/statustext.h"
#include "tests/app/languages.h"

#include <QJsonObject>
#include <QTest>

using namespace genauth;
using namespace Qt::StringLiterals;
using State = SubscriptionState;

namespace {

constexpr qint64 Day = 86400;

/** The end of packageWith(): midnight in Beijing. */
const QDateTime End(QDate(2026, 11, 10), QTime(16, 0), Qt::UTC);

Package packageWith(const QJsonValue &overdueDays, const QString &end = u"2026-11-11 00:00:00"_s)
{
    return Package::fromJson(
        QJsonObject{{u"endTime"_s, end}, {u"overdueDays"_s, overdueDays}}, BeijingOffset)
        .value();
}

SubscriptionFacts facts(const std::optional<Package> &package, bool failed = false)
{
    SubscriptionFacts facts;
    facts.package = package;
    facts.lastAttemptFailed = failed;
    return facts;
}

/** The judgement `secondsLeft` before the end. */
SubscriptionAssessment judged(const SubscriptionFacts &facts, qint64 secondsLeft)
{
    return assess(facts, End.addSecs(-secondsLeft), {});
}

/** An assessment with just this state, for what no package of this test brings about. */
SubscriptionAssessment withState(State state)
{
    SubscriptionAssessment assessment;
    assessment.headline = state;
    assessment.all = {state};
    return assessment;
}

} // namespace

class TestStatusText : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void hasALineForEachState_data();
    void hasALineForEachState();
    void saysInAListHowMuchTimeIsLeft();
    void hasABannerForWhatIsWrong_data();
    void hasABannerForWhatIsWrong();
    void isSilentWhenAllIsWell();
    void failureSilencesNothing();
    void saysWhenAndWhatNext();
    void saysHowFiguresDiffer();
    void contradictionStandsUnderTheWorse();

private:
    Language m_language{Language::defaultDirectory()};
};

void TestStatusText::hasALineForEachState_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("chinese");
    const auto row = [](State state, const QString &english, const QString &chinese) {
        QTest::newRow(qPrintable(english)) << static_cast<int>(state) << english << chinese;
    };
    row(State::Overdue, u"Overdue 12 days"_s, u"已逾期 12 天"_s);
    row(State::Ended, u"Ended"_s, u"已到期"_s);
    row(State::EndsVerySoon, u"Ends in 30 hours"_s, u"30 小时后到期"_s);
    row(State::OverMau, u"Over MAU"_s, u"MAU 超量"_s);
    row(State::EndsSoon, u"Ends in 30 hours"_s, u"30 小时后到期"_s);
    row(State::Contradiction, u"Contradictory"_s, u"数据矛盾"_s);
    row(State::RightAtLimit, u"Entitlement used up"_s, u"权益已用完"_s);
    row(State::NotReachable, u"Cannot refresh"_s, u"无法刷新"_s);
    row(State::Unknown, u"Unknown"_s, u"未知"_s);
    row(State::NoEndDate, u"No end date"_s, u"无到期日"_s);
    row(State::Active, u"Active"_s, u"正常"_s);
}

void TestStatusText::hasALineForEachState()
{
    QFETCH(int, state);
    SubscriptionAssessment assessment = withState(static_cast<State>(state));
    assessment.overdueDays = 12;
    assessment.secondsLeft = 30 * 3600 + 59;
    m_language.set(UiLanguage::English);
    QTEST(StatusText::line(assessment), "english");
    m_language.set(UiLanguage::Chinese);
    QTEST(StatusText::line(assessment), "chinese");
}

void TestStatusText::saysInAListHowMuchTimeIsLeft()
{
    const SubscriptionFacts good = facts(packageWith(u"0"_s));
    const SubscriptionFacts endless = facts(packageWith(u"0"_s, u"permanent"_s));
    SubscriptionAssessment overMau = withState(State::OverMau);
    overMau.secondsLeft = 30 * 3600;
    m_language.set(UiLanguage::English);
    QCOMPARE(StatusText::listLine(judged(good, 200 * Day)), u"Active, 200 days left"_s);
    QCOMPARE(StatusText::listLine(overMau), u"Over MAU, 30 hours left"_s);
    // Where the line has it already, or nobody knows, nothing is added.
    QCOMPARE(StatusText::listLine(judged(good, 12 * Day)), u"Ends in 12 days"_s);
    QCOMPARE(StatusText::listLine(judged(endless, 0)), u"No end date"_s);
    QCOMPARE(StatusText::listLine(withState(State::Active)), u"Active"_s);
    m_language.set(UiLanguage::Chinese);
    QCOMPARE(StatusText::listLine(judged(good, 200 * Day)), u"正常，剩余 200 天"_s);
    QCOMPARE(StatusText::listLine(overMau), u"MAU 超量，剩余 30 小时"_s);
}

void TestStatusText::hasABannerForWhatIsWrong_data()
{
    QTest::addColumn<int>("state");
    for (const State state : {State::Overdue, State::Ended, State::EndsVerySoon, State::OverMau,
             State::EndsSoon, State::Contradiction, State::RightAtLimit, State::Unknown})
        QTest::addRow("%d", static_cast<int>(state)) << static_cast<int>(state);
}

void TestStatusText::hasABannerForWhatIsWrong()
{
    QFETCH(int, state);
    for (const UiLanguage language : {UiLanguage::English, UiLanguage::Chinese}) {
        m_language.set(language);
        const auto banner =
            StatusText::banner(withState(static_cast<State>(state)), packageWith(u"0"_s));
        QVERIFY(banner);
        QVERIFY2(test::isSaidIn(language, banner->headline), qPrintable(banner->headline));
        QVERIFY2(test::isSaidIn(language, banner->advice), qPrintable(banner->advice));
    }
}

void TestStatusText::isSilentWhenAllIsWell()
{
    const SubscriptionFacts good = facts(packageWith(u"0"_s));
    QVERIFY(!StatusText::banner(judged(good, 200 * Day), good.package));
    const SubscriptionFacts endless = facts(packageWith(u"0"_s, u"permanent"_s));
    QVERIFY(!StatusText::banner(judged(endless, 0), endless.package));
    // Nothing was tried yet: there is nothing to warn about.
    QVERIFY(!StatusText::banner(judged({}, 0), std::nullopt));
    // Only the connection is in trouble: that has words of its own.
    QVERIFY(!StatusText::banner(judged(facts(std::nullopt, true), 0), std::nullopt));
}

void TestStatusText::failureSilencesNothing()
{
    m_language.set(UiLanguage::English);
    const SubscriptionFacts overdue = facts(packageWith(u"12"_s), true);
    auto banner = StatusText::banner(judged(overdue, -11 * Day - 3600), overdue.package);
    QVERIFY(banner);
    QCOMPARE(banner->headline, u"Overdue by 12 days"_s);
    // Less bad than not being reachable, and said all the same.
    const SubscriptionFacts unknown = facts(packageWith(u"0"_s, QString()), true);
    banner = StatusText::banner(judged(unknown, 0), unknown.package);
    QVERIFY(banner);
    QCOMPARE(banner->headline, u"The end time is unknown"_s);
}

void TestStatusText::saysWhenAndWhatNext()
{
    m_language.set(UiLanguage::English);
    const SubscriptionFacts overdue = facts(packageWith(u"12"_s));
    const SubscriptionFacts good = facts(packageWith(u"0"_s));
    QCOMPARE(StatusText::banner(judged(overdue, -11 * Day - 1), overdue.package)->advice,
        u"The package ended on 11 Nov 2026, 00:00 Beijing time. Sign-in for your users may stop at "
        "any time. Renew in the GenAuth console, then press Refresh."_s);
    const auto ended = StatusText::banner(judged(good, -3600), good.package);
    QCOMPARE(ended->headline, u"The package has ended"_s);
    QVERIFY(ended->advice.startsWith(u"It ended on 11 Nov 2026, 00:00 Beijing time. "_s));
    const auto soon = StatusText::banner(judged(good, 13 * Day - 1), good.package);
    QCOMPARE(soon->headline, u"Ends in 12 days"_s);
    QVERIFY(soon->advice.startsWith(u"The package ends on 11 Nov 2026, 00:00 Beijing time."_s));

    m_language.set(UiLanguage::Chinese);
    QCOMPARE(StatusText::banner(judged(overdue, -11 * Day - 1), overdue.package)->advice,
        u"套餐已于北京时间 2026年11月11日 00:00 到期。您的用户可能随时无法登录。请在 GenAuth 控制台续费，然后点击“刷新”。"_s);
}

void TestStatusText::saysHowFiguresDiffer()
{
    m_language.set(UiLanguage::English);
    // Overdue before the end.
    SubscriptionFacts early = facts(packageWith(u"3"_s));
    QCOMPARE(StatusText::contradiction(judged(early, 100 * Day), *early.package),
        u"GenAuth counts 3 days overdue, but the end time has not come yet. Check the package in "
        "the GenAuth console."_s);
    // Both know a number, and not the same.
    SubscriptionFacts late = facts(packageWith(u"1"_s));
    QCOMPARE(StatusText::contradiction(judged(late, -10 * Day), *late.package),
        u"GenAuth counts 1 day overdue, the end time says 10 days. Check the package in the "
        "GenAuth console."_s);
    m_language.set(UiLanguage::Chinese);
    QVERIFY(test::isSaidIn(
        UiLanguage::Chinese, StatusText::contradiction(judged(late, -10 * Day), *late.package)));
}

void TestStatusText::contradictionStandsUnderTheWorse()
{
    m_language.set(UiLanguage::English);
    const SubscriptionFacts early = facts(packageWith(u"3"_s));
    const auto banner = StatusText::banner(judged(early, 100 * Day), early.package);
    QVERIFY(banner);
    QCOMPARE(banner->headline, u"Overdue by 3 days"_s);
    QVERIFY(banner->advice.startsWith(u"GenAuth counts this package as overdue. "_s));
    QVERIFY(banner->advice.contains(u"but the end time has not come yet."_s));
    // Alone it is said once.
    SubscriptionAssessment alone = judged(early, 100 * Day);
    alone.all = {State::Contradiction};
    const auto only = StatusText::banner(alone, early.package);
    QCOMPARE(only->headline, u"GenAuth's figures disagree"_s);
    QCOMPARE(only->advice.count(u"has not come yet"_s), 1);
}

QTEST_GUILESS_MAIN(TestStatusText)
#include "tst_statustext.moc"
