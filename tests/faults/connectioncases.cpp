// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// H25 to H32: connections that are slow, end, lead elsewhere, are not private, or never begin.

#include "tests/faults/faultcase.h"
#include "tests/faults/faultstage.h"
#include "tests/support/certificates.h"
#include "tests/support/genauthanswers.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <algorithm>

namespace genauth::test {

namespace {

using namespace std::chrono_literals;
using Kind = NextTry::Kind;

const Outcome TimedOut{.error = ErrorKind::TimedOut, .next = Kind::BackOff};

FaultCase with(
    FaultCase faultCase, const TransportLimits &limits, void (*prepare)(FaultStage &) = nullptr)
{
    faultCase.limits = limits;
    if (prepare)
        faultCase.prepare = prepare;
    return faultCase;
}

void overTls(FaultStage &stage)
{
    stage.useTls();
}

void behindProxy(FaultStage &stage)
{
    stage.useProxy();
}

/** The fault hits whatever is sent first; no request gets through to the server. */
FaultCase unreached(const QByteArray &row, const QByteArray &name,
    const std::function<void(FaultStage &)> &fault, Outcome outcome)
{
    if (outcome.operation.isEmpty())
        outcome.operation = ApiRequest::currentPackage().name();
    outcome.posts = outcome.gets = {};
    return {row, name, fault, outcome};
}

void addSlow(QList<FaultCase> &cases)
{
    const QByteArray head = httpHead({}, 100'000);
    const TransportLimits deadline{.inactivity = 60s, .deadline = 700ms};
    const QList<std::pair<QByteArray, Script>> scripts{
        {"silent", silence()},
        {"one byte", send("H")},
        {"silent within the head", send(head.first(30))},
        {"silent after the head", send(head)},
        {"silent within the body", send(head + R"({"statusCode":200)")},
    };
    for (const auto &[name, script] : scripts)
        cases << with(ofPackage("H25", name, script, TimedOut), shortLimits())
              << with(ofToken("H25", name, script, TimedOut), shortLimits());
    const QByteArray slow(100'000, ' ');
    cases << with(ofPackage("H25", "slow body", dribble(head, slow, 5ms), TimedOut), deadline)
          << with(ofToken("H25", "slow body", dribble(head, slow, 5ms), TimedOut), deadline)
          << with(ofPackage(
                      "H25", "slow head", dribble("HTTP/1.1 200 OK\r\nX: ", slow, 5ms), TimedOut),
                 deadline);
    // The handshake never comes: nothing of the request is sent.
    cases << with(unreached("H25", "accepts, then silence",
                      [](FaultStage &stage) {
                          auto listener = std::make_unique<QTcpServer>();
                          if (!listener->listen(QHostAddress(QStringLiteral("127.0.0.3"))))
                              qFatal("no port");
                          QUrl url(QStringLiteral("https://127.0.0.3"));
                          url.setPort(listener->serverPort());
                          stage.moveTo(url);
                          stage.props.push_back(std::move(listener));
                      },
                      {.error = ErrorKind::TimedOut,
                          .next = Kind::BackOff,
                          .operation = ApiRequest::managementToken({}).name()}),
        shortLimits());
}

void addEnds(QList<FaultCase> &cases)
{
    const QByteArray whole = goodPackage().constFirst().bytes;
    const Outcome closed{.error = ErrorKind::ConnectionClosed, .next = Kind::BackOff};
    const auto add = [&](const QByteArray &name, const Script &script, int most,
                         void (*prepare)(FaultStage &)) {
        FaultCase package = ofPackage("H26", name, script, closed);
        package.outcome.gets = {1, most};
        FaultCase token = ofToken("H26", name, script, closed);
        token.outcome.posts = {1, most};
        cases << with(package, {}, prepare) << with(token, {}, prepare);
    };
    for (const bool tls : {false, true}) {
        const auto prepare = tls ? overTls : nullptr;
        const QByteArray way = tls ? " over TLS" : "";
        // Before an answer Qt asks again by itself, up to three times.
        add("close before the answer" + way, close(), 4, prepare);
        add("close mid head" + way, sendAndClose("HTTP/1.1 200 OK\r\nContent-"), 4, prepare);
        add("close mid body" + way, sendAndClose(whole.chopped(1)), 1, prepare);
        if (tls)
            continue; // a reset is one of the connection below
        add("reset before the answer", reset(), 4, prepare);
        add("reset mid body", sendAndReset(whole.chopped(1)), 1, prepare);
    }
}

QString spokeToNobodyElse(const Aftermath &it)
{
    return it.stage.other.receivedBytes() == 0 ? QString()
                                               : QStringLiteral("I3: another host read something");
}

/** Redirected at the package, or at the token, by an answer that is made on the stage. */
void addRedirect(QList<FaultCase> &cases, const QByteArray &name, int status,
    const std::function<QByteArray(FaultStage &)> &location, const QString &subject)
{
    const Outcome outcome{
        .error = ErrorKind::Redirected, .subject = subject, .checks = {spokeToNobodyElse}};
    FaultCase package = ofPackage("H27", name, {}, outcome);
    package.fault = [status, location](FaultStage &stage) {
        stage.server->answer(packagePath(), {redirect(status, location(stage))});
    };
    FaultCase token = ofToken("H27", name, {}, outcome);
    token.fault = [status, location](FaultStage &stage) {
        stage.clock.advance(3h);
        stage.server->answer(tokenPath(), {redirect(status, location(stage))});
    };
    cases << package << token;
}

void addRedirects(QList<FaultCase> &cases)
{
    const QString other = QStringLiteral("127.0.0.2");
    const QString same = QStringLiteral("127.0.0.1");
    const auto toOther = [](FaultStage &stage) {
        return stage.other.url().toEncoded() + "/api/v3/elsewhere";
    };
    for (const int status : {300, 301, 302, 303, 307, 308})
        addRedirect(cases, QByteArray::number(status) + " to another host", status, toOther, other);
    addRedirect(
        cases, "to another host, by name only", 307,
        [](FaultStage &stage) { return "//127.0.0.2:" + QByteArray::number(stage.other.port()); },
        other);
    addRedirect(
        cases, "with a user's name", 302,
        [](FaultStage &stage) {
            return "http://127.0.0.1@127.0.0.2:" + QByteArray::number(stage.other.port());
        },
        other);
    const auto to = [&](const QByteArray &name, int status, const QByteArray &location,
                        const QString &subject) {
        addRedirect(
            cases, name, status, [location](FaultStage &) { return location; }, subject);
    };
    to("to the same host", 302, "/elsewhere", same);
    to("to itself, for ever", 307, packagePath().toLatin1(), same);
    to("to the token, for ever", 308, tokenPath().toLatin1(), same);
    to("to a file", 302, "file:///etc/passwd", QString());
    to("to data", 302, "data:text/plain,x", QString());
    to("to ftp", 308, "ftp://127.0.0.2/x", other);
    to("to garbage", 302, "http://[oops", QString());
    to("without a Location", 302, QByteArray(), QString());
    to("304", 304, QByteArray(), QString());
    const auto before = cases.size();
    addRedirect(
        cases, "from https to http", 302,
        [](FaultStage &stage) {
            QUrl plain = stage.server->url();
            plain.setScheme(QStringLiteral("http"));
            return plain.toEncoded() + packagePath().toLatin1();
        },
        same);
    for (auto added = cases.begin() + before; added != cases.end(); ++added)
        added->prepare = overTls;
}

void addCertificates(QList<FaultCase> &cases)
{
    const auto add = [&](const QByteArray &name, TlsProblem problem, auto identity) {
        const Outcome outcome{.error = ErrorKind::TlsFailed, .tls = problem};
        FaultCase package = unreached(
            "H28", name, [identity](FaultStage &stage) { stage.server->useTls(identity()); },
            outcome);
        FaultCase token = package;
        token.name += ", token";
        token.outcome.operation = ApiRequest::managementToken({}).name();
        token.fault = [identity](FaultStage &stage) {
            stage.clock.advance(3h);
            stage.server->useTls(identity());
        };
        cases << with(package, {}, overTls) << with(token, {}, overTls);
    };
    add("self-signed", TlsProblem::SelfSigned, [] { return FaultStage::authority().selfSigned(); });
    add("expired", TlsProblem::Expired, [] { return FaultStage::authority().issueExpired(); });
    add("not yet valid", TlsProblem::NotYetValid,
        [] { return FaultStage::authority().issueNotYetValid(); });
    add("wrong host", TlsProblem::WrongHost,
        [] { return FaultStage::authority().issue("DNS:pool.example"); });
    add("unknown authority", TlsProblem::UnknownIssuer, [] {
        static CertificateAuthority stranger;
        return stranger.issue();
    });
    cases << with(unreached("H28", "no TLS at all",
                      [](FaultStage &stage) {
                          stage.server->greetWith(sendAndClose(http({.body = "{}"})));
                          QUrl url = stage.server->url();
                          url.setScheme(QStringLiteral("https"));
                          stage.moveTo(url);
                      },
                      {.error = ErrorKind::TlsFailed,
                          .operation = ApiRequest::managementToken({}).name(),
                          .tls = TlsProblem::Other}),
        {});
}

FaultCase moved(const QByteArray &row, const QByteArray &name, const QUrl &host, Outcome outcome)
{
    outcome.operation = ApiRequest::managementToken({}).name();
    return unreached(
        row, name, [host](FaultStage &stage) { stage.moveTo(host); }, outcome);
}

/** Connections to it are never accepted, and SYNs beyond the full queue are dropped. */
QUrl deafHost(FaultStage &stage)
{
    auto listener = std::make_unique<QTcpServer>();
    listener->setListenBacklogSize(0);
    if (!listener->listen(QHostAddress(QStringLiteral("127.0.0.4"))))
        qFatal("no port");
    listener->pauseAccepting();
    QUrl url(QStringLiteral("http://127.0.0.4"));
    url.setPort(listener->serverPort());
    for (int i = 0; i < 4; ++i) {
        auto socket = std::make_unique<QTcpSocket>();
        socket->connectToHost(url.host(), listener->serverPort());
        if (i == 0)
            socket->waitForConnected(1000);
        stage.props.push_back(std::move(socket));
    }
    stage.props.push_back(std::move(listener));
    return url;
}

void addUnreachable(QList<FaultCase> &cases)
{
    // Longer than any name can be, so no name server is asked.
    QUrl nobody(QStringLiteral("https://genauth.invalid"));
    nobody.setHost(QStringLiteral("genauth.").repeated(40) + nobody.host());
    cases << moved(
        "H29", "no such name", nobody, {.error = ErrorKind::HostNotFound, .next = Kind::BackOff});

    const auto refused = [&](const QByteArray &name, void (*prepare)(FaultStage &)) {
        FaultCase gone = unreached("H30", name, [](FaultStage &stage) { stage.server.reset(); },
            {.error = ErrorKind::ConnectionRefused, .next = Kind::BackOff});
        gone.mends = false; // its port may be another's by then
        cases << with(gone, {}, prepare);
    };
    refused("refused", nullptr);
    refused("refused, over TLS", overTls);
    // A broadcast address: refused by this computer, before a packet leaves it.
    cases << moved("H30", "no way to the host", QUrl(QStringLiteral("https://255.255.255.255")),
        {.error = ErrorKind::ConnectionFailed, .next = Kind::BackOff});
    cases << with(unreached("H30", "no answer to the first packet",
                      [](FaultStage &stage) { stage.moveTo(deafHost(stage)); },
                      {.error = ErrorKind::TimedOut,
                          .next = Kind::BackOff,
                          .operation = ApiRequest::managementToken({}).name()}),
        shortLimits());
    // The name has two addresses where IPv6 is there: nobody listens on the first.
    FaultCase second = freshPackage("H30", "the first of two addresses is dead", {});
    second.outcome.posts = {1, 1};
    second.fault = [](FaultStage &stage) {
        stage.server->answer(packagePath(), {goodPackage(overduePackage())});
        QUrl url = stage.server->url();
        url.setHost(QStringLiteral("localhost"));
        stage.moveTo(url);
    };
    cases << second;
}

QString proxyHeardNoSecret(const Aftermath &it)
{
    const auto clean = [](const RecordedRequest &request) {
        return request.verb == "CONNECT" && !request.raw.contains("CANARY") &&
               !request.raw.contains(canaryToken()) && !request.hasHeader("Authorization");
    };
    const QList<RecordedRequest> &requests =
        it.stage.proxy->requests(); // the good one is among them
    return it.after.package.error->proxyInUse && std::ranges::all_of(requests, clean) &&
                   requests.size() <= 2 + 2 * PoolRefresh::Operations
               ? QString()
               : QStringLiteral("H31: the proxy is not named, or heard more than it should");
}

void addProxies(QList<FaultCase> &cases)
{
    const auto add = [&](const QByteArray &name, const Script &script, ErrorKind kind, Kind next) {
        cases << with(
            unreached("H31", name, [script](FaultStage &stage) { stage.proxy->answerRest(script); },
                {.error = kind, .next = next, .checks = {proxyHeardNoSecret}}),
            kind == ErrorKind::TimedOut ? shortLimits() : TransportLimits(), behindProxy);
    };
    const auto asks = [](const QByteArray &challenge) {
        return send(HttpText{.status = 407,
            .contentType = "text/html",
            .headers = "Proxy-Authenticate: " + challenge + "\r\n",
            .body = "<html>who?"});
    };
    add("407, Basic", asks("Basic realm=\"x\""), ErrorKind::ProxyAuthenticationRequired,
        Kind::Poll);
    add("407, Digest", asks("Digest realm=\"x\", nonce=\"n\""),
        ErrorKind::ProxyAuthenticationRequired, Kind::Poll);
    add("silent", silence(), ErrorKind::TimedOut, Kind::BackOff);
    add("HTML, forbidden", html(403), ErrorKind::ConnectionFailed, Kind::BackOff);
    add("HTML, bad gateway", html(502), ErrorKind::ConnectionFailed, Kind::BackOff);
    // Qt takes any 200 for the open tunnel, and the end of a tunnel for a pause.
    add("HTML as an answer", html(200), ErrorKind::TimedOut, Kind::BackOff);
    add("hangs up", close(), ErrorKind::TimedOut, Kind::BackOff);
    add("a redirect", redirect(302, "http://127.0.0.2/"), ErrorKind::ConnectionFailed,
        Kind::BackOff);
    FaultCase down = unreached("H31", "down", [](FaultStage &stage) { stage.proxy.reset(); },
        {.error = ErrorKind::ConnectionFailed, .next = Kind::BackOff});
    down.mends = false;
    cases << with(down, {}, behindProxy);
}

void addPlainHosts(QList<FaultCase> &cases)
{
    for (const char *host : {"http://192.0.2.1", "http://api.genauth.ai", "ftp://127.0.0.1"}) {
        const QUrl url{QLatin1String(host)};
        cases << moved("H32", host, url,
            {.error = ErrorKind::InsecureHost, .next = Kind::None, .subject = url.host()});
    }
}

} // namespace

QList<FaultCase> connectionCases()
{
    QList<FaultCase> cases;
    addSlow(cases);
    addEnds(cases);
    addRedirects(cases);
    addCertificates(cases);
    addUnreachable(cases);
    addProxies(cases);
    addPlainHosts(cases);
    return cases;
}

} // namespace genauth::test
