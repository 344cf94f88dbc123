// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/historyloader.h"

#include "core/api/apireply.h"
#include "core/api/apirequest.h"
#include "core/base/clock.h"
#include "core/sync/answers.h"
#include "core/sync/poolqueries.h"
#include "core/sync/poolsrefresher.h"
#include "core/sync/refreshscheduler.h"

#include <algorithm>

namespace genauth {

HistoryLoader::HistoryLoader(
    PoolsRefresher &refresher, RefreshScheduler &scheduler, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_refresher(refresher)
    , m_scheduler(scheduler)
    , m_clock(clock)
{
}

HistoryLoader::~HistoryLoader() = default;

HistoryLoader::Asked HistoryLoader::load(const Account &account, QDate from, QDate to)
{
    forget();
    m_account = account;
    const QDateTime now = m_clock.nowUtc();
    if (const QDateTime until = m_scheduler.heldUntil(account.id); until.isValid()) {
        m_state.attemptedAt = now;
        m_state.error = ApiError{.kind = ErrorKind::Throttled,
            .operation = QStringLiteral("get-mau-period-usage-history"),
            .retryAfter = std::chrono::seconds(std::max<qint64>(now.secsTo(until), 1))};
        return Asked::HeldBack;
    }
    m_queries = m_refresher.queries(account.id);
    if (!m_queries)
        return Asked::NobodyToAsk;
    const ApiRequest request = ApiRequest::mauHistory(from, to);
    const ApiReply *reply = m_queries->send(request);
    connect(reply, &ApiReply::finished, this,
        [this, reply, request] { replyFinished(request, reply->result()); });
    return Asked::Asking;
}

void HistoryLoader::forget()
{
    m_queries.reset();
    m_state = {};
}

void HistoryLoader::replyFinished(const ApiRequest &request, const Result<Envelope> &answer)
{
    if (!m_refresher.isCurrent(*m_queries)) {
        m_queries.release()->deleteLater(); // the reply, which is speaking, is its own
        emit finished();
        return;
    }
    fileAnswer(m_state, request, answer, m_account.clockOffset, m_clock.nowUtc());
    m_queries.release()->deleteLater();
    if (m_state.error)
        m_scheduler.learnOfRefusal(m_account.id, *m_state.error);
    emit finished();
}

} // namespace genauth
