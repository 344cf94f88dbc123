// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/accounts/account.h"

#include <QRegularExpression>
#include <QTest>

using namespace genauth;

Q_DECLARE_METATYPE(genauth::HostProblem)

class TestAccount : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void startsWithTheDocumentedDefaults();
    void readsHosts_data();
    void readsHosts();
    void refusesHosts_data();
    void refusesHosts();
    void knowsTheVendorsConsoles_data();
    void knowsTheVendorsConsoles();
    void knowsCurrencies_data();
    void knowsCurrencies();
    void knowsLoopback_data();
    void knowsLoopback();
};

void TestAccount::startsWithTheDocumentedDefaults()
{
    const Account account;
    QCOMPARE(account.clockOffset.count(), 8 * 3600);
    QCOMPARE(account.thresholds.endsVerySoonDays, 7);
    QCOMPARE(account.thresholds.endsSoonDays, 30);
    QCOMPARE(account.thresholds.mauPercent, 100);
    QVERIFY(account.proxy.mode == ProxyChoice::Mode::System);
    QCOMPARE(defaultHost(), QUrl(QStringLiteral("https://api.genauth.ai")));
}

void TestAccount::readsHosts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("host");

    const auto row = [](const char *text, const char *host) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(host);
    };
    const char *const genauth = "https://api.genauth.ai";
    row("api.genauth.ai", genauth);
    row("  api.genauth.ai \n", genauth);
    row("https://api.genauth.ai", genauth);
    row("https://api.genauth.ai/", genauth);
    row("https://api.genauth.ai//", genauth);
    row("HTTPS://API.GenAuth.AI", genauth);
    row("https://api.genauth.ai:443", genauth);
    row("https://api.genauth.ai:", genauth);
    row("api.genauth.ai/api/v3/get-current-package-info", genauth);
    row("https://api.genauth.ai/?a=b#c", genauth);
    row("api.genauth.ai/?next=http://example.com", genauth);
    row("https://@api.genauth.ai", genauth);
    row("api.genauth.ai:8443", "https://api.genauth.ai:8443");
    row("https://host/prefix", "https://host/prefix");
    row("https://host/prefix/", "https://host/prefix");
    row("https://host/prefix/api/v3/get-orders?x=1", "https://host/prefix");
    row("https://host/prefix/api/v3", "https://host/prefix");
    row("https://host/prefix/api/v3/", "https://host/prefix");
    row("https://host/a//b/", "https://host/a/b");
    row("https://host/a/../b", "https://host/b");
    row("https://host/a%2Fb/api/v3", "https://host/a%2Fb");
    row("https://host/api", "https://host/api");
    row("https://host/api/v31", "https://host/api/v31");
    row("https://host/myapi/v3", "https://host/myapi/v3");
    row("https://host/前缀", "https://host/%E5%89%8D%E7%BC%80");
    row("https://身份.中国", "https://xn--doq656m.xn--fiqs8s");
    row("münchen.de", "https://xn--mnchen-3ya.de");
    row("https://10.1.2.3:8443", "https://10.1.2.3:8443");
    // The console's address, as the browser shows it, stands for the API next door.
    row("https://console.genauth.ai/console/userpool/settings/expense", genauth);
    row("console.genauth.ai", genauth);
    row("HTTPS://Console.GenAuth.ai:443/#/x?y", genauth);
    row("https://console.authing.cn/console", "https://api.authing.cn");
    row("https://console.genauth.ai.evil.example", "https://console.genauth.ai.evil.example");
    row("https://myconsole.genauth.ai", "https://myconsole.genauth.ai");
    row("https://[2001:db8::1]/x", "https://[2001:db8::1]/x");
    row("http://127.0.0.1:8080", "http://127.0.0.1:8080");
    row("http://127.0.0.1:80", "http://127.0.0.1");
    row("http://127.0.0.1:443", "http://127.0.0.1:443");
    row("http://localhost:1", "http://localhost:1");
    row("http://LOCALHOST:1", "http://localhost:1");
    row("http://[::1]:5", "http://[::1]:5");
}

void TestAccount::readsHosts()
{
    QFETCH(QString, text);
    const HostReading reading = readHost(text);
    QVERIFY(!reading.problem);
    QTEST(QString::fromLatin1(reading.host.toEncoded()), "host");
    QVERIFY(!reading.host.hasQuery() && !reading.host.hasFragment());

    // Reading what was read changes nothing.
    const HostReading again = readHost(reading.host.toString());
    QVERIFY(!again.problem);
    QCOMPARE(again.host, reading.host);
}

void TestAccount::refusesHosts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<HostProblem>("problem");

    const auto row = [](const char *text, HostProblem problem) {
        QTest::newRow(*text ? text : "empty") << QString::fromUtf8(text) << problem;
    };
    row("", HostProblem::Empty);
    row(" \t\n", HostProblem::Empty);
    row("https://", HostProblem::NotAUrl);
    row("https:///path", HostProblem::NotAUrl);
    row("/path", HostProblem::NotAUrl);
    row("https:/api.genauth.ai", HostProblem::NotAUrl);
    row("https:", HostProblem::NotAUrl);
    row("api.genauth.ai :443", HostProblem::NotAUrl);
    row("api genauth ai", HostProblem::NotAUrl);
    row("api.genauth.ai\nevil.example", HostProblem::NotAUrl);
    row("api.genauth.ai\\@evil.example", HostProblem::NotAUrl);
    row("https：//api.genauth.ai", HostProblem::NotAUrl);
    row("https://api..genauth.ai", HostProblem::NotAUrl);
    row("https://<b>", HostProblem::NotAUrl);
    row("https://host:0", HostProblem::NotAUrl);
    row("https://host:70000", HostProblem::NotAUrl);
    row("https://host:-1", HostProblem::NotAUrl);
    row("https://host:x", HostProblem::NotAUrl);
    row("https://2001:db8::1", HostProblem::NotAUrl);
    row("mailto:someone", HostProblem::NotAUrl);
    row("ftp://x", HostProblem::NotHttp);
    row("file:///etc/passwd", HostProblem::NotHttp);
    row("ws://x", HostProblem::NotHttp);
    row("http://example.com", HostProblem::PlainHttp);
    row("http://api.genauth.ai/api/v3", HostProblem::PlainHttp);
    row("http://10.1.2.3:8080", HostProblem::PlainHttp);
    row("http://0.0.0.0", HostProblem::PlainHttp);
    row("http://console.genauth.ai", HostProblem::PlainHttp);
    row("http://localhost.example.com", HostProblem::PlainHttp);
    row("http://127.0.0.1.example.com", HostProblem::PlainHttp);
    row("https://user:pw@api.genauth.ai", HostProblem::HasUserInfo);
    row("https://user@api.genauth.ai", HostProblem::HasUserInfo);
    row("api.genauth.ai@evil.example", HostProblem::HasUserInfo);
    row("http://127.0.0.1@evil.example", HostProblem::HasUserInfo);
}

void TestAccount::refusesHosts()
{
    QFETCH(QString, text);
    QFETCH(HostProblem, problem);
    const HostReading reading = readHost(text);
    QVERIFY(reading.problem);
    QVERIFY(*reading.problem == problem);
    QVERIFY(reading.host.isEmpty());
}

void TestAccount::knowsTheVendorsConsoles_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("console");
    const auto row = [](const char *host, const char *console) {
        QTest::newRow(*host ? host : "none")
            << QString::fromLatin1(host) << QString::fromLatin1(console);
    };
    row("https://api.genauth.ai", "https://console.genauth.ai");
    row("https://api.authing.cn", "https://console.authing.cn");
    row("https://id.example.com", "");
    row("https://api.genauth.ai:8443", "");
    row("https://api.genauth.ai/prefix", "");
    row("https://api.genauth.ai.evil.example", "");
    row("http://127.0.0.1:8080", "");
    row("", "");
}

void TestAccount::knowsTheVendorsConsoles()
{
    QFETCH(QString, host);
    QTEST(consoleOf(QUrl(host)).toString(), "console");
    QCOMPARE(authingHost(), QUrl(QStringLiteral("https://api.authing.cn")));
    for (const QUrl &api : {defaultHost(), authingHost()})
        QCOMPARE(readHost(api.toString()).host, api);
}

void TestAccount::knowsCurrencies_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("known");
    for (const char *code : {"CNY", "USD", "EUR", "JPY", "HKD", "TWD", "SGD", "GBP"})
        QTest::newRow(code) << QString::fromLatin1(code) << true;
    for (const char *code : {"XXQ", "cny", "Cny", "", " ", "CNY ", "CN", "CNYY", "¥", "RMB", "元"})
        QTest::newRow(*code ? code : "empty") << QString::fromUtf8(code) << false;
}

void TestAccount::knowsCurrencies()
{
    QFETCH(QString, code);
    QTEST(isKnownCurrency(code), "known");
}

void TestAccount::knowsLoopback_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("loopback");
    const auto row = [](const char *url, bool loopback) {
        QTest::newRow(url) << QString::fromUtf8(url) << loopback;
    };
    row("http://localhost", true);
    row("https://LocalHost:5/x", true);
    row("http://127.0.0.1", true);
    row("http://127.255.255.254:8", true);
    row("http://[::1]", true);
    row("http://[0:0:0:0:0:0:0:1]", true);
    row("http://128.0.0.1", false);
    row("http://126.255.255.255", false);
    row("http://0.0.0.0", false);
    row("http://[::]", false);
    row("http://[::2]", false);
    row("http://localhost.example.com", false);
    row("http://notlocalhost", false);
    row("https://api.genauth.ai", false);
    row("", false);
}

void TestAccount::knowsLoopback()
{
    QFETCH(QString, url);
    QTEST(isLoopback(QUrl(url)), "loopback");
}

QTEST_APPLESS_MAIN(TestAccount)
#include "tst_account.moc"
