// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/result.h"

namespace genauth {

const char *errorKindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidRequest:
        return "InvalidRequest";
    case ErrorKind::InsecureHost:
        return "InsecureHost";
    case ErrorKind::ForeignOrigin:
        return "ForeignOrigin";
    case ErrorKind::CaFileUnreadable:
        return "CaFileUnreadable";
    case ErrorKind::OtherPool:
        return "OtherPool";
    case ErrorKind::Canceled:
        return "Canceled";
    case ErrorKind::KeychainLocked:
        return "KeychainLocked";
    case ErrorKind::KeychainUnavailable:
        return "KeychainUnavailable";
    case ErrorKind::KeychainSilent:
        return "KeychainSilent";
    case ErrorKind::KeyMissing:
        return "KeyMissing";
    case ErrorKind::KeyUnusable:
        return "KeyUnusable";
    case ErrorKind::KeyNotKept:
        return "KeyNotKept";
    case ErrorKind::KeyMayRemain:
        return "KeyMayRemain";
    case ErrorKind::NoNetwork:
        return "NoNetwork";
    case ErrorKind::HostNotFound:
        return "HostNotFound";
    case ErrorKind::ConnectionRefused:
        return "ConnectionRefused";
    case ErrorKind::ConnectionFailed:
        return "ConnectionFailed";
    case ErrorKind::ConnectionClosed:
        return "ConnectionClosed";
    case ErrorKind::TimedOut:
        return "TimedOut";
    case ErrorKind::TlsFailed:
        return "TlsFailed";
    case ErrorKind::ProxyFailed:
        return "ProxyFailed";
    case ErrorKind::ProxyAuthenticationRequired:
        return "ProxyAuthenticationRequired";
    case ErrorKind::Redirected:
        return "Redirected";
    case ErrorKind::NotHttp:
        return "NotHttp";
    case ErrorKind::TooLarge:
        return "TooLarge";
    case ErrorKind::HtmlAnswer:
        return "HtmlAnswer";
    case ErrorKind::MalformedAnswer:
        return "MalformedAnswer";
    case ErrorKind::UnreadableField:
        return "UnreadableField";
    case ErrorKind::BadRequest:
        return "BadRequest";
    case ErrorKind::NotSignedIn:
        return "NotSignedIn";
    case ErrorKind::KeyRefused:
        return "KeyRefused";
    case ErrorKind::HigherPackageNeeded:
        return "HigherPackageNeeded";
    case ErrorKind::Forbidden:
        return "Forbidden";
    case ErrorKind::NotFound:
        return "NotFound";
    case ErrorKind::Throttled:
        return "Throttled";
    case ErrorKind::Maintenance:
        return "Maintenance";
    case ErrorKind::ServerError:
        return "ServerError";
    }
    Q_UNREACHABLE();
}

} // namespace genauth
