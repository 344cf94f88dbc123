// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/errortext.h"

#include "app/text/formatting.h"
#include "app/text/storetext.h"
#include "core/accounts/account.h"
#include "core/base/displaytext.h"

#include <QStringList>

namespace genauth {

std::optional<ErrorText::Words> ErrorText::wordsOfCode(int apiCode)
{
    // The codes of the vendor's error page that say more than the kind of the error does.
    switch (apiCode) {
    case 1303:
    case 1304:
    case 1305:
        return Words{tr("GenAuth's clock and this computer's differ too much"),
            tr("Set this computer's clock.")};
    case 2224:
        return Words{
            tr("This user pool does not exist"), tr("Check the pool id and the access key; the "
                                                    "pool may have been removed in the GenAuth "
                                                    "console.")};
    case 2333:
        return Words{tr("GenAuth refused the access key"),
            tr("The id and the secret do not belong together. Check both; the secret may have been "
               "replaced in the GenAuth console.")};
    case 4021:
        return Words{tr("GenAuth's metering and billing has a problem"),
            tr("The server reports an error of its metering and billing service.")};
    default:
        return std::nullopt;
    }
}

ErrorText::Words ErrorText::words(const ApiError &error, const QString &host)
{
    if (const auto told = error.apiCode ? wordsOfCode(*error.apiCode) : std::nullopt)
        return *told;
    switch (error.kind) {
    case ErrorKind::InvalidRequest:
    case ErrorKind::InsecureHost:
    case ErrorKind::ForeignOrigin:
    case ErrorKind::CaFileUnreadable:
    case ErrorKind::OtherPool:
    case ErrorKind::Canceled:
        return localWords(error, host);
    case ErrorKind::KeychainLocked:
    case ErrorKind::KeychainUnavailable:
    case ErrorKind::KeychainSilent:
    case ErrorKind::KeyMissing:
    case ErrorKind::KeyUnusable:
    case ErrorKind::KeyNotKept:
    case ErrorKind::KeyMayRemain:
        return StoreText::keychainWords(error.kind);
    case ErrorKind::NoNetwork:
    case ErrorKind::HostNotFound:
    case ErrorKind::ConnectionRefused:
    case ErrorKind::ConnectionFailed:
    case ErrorKind::ConnectionClosed:
    case ErrorKind::TimedOut:
    case ErrorKind::ProxyFailed:
    case ErrorKind::ProxyAuthenticationRequired: {
        Words words = networkWords(error, host);
        const bool aboutProxy = error.kind == ErrorKind::ProxyFailed ||
                                error.kind == ErrorKind::ProxyAuthenticationRequired;
        if (error.proxyInUse && !aboutProxy && error.kind != ErrorKind::NoNetwork)
            words.advice = Formatting::sentences(
                {words.advice, tr("A proxy is in use; it may be the cause.")});
        return words;
    }
    case ErrorKind::TlsFailed:
        return certificateWords(error, host);
    case ErrorKind::Redirected:
    case ErrorKind::NotHttp:
    case ErrorKind::TooLarge:
    case ErrorKind::HtmlAnswer:
    case ErrorKind::MalformedAnswer:
    case ErrorKind::UnreadableField:
        return strangeAnswerWords(error, host);
    default:
        return refusalWords(error, host);
    }
}

ErrorText::Words ErrorText::localWords(const ApiError &error, const QString &host)
{
    switch (error.kind) {
    case ErrorKind::InsecureHost:
        return {tr("The connection would not be private"),
            tr("%1 is set to plain http, and the access key would be readable on the way. Use "
               "https.")
                .arg(host)};
    case ErrorKind::ForeignOrigin:
        return {tr("The request would have gone elsewhere"),
            tr("Only %1 may be asked, so nothing was sent.").arg(host)};
    case ErrorKind::CaFileUnreadable:
        return {tr("The certificate file cannot be used"),
            tr("It is missing or holds no certificate. Choose another file.")};
    case ErrorKind::OtherPool:
        return {tr("The key belongs to another user pool"),
            tr("It opens the pool %1, not the one that was entered. Correct the pool id, or use "
               "the "
               "key of the other pool.")
                .arg(displayText(error.subject))};
    case ErrorKind::Canceled:
        return {tr("The refresh was stopped"), tr("Press Refresh to ask again.")};
    default:
        return {tr("The request is incomplete"), tr("Check the host and the access key.")};
    }
}

ErrorText::Words ErrorText::networkWords(const ApiError &error, const QString &host)
{
    switch (error.kind) {
    case ErrorKind::NoNetwork:
        return {tr("This computer is not connected to a network"),
            tr("Connect it to a network; %1 cannot be asked until then.").arg(host)};
    case ErrorKind::HostNotFound:
        return {tr("%1 was not found").arg(host),
            tr("Check the host's name and your network connection.")};
    case ErrorKind::ConnectionRefused:
        return {tr("%1 refused the connection").arg(host),
            tr("Nothing answers there at the moment. Check that the host is right.")};
    case ErrorKind::ConnectionClosed:
        return {tr("The connection was closed"),
            tr("%1 hung up before the whole answer had come.").arg(host)};
    case ErrorKind::TimedOut:
        return {tr("%1 took too long to answer").arg(host),
            tr("If it stays so, check your network connection.")};
    case ErrorKind::ProxyFailed:
        return {tr("The proxy cannot be reached"), tr("Check your network's proxy settings.")};
    case ErrorKind::ProxyAuthenticationRequired:
        return {
            tr("The proxy asks for a sign-in"), tr("Your network's proxy wants a name and a "
                                                   "password before it lets requests through.")};
    default:
        return {tr("Cannot connect to %1").arg(host), tr("Check your network connection.")};
    }
}

QString ErrorText::certificateReason(TlsProblem problem, const QString &host)
{
    switch (problem) {
    case TlsProblem::SelfSigned:
        return tr("The certificate of %1 is signed by nobody but itself.").arg(host);
    case TlsProblem::UnknownIssuer:
        return tr("The certificate of %1 comes from an issuer this computer does not know.")
            .arg(host);
    case TlsProblem::Expired:
        return tr("The certificate of %1 has expired. Check your computer's clock, too.").arg(host);
    case TlsProblem::NotYetValid:
        return tr("The certificate of %1 is not valid yet. Check your computer's clock.").arg(host);
    case TlsProblem::WrongHost:
        return tr("The certificate belongs to another host than %1.").arg(host);
    case TlsProblem::None:
    case TlsProblem::Other:
        break;
    }
    return tr("No secure connection to %1 could be made.").arg(host);
}

ErrorText::Words ErrorText::certificateWords(const ApiError &error, const QString &host)
{
    QStringList advice{
        certificateReason(error.tlsProblem, host), tr("The access key was not sent.")};
    switch (error.tlsProblem) {
    case TlsProblem::SelfSigned:
    case TlsProblem::UnknownIssuer:
        // A sign-in page in the way, and a company's own authority, look just the same.
        advice << tr(
            "You may have to sign in to this network first; a server of your own may need a "
            "CA file in its connection.");
        break;
    case TlsProblem::WrongHost:
        advice << tr("Check the host; you may also have to sign in to this network first.");
        break;
    default:
        break;
    }
    return {tr("The connection is not private"), Formatting::sentences(advice)};
}

ErrorText::Words ErrorText::strangeAnswerWords(const ApiError &error, const QString &host)
{
    const QString subject = displayText(error.subject);
    switch (error.kind) {
    case ErrorKind::Redirected:
        return {subject.isEmpty() ? tr("%1 sent us elsewhere").arg(host)
                                  : tr("%1 sent us to %2").arg(host, subject),
            tr("This was not followed, and nothing was sent there. Check the host.")};
    case ErrorKind::TooLarge:
        return {tr("The answer is too large"), tr("It was not read to its end. Check the host.")};
    case ErrorKind::HtmlAnswer:
        // The vendor's own hosts do not answer so: it is somebody on the way.
        if (host == defaultHost().host() || host == authingHost().host())
            return {tr("Sign in to this network first"),
                tr("A web page came instead of the answer of %1, as from networks that want a "
                   "sign-in, or from a gateway on the way. Open any page in a browser, and sign in "
                   "if you are asked to.")
                    .arg(host)};
        return {tr("A web page came instead of an answer"),
            tr("You may have to sign in to this network first, or %1 is not a GenAuth host.")
                .arg(host)};
    case ErrorKind::UnreadableField:
        return {tr("The answer could not be understood"),
            tr("The field “%1” is missing or unreadable.").arg(subject)};
    default:
        return {tr("The answer could not be understood"),
            tr("It was cut short, or %1 is not a GenAuth host.").arg(host)};
    }
}

ErrorText::Words ErrorText::refusalWords(const ApiError &error, const QString &host)
{
    switch (error.kind) {
    case ErrorKind::NotSignedIn:
    case ErrorKind::KeyRefused:
        return {
            tr("GenAuth refused the access key"), tr("Check the access key id and secret; they may "
                                                     "have been replaced in the GenAuth console.")};
    case ErrorKind::HigherPackageNeeded:
        return {tr("This needs a higher package"),
            tr("Your package does not include this information.")};
    case ErrorKind::Forbidden:
        return {tr("This key may not read billing"),
            tr("Give it the right to read metering and billing in the GenAuth console, or use "
               "another key.")};
    case ErrorKind::NotFound:
        return {tr("%1 lacks this operation").arg(host),
            tr("This may be an older GenAuth version, or the host is not a GenAuth.")};
    case ErrorKind::Throttled:
        return {tr("GenAuth asks to slow down"),
            error.retryAfter
                ? tr("It asked to wait %1.").arg(Formatting::span(error.retryAfter->count()))
                : tr("It had too many requests in a short time.")};
    case ErrorKind::Maintenance:
        return {tr("GenAuth is under maintenance"),
            error.retryAfter
                ? tr("It asked to wait %1.").arg(Formatting::span(error.retryAfter->count()))
                : tr("Your users' sign-in may be affected, too.")};
    case ErrorKind::BadRequest:
        return {tr("GenAuth did not accept the request"), tr("Check the host and the pool.")};
    default:
        return {tr("GenAuth has a problem"), tr("The server answered with an error of its own.")};
    }
}

QString ErrorText::retry(const NextTry &next, const QDateTime &now)
{
    if (next.kind == NextTry::Kind::None || !next.at.isValid())
        return tr("It is not tried again until you act.");
    const qint64 left = now.secsTo(next.at);
    if (left <= 0)
        return tr("It is being tried again now.");
    const QString in = Formatting::span(left);
    switch (next.kind) {
    case NextTry::Kind::AsTold:
        return tr("It is tried again in %1.").arg(in);
    case NextTry::Kind::BackOff:
        return tr("It is tried again by itself in %1.").arg(in);
    default:
        return tr("It is tried again with the next regular refresh, in %1.").arg(in);
    }
}

QString ErrorText::serverSaid(const ApiError &error)
{
    if (error.serverMessage.isEmpty())
        return {};
    //: %1 is the server's own message, in whatever language it chose
    return tr("The server's own words: “%1”").arg(displayText(error.serverMessage));
}

} // namespace genauth
