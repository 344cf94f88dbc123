// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/requestsignature.h"

#include "app/sandbox/httpdate.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QUrlQuery>

#include <algorithm>
#include <chrono>

namespace genauth::sandbox {

namespace {

// How far a timestamp may be off is not documented; 15 minutes is what signed APIs usually allow.
constexpr std::chrono::minutes timestampTolerance{15};

QByteArray signatureHeader(const HttpRequest &request, const QByteArray &name)
{
    const QByteArray value = request.headers.value("x-authing-signature-" + name);
    return value.isEmpty() ? request.headers.value("x-genauth-signature-" + name) : value;
}

std::optional<Refusal> timestampRefusal(const HttpRequest &request, const QDateTime &now)
{
    const QByteArray text = request.headers.value("date");
    if (text.isEmpty())
        return Refusal::TimestampMissing;
    const QDateTime timestamp = fromHttpDate(text);
    if (!timestamp.isValid())
        return Refusal::TimestampMalformed;
    if (std::chrono::abs(std::chrono::seconds(timestamp.secsTo(now))) > timestampTolerance)
        return Refusal::TimestampTooFar;
    return {};
}

} // namespace

QByteArray stringToSign(const HttpRequest &request)
{
    QByteArray text = request.method + '\n';
    for (auto header = request.headers.begin(); header != request.headers.end(); ++header) {
        const QByteArray &name = header.key();
        if (name.startsWith("x-authing-") || name.startsWith("x-genauth-") || name == "date")
            text += name + ':' + header.value() + '\n';
    }
    text += request.path.toUtf8();

    // The SDK's HTTP library writes a space in the query as "+".
    QByteArray query = request.query;
    auto items =
        QUrlQuery(QString::fromLatin1(query.replace('+', "%20"))).queryItems(QUrl::FullyDecoded);
    std::ranges::sort(items);
    char separator = '?';
    for (const auto &[name, value] : items) {
        text += separator + name.toUtf8() + '=' + value.toUtf8();
        separator = '&';
    }
    return text;
}

QByteArray signatureOf(const QByteArray &text, const QByteArray &secret)
{
    return QMessageAuthenticationCode::hash(text, secret, QCryptographicHash::Sha1).toBase64();
}

std::optional<Refusal> SignatureChecker::check(const HttpRequest &request,
    const QByteArray &signature, const QByteArray &secret, const QDateTime &now)
{
    if (signatureHeader(request, "method") != "HMAC-SHA1")
        return Refusal::SignatureMethod;
    if (signatureHeader(request, "version") != "1.0")
        return Refusal::SignatureVersion;
    if (const auto refusal = timestampRefusal(request, now))
        return refusal;
    const QByteArray nonce = signatureHeader(request, "nonce");
    // Without a nonce nothing would stop a replay: such a request is no signed request.
    if (nonce.isEmpty() || signature != signatureOf(stringToSign(request), secret))
        return Refusal::BadSignature;

    m_usedNonces.removeIf([&now](const auto &used) { return used.value() < now; });
    if (m_usedNonces.contains(nonce))
        return Refusal::SignatureReplayed;
    // A timestamp may lie ahead by the tolerance and stay good for it once more.
    m_usedNonces.insert(nonce, now.addSecs(2 * std::chrono::seconds(timestampTolerance).count()));
    return {};
}

} // namespace genauth::sandbox
