// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/pages/attemptsituation.h"

#include "app/dashboard/session.h"
#include "core/base/clock.h"
#include "core/models/poolsmodel.h"
#include "core/sync/refreshscheduler.h"

namespace genauth {

ErrorNotice::Situation situationOf(const QModelIndex &pool, const OperationAttempt &attempt,
    const QString &operation, const AttemptSurroundings &with)
{
    const auto account = pool.data(PoolsModel::AccountRole).value<Account>();
    return {
        .account = account,
        .snapshot = pool.data(PoolsModel::SnapshotRole).value<PoolSnapshot>(),
        .attempt = attempt,
        .operation = operation,
        .next = with.scheduler.nextTry(account.id),
        .now = with.clock.nowUtc(),
        .heldBack = with.scheduler.heldUntil(account.id).isValid(),
        .refreshing = pool.data(PoolsModel::RefreshingRole).toBool(),
        .ownConnection = !with.session.isDemo(),
    };
}

} // namespace genauth
