// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/poolchoice.h"

#include "core/base/displaytext.h"
#include "core/models/poolsmodel.h"

#include <QStringList>

#include <array>

namespace genauth {

namespace {

QString namesOf(const QList<Account> &accounts)
{
    QStringList names;
    for (const Account &account : accounts)
        names << displayText(account.name);
    return names.join(QStringLiteral(", "));
}

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
    const QString wanted = asWritten.trimmed();
    QList<Account> all;
    std::array<QList<Account>, 3> fitting; // by id, by name, by the beginning of a name
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex pool = model.index(row, 0);
        const auto account = pool.data(PoolsModel::AccountRole).value<Account>();
        const QString answered = pool.data(PoolsModel::SnapshotRole).value<PoolSnapshot>().poolId;
        const QString name = account.name.trimmed();
        all.append(account);
        mayStillCome = mayStillCome || isStillToBeLearned(pool);
        if (account.poolId == wanted || answered == wanted)
            fitting[0].append(account);
        if (name.compare(wanted, Qt::CaseInsensitive) == 0)
            fitting[1].append(account);
        if (name.startsWith(wanted, Qt::CaseInsensitive))
            fitting[2].append(account);
    }
    for (const QList<Account> &accounts : fitting) {
        if (accounts.isEmpty())
            continue;
        mayStillCome = false;
        if (accounts.size() == 1)
            id = accounts.constFirst().id;
        else
            error = tr("“%1” may be each of these user pools: %2.")
                        .arg(displayText(asWritten), namesOf(accounts));
        return;
    }
    error = all.isEmpty()
                ? tr("There is no user pool “%1”: none is connected.").arg(displayText(asWritten))
                : tr("There is no user pool “%1”. There are: %2.")
                      .arg(displayText(asWritten), namesOf(all));
}

} // namespace genauth
