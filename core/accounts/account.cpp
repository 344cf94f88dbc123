// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/accounts/account.h"

#include <QHostAddress>
#include <QLocale>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace genauth {

namespace {

HostReading problem(HostProblem what)
{
    return {{}, what};
}

bool namesScheme(const QString &text)
{
    const qsizetype end = text.indexOf(QLatin1String("://"));
    return end > 0 && std::ranges::all_of(text.first(end), [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'+' || c == u'-' || c == u'.');
    });
}

/** "https:/host" and "mailto:..." would otherwise be read as the host "https" with an empty port.
 */
bool endsHostWithColon(const QString &text)
{
    return text.section(QLatin1Char('/'), 0, 0).endsWith(QLatin1Char(':'));
}

/** The path before the API's own, without a trailing slash: "/prefix" of
 * "/prefix/api/v3/get-orders". */
QString pathPrefix(const QUrl &url)
{
    const QString path = url.adjusted(QUrl::NormalizePathSegments).path(QUrl::FullyEncoded);
    const QStringList segments = path.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    const QStringList api{QStringLiteral("api"), QStringLiteral("v3")};
    const auto end = std::search(segments.begin(), segments.end(), api.begin(), api.end());
    QString prefix;
    for (auto segment = segments.begin(); segment != end; ++segment)
        prefix += QLatin1Char('/') + *segment;
    return prefix;
}

bool isDefaultPort(const QUrl &url)
{
    return url.port() == (url.scheme() == QLatin1String("https") ? 443 : 80);
}

} // namespace

QUrl defaultHost()
{
    return QUrl(QStringLiteral("https://api.genauth.ai"));
}

QUrl authingHost()
{
    return QUrl(QStringLiteral("https://api.authing.cn"));
}

QUrl consoleOf(const QUrl &host)
{
    if (host == defaultHost())
        return QUrl(QStringLiteral("https://console.genauth.ai"));
    if (host == authingHost())
        return QUrl(QStringLiteral("https://console.authing.cn"));
    return {};
}

HostReading readHost(const QString &text)
{
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return problem(HostProblem::Empty);
    const bool hasScheme = namesScheme(typed);
    if (!hasScheme && endsHostWithColon(typed))
        return problem(HostProblem::NotAUrl);

    const QUrl url(hasScheme ? typed : QLatin1String("https://") + typed, QUrl::StrictMode);
    if (!url.isValid())
        return problem(HostProblem::NotAUrl);
    if (url.scheme() != QLatin1String("https") && url.scheme() != QLatin1String("http"))
        return problem(HostProblem::NotHttp);
    if (url.host().isEmpty() || url.port() == 0)
        return problem(HostProblem::NotAUrl);
    if (!url.userInfo().isEmpty())
        return problem(HostProblem::HasUserInfo);
    if (url.scheme() == QLatin1String("http") && !isLoopback(url))
        return problem(HostProblem::PlainHttp);

    // The address of the console is what people have at hand; its API is next door.
    for (const QUrl &api : {defaultHost(), authingHost()}) {
        if (url.host() == consoleOf(api).host())
            return {api, std::nullopt};
    }

    QUrl host;
    host.setScheme(url.scheme());
    host.setHost(url.host());
    // The same host must be the same value, however it was written.
    host.setPort(isDefaultPort(url) ? -1 : url.port());
    host.setPath(pathPrefix(url), QUrl::StrictMode); // encoded already
    return {host, std::nullopt};
}

bool isPlausiblePoolId(const QString &text)
{
    constexpr qsizetype longest = 256;
    return !text.isEmpty() && text.size() <= longest &&
           std::ranges::all_of(text, [](QChar c) { return c > QChar(0x20) && c < QChar(0x7f); });
}

bool isKnownCurrency(const QString &code)
{
    // Qt's locale data knows every currency that some country pays with.
    static const QSet<QString> known = [] {
        QSet<QString> codes;
        const QList<QLocale> all = QLocale::matchingLocales(
            QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory);
        for (const QLocale &locale : all)
            codes.insert(locale.currencySymbol(QLocale::CurrencyIsoCode));
        codes.remove(QString());
        return codes;
    }();
    return known.contains(code);
}

bool isLoopback(const QUrl &url)
{
    const QString host = url.host();
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

} // namespace genauth
