// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/retrypolicy.h"

#include <QRandomGenerator>

#include <algorithm>

namespace genauth {

namespace {

using std::chrono::milliseconds;

constexpr int RequestTimeout = 408;

NextTry::Kind kindAfter(const ApiError &error)
{
    switch (error.kind) {
    case ErrorKind::InvalidRequest:
    case ErrorKind::InsecureHost:
    case ErrorKind::ForeignOrigin:
    case ErrorKind::CaFileUnreadable:
    case ErrorKind::OtherPool:
    case ErrorKind::KeychainLocked:
    case ErrorKind::KeychainUnavailable:
    case ErrorKind::KeychainSilent:
    case ErrorKind::KeyMissing:
    case ErrorKind::KeyUnusable:
    case ErrorKind::KeyNotKept:
    case ErrorKind::KeyMayRemain:
    case ErrorKind::NotSignedIn:
    case ErrorKind::KeyRefused:
        return NextTry::Kind::None;
    case ErrorKind::NoNetwork:
    case ErrorKind::HostNotFound:
    case ErrorKind::ConnectionRefused:
    case ErrorKind::ConnectionFailed:
    case ErrorKind::ConnectionClosed:
    case ErrorKind::TimedOut:
    case ErrorKind::ProxyFailed:
    case ErrorKind::NotHttp:
    case ErrorKind::MalformedAnswer: // cut short, most likely
    case ErrorKind::Throttled:
    case ErrorKind::Maintenance:
    case ErrorKind::ServerError:
        return NextTry::Kind::BackOff;
    case ErrorKind::BadRequest:
        return error.httpStatus == RequestTimeout || error.statusCode == RequestTimeout
                   ? NextTry::Kind::BackOff
                   : NextTry::Kind::Poll;
    case ErrorKind::Canceled:
    case ErrorKind::TlsFailed:
    case ErrorKind::ProxyAuthenticationRequired:
    case ErrorKind::Redirected:
    case ErrorKind::TooLarge:
    case ErrorKind::HtmlAnswer:
    case ErrorKind::UnreadableField:
    case ErrorKind::HigherPackageNeeded:
    case ErrorKind::Forbidden:
    case ErrorKind::NotFound:
        return NextTry::Kind::Poll;
    }
    Q_UNREACHABLE();
}

/** `share` of a span of time, to the millisecond. */
milliseconds part(milliseconds span, double share)
{
    return milliseconds(static_cast<qint64>(static_cast<double>(span.count()) * share));
}

milliseconds longestWait(int failures)
{
    // 2 s << 9 is more than a quarter of an hour already.
    const int doublings = std::clamp(failures - 1, 0, 9);
    return std::min(RetryPolicy::FirstBackOff * (1 << doublings), RetryPolicy::LongestBackOff);
}

} // namespace

RetryPolicy::RetryPolicy(std::chrono::seconds interval, Lot lot)
    : m_interval(interval)
    , m_lot(std::move(lot))
{
}

NextTry RetryPolicy::afterSuccess(const QDateTime &now) const
{
    if (isOff())
        return {};
    const milliseconds wait = part(m_interval, 0.9 + 0.2 * m_lot());
    return {NextTry::Kind::Poll, now.addMSecs(wait.count())};
}

NextTry RetryPolicy::afterFailure(const ApiError &error, int failures, const QDateTime &now) const
{
    const NextTry::Kind kind = kindAfter(error);
    if (kind == NextTry::Kind::None || isOff())
        return {};
    if (error.retryAfter) {
        const milliseconds told = *error.retryAfter;
        return {NextTry::Kind::AsTold, now.addMSecs((told + part(told, 0.1 * m_lot())).count())};
    }
    if (kind == NextTry::Kind::Poll)
        return afterSuccess(now);
    const milliseconds wait =
        std::max<milliseconds>(part(longestWait(failures), m_lot()), std::chrono::seconds(1));
    return {NextTry::Kind::BackOff, now.addMSecs(wait.count())};
}

bool RetryPolicy::mayPass(const ApiError &error)
{
    return kindAfter(error) == NextTry::Kind::BackOff;
}

bool RetryPolicy::needsTheUser(const ApiError &error)
{
    return kindAfter(error) == NextTry::Kind::None;
}

bool RetryPolicy::mayBeTheNetwork(const ApiError &error)
{
    switch (error.kind) {
    case ErrorKind::NoNetwork:
    case ErrorKind::HostNotFound:
    case ErrorKind::ConnectionRefused:
    case ErrorKind::ConnectionFailed:
    case ErrorKind::ConnectionClosed:
    case ErrorKind::TimedOut:
    case ErrorKind::ProxyFailed:
    case ErrorKind::ProxyAuthenticationRequired:
    case ErrorKind::NotHttp:
    case ErrorKind::MalformedAnswer:
    case ErrorKind::TlsFailed:
    case ErrorKind::Redirected:
    case ErrorKind::HtmlAnswer:
        return true;
    default:
        return false;
    }
}

double RetryPolicy::drawLot()
{
    return QRandomGenerator::global()->generateDouble();
}

} // namespace genauth
