// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/account.h"
#include "core/billing/poolsnapshot.h"
#include "core/sync/retrypolicy.h"

#include <QCoreApplication>
#include <QStringList>

namespace genauth {

/** How old the shown answer is, when the next one comes, and where it is from. */
class FreshnessText
{
    Q_DECLARE_TR_FUNCTIONS(genauth::FreshnessText)

public:
    /** Short facts, the most important first. `now` is this computer's clock. */
    [[nodiscard]] static QStringList facts(const Account &account, const PoolSnapshot &snapshot,
        const NextTry &next, bool refreshing, const QDateTime &now);

    /** "As of 11 Nov 2026, 09:12 Beijing time (1 h ago): the request timed out": of an answer that
     * is no longer fresh, in the pool's clock. */
    [[nodiscard]] static QString stale(
        const Account &account, const OperationAttempt &attempt, const QDateTime &now);
};

} // namespace genauth
