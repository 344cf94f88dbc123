// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <chrono>
#include <optional>

namespace genauth {

class BillingStore;
class Clock;
class PoolsModel;
class PoolsRefresher;
class RefreshScheduler;
class Session;

/** Leaves a note in the store whenever the user's own pools have been asked, and when that is to
 *  happen again: genauth-check can tell by it when the scheduler has fallen silent. A demo leaves
 *  none. */
class SchedulerNotes final : public QObject
{
    Q_OBJECT

public:
    struct Collaborators
    {
        const PoolsRefresher &refresher;
        const RefreshScheduler &scheduler;
        const Session &session;
        const PoolsModel &pools;
        BillingStore &store;
        const Clock &clock;
    };

    /** What is given must outlive it. */
    explicit SchedulerNotes(const Collaborators &with, QObject *parent = nullptr);

    /** The program ends as it should, and is not meant to work from now on. */
    void end();

private:
    void note(std::chrono::seconds interval);
    /** Another interval counts from now on, not from the next answers. */
    void followInterval();

    Collaborators m_with;
    std::optional<std::chrono::seconds> m_noted; ///< the last one's interval
};

} // namespace genauth
