// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QUuid>

namespace genauth {

class BillingStore;
class OwnPools;
class PoolsModel;
class PoolsRefresher;
class Session;

/** Keeps what is learned of the user's own pools from one run to the next: every good answer goes
 *  into the store, and what is stored of a pool goes with the pool. Of the demo's pools nothing is
 *  kept. */
class AnswerKeeper final : public QObject
{
    Q_OBJECT

public:
    struct Collaborators
    {
        Session &session;
        OwnPools &pools;
        PoolsModel &model;
        PoolsRefresher &refresher;
        BillingStore &store;
    };

    /** All must outlive it. */
    explicit AnswerKeeper(const Collaborators &with, QObject *parent = nullptr);

    /** How the list of the user's own pools was read. */
    enum class List { Whole, InDoubt };
    /** Has the session show what was known when the program last ended. Waits for the disk. Of
     * pools that are not in the list nothing is kept on, unless the list is in doubt. */
    void recall(List list);

private:
    /** What a check of the connection has found, too, is an answer. */
    void keepShown(const QUuid &accountId);

    Collaborators m_with;
};

} // namespace genauth
