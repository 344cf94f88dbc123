// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/accounts/accountjson.h"

#include "core/accounts/accesskey.h"

#include <cmath>
#include <limits>

namespace genauth {

using namespace Qt::StringLiterals;

namespace {

// Longer than any path of a file on the systems we know.
constexpr qsizetype MaxPath = 4096;

struct ModeName
{
    ProxyChoice::Mode mode;
    QLatin1StringView name;
};
constexpr ModeName ModeNames[] = {
    {ProxyChoice::Mode::System, "system"_L1},
    {ProxyChoice::Mode::None, "none"_L1},
    {ProxyChoice::Mode::Given, "given"_L1},
};

/** Reads members one after the other, and remembers whether one of them was out of its range: what
 *  it returned from then on counts for nothing. */
class Members
{
public:
    explicit Members(QJsonObject object)
        : m_object(std::move(object))
    {
    }

    [[nodiscard]] bool areGood() const { return m_areGood; }
    void refuseUnless(bool isGood) { m_areGood = m_areGood && isGood; }

    /** Empty when it is missing. */
    QString text(QLatin1StringView key)
    {
        const QJsonValue value = m_object.value(key);
        refuseUnless(value.isUndefined() || value.isString());
        return value.toString();
    }

    int number(QLatin1StringView key, int least, int most, int whenMissing)
    {
        const QJsonValue value = m_object.value(key);
        if (value.isUndefined())
            return whenMissing;
        const double number = value.toDouble(std::numeric_limits<double>::quiet_NaN());
        const bool isGood = number >= least && number <= most && std::floor(number) == number;
        refuseUnless(isGood);
        return isGood ? static_cast<int>(number) : whenMissing;
    }

    Members object(QLatin1StringView key)
    {
        const QJsonValue value = m_object.value(key);
        refuseUnless(value.isUndefined() || value.isObject());
        return Members(value.toObject());
    }

private:
    QJsonObject m_object;
    bool m_areGood = true;
};

bool isProxyHost(const QString &text)
{
    QUrl url;
    url.setHost(text, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty();
}

QString nameOf(ProxyChoice::Mode mode)
{
    for (const ModeName &known : ModeNames) {
        if (known.mode == mode)
            return known.name;
    }
    return {};
}

std::optional<ProxyChoice::Mode> modeFrom(const QString &name)
{
    if (name.isEmpty())
        return ProxyChoice().mode;
    for (const ModeName &known : ModeNames) {
        if (known.name == name)
            return known.mode;
    }
    return std::nullopt;
}

QJsonObject toJson(const Thresholds &thresholds)
{
    return {
        {u"endsVerySoonDays"_s, thresholds.endsVerySoonDays},
        {u"endsSoonDays"_s, thresholds.endsSoonDays},
        {u"mauPercent"_s, thresholds.mauPercent},
    };
}

std::optional<Thresholds> thresholdsFrom(Members members)
{
    constexpr int longest = 3650;
    Thresholds thresholds;
    thresholds.endsVerySoonDays =
        members.number("endsVerySoonDays"_L1, 0, longest, thresholds.endsVerySoonDays);
    thresholds.endsSoonDays =
        members.number("endsSoonDays"_L1, 0, longest, thresholds.endsSoonDays);
    thresholds.mauPercent = members.number("mauPercent"_L1, 1, 1000, thresholds.mauPercent);
    members.refuseUnless(thresholds.endsSoonDays >= thresholds.endsVerySoonDays);
    return members.areGood() ? std::optional(thresholds) : std::nullopt;
}

QJsonObject toJson(const ProxyChoice &proxy)
{
    QJsonObject object{{u"mode"_s, nameOf(proxy.mode)}};
    if (!proxy.host.isEmpty())
        object.insert(u"host"_s, proxy.host);
    if (proxy.port != 0)
        object.insert(u"port"_s, proxy.port);
    if (!proxy.user.isEmpty())
        object.insert(u"user"_s, proxy.user);
    return object;
}

std::optional<ProxyChoice> proxyFrom(Members members)
{
    const std::optional<ProxyChoice::Mode> mode = modeFrom(members.text("mode"_L1));
    ProxyChoice proxy;
    proxy.mode = mode.value_or(proxy.mode);
    proxy.host = members.text("host"_L1);
    proxy.port = static_cast<quint16>(
        members.number("port"_L1, 0, std::numeric_limits<quint16>::max(), proxy.port));
    proxy.user = members.text("user"_L1);

    const bool isGiven = mode == ProxyChoice::Mode::Given;
    members.refuseUnless(mode.has_value());
    members.refuseUnless((proxy.host.isEmpty() && !isGiven) || isProxyHost(proxy.host));
    members.refuseUnless(proxy.port != 0 || !isGiven);
    members.refuseUnless(proxy.user.isEmpty() || isPlausibleKeyPart(proxy.user.toUtf8()));
    return members.areGood() ? std::optional(proxy) : std::nullopt;
}

} // namespace

QUuid idFromText(const QString &text)
{
    const QUuid id = QUuid::fromString(text);
    return id.toString(QUuid::WithoutBraces) == text.toLower() ? id : QUuid();
}

QJsonObject toJson(const Account &account)
{
    QJsonObject object{
        {u"id"_s, account.id.toString(QUuid::WithoutBraces)},
        {u"name"_s, account.name},
        {u"host"_s, QString::fromLatin1(account.host.toEncoded())},
        {u"clockOffsetSeconds"_s, static_cast<qint64>(account.clockOffset.count())},
        {u"thresholds"_s, toJson(account.thresholds)},
        {u"proxy"_s, toJson(account.proxy)},
    };
    if (!account.poolId.isEmpty())
        object.insert(u"poolId"_s, account.poolId);
    if (!account.currency.isEmpty())
        object.insert(u"currency"_s, account.currency);
    if (!account.caFile.isEmpty())
        object.insert(u"caFile"_s, account.caFile);
    return object;
}

std::optional<Account> accountFromJson(const QJsonObject &object)
{
    constexpr int mostOffset = 14 * 3600;
    Members members(object);
    Account account;
    account.id = idFromText(members.text("id"_L1));
    account.name = members.text("name"_L1);
    const QString host = members.text("host"_L1);
    account.host = readHost(host).host;
    account.poolId = members.text("poolId"_L1);
    account.clockOffset = std::chrono::seconds(members.number("clockOffsetSeconds"_L1, -mostOffset,
        mostOffset, static_cast<int>(account.clockOffset.count())));
    account.currency = members.text("currency"_L1);
    account.caFile = members.text("caFile"_L1);
    const auto thresholds = thresholdsFrom(members.object("thresholds"_L1));
    const auto proxy = proxyFrom(members.object("proxy"_L1));

    members.refuseUnless(!account.id.isNull());
    members.refuseUnless(!account.host.isEmpty() && account.host == QUrl(host, QUrl::StrictMode));
    members.refuseUnless(account.poolId.isEmpty() || isPlausiblePoolId(account.poolId));
    members.refuseUnless(account.currency.isEmpty() || isKnownCurrency(account.currency));
    members.refuseUnless(account.caFile.size() <= MaxPath && !account.caFile.contains(QChar(0)));
    if (!members.areGood() || !thresholds || !proxy)
        return std::nullopt;
    account.thresholds = *thresholds;
    account.proxy = *proxy;
    return account;
}

} // namespace genauth
