// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// T3 to T6: the exchange for a token, what it brings, and keys that are no longer right.

#include "tests/faults/faultcase.h"
#include "tests/faults/faultstage.h"
#include "tests/support/genauthanswers.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace genauth::test {

namespace {

using namespace std::chrono_literals;
using Kind = NextTry::Kind;

const QString RequestId = QStringLiteral("req-r");

/** The last token has expired, and this one comes; the package is then asked for with it. */
FaultCase withToken(const QByteArray &name, const Script &script, const QByteArray &token)
{
    FaultCase faultCase = ofToken("T4", name, script, {});
    faultCase.outcome.gets = {1, 1};
    faultCase.outcome.checks = {[token](const Aftermath &it) {
        const RecordedRequest asked = it.stage.server->requestsTo(packagePath()).constLast();
        return asked.header("Authorization") == "Bearer " + token
                   ? QString()
                   : QStringLiteral("T4: the package was asked for with another token");
    }};
    return faultCase;
}

Check namesPool(const QString &pool)
{
    return [pool](const Aftermath &it) {
        const QString shown = it.stage.role(Qt::DisplayRole, PoolsModel::PoolIdColumn).toString();
        const QByteArray asked =
            it.stage.server->requestsTo(packagePath()).constLast().header("x-genauth-userpool-id");
        return shown == pool && asked == pool.toLatin1()
                   ? QString()
                   : QStringLiteral("the pool is said to be %1, and asked for as %2")
                         .arg(shown, QString::fromLatin1(asked));
    };
}

/** Until the back-off is over, nothing is asked; then once again, with one more token request. */
void addSlowTokens(QList<FaultCase> &cases)
{
    FaultCase silent =
        ofToken("T3", "silent", silence(), {.error = ErrorKind::TimedOut, .next = Kind::BackOff});
    silent.limits = shortLimits();
    FaultCase slow = ofToken("T3", "slower than the deadline",
        dribble(httpHead({}, 100'000), QByteArray(100'000, ' '), 5ms),
        {.error = ErrorKind::TimedOut, .next = Kind::BackOff});
    slow.limits = {.inactivity = 60s, .deadline = 700ms};
    cases << silent << slow
          << ofToken("T3", "429, 20 s", httpEnvelope(429, 429, "Retry-After: 20\r\n"),
                 {.error = ErrorKind::Throttled,
                     .next = Kind::AsTold,
                     .told = 20,
                     .requestId = RequestId})
          << ofToken("T3", "429", refusal(429),
                 {.error = ErrorKind::Throttled, .next = Kind::BackOff, .requestId = RequestId})
          << ofToken("T3", "500", refusal(500),
                 {.error = ErrorKind::ServerError, .next = Kind::BackOff, .requestId = RequestId});
    FaultCase down = ofToken(
        "T3", "down", close(), {.error = ErrorKind::ConnectionClosed, .next = Kind::BackOff});
    down.outcome.posts = {1, 4}; // Qt's own attempts
    cases << down;
}

/** The package refuses every token; the token endpoint answers so meanwhile. No loop is made. */
void addNoLoop(QList<FaultCase> &cases)
{
    const auto add = [&](const QByteArray &row, const QByteArray &name, const Script &token,
                         ErrorKind kind, Kind next, int gets, const Outcome &more) {
        Outcome outcome = more;
        outcome.error = kind;
        outcome.next = next;
        FaultCase faultCase = ofPackage(row, name, {}, outcome);
        faultCase.fault = [token](FaultStage &stage) {
            stage.server->answer(packagePath(), {refusal(401)});
            stage.server->answer(tokenPath(), {token});
        };
        faultCase.outcome.posts = {1, 1};
        faultCase.outcome.gets = {gets, gets};
        if (gets == 1)
            faultCase.outcome.operation = ApiRequest::managementToken({}).name();
        cases << faultCase;
    };
    add("T3", "401 for ever", goodToken(), ErrorKind::KeyRefused, Kind::None, 2,
        {.requestId = RequestId});
    add("T3", "401, then 429 at the token", httpEnvelope(429, 429, "Retry-After: 9\r\n"),
        ErrorKind::Throttled, Kind::AsTold, 1, {.told = 9, .requestId = RequestId});
    add("T3", "401, then 500 at the token", refusal(500), ErrorKind::ServerError, Kind::BackOff, 1,
        {.requestId = RequestId});
    // The key was changed on the server while this program ran.
    add("T5", "key rotated: wrong secret", refusal(400, 2333), ErrorKind::KeyRefused, Kind::None, 1,
        {.requestId = RequestId});
    add("T5", "key rotated: HTTP 401", httpEnvelope(401, 401), ErrorKind::KeyRefused, Kind::None, 1,
        {.requestId = RequestId});
    cases << ofToken("T5", "key rotated, noticed at the renewal", refusal(401, 2020),
        {.error = ErrorKind::KeyRefused, .next = Kind::None, .requestId = RequestId});
}

void addOddTokens(QList<FaultCase> &cases)
{
    const QString keyId = canaryKey().id;
    const auto claims = [](const QJsonObject &more) {
        QJsonObject payload{{QStringLiteral("canary"), QStringLiteral("CANARY-TOKEN")}};
        for (auto it = more.begin(); it != more.end(); ++it)
            payload.insert(it.key(), it.value());
        return jwt(payload);
    };
    const auto takes = [&](const QByteArray &name, const QByteArray &token) {
        cases << withToken(name, goodToken(token), token);
        cases.last().outcome.checks << namesPool(keyId);
    };
    takes("without claims", claims({}));
    takes("no JWT", "CANARY-opaque");
    takes("two parts", canaryToken().first(canaryToken().lastIndexOf('.')));
    takes("four parts", canaryToken() + ".x");
    takes("bad base64url", "CANARY.!!!.x");
    takes("payload is no JSON", "e30." + QByteArray("CANARY{").toBase64() + ".x");
    takes("claim is a number", claims({{QStringLiteral("scoped_userpool_id"), 7}}));
    takes("claim is a list",
        claims({{QStringLiteral("scoped_userpool_id"), QJsonArray{QStringLiteral("p")}}}));
    takes("claim breaks the line",
        claims({{QStringLiteral("scoped_userpool_id"), QStringLiteral("p\r\nX-Evil: 1")}}));
    takes("16 kB", QByteArray(16 * 1024, 'x'));
    for (const QJsonValue &exp : {QJsonValue(QStringLiteral("soon")), QJsonValue(1.5),
             QJsonValue(0), QJsonValue(253'402'300'799.0), QJsonValue(-1)})
        takes("exp " + exp.toVariant().toByteArray(), claims({{QStringLiteral("exp"), exp}}));
    const QString markup = QStringLiteral("<img/src=/dev/zero>");
    const QByteArray marked = claims({{QStringLiteral("scoped_userpool_id"), markup}});
    cases << withToken("claim is markup", goodToken(marked), marked);
    cases.last().outcome.checks << namesPool(markup);
    for (const QJsonValue &expires : {QJsonValue(QJsonValue::Undefined), QJsonValue(),
             QJsonValue(QStringLiteral("7200")), QJsonValue(QStringLiteral("soon")), QJsonValue(0),
             QJsonValue(-1), QJsonValue(1e300), QJsonValue(59), QJsonValue(QJsonArray{7200})}) {
        const QByteArray name =
            "expires_in " + QJsonDocument(QJsonArray{expires}).toJson(QJsonDocument::Compact);
        cases << withToken(expires.isUndefined() ? QByteArray("expires_in missing") : name,
            goodToken(canaryToken(), expires), canaryToken());
    }
}

void addNoTokens(QList<FaultCase> &cases)
{
    const auto refuses = [&](const QByteArray &name, const QJsonValue &token) {
        const QJsonObject data{{QStringLiteral("access_token"), token}};
        cases << ofToken("T4", name,
            send(HttpText{.body = envelope({.data = data, .requestId = RequestId})}),
            {.error = ErrorKind::UnreadableField,
                .subject = QStringLiteral("data.access_token"),
                .requestId = RequestId});
    };
    refuses("1 MB of claims",
        QString::fromLatin1(jwt({{QStringLiteral("CANARY"), QString(1'000'000, u'x')}})));
    refuses("one byte too many", QString(16 * 1024 + 1, u'x'));
    refuses("token breaks the line", QStringLiteral("CANARY\r\nX-Evil: 1"));
    refuses("token is Chinese", QStringLiteral("令牌"));
    refuses("token has a blank", QStringLiteral("CANARY CANARY"));
    refuses("token empty", QString());
    refuses("token null", QJsonValue());
    refuses("token a number", 7);
    refuses("token an object", QJsonObject{{QStringLiteral("token"), QStringLiteral("CANARY")}});
}

void addOtherPools(QList<FaultCase> &cases)
{
    // What the key opens is what is named, so that a key of another pool shows.
    const QString pool = QStringLiteral("another-pool");
    const QByteArray token = jwt({{QStringLiteral("scoped_userpool_id"), pool},
        {QStringLiteral("canary"), QStringLiteral("CANARY-TOKEN")}});
    FaultCase other = withToken("the key opens another pool", goodToken(token), token);
    other.row = "T6";
    other.outcome.checks << namesPool(pool);
    cases << other;
    cases << ofToken("T6", "a key of another region", refusal(400, 2333),
                 {.error = ErrorKind::KeyRefused, .next = Kind::None, .requestId = RequestId})
          << ofToken("T6", "no such pool", refusal(404, 2224),
                 {.error = ErrorKind::KeyRefused, .next = Kind::None, .requestId = RequestId});
}

} // namespace

QList<FaultCase> tokenCases()
{
    QList<FaultCase> cases;
    addSlowTokens(cases);
    addNoLoop(cases);
    addOddTokens(cases);
    addNoTokens(cases);
    addOtherPools(cases);
    return cases;
}

} // namespace genauth::test
