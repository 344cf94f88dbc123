// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/commandline.h"

#include <QRegularExpression>
#include <QTest>

using namespace genauth;
using namespace genauth::sandbox;
using namespace Qt::StringLiterals;

namespace {

using Wish = CommandLine::Wish;
using Kind = SandboxFault::Kind;

const QString productionId = u"65f0c2a91b7e4d3086ac51f2"_s;

CommandLine parsed(const QStringList &arguments)
{
    return parseCommandLine(QStringList{u"genauth-sandbox"_s} + arguments);
}

} // namespace

class TestSandboxCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void servesFivePoolsByDefault();
    void options();
    void faults_data();
    void faults();
    void faultsOfSeveralOperations();
    void explains();
    void refuses_data();
    void refuses();
};

void TestSandboxCommandLine::servesFivePoolsByDefault()
{
    const CommandLine commandLine = parsed({});
    QCOMPARE(commandLine.wish, Wish::Serve);
    QCOMPARE(commandLine.port, 0);
    QCOMPARE(commandLine.options.poolCount, 5);
    QCOMPARE(commandLine.options.language, SandboxLanguage::English);
    QVERIFY(commandLine.options.faults.isEmpty());
    QVERIFY(!commandLine.options.orderCount);
}

void TestSandboxCommandLine::options()
{
    const CommandLine commandLine =
        parsed({u"--port"_s, u"8080"_s, u"--pools=50"_s, u"--lang"_s, u"zh"_s, u"--orders=0"_s});
    QCOMPARE(commandLine.wish, Wish::Serve);
    QCOMPARE(commandLine.port, 8080);
    QCOMPARE(commandLine.options.poolCount, 50);
    QCOMPARE(commandLine.options.language, SandboxLanguage::Chinese);
    QCOMPARE(commandLine.options.orderCount, 0);
    QCOMPARE(parsed({u"--orders"_s, u"100000"_s}).options.orderCount, 100'000);
}

void TestSandboxCommandLine::faults_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<SandboxFault>("fault"); // of the first pool
    QTest::newRow("by number") << QStringList{u"--fault"_s, u"1=html"_s}
                               << SandboxFault{Kind::Html};
    QTest::newRow("by id") << QStringList{u"--fault"_s, productionId + u"=silent"_s}
                           << SandboxFault{Kind::Silent};
    QTest::newRow("by name") << QStringList{u"--fault"_s, u"Production=huge"_s}
                             << SandboxFault{Kind::Huge};
    QTest::newRow("by Chinese name")
        << QStringList{u"--lang=zh"_s, u"--fault"_s, u"生产环境=empty"_s}
        << SandboxFault{Kind::Empty};
    QTest::newRow("several") << QStringList{u"--fault"_s, u"2=html"_s, u"--fault"_s, u"1=slow"_s}
                             << SandboxFault{Kind::Slow};
    QTest::newRow("the last one counts")
        << QStringList{u"--fault"_s, u"1=html"_s, u"--fault"_s, u"1=no-date"_s}
        << SandboxFault{Kind::NoDate};
    QTest::newRow("with seconds") << QStringList{u"--fault"_s, u"1=slow=0.7"_s}
                                  << SandboxFault{Kind::Slow, u"0.7"_s};
    QTest::newRow("with a target")
        << QStringList{u"--fault"_s, u"1=redirect=https://example.org/?a=b"_s}
        << SandboxFault{Kind::Redirect, u"https://example.org/?a=b"_s};
    QTest::newRow("at one operation") << QStringList{u"--fault"_s, u"1=slow=2@get-orders"_s}
                                      << SandboxFault{Kind::Slow, u"2"_s, u"get-orders"_s};
    QTest::newRow("an address with an @")
        << QStringList{u"--fault"_s, u"1=redirect=https://me@example.org@get-orders"_s}
        << SandboxFault{Kind::Redirect, u"https://me@example.org"_s, u"get-orders"_s};
    QTest::newRow("an address that ends behind its @")
        << QStringList{u"--fault"_s, u"1=redirect=https://me@example.org"_s}
        << SandboxFault{Kind::Redirect, u"https://me@example.org"_s};
}

void TestSandboxCommandLine::faults()
{
    QFETCH(QStringList, arguments);
    QFETCH(SandboxFault, fault);
    const CommandLine commandLine = parsed(arguments);
    QCOMPARE(commandLine.text, QString());
    QCOMPARE(commandLine.options.faults.value(productionId), fault);
}

void TestSandboxCommandLine::faultsOfSeveralOperations()
{
    const SandboxOptions options = parsed(
        {u"--fault=1=html@get-orders"_s, u"--fault=1=slow"_s, u"--fault=1=empty@get-orders"_s,
            u"--fault=1=silent@get-usage-info"_s, u"--fault=2=huge"_s})
                                       .options;
    QCOMPARE(
        options.faults.count(productionId), 3); // the second for get-orders took the first's place
    QCOMPARE(options.faultAt(productionId, u"get-orders").kind, Kind::Empty);
    QCOMPARE(options.faultAt(productionId, u"get-usage-info").kind, Kind::Silent);
    QCOMPARE(options.faultAt(productionId, u"get-order-detail").kind, Kind::Slow);
    QCOMPARE(options.faultAt(u"nobody"_s, u"get-orders").kind, Kind::None);
}

void TestSandboxCommandLine::explains()
{
    const CommandLine help = parsed({u"--help"_s});
    QCOMPARE(help.wish, Wish::Explain);
    QVERIFY(help.text.contains(u"until its standard input closes"));
    for (const QString &option : {u"--port"_s, u"--pools"_s, u"--fault"_s, u"--lang"_s,
             u"--orders"_s, u"POOL=KIND[@OPERATION]"_s, u"\n  get-order-pay-detail\n"_s})
        QVERIFY2(help.text.contains(option), qPrintable(option));
    QVERIFY(help.text.contains(SandboxFault::help()));

    const CommandLine version = parsed({u"--version"_s});
    QCOMPARE(version.wish, Wish::Explain);
    QCOMPARE(version.text, u"genauth-sandbox " GENAUTH_VERSION "\n"_s);
}

void TestSandboxCommandLine::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    const auto row = [](const QString &argument, const QString &named) {
        QTest::newRow(qPrintable(argument)) << QStringList{argument} << named;
    };
    row(u"--no-such"_s, u"no-such"_s);
    row(u"--help-all"_s, u"help-all"_s);
    row(u"stray"_s, u"stray"_s);
    row(u"--port"_s, u"port"_s);
    row(u"--port=65536"_s, u"65536"_s);
    row(u"--port=-1"_s, u"-1"_s);
    row(u"--port=x"_s, u"\"x\""_s);
    row(u"--pools=0"_s, u"\"0\""_s);
    row(u"--pools=1001"_s, u"1001"_s);
    row(u"--pools="_s, u"--pools"_s);
    row(u"--lang=fr"_s, u"fr"_s);
    row(u"--fault=html"_s, u"POOL=KIND"_s);
    row(u"--fault=6=html"_s, u"\"6\""_s);
    row(u"--fault=0=html"_s, u"\"0\""_s);
    row(u"--fault=Nobody=html"_s, u"Nobody"_s);
    row(u"--fault=1=htm"_s, u"htm"_s);
    row(u"--fault=1="_s, u"--fault"_s);
    row(u"--fault=1=html=x"_s, u"html=x"_s);
    row(u"--fault=1=slow=0"_s, u"slow=0"_s);
    row(u"--fault=1=slow=601"_s, u"slow=601"_s);
    row(u"--fault=1=slow=nan"_s, u"slow=nan"_s);
    row(u"--fault=1=slow="_s, u"slow="_s);
    row(u"--fault=1=redirect=nowhere"_s, u"redirect=nowhere"_s);
    row(u"--fault=1=html@get-nothing"_s, u"html@get-nothing"_s);
    row(u"--fault=1=html@"_s, u"html@"_s);
    row(u"--fault=1=@get-orders"_s, u"@get-orders"_s);
    row(u"--orders=-1"_s, u"\"-1\""_s);
    row(u"--orders=100001"_s, u"100001"_s);
    row(u"--orders="_s, u"--orders"_s);
}

void TestSandboxCommandLine::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    const CommandLine commandLine = parsed(arguments);
    QCOMPARE(commandLine.wish, Wish::Refuse);
    QVERIFY2(commandLine.text.contains(named), qPrintable(commandLine.text));
}

QTEST_GUILESS_MAIN(TestSandboxCommandLine)
#include "tst_sandboxcommandline.moc"
