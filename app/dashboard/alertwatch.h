// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/account.h"
#include "core/alerts/alertrules.h"
#include "core/billing/poolsnapshot.h"
#include "core/billing/runningcycle.h"
#include "core/billing/usagesample.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>
#include <QUuid>

#include <optional>

namespace genauth {

class AlertCenter;
class BillingStore;
class Clock;
class OwnPools;
class PoolsModel;

/** Has the AlertCenter look at every pool that the window shows whenever something new is known of
 *  it, with the forecast made of the stored samples. What is learned of many pools in one turn of
 *  the event loop is looked at once, in the next. */
class AlertWatch final : public QObject
{
    Q_OBJECT

public:
    struct Collaborators
    {
        PoolsModel &model;
        OwnPools &pools;
        BillingStore &store;
        AlertCenter &center;
        const Clock &clock;
    };

    /** All must outlive it. */
    explicit AlertWatch(const Collaborators &with, QObject *parent = nullptr);

private:
    struct Watched
    {
        QDateTime since; ///< UTC
        std::optional<RunningCycle> cycle;
        UsageSamples samples; ///< of the cycle
    };

    void poolsChanged();
    void noteRows(int first, int last);
    void look();
    void lookAt(const QUuid &accountId);
    void followCycle(const Account &account, const PoolSnapshot &snapshot, Watched &watched);

    Collaborators m_with;
    QHash<QUuid, Watched> m_watched;
    QSet<QUuid> m_noted;
    QTimer m_looking;
};

} // namespace genauth
