// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>
#include <utility>
#include <variant>

namespace genauth {

/** What went wrong, as far as a program can tell. Sentences for people are made in app/text. */
enum class ErrorKind {
    // Decided on this computer, before anything was sent.
    InvalidRequest,   ///< an incomplete request or an unusable host
    InsecureHost,     ///< plain http to a host that is not loopback
    ForeignOrigin,    ///< the request would have left the configured origin
    CaFileUnreadable, ///< the account's extra CA file holds no usable certificate
    OtherPool,        ///< the key opens the pool ApiError::subject, not the one that was entered
    Canceled,         ///< the user, or the program on its way out, stopped it
    // The desktop's keychain: without a key nothing was sent either.
    KeychainLocked,      ///< it does not give the key out now; it is not said to be gone
    KeychainUnavailable, ///< there is none, or it cannot be spoken to
    KeychainSilent,      ///< it did not answer in time
    KeyMissing,          ///< it holds no key for this pool, or never got one
    KeyUnusable,         ///< what it holds for this pool is no access key
    KeyNotKept,          ///< it took a key and does not give it back
    KeyMayRemain,        ///< it was told to delete a key, and still may hold it
    // The network.
    NoNetwork, ///< this computer has no connection at all
    HostNotFound,
    ConnectionRefused,
    ConnectionFailed, ///< no route, reset, or any other failure to speak to the host
    ConnectionClosed, ///< closed before the whole answer had come
    TimedOut,
    TlsFailed, ///< see ApiError::tlsProblem
    ProxyFailed,
    ProxyAuthenticationRequired,
    // An answer that is not GenAuth's.
    Redirected, ///< to ApiError::subject; never followed
    NotHttp,    ///< no HTTP, or a status below 200 or above 599
    TooLarge,
    HtmlAnswer,      ///< a web page: a captive portal, a wrong host, a gateway
    MalformedAnswer, ///< no JSON, cut JSON, no envelope
    UnreadableField, ///< ApiError::subject is the field's path
    // GenAuth's own answers, by HTTP status or by the envelope's statusCode.
    BadRequest,  ///< 400 and every other 4xx that has no kind of its own
    NotSignedIn, ///< 401, while a renewed token may still help
    KeyRefused,  ///< the access key itself, or a fresh token, was refused: the user must act
    HigherPackageNeeded, ///< 402
    Forbidden,           ///< 403
    NotFound,            ///< 404
    Throttled,           ///< 429
    Maintenance,         ///< 503
    ServerError,         ///< every other 5xx and 6xx
};

/** Why a certificate was not accepted. */
enum class TlsProblem { None, SelfSigned, UnknownIssuer, Expired, NotYetValid, WrongHost, Other };

/** A failure: codes plus the server's own words, and no sentence of ours. */
struct ApiError
{
    // Every member has an initialiser, so that `{.kind = …}` names only what is known.
    ErrorKind kind = ErrorKind::InvalidRequest;
    TlsProblem tlsProblem = TlsProblem::None;
    QString operation = {}; ///< the vendor's name of what was asked: "get-management-token"
    int httpStatus = 0;     ///< 0: no HTTP status came
    std::optional<int> statusCode = {}; ///< the envelope's
    std::optional<int> apiCode = {};    ///< the envelope's
    QString requestId = {};             ///< what the vendor's support asks for; may be empty
    QString serverMessage = {};         ///< the server's words, raw and at most 1,000 characters
    QString subject = {};    ///< what it is about: a field's path, a host name; never a secret
    bool proxyInUse = false; ///< Qt cannot tell a dead proxy from a dead host: say both
    std::optional<std::chrono::seconds> retryAfter = {}; ///< 1 s to 1 h, as the server asked
    QDateTime serverDate = {}; ///< the answer's HTTP Date header, UTC; invalid when there was none

    friend bool operator==(const ApiError &, const ApiError &) = default;
};

/** A value or the reason why there is none. The only sum type for outcomes in this program. */
template <class T>
class Result
{
public:
    Result(T value) // NOLINT(google-explicit-constructor): `return value;` is the point
        : m_state(std::move(value))
    {
    }
    Result(ApiError error) // NOLINT(google-explicit-constructor)
        : m_state(std::move(error))
    {
    }

    [[nodiscard]] bool isOk() const { return std::holds_alternative<T>(m_state); }
    explicit operator bool() const { return isOk(); }

    /** Only when isOk(). */
    [[nodiscard]] const T &value() const & { return std::get<T>(m_state); }
    [[nodiscard]] T value() && { return std::get<T>(std::move(m_state)); }
    /** Only when not isOk(). */
    [[nodiscard]] const ApiError &error() const { return std::get<ApiError>(m_state); }

    friend bool operator==(const Result &, const Result &) = default;

private:
    std::variant<T, ApiError> m_state;
};

/** A short stable English name, for logs and tests: "TimedOut". Never shown in the window. */
[[nodiscard]] const char *errorKindName(ErrorKind kind);

} // namespace genauth
