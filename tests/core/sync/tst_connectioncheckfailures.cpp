// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/sync/checkbench.h"
#include "tests/support/certificates.h"
#include "tests/support/qtwarnings.h"
#include "tests/support/teststrings.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int NoSuchPool = 2224;

Script webPage(int status = 200)
{
    return send(HttpText{.status = status, .contentType = "text/html", .body = "<html>Hi</html>"});
}

QByteArray tokenFor(const QString &pool)
{
    return jwt({{u"scoped_userpool_id"_s, pool}});
}

/** How a check is to end: what is answered, then where it stops. */
struct Ending
{
    Script token = goodToken();
    Script package = goodPackage();
    QString enteredPool = {};
    QByteArray walk;
    ErrorKind kind;
};

} // namespace

Q_DECLARE_METATYPE(Ending)

/** Where a connection that does not work is said to fail. */
class TestConnectionCheckFailures : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        failOnQtWarnings();
        m_bench = std::make_unique<CheckBench>();
    }

    void stopsWhereItFails_data();
    void stopsWhereItFails();
    void stopsAtNobody_data();
    void stopsAtNobody();
    void stopsAtDeadProxy();
    void stopsAtCertificate_data();
    void stopsAtCertificate();
    void claimsNothingOfAHostItNeverAsked();
    void stopsAtSilence_data();
    void stopsAtSilence();
    void asksOnceWhateverComesOfIt();

private:
    std::unique_ptr<CheckBench> m_bench;
};

void TestConnectionCheckFailures::stopsWhereItFails_data()
{
    QTest::addColumn<Ending>("ending");
    const auto row = [](const char *name, const Ending &ending) { QTest::newRow(name) << ending; };
    const auto atToken = [&](const char *name, const Script &answer, const char *walk,
                             ErrorKind kind) {
        row(name, {.token = answer, .walk = walk, .kind = kind});
    };
    const auto atPackage = [&](const char *name, const Script &answer, const char *walk,
                               ErrorKind kind) {
        row(name, {.package = answer, .walk = walk, .kind = kind});
    };
    atToken("host: a web page", webPage(), "F----", ErrorKind::HtmlAnswer);
    atToken("host: redirects", redirect(302, "https://elsewhere.example/"), "F----",
        ErrorKind::Redirected);
    atToken("host: HTTP 404", send(HttpText{.status = 404, .reason = "Not Found"}), "F----",
        ErrorKind::NotFound);
    atToken("host: no envelope", send(HttpText{.body = "[]"}), "F----", ErrorKind::MalformedAnswer);
    atToken("host: no HTTP status", send("HTTP/1.1 999 Odd\r\nContent-Length: 0\r\n\r\n"), "F----",
        ErrorKind::NotHttp);

    atToken("key: HTTP 401", send(HttpText{.status = 401, .reason = "No"}), "PNF--",
        ErrorKind::KeyRefused);
    atToken("key: HTTP 403", send(HttpText{.status = 403, .reason = "No"}), "PNF--",
        ErrorKind::KeyRefused);
    atToken(
        "key: statusCode 401, wrong password", refusal(401, 2333), "PNF--", ErrorKind::KeyRefused);
    atToken(
        "key: statusCode 500, wrong password", refusal(500, 2333), "PNF--", ErrorKind::KeyRefused);
    atToken(
        "key: statusCode 499, bad signature", refusal(499, 1300), "PNF--", ErrorKind::KeyRefused);
    atToken("key: statusCode 400", refusal(400), "PNF--", ErrorKind::KeyRefused);
    atToken("key: no token in the answer", send(HttpText{.body = envelope({.data = 1})}), "PNF--",
        ErrorKind::UnreadableField);
    atToken("key: throttled", refusal(429), "PNF--", ErrorKind::Throttled);
    atToken("key: HTTP 500", send(HttpText{.status = 500, .reason = "Oh"}), "PNF--",
        ErrorKind::ServerError);

    atToken("pool: unknown to the token", refusal(404, NoSuchPool), "PNPF-", ErrorKind::KeyRefused);
    row("pool: the key opens another", {.token = goodToken(tokenFor(u"pool-b"_s)),
                                           .enteredPool = u"pool-a"_s,
                                           .walk = "PNPF-",
                                           .kind = ErrorKind::OtherPool});
    atPackage(
        "pool: unknown to the package", refusal(404, NoSuchPool), "PNPF-", ErrorKind::NotFound);
    atPackage(
        "key: refused only for the package", refusal(401, 2020), "PNF--", ErrorKind::KeyRefused);

    atPackage("package: forbidden", refusal(403), "PNPPF", ErrorKind::Forbidden);
    atPackage("package: a higher package", refusal(402), "PNPPF", ErrorKind::HigherPackageNeeded);
    atPackage("package: unreadable", send(HttpText{.body = envelope({.data = u"none"_s})}), "PNPPF",
        ErrorKind::UnreadableField);
    atPackage("package: HTTP 404", send(HttpText{.status = 404, .reason = "Not Found"}), "PNPPF",
        ErrorKind::NotFound);
    atPackage("package: a web page", webPage(), "PNPPF", ErrorKind::HtmlAnswer);
}

void TestConnectionCheckFailures::stopsWhereItFails()
{
    QFETCH(const Ending, ending);
    m_bench->server.answer(tokenPath(), {ending.token});
    m_bench->server.answer(packagePath(), {ending.package});
    PoolAccess pool = m_bench->pool();
    pool.account.poolId = ending.enteredPool;
    auto check = m_bench->ended(pool);
    QCOMPARE(walk(*check), ending.walk);
    QVERIFY(check->error());
    QCOMPARE(check->error()->kind, ending.kind);
    QVERIFY(!check->hasPassed());
    if (ending.kind == ErrorKind::OtherPool)
        QCOMPARE(check->error()->subject, u"pool-b"_s);
    // What came after the stop was not asked for.
    if (!walk(*check).startsWith("PNPP") &&
        check->error()->operation != u"get-current-package-info")
        QCOMPARE(m_bench->server.hitsOn(packagePath()), 0);
    check.reset();
    QTRY_COMPARE(m_bench->server.openConnections(), 0);
}

void TestConnectionCheckFailures::stopsAtNobody_data()
{
    QTest::addColumn<QUrl>("host");
    QTest::addColumn<ErrorKind>("kind");
    quint16 closed = 0;
    {
        const FaultyServer gone;
        closed = gone.port();
    }
    QTest::newRow("refused") << QUrl(u"http://127.0.0.1:%1"_s.arg(closed))
                             << ErrorKind::ConnectionRefused;
    QTest::newRow("refused, https")
        << QUrl(u"https://127.0.0.1:%1"_s.arg(closed)) << ErrorKind::ConnectionRefused;
    // Such a name is never looked up in the network: RFC 6761.
    QTest::newRow("unknown name") << QUrl(u"https://nobody.invalid"_s) << ErrorKind::HostNotFound;
    QTest::newRow("plain http elsewhere")
        << QUrl(u"http://nobody.invalid"_s) << ErrorKind::InsecureHost;
    QTest::newRow("no host at all") << QUrl() << ErrorKind::InvalidRequest;
}

void TestConnectionCheckFailures::stopsAtNobody()
{
    QFETCH(const QUrl, host);
    QFETCH(const ErrorKind, kind);
    const auto check = m_bench->ended({accountOn(host), canaryKey()});
    QCOMPARE(walk(*check), "F----");
    QCOMPARE(check->error()->kind, kind);
}

void TestConnectionCheckFailures::stopsAtDeadProxy()
{
    PoolAccess pool{accountOn(QUrl(u"https://pool.invalid"_s)), canaryKey()};
    {
        const FaultyServer gone;
        pool.account.proxy = {ProxyChoice::Mode::Given, u"127.0.0.1"_s, gone.port()};
    }
    const auto check = m_bench->ended(pool);
    QCOMPARE(walk(*check), "F----");
    QVERIFY(check->error()->proxyInUse || check->error()->kind == ErrorKind::ProxyFailed);
}

void TestConnectionCheckFailures::stopsAtCertificate_data()
{
    QTest::addColumn<TlsIdentity>("identity");
    QTest::addColumn<QString>("caFile");
    QTest::addColumn<TlsProblem>("problem");
    static CertificateAuthority authority;
    static CertificateAuthority stranger;
    const QString file = authority.certificateFile();
    QTest::newRow("self-signed") << authority.selfSigned() << QString() << TlsProblem::SelfSigned;
    QTest::newRow("unknown issuer") << stranger.issue() << file << TlsProblem::UnknownIssuer;
    QTest::newRow("expired") << authority.issueExpired() << file << TlsProblem::Expired;
    QTest::newRow("not yet valid")
        << authority.issueNotYetValid() << file << TlsProblem::NotYetValid;
    QTest::newRow("another host") << authority.issue("DNS:pool.example") << file
                                  << TlsProblem::WrongHost;
}

void TestConnectionCheckFailures::stopsAtCertificate()
{
    QFETCH(const TlsIdentity, identity);
    QFETCH(const QString, caFile);
    QFETCH(const TlsProblem, problem);
    m_bench->server.useTls(identity);
    PoolAccess pool = m_bench->pool();
    pool.account.caFile = caFile;
    const auto check = m_bench->ended(pool);
    QCOMPARE(walk(*check), "PF---");
    QCOMPARE(check->error()->kind, ErrorKind::TlsFailed);
    QCOMPARE(check->error()->tlsProblem, problem);
    QTRY_COMPARE(m_bench->server.openConnections(), 0);
    QCOMPARE(m_bench->server.receivedBytes(), 0);
}

void TestConnectionCheckFailures::claimsNothingOfAHostItNeverAsked()
{
    PoolAccess pool = m_bench->pool();
    pool.account.caFile = u"/nowhere/authority.pem"_s;
    const auto check = m_bench->ended(pool);
    QCOMPARE(walk(*check), "-F---");
    QCOMPARE(check->error()->kind, ErrorKind::CaFileUnreadable);
    QCOMPARE(m_bench->server.connections(), 0);
}

void TestConnectionCheckFailures::stopsAtSilence_data()
{
    QTest::addColumn<bool>("tls"); // which the server then does not speak
    QTest::addColumn<QByteArray>("walk");
    QTest::newRow("after the request") << false << "PNF--"_ba;
    QTest::newRow("before there is a secure connection") << true << "F----"_ba;
}

void TestConnectionCheckFailures::stopsAtSilence()
{
    QFETCH(const bool, tls);
    m_bench->server.answer(tokenPath(), {silence()});
    m_bench->limits = {.inactivity = 300ms, .deadline = 20s};
    PoolAccess pool = m_bench->pool();
    if (tls)
        pool.account.host.setScheme(u"https"_s);
    const auto check = m_bench->ended(pool);
    QCOMPARE(check->error()->kind, ErrorKind::TimedOut);
    QTEST(walk(*check), "walk");
}

void TestConnectionCheckFailures::asksOnceWhateverComesOfIt()
{
    // No second token is asked for where a refresh would, and no second package.
    m_bench->server.answer(packagePath(), {send(HttpText{.status = 503, .reason = "Busy"})});
    QCOMPARE(walk(*m_bench->ended(m_bench->pool())), "PNPPF");
    QCOMPARE(m_bench->server.hitsOn(tokenPath()), 1);
    QCOMPARE(m_bench->server.hitsOn(packagePath()), 1);
}

QTEST_GUILESS_MAIN(TestConnectionCheckFailures)
#include "tst_connectioncheckfailures.moc"
