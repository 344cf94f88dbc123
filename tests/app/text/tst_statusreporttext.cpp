// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a status report says of one pool: above all how old each of its numbers is.

#include "app/text/statusreporttext.h"

#include "core/billing/mauuse.h"
#include "tests/app/languages.h"
#include "tests/support/qtwarnings.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

const QDateTime Now(QDate(2026, 11, 23), QTime(4, 0), Qt::UTC);

/** Package and usage as one refresh learned them, a minute ago. */
ReportedPool pool()
{
    ReportedPool pool;
    pool.account.name = u"Production"_s;
    pool.account.host = QUrl(u"https://api.genauth.ai"_s);
    PoolSnapshot &known = pool.snapshot;
    known.package.value =
        Package::fromJson(QJsonObject{{u"endTime"_s, u"2027-01-01 00:00:00"_s}}, BeijingOffset)
            .value();
    known.package.receivedAt = Now.addSecs(-60);
    known.usage.value = Usage::fromJson(
        QJsonObject{{u"usages"_s, QJsonArray{QJsonObject{{u"modelCode"_s, u"MAU"_s},
                                      {u"current"_s, u"8210"_s}, {u"amount"_s, u"10000"_s}}}}},
        {})
                            .value();
    known.usage.receivedAt = Now.addSecs(-57);
    pool.now = Now;
    return pool;
}

ApiError refusal()
{
    ApiError error;
    error.kind = ErrorKind::TimedOut;
    return error;
}

StatusReportText::Fact factIn(const StatusReportText &text, const QString &title)
{
    for (const StatusReportText::Fact &fact : text.facts) {
        if (fact.title == title)
            return fact;
    }
    return {};
}

} // namespace

class TestStatusReportText : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        failOnQtWarnings();
        m_language.set(UiLanguage::English);
    }

    void saysOneAgeOfWhatCameTogether();
    void saysWhenTheUseIsOlder();
    void saysWhyTheUseIsNotNewer();
    void saysWhyNoUseIsKnown();
    void saysHowOldTheChartIs();
    void saysItInChinese();

private:
    Language m_language{Language::defaultDirectory()};
};

void TestStatusReportText::saysOneAgeOfWhatCameTogether()
{
    const StatusReportText text(pool());
    QCOMPARE(text.asOf, u"As of 23 Nov 2026, 11:59 Beijing time"_s);
    QCOMPARE(factIn(text, u"MAU used"_s).value, u"8,210"_s);
    QCOMPARE(factIn(text, u"MAU used"_s).note, u"of 10,000 bought"_s);
}

void TestStatusReportText::saysWhenTheUseIsOlder()
{
    ReportedPool older = pool();
    older.snapshot.usage.receivedAt = Now.addDays(-3);
    const StatusReportText text(older);
    QCOMPARE(factIn(text, u"MAU used"_s).note,
        u"of 10,000 bought\nAs of 20 Nov 2026, 12:00 Beijing time"_s);
    QVERIFY(text.lines().contains(
        u"MAU used: 8,210 (of 10,000 bought · As of 20 Nov 2026, 12:00 Beijing time)"_s));
}

void TestStatusReportText::saysWhyTheUseIsNotNewer()
{
    ReportedPool refused = pool();
    refused.snapshot.usage.error = refusal(); // a moment after it was answered
    const QString note = factIn(StatusReportText(refused), u"MAU used"_s).note;
    QVERIFY2(note.startsWith(u"of 10,000 bought\nAs of 23 Nov 2026, 11:59:03 Beijing time · "_s) &&
                 note.endsWith(u"took too long to answer"_s),
        qPrintable(note));
}

void TestStatusReportText::saysWhyNoUseIsKnown()
{
    ReportedPool refused = pool();
    refused.snapshot.usage = {};
    QVERIFY(factIn(StatusReportText(refused), u"MAU used"_s).note.isEmpty());
    refused.snapshot.usage.error = refusal();
    const StatusReportText::Fact fact = factIn(StatusReportText(refused), u"MAU used"_s);
    QCOMPARE(fact.value, u"unknown"_s);
    QVERIFY2(fact.note.endsWith(u"took too long to answer"_s), qPrintable(fact.note));
}

void TestStatusReportText::saysHowOldTheChartIs()
{
    ReportedPool older = pool();
    older.snapshot.mauHistory.value = MauHistory();
    older.snapshot.mauHistory.receivedAt = Now.addSecs(-55);
    QCOMPARE(StatusReportText(older).chartAsOf, QString());
    older.snapshot.mauHistory.receivedAt = Now.addDays(-3);
    QCOMPARE(StatusReportText(older).chartAsOf, u"As of 20 Nov 2026, 12:00 Beijing time"_s);
    older.snapshot.mauHistory.error = refusal();
    QVERIFY(StatusReportText(older).chartAsOf.endsWith(u"took too long to answer"_s));
    older.snapshot.mauHistory.value.reset();
    older.snapshot.mauHistory.receivedAt = {};
    QVERIFY(StatusReportText(older).chartAsOf.endsWith(u"took too long to answer"_s));
}

void TestStatusReportText::saysItInChinese()
{
    m_language.set(UiLanguage::Chinese);
    ReportedPool older = pool();
    older.snapshot.usage.receivedAt = Now.addDays(-3);
    const QStringList lines = StatusReportText(older).lines();
    QVERIFY2(lines.filter(u"2026年11月20日"_s).size() == 1, qPrintable(lines.join(u'\n')));
}

QTEST_MAIN(TestStatusReportText)
#include "tst_statusreporttext.moc"
