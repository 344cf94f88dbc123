// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMetaType>
#include <QString>
#include <QUrl>
#include <QUuid>

#include <chrono>
#include <optional>

namespace genauth {

/** When a package deserves a warning. Days are compared as exact multiples of 86,400 s. */
struct Thresholds
{
    int endsVerySoonDays = 7; ///< 0 to 3650
    int endsSoonDays = 30;    ///< endsVerySoonDays to 3650
    int mauPercent = 100;     ///< 1 to 1000; above 100 % is always over

    friend bool operator==(const Thresholds &, const Thresholds &) = default;
};

/** How an account's requests leave this computer. */
struct ProxyChoice
{
    enum class Mode { System, None, Given };
    Mode mode = Mode::System;
    QString host;      ///< Given only
    quint16 port = 0;  ///< Given only
    QString user = {}; ///< Given only; empty: the proxy wants no sign-in. Its password lies apart

    friend bool operator==(const ProxyChoice &, const ProxyChoice &) = default;
};

/** GenAuth's clock where an answer names no zone: Beijing, UTC+08:00. An assumption: no document
 *  of the vendor states the zone. A fixed offset, because a named zone may be missing here. */
constexpr std::chrono::seconds BeijingOffset{8 * 3600};

/** One user pool that this program watches. Holds no secret and no access key id: those two lie
 *  together in the secret store, under `id`. */
struct Account
{
    QUuid id;     ///< made once; keys settings, secrets, stored answers and alerts
    QString name; ///< the user's own name for the pool
    QUrl host; ///< scheme, host, port and path prefix; no trailing slash, user, query or fragment
    QString poolId; ///< as the user entered it; empty: the token's claim or the key id serves
    std::chrono::seconds clockOffset = BeijingOffset; ///< -14 h to +14 h
    QString currency; ///< ISO 4217, or empty: no answer of the service names one
    Thresholds thresholds;
    ProxyChoice proxy;
    QString caFile; ///< path of a PEM file with further certificate authorities, or empty

    friend bool operator==(const Account &, const Account &) = default;
};

/** The vendor's two public hosts: GenAuth, the default, and Authing in China. */
[[nodiscard]] QUrl defaultHost();
[[nodiscard]] QUrl authingHost();

/** The vendor's web console for a public host; empty for every other host, which has its own. */
[[nodiscard]] QUrl consoleOf(const QUrl &host);

enum class HostProblem { Empty, NotAUrl, NotHttp, PlainHttp, HasUserInfo };

struct HostReading
{
    QUrl host; ///< empty when there is a problem
    std::optional<HostProblem> problem;
};

/** Reads a host as people type or paste it. Forgiven are blanks around, a missing "https://", a
 *  trailing slash, the API's own path (/api/v3 and what follows) after a prefix, a query, a
 *  fragment, a port that is the default anyway, and the vendor's console in place of its API; one
 *  host is one value however it was written.
 *  Plain http is accepted for loopback only. */
[[nodiscard]] HostReading readHost(const QString &text);

/** True when the text can be a user pool's id, and travel in a header: 1 to 256 characters of
 * visible ASCII. */
[[nodiscard]] bool isPlausiblePoolId(const QString &text);

/** True for a currency of ISO 4217, in capitals, that is in use somewhere: "CNY". */
[[nodiscard]] bool isKnownCurrency(const QString &code);

/** True for the name localhost and the addresses 127.0.0.0/8 and ::1, in any spelling of theirs. */
[[nodiscard]] bool isLoopback(const QUrl &url);

} // namespace genauth

Q_DECLARE_METATYPE(genauth::Account)
