// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/poolchoice.h"

#include "core/accounts/accountsmeant.h"
#include "core/base/displaytext.h"
#include "core/models/poolsmodel.h"

#include <QStringList>

namespace genauth {

namespace {

/** Of a pool that was tried in vain nobody is going to learn it. */
bool isStillToBeLearned(const QModelIndex &pool)
{
    const auto snapshot = pool.data(PoolsModel::SnapshotRole).value<PoolSnapshot>();
    const bool wasTried =
        snapshot.package.attemptedAt.isValid() && !pool.data(PoolsModel::RefreshingRole).toBool();
    return snapshot.poolId.isEmpty() && !wasTried;
}

} // namespace

PoolChoice::PoolChoice(const PoolsModel &model, const QString &asWritten)
{
    QList<Account> all;
    QHash<QUuid, QString> answered;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex pool = model.index(row, 0);
        all.append(pool.data(PoolsModel::AccountRole).value<Account>());
        answered.insert(
            all.constLast().id, pool.data(PoolsModel::SnapshotRole).value<PoolSnapshot>().poolId);
        mayStillCome = mayStillCome || isStillToBeLearned(pool);
    }
    const QList<Account> meant = accountsMeant(all, asWritten, answered);
    if (!meant.isEmpty()) {
        mayStillCome = false;
        if (meant.size() == 1)
            id = meant.constFirst().id;
        else
            error = tr("“%1” may be each of these user pools: %2.")
                        .arg(displayText(asWritten), namesOf(meant));
        return;
    }
    error = all.isEmpty()
                ? tr("There is no user pool “%1”: none is connected.").arg(displayText(asWritten))
                : tr("There is no user pool “%1”. There are: %2.")
                      .arg(displayText(asWritten), namesOf(all));
}

} // namespace genauth
