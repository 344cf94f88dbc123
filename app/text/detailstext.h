// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/account.h"
#include "core/billing/poolsnapshot.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

namespace genauth {

/** What support asks for about the last attempt to ask a pool for its package, say: when, what, and
 * what came back. Never a secret. Everything is safe to show as plain text. */
class DetailsText
{
    Q_DECLARE_TR_FUNCTIONS(genauth::DetailsText)

public:
    struct Line
    {
        QString label;
        QString value;
    };

    /** In the language of the window; facts that are not known are left out. */
    [[nodiscard]] static QList<Line> lines(const Account &account, const PoolSnapshot &snapshot);
    /** Of another operation, by the vendor's name. */
    [[nodiscard]] static QList<Line> lines(const Account &account, const PoolSnapshot &snapshot,
        const OperationAttempt &attempt, const QString &operation);

    /** The same in English whatever the window speaks, one line each, to be pasted into a support
     *  request. */
    [[nodiscard]] static QString forSupport(const Account &account, const PoolSnapshot &snapshot);
    [[nodiscard]] static QString forSupport(const Account &account, const PoolSnapshot &snapshot,
        const OperationAttempt &attempt, const QString &operation);
};

} // namespace genauth
