// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/check/commandline.h"
#include "tests/support/qtwarnings.h"

#include <QTest>

using namespace genauth;
using namespace Qt::StringLiterals;

namespace {

CheckCommandLine parsed(const QString &arguments)
{
    return CheckCommandLine::parse(
        QStringList{u"genauth-check"_s} + arguments.split(u' ', Qt::SkipEmptyParts));
}

} // namespace

class TestCheckCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnQtWarnings(); }

    void readsPools_data();
    void readsPools();
    void readsTheRest();
    void readsMoments_data();
    void readsMoments();
    void complains_data();
    void complains();
    void aWrongOptionKeepsTheFormat();
    void thresholdsGiveWay_data();
    void thresholdsGiveWay();
    void helpNamesEveryOption();
};

void TestCheckCommandLine::readsPools_data()
{
    using Pools = CheckOptions::Pools;
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<Pools>("pools");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("nothing") << QString() << Pools::Environment << QStringList();
    QTest::newRow("all") << u"--all"_s << Pools::All << QStringList();
    QTest::newRow("pool") << u"--pool Prod"_s << Pools::Named << QStringList{u"Prod"_s};
    QTest::newRow("pools") << u"--pool A --pool=B --pool A"_s << Pools::Named
                           << QStringList{u"A"_s, u"B"_s};
    QTest::newRow("demo") << u"--demo"_s << Pools::Demo << QStringList();
    QTest::newRow("demo pool") << u"--demo Staging"_s << Pools::Demo << QStringList{u"Staging"_s};
    QTest::newRow("demo=pool") << u"--demo=Staging"_s << Pools::Demo << QStringList{u"Staging"_s};
}

void TestCheckCommandLine::readsPools()
{
    QFETCH(QString, arguments);
    const CheckCommandLine line = parsed(arguments);
    QCOMPARE(line.error, QString());
    QTEST(line.options.pools, "pools");
    QTEST(line.options.pools == CheckOptions::Pools::Demo && !line.options.demoPool.isEmpty()
              ? QStringList{line.options.demoPool}
              : line.options.names,
        "names");
}

void TestCheckCommandLine::readsTheRest()
{
    const CheckOptions usual = parsed({}).options;
    QCOMPARE(usual.format, CheckOptions::Format::Text);
    QCOMPARE(usual.rules.onError, AlertLevel::Unknown);
    QCOMPARE(usual.timeout, CheckOptions::DefaultTimeout);
    QVERIFY(!usual.watch && !usual.warningDays && !usual.rules.mauCriticalPercent);

    const CheckCommandLine line =
        parsed(u"--all --format prometheus --on-error critical --warning-days 60 --critical-days 0 "
               u"--mau-warning-percent 80 --mau-critical-percent 120 --timeout 5 --output f.prom "
               u"--watch 600 --record --verbose --language zh"_s);
    QCOMPARE(line.error, QString());
    const CheckOptions &options = line.options;
    QCOMPARE(options.format, CheckOptions::Format::Prometheus);
    QCOMPARE(options.rules.onError, AlertLevel::Critical);
    QCOMPARE(options.warningDays, std::optional(60));
    QCOMPARE(options.criticalDays, std::optional(0));
    QCOMPARE(options.mauWarningPercent, std::optional(80));
    QCOMPARE(options.rules.mauCriticalPercent, std::optional(120));
    QCOMPARE(options.timeout, std::chrono::seconds(5));
    QCOMPARE(options.watch, std::optional(std::chrono::seconds(600)));
    QCOMPARE(options.outputFile, u"f.prom"_s);
    QVERIFY(options.record && options.verbose);
    QCOMPARE(options.language, std::optional(UiLanguage::Chinese));
    QVERIFY(options.rules.needsMau && !usual.rules.needsMau);
    QCOMPARE(parsed(u"--name Prod"_s).options.name, u"Prod"_s);
    QCOMPARE(parsed(u"--output -"_s).options.outputFile, QString());
    QCOMPARE(parsed(u"--output /dev/stdout"_s).options.outputFile, QString());
    // The letters of the Monitoring Plugins guidelines.
    const CheckOptions brief = parsed(u"--all -w 20 -c 10 -t 3 -v"_s).options;
    QCOMPARE(brief.warningDays, std::optional(20));
    QCOMPARE(brief.criticalDays, std::optional(10));
    QCOMPARE(brief.timeout, std::chrono::seconds(3));
    QVERIFY(brief.verbose && parsed(u"-V"_s).options.version && parsed(u"-h"_s).options.help);
    QCOMPARE(parsed(u"--secret-file x"_s).options.secret, CheckOptions::Secret::File);
    QCOMPARE(parsed(u"--secret-stdin"_s).options.secret, CheckOptions::Secret::StandardInput);
}

void TestCheckCommandLine::readsMoments_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("utc");
    QTest::newRow("day") << u"2026-11-01"_s << u"2026-10-31T16:00:00Z"_s;
    QTest::newRow("minute") << u"2026-11-01T08:30"_s << u"2026-11-01T00:30:00Z"_s;
    QTest::newRow("second") << u"2026-11-01T08:30:15"_s << u"2026-11-01T00:30:15Z"_s;
    QTest::newRow("UTC") << u"2026-11-01T08:30Z"_s << u"2026-11-01T08:30:00Z"_s;
    QTest::newRow("offset") << u"2026-11-01T08:30+01:00"_s << u"2026-11-01T07:30:00Z"_s;
}

void TestCheckCommandLine::readsMoments()
{
    QFETCH(QString, written);
    const CheckCommandLine line = parsed(u"--demo --as-of "_s + written);
    QCOMPARE(line.error, QString());
    QTEST(line.options.asOf.toString(Qt::ISODate), "utc");
}

void TestCheckCommandLine::complains_data()
{
    QTest::addColumn<QString>("arguments");
    for (const QString &arguments : {u"--bogus"_s, u"stray"_s, u"--demo a b"_s, u"--all --demo"_s,
             u"--all --pool x"_s, u"--pool="_s, u"--format xml"_s, u"--on-error ok"_s,
             u"--warning-days -1"_s, u"--warning-days x"_s, u"--warning-days 3651"_s,
             u"--warning-days 5 --critical-days 6"_s, u"--mau-warning-percent 0"_s,
             u"--mau-critical-percent 1001"_s, u"--mau-warning-percent 101"_s, u"--all --name x"_s,
             u"--demo --name x"_s, u"--name="_s, u"--as-of yesterday"_s, u"--as-of 2026-02-30"_s,
             u"--as-of 2026-11-01T25:00"_s, u"--timeout 0"_s, u"--watch 9"_s, u"--output="_s,
             u"--secret-file="_s, u"--secret-file a --secret-stdin"_s, u"--all --secret-stdin"_s,
             u"--demo --secret-file a"_s, u"--pool a --pool b --secret-file c"_s,
             u"--as-of 2026-11-01 --output a"_s, u"--all --as-of 2026-11-01 --record"_s,
             u"--record"_s, u"--demo --record"_s, u"--language fr"_s, u"--secret hunter2"_s})
        QTest::newRow(qPrintable(arguments)) << arguments;
}

void TestCheckCommandLine::complains()
{
    QFETCH(QString, arguments);
    const QString error = parsed(arguments).error;
    QVERIFY(!error.isEmpty());
    QVERIFY2(error.endsWith(u'.'), qPrintable(error));
    QVERIFY(!arguments.startsWith(u"--warning-days x"_s) ||
            error.startsWith(u"--warning-days needs"_s));
    // Nor is what was meant for a secret, and stands in the wrong place, repeated.
    QVERIFY(!error.contains(u"hunter2"_s));
}

void TestCheckCommandLine::aWrongOptionKeepsTheFormat()
{
    QCOMPARE(parsed(u"--format nagios --bogus"_s).options.format, CheckOptions::Format::Nagios);
    QCOMPARE(
        parsed(u"--bogus --language zh"_s).options.language, std::optional(UiLanguage::Chinese));
}

void TestCheckCommandLine::thresholdsGiveWay_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<int>("soon");
    QTest::addColumn<int>("verySoon");
    QTest::newRow("neither") << QString() << 30 << 7;
    QTest::newRow("warning") << u"--warning-days 60"_s << 60 << 7;
    QTest::newRow("warning below critical") << u"--warning-days 3"_s << 3 << 3;
    QTest::newRow("critical") << u"--critical-days 14"_s << 30 << 14;
    QTest::newRow("critical above warning") << u"--critical-days 45"_s << 45 << 45;
    QTest::newRow("both") << u"--critical-days 2 --warning-days 4"_s << 4 << 2;
}

void TestCheckCommandLine::thresholdsGiveWay()
{
    QFETCH(QString, arguments);
    const Thresholds thresholds = parsed(arguments).options.thresholdsFor(Account());
    QTEST(thresholds.endsSoonDays, "soon");
    QTEST(thresholds.endsVerySoonDays, "verySoon");
}

void TestCheckCommandLine::helpNamesEveryOption()
{
    const QString help = CheckCommandLine::helpText();
    for (const char *option : {"pool", "all", "demo", "name", "format", "on-error", "warning-days",
             "critical-days", "mau-warning-percent", "mau-critical-percent", "as-of", "timeout",
             "output", "watch", "secret-file", "secret-stdin", "record", "verbose", "language"})
        QVERIFY2(help.contains(u"--"_s + QString::fromLatin1(option)), option);
}

QTEST_GUILESS_MAIN(TestCheckCommandLine)
#include "tst_checkcommandline.moc"
