// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/account.h"
#include "core/api/envelope.h"
#include "core/base/result.h"
#include "core/billing/poolsnapshot.h"

#include <QDate>
#include <QObject>

#include <memory>

namespace genauth {

class ApiRequest;
class Clock;
class PoolQueries;
class PoolsRefresher;
class RefreshScheduler;

/** Asks for a part of one pool's MAU history that its refreshes do not reach back to. One question
 *  at a time: another one, or forget(), drops what is under way. An answer that comes for a pool
 *  whose connection has changed meanwhile, or that is gone, is dropped as well. */
class HistoryLoader final : public QObject
{
    Q_OBJECT

public:
    /** What is given must outlive the loader. */
    HistoryLoader(PoolsRefresher &refresher, RefreshScheduler &scheduler, const Clock &clock,
        QObject *parent = nullptr);
    ~HistoryLoader() override;

    enum class Asked {
        Asking,
        HeldBack,    ///< the server asked to wait: that is the state's error until then
        NobodyToAsk, ///< the pool is not known, or has no key
    };
    /** Both days included, in the pool's clock. */
    Asked load(const Account &account, QDate from, QDate to);
    /** As if nothing had been asked for. */
    void forget();

    [[nodiscard]] bool isLoading() const { return m_queries != nullptr; }
    /** Of the last question: a failure keeps no older answer. Not attempted: nothing was asked, it
     *  is under way, or its answer was dropped. */
    [[nodiscard]] const OperationState<MauHistory> &state() const { return m_state; }

signals:
    /** The question was answered, failed, or was dropped with its pool's connection; never while
     *  load() runs. */
    void finished();

private:
    void replyFinished(const ApiRequest &request, const Result<Envelope> &answer);

    PoolsRefresher &m_refresher;
    RefreshScheduler &m_scheduler;
    const Clock &m_clock;
    Account m_account;
    std::unique_ptr<PoolQueries> m_queries; ///< while asking
    OperationState<MauHistory> m_state;
};

} // namespace genauth
