// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/check/checktext.h"
#include "app/text/language.h"
#include "tests/core/report/demoreport.h"
#include "tests/support/qtwarnings.h"

#include <QFile>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

const QDateTime Now(QDate(2026, 7, 1), QTime(12, 0), Qt::UTC);

CheckedPool poolEnding(const QString &name, int days)
{
    CheckedPool pool;
    pool.access.account.id = QUuid::createUuid();
    pool.access.account.name = name;
    pool.access.account.host = defaultHost();
    Package package;
    package.nameEn.value = u"Enterprise"_s;
    package.overdueDays.value = 0;
    package.endTime = {
        .kind = EndTime::Kind::At, .at = Now.addDays(days).toOffsetFromUtc(8 * 3600), .asSent = {}};
    pool.snapshot.package.value = package;
    pool.snapshot.package.receivedAt = pool.snapshot.package.attemptedAt = Now;
    return pool;
}

QString table(const QList<CheckedPool> &pools, const QDateTime &asOf = {},
    CheckText::Colour colour = CheckText::Colour::None)
{
    CheckReport report{.checkedAt = Now, .asOf = asOf, .pools = {}};
    for (const CheckedPool &pool : pools)
        report.pools.append(reportOf(pool.access.account, pool.snapshot, Now, asOf, {}));
    return CheckText::table(report, pools, colour);
}

} // namespace

class TestCheckText : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnQtWarnings(); }

    void goldenFile_data();
    void goldenFile();
    void worstFirst();
    void saysWhatFailed();
    void saysWhyTheLevelIsWorse();
    void saysThatItRehearses();
    void coloursTheLevel();
    void aHostileNameIsOneCell();
};

void TestCheckText::goldenFile_data()
{
    QTest::addColumn<UiLanguage>("language");
    QTest::addColumn<QString>("file");
    QTest::newRow("English") << UiLanguage::English << u"/demo-en.txt"_s;
    QTest::newRow("Chinese") << UiLanguage::Chinese << u"/demo-zh.txt"_s;
}

void TestCheckText::goldenFile()
{
    QFETCH(const UiLanguage, language);
    QFETCH(const QString, file);
    Language shown(Language::defaultDirectory());
    shown.set(language);
    QList<CheckedPool> pools;
    for (int i = 0; i < 5; ++i)
        pools.append({.access = {demoAccount(i), {}}, .snapshot = demoSnapshot(i)});
    CheckReport report{.checkedAt = demoMoment(), .asOf = {}, .pools = {}};
    for (int i = 0; i < 5; ++i)
        report.pools.append(demoPoolReport(i));
    const QString written = CheckText::table(report, pools, CheckText::Colour::None);
    QFile golden(QStringLiteral(GENAUTH_GOLDEN_FILES) + file);
    // For whoever changes it on purpose, and then reads the difference.
    if (qEnvironmentVariableIsSet("GENAUTH_WRITE_GOLDEN_FILES")) {
        QVERIFY(golden.open(QIODevice::WriteOnly));
        golden.write(written.toUtf8());
        golden.close();
    }
    QVERIFY(golden.open(QIODevice::ReadOnly));
    QCOMPARE(written, QString::fromUtf8(golden.readAll()));
    shown.set(UiLanguage::English);
}

void TestCheckText::worstFirst()
{
    const QStringList lines =
        table({poolEnding(u"Well"_s, 200), poolEnding(u"Soon"_s, 3)}).split(u'\n');
    QCOMPARE(lines.size(), 5); // titles, two pools, the summary, and nothing behind its end
    QVERIFY(lines.at(1).startsWith(u"CRITICAL  Soon  Ends in 3 day"_s));
    QVERIFY(lines.at(2).startsWith(u"OK        Well  Active, 200 day"_s));
    QVERIFY(lines.at(2).contains(u"17 Jan 2027, 20:00 Beijing time"_s));
}

void TestCheckText::saysWhatFailed()
{
    CheckedPool pool = poolEnding(u"Far"_s, 200);
    pool.snapshot.package.error = ApiError{.kind = ErrorKind::TimedOut, .requestId = u"r-1"_s};
    pool.snapshot.usage.error = pool.snapshot.package.error;
    const QString text = table({pool});
    QCOMPARE(text.count(u"requestId r-1"_s), 1);
    QVERIFY(text.contains(u"Far: "_s));
    QVERIFY(text.startsWith(u"Level "_s));
    QVERIFY(text.contains(u"UNKNOWN"_s));
    const QString words =
        CheckText::words(reportOf(pool.access.account, pool.snapshot, Now, {}, {}));
    QVERIFY2(words.startsWith(u"Cannot refresh: "_s), qPrintable(words));
}

void TestCheckText::saysWhyTheLevelIsWorse()
{
    CheckRules rules;
    rules.mauCriticalPercent = 1;
    const QString critical = CheckText::words(demoPoolReport(3, rules));
    QVERIFY2(critical.startsWith(u"Active, 309 day"_s), qPrintable(critical));
    QVERIFY2(critical.endsWith(u" + MAU at 1 %, critical from 1 %"_s), qPrintable(critical));
    const CheckedPool pool = poolEnding(u"Well"_s, 200);
    const QString unknown = CheckText::words(reportOf(
        pool.access.account, pool.snapshot, Now, {}, {.mauCriticalPercent = {}, .needsMau = true}));
    QVERIFY2(unknown.endsWith(u" + MAU unknown"_s), qPrintable(unknown));
}

void TestCheckText::saysThatItRehearses()
{
    const QString text = table({poolEnding(u"Well"_s, 200)}, Now.addDays(198));
    QVERIFY(text.startsWith(u"SIMULATED: judged as if it were 15 Jan 2027, 20:00 Beijing time."_s));
    QVERIFY(text.contains(u"CRITICAL"_s));
}

void TestCheckText::coloursTheLevel()
{
    const QString text = table({poolEnding(u"Well"_s, 200)}, {}, CheckText::Colour::Ansi);
    QVERIFY(text.contains(u"\n\x1b[32mOK\x1b[0m     Well"_s));
    QVERIFY(!table({poolEnding(u"Well"_s, 200)}).contains(u'\x1b'));
}

void TestCheckText::aHostileNameIsOneCell()
{
    const QString text =
        table({poolEnding(u"a\nb\x1b[31m\u202E%1 %s"_s + QString(9999, u'x'), 200)});
    QCOMPARE(text.count(u'\n'), 2);
    QVERIFY(!text.contains(u'\x1b'));
    QVERIFY(!text.contains(u'\u202E'));
    QVERIFY(text.size() < 400);
}

QTEST_GUILESS_MAIN(TestCheckText)
#include "tst_checktext.moc"
