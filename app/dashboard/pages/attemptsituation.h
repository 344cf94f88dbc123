// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/widgets/errornotice.h"

#include <QModelIndex>

namespace genauth {

class Clock;
class RefreshScheduler;
class Session;

/** What tells how an attempt at a pool stands. */
struct AttemptSurroundings
{
    const Clock &clock;
    const RefreshScheduler &scheduler;
    const Session &session;
};

/** How the last attempt at this operation (the vendor's name of it) of this row of a PoolsModel, or
 *  of a proxy on one, went, and what comes next. */
[[nodiscard]] ErrorNotice::Situation situationOf(const QModelIndex &pool,
    const OperationAttempt &attempt, const QString &operation, const AttemptSurroundings &with);

} // namespace genauth
