// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/account.h"

namespace genauth::test {

/** An id that depends on the number alone. */
[[nodiscard]] inline QUuid idOf(int number)
{
    return QUuid(0x5f0c3b0e, 0x6a1d, 0x4c5f, 0x9d, 0x3b, 0, 0, static_cast<uchar>(number >> 24),
        static_cast<uchar>(number >> 16), static_cast<uchar>(number >> 8),
        static_cast<uchar>(number));
}

/** Everything but id and name as it is at first. */
[[nodiscard]] inline Account plainAccount(int number)
{
    Account account;
    account.id = idOf(number);
    account.name = QStringLiteral("Pool %1").arg(number);
    account.host = defaultHost();
    return account;
}

/** No field as it is at first. */
[[nodiscard]] inline Account fullAccount()
{
    Account account;
    account.id = idOf(0x123456);
    account.name = QStringLiteral("生产 \"prod\" <b>");
    account.host = QUrl(QStringLiteral("https://id.example.com:8443/prefix%2Fx"));
    account.poolId = QStringLiteral("62b2b3c4d5e6f70123456789");
    account.clockOffset = std::chrono::seconds(-5 * 3600 - 1800);
    account.currency = QStringLiteral("EUR");
    account.thresholds = {.endsVerySoonDays = 3, .endsSoonDays = 14, .mauPercent = 80};
    account.proxy = {.mode = ProxyChoice::Mode::Given,
        .host = QStringLiteral("proxy.example"),
        .port = 3128,
        .user = QStringLiteral("ada")};
    account.caFile = QStringLiteral("/etc/家/ca.pem");
    return account;
}

} // namespace genauth::test
