// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// H1 to H16 and H33: what an answer's status says, in HTTP and inside the envelope.

#include "tests/faults/faultcase.h"
#include "tests/faults/faultstage.h"
#include "tests/support/genauthanswers.h"

#include <algorithm>

namespace genauth::test {

namespace {

using Kind = NextTry::Kind;

const QString RequestId = QStringLiteral("req-r");

/** What comes of one status at the package, and at the token. */
struct Judgement
{
    ErrorKind package;
    Kind packageNext;
    ErrorKind token;
    Kind tokenNext;
    int told = 0;
};

void addBoth(QList<FaultCase> &cases, const QByteArray &row, const QByteArray &name,
    const Script &script, const Judgement &judgement, const QString &requestId = RequestId)
{
    cases << ofPackage(row, name, script,
                 {.error = judgement.package,
                     .next = judgement.packageNext,
                     .told = judgement.told,
                     .requestId = requestId})
          << ofToken(row, name, script,
                 {.error = judgement.token,
                     .next = judgement.tokenNext,
                     .told = judgement.told,
                     .requestId = requestId});
}

/** As HTTP status with an envelope and with a web page, and inside HTTP 200. */
void addStatus(
    QList<FaultCase> &cases, const QByteArray &row, int status, const Judgement &judgement)
{
    const QByteArray number = QByteArray::number(status);
    addBoth(cases, row, "HTTP " + number, httpEnvelope(status, status), judgement);
    addBoth(cases, row, "HTTP " + number + ", a web page", html(status), judgement, {});
    addBoth(cases, row, "statusCode " + number, refusal(status), judgement);
}

constexpr Judgement same(ErrorKind kind, Kind next)
{
    return {kind, next, kind, next};
}

/** The key itself is refused where it is shown. */
constexpr Judgement keyRefusedAtToken(ErrorKind package)
{
    return {package, Kind::Poll, ErrorKind::KeyRefused, Kind::None};
}

constexpr Judgement told(ErrorKind kind, int seconds)
{
    return {kind, Kind::AsTold, kind, Kind::AsTold, seconds};
}

QString logsEndpointAndCodesOnly(const Aftermath &it)
{
    const QByteArray line = "GET /api/v3/get-current-package-info BadRequest HTTP 400 statusCode "
                            "400 apiCode 1303";
    if (!it.log.contains(line))
        return QStringLiteral("H1: the log does not name endpoint and apiCode");
    if (it.log.contains("clock too far off"))
        return QStringLiteral("H1: the log holds the body");
    const ApiError &error = *it.after.package.error;
    return error.apiCode == 1303 && error.serverMessage == QStringLiteral("clock too far off")
               ? QString()
               : QStringLiteral("H1: the server's code and words are lost");
}

QString carriesBearerOnly(const Aftermath &it)
{
    const auto bearerOnly = [](const RecordedRequest &request) {
        const QByteArray value = request.header("Authorization");
        return value.isEmpty() || (value.startsWith("Bearer ") && !value.contains(','));
    };
    return std::ranges::all_of(it.stage.server->requests(), bearerOnly)
               ? QString()
               : QStringLiteral("H4: another kind of credential was sent");
}

void addBadRequests(QList<FaultCase> &cases)
{
    const auto badRequest = keyRefusedAtToken(ErrorKind::BadRequest);
    addStatus(cases, "H1", 400, badRequest);
    const Script script = send(HttpText{.status = 400,
        .body = envelope({.statusCode = 400,
            .message = QStringLiteral("clock too far off"),
            .apiCode = 1303,
            .requestId = RequestId})});
    cases << ofPackage("H1", "what is logged", script,
        {.error = ErrorKind::BadRequest,
            .requestId = RequestId,
            .checks = {logsEndpointAndCodesOnly}});
}

/** The token in memory is refused, the package answered well with the next one, or not. */
void addRefusedTokens(QList<FaultCase> &cases)
{
    const QList<std::pair<QByteArray, Script>> refusals{
        {"HTTP 401", httpEnvelope(401, 401)},
        {"HTTP 401, a web page", html(401)},
        {"HTTP 401, no body", send(HttpText{.status = 401})},
        {"statusCode 401", refusal(401)},
        {"apiCode 2020", refusal(499, 2020)},
    };
    const auto add = [&](const QByteArray &row, const QByteArray &name, const Script &script,
                         const QList<Check> &checks) {
        const bool named = script.constFirst().bytes.contains("req-r");
        FaultCase once = freshPackage(row, name + " once", script, checks);
        once.fault = [script](FaultStage &stage) {
            stage.server->answer(packagePath(), {script, goodPackage(overduePackage())});
        };
        FaultCase always = ofPackage(row, name + " again", script,
            {.error = ErrorKind::KeyRefused,
                .next = Kind::None,
                .requestId = named ? RequestId : QString(),
                .checks = checks});
        for (FaultCase *faultCase : {&once, &always}) {
            faultCase->outcome.posts = {1, 1};
            faultCase->outcome.gets = {2, 2};
            cases << *faultCase;
        }
    };
    for (const auto &[name, script] : refusals)
        add("H2", name, script, {});
    for (const char *challenge : {"Basic realm=\"<b>who</b>\"", "Digest realm=\"r\", nonce=\"n\"",
             "NTLM", "Negotiate", "Negotiate, NTLM, Basic realm=\"x\""}) {
        const QByteArray header = "WWW-Authenticate: " + QByteArray(challenge) + "\r\n";
        add("H4", QByteArray(challenge), httpEnvelope(401, 401, header), {carriesBearerOnly});
    }
}

void addRefusedKeys(QList<FaultCase> &cases)
{
    const QList<std::pair<QByteArray, Script>> refusals{
        {"HTTP 401", httpEnvelope(401, 401)},
        {"HTTP 401, a web page", html(401)},
        {"statusCode 401", refusal(401)},
        {"wrong secret", refusal(400, 2333)},
        {"no such pool", refusal(404, 2224)},
        {"bad signature", refusal(499, 1300)},
        {"with Retry-After", httpEnvelope(401, 401, "Retry-After: 7\r\n")},
        {"with a challenge", httpEnvelope(401, 401, "WWW-Authenticate: Negotiate\r\n")},
    };
    for (const auto &[name, script] : refusals) {
        const bool named = script.constFirst().bytes.contains("req-r");
        cases << ofToken("H3", name, script,
            {.error = ErrorKind::KeyRefused,
                .next = Kind::None,
                .requestId = named ? RequestId : QString()});
    }
}

void addWaits(QList<FaultCase> &cases)
{
    const QByteArray date = "Date: Wed, 01 Jul 2026 12:10:00 GMT\r\n";
    const auto throttled = [&](const QByteArray &row, const QByteArray &name,
                               const QByteArray &headers, int seconds) {
        addBoth(
            cases, row, name, httpEnvelope(429, 429, headers), told(ErrorKind::Throttled, seconds));
    };
    throttled("H8", "7 s", "Retry-After: 7\r\n", 7);
    throttled("H8", "0 s", "Retry-After: 0\r\n", 1);
    throttled("H8", "weeks", "Retry-After: 99999999999999999999\r\n", 3600);
    addBoth(cases, "H8", "inside HTTP 200",
        send(HttpText{.headers = "Retry-After: 7\r\n",
            .body = envelope({.statusCode = 429, .requestId = RequestId})}),
        told(ErrorKind::Throttled, 7));
    addBoth(cases, "H8", "a web page", html(429, "Retry-After: 7\r\n"),
        told(ErrorKind::Throttled, 7), {});
    addStatus(cases, "H8", 429, same(ErrorKind::Throttled, Kind::BackOff));
    for (const char *odd : {"", "soon", "-7", "7.5", "1e3"})
        addBoth(cases, "H8", QByteArray("Retry-After: ") + odd,
            httpEnvelope(429, 429, "Retry-After: " + QByteArray(odd) + "\r\n"),
            same(ErrorKind::Throttled, Kind::BackOff));
    throttled("H9", "in 30 s", date + "Retry-After: Wed, 01 Jul 2026 12:10:30 GMT\r\n", 30);
    throttled("H9", "in years", date + "Retry-After: Fri, 01 Jul 2033 12:10:30 GMT\r\n", 3600);
    throttled("H9", "in the past", date + "Retry-After: Wed, 21 Oct 2015 07:28:00 GMT\r\n", 1);
    addBoth(cases, "H9", "without a Date to measure against",
        httpEnvelope(429, 429, "Retry-After: Wed, 01 Jul 2026 12:10:30 GMT\r\n"),
        same(ErrorKind::Throttled, Kind::BackOff));
    for (const char *seconds : {"120", "3600"})
        addBoth(cases, "H12", QByteArray(seconds) + " s",
            httpEnvelope(503, 503, "Retry-After: " + QByteArray(seconds) + "\r\n"),
            told(ErrorKind::Maintenance, QByteArray(seconds).toInt()));
    addBoth(cases, "H12", "a web page", html(503, "Retry-After: 120\r\n"),
        told(ErrorKind::Maintenance, 120), {});
    addStatus(cases, "H12", 503, same(ErrorKind::Maintenance, Kind::BackOff));
}

void addServerErrors(QList<FaultCase> &cases)
{
    const Judgement serverError = same(ErrorKind::ServerError, Kind::BackOff);
    for (const int status : {500, 501})
        addStatus(cases, "H10", status, serverError);
    for (const int status : {502, 504})
        addStatus(cases, "H11", status, serverError);
    for (const int status : {505, 599})
        addBoth(cases, "H11", "HTTP " + QByteArray::number(status), httpEnvelope(status, status),
            serverError);
}

/** The same codes, whatever the operation: HTTP 200 is no success. */
void addCodesInsideSuccess(QList<FaultCase> &cases)
{
    for (const int code : {601, 602, 603, 0, 199, 201, 204, 300, 999})
        addBoth(cases, "H14", "statusCode " + QByteArray::number(code), refusal(code),
            same(ErrorKind::ServerError, Kind::BackOff));
    for (const int code : {409, 413, 422, 499})
        addBoth(cases, "H14", "statusCode " + QByteArray::number(code), refusal(code),
            same(ErrorKind::BadRequest, Kind::Poll));
    addBoth(cases, "H14", "statusCode 402", refusal(402),
        same(ErrorKind::HigherPackageNeeded, Kind::Poll));
    const Judgement unreadable = same(ErrorKind::MalformedAnswer, Kind::BackOff);
    for (const char *code : {"null", "\"OK\"", "true", "200.5", "[200]", "-200", "\"\""}) {
        const QByteArray body = R"({"statusCode":)" + QByteArray(code) +
                                R"(,"requestId":"req-r","data":{"access_token":"x"}})";
        addBoth(cases, "H14", QByteArray("statusCode ") + code, send(HttpText{.body = body}),
            unreadable);
    }
}

void addHttpBeforeEnvelope(QList<FaultCase> &cases)
{
    const QJsonObject both = [] {
        QJsonObject data = overduePackage();
        data.insert(QStringLiteral("access_token"), QStringLiteral("x"));
        return data;
    }();
    const auto good = [&](int status) {
        return send(
            HttpText{.status = status, .body = envelope({.data = both, .requestId = RequestId})});
    };
    for (const int status : {500, 502})
        addBoth(cases, "H16", "HTTP " + QByteArray::number(status), good(status),
            same(ErrorKind::ServerError, Kind::BackOff));
    addBoth(cases, "H16", "HTTP 503", good(503), same(ErrorKind::Maintenance, Kind::BackOff));
    addBoth(cases, "H16", "HTTP 404", good(404), same(ErrorKind::NotFound, Kind::Poll));
    addBoth(cases, "H16", "HTTP 403", good(403), keyRefusedAtToken(ErrorKind::Forbidden));
}

QString keepsTheReasonToItself(const Aftermath &it)
{
    const ApiError &error = *it.after.package.error;
    const bool heard = (error.subject + error.serverMessage).contains(QLatin1Char('<'));
    return heard ? QStringLiteral("H33: the reason phrase is repeated") : QString();
}

void addReasons(QList<FaultCase> &cases)
{
    const char *const reasons[] = {
        "<img src='/dev/zero'>", "<a href=file:///etc/passwd>x</a>", "\x1b[2J\x07", "%s%n", ""};
    int number = 0;
    for (const char *reason : reasons) {
        const Script script = send(HttpText{.status = 500, .reason = reason, .body = "{}"});
        const Outcome outcome{.error = ErrorKind::ServerError,
            .next = Kind::BackOff,
            .checks = {keepsTheReasonToItself}};
        const QByteArray name = "reason " + QByteArray::number(++number);
        cases << ofPackage("H33", name, script, outcome) << ofToken("H33", name, script, outcome);
    }
}

} // namespace

QList<FaultCase> statusCases()
{
    QList<FaultCase> cases;
    addBadRequests(cases);
    addRefusedTokens(cases);
    addRefusedKeys(cases);
    addStatus(cases, "H5", 403, keyRefusedAtToken(ErrorKind::Forbidden));
    addStatus(cases, "H6", 404, same(ErrorKind::NotFound, Kind::Poll));
    addStatus(cases, "H7", 408, same(ErrorKind::BadRequest, Kind::BackOff));
    addWaits(cases);
    addServerErrors(cases);
    addCodesInsideSuccess(cases);
    addHttpBeforeEnvelope(cases);
    addReasons(cases);
    return cases;
}

} // namespace genauth::test
