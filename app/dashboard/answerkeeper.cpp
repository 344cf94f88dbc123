// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/answerkeeper.h"

#include "app/dashboard/session.h"
#include "core/accounts/ownpools.h"
#include "core/models/poolsmodel.h"
#include "core/store/billingstore.h"
#include "core/sync/poolsrefresher.h"

namespace genauth {

AnswerKeeper::AnswerKeeper(const Collaborators &with, QObject *parent)
    : QObject(parent)
    , m_with(with)
{
    connect(&m_with.refresher, &PoolsRefresher::poolFinished, this,
        [this](const QUuid &id, const PoolSnapshot &learned) {
            if (const PoolAccess *own = m_with.pools.pool(id))
                m_with.store.save(own->account, learned);
        });
    connect(&m_with.session, &Session::taken, this, &AnswerKeeper::keepShown);
    connect(&m_with.pools, &OwnPools::removed, &m_with.store, &BillingStore::forget);
}

void AnswerKeeper::recall(List list)
{
    const QList<Account> accounts = m_with.pools.accounts();
    // Without a pool there is nothing to know, and no file to make.
    if (accounts.isEmpty() && !m_with.store.hasFile())
        return;
    m_with.session.recall(m_with.store.readAll(accounts));
    if (list == List::Whole)
        m_with.store.forgetOthers(accounts);
}

void AnswerKeeper::keepShown(const QUuid &accountId)
{
    const PoolAccess *own = m_with.pools.pool(accountId);
    const QModelIndex row = m_with.model.index(m_with.model.rowOf(accountId), 0);
    if (own && row.isValid())
        m_with.store.save(own->account, row.data(PoolsModel::SnapshotRole).value<PoolSnapshot>());
}

} // namespace genauth
