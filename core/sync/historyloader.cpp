// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/historyloader.h"

#include "core/api/apireply.h"
#include "core/api/apirequest.h"
#include "core/base/clock.h"
#include "core/sync/poolqueries.h"
#include "core/sync/poolsrefresher.h"
#include "core/sync/refreshscheduler.h"

#include <algorithm>

namespace genauth {

namespace {

/** What the answer says, or why it says nothing. */
Result<MauHistory> historyIn(const Result<Envelope> &answer, std::chrono::seconds clockOffset)
{
    if (!answer)
        return answer.error();
    const Envelope &envelope = answer.value();
    Result<MauHistory> history = MauHistory::fromJson(envelope.data, clockOffset);
    if (history)
        return history;
    ApiError error = history.error();
    error.operation = QStringLiteral("get-mau-period-usage-history");
    error.httpStatus = envelope.httpStatus;
    error.statusCode = 200;
    error.apiCode = envelope.apiCode;
    error.requestId = envelope.requestId;
    return error;
}

} // namespace

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
    const ApiReply *reply = m_queries->send(ApiRequest::mauHistory(from, to));
    connect(reply, &ApiReply::finished, this, [this, reply] { replyFinished(*reply); });
    return Asked::Asking;
}

void HistoryLoader::forget()
{
    m_queries.reset();
    m_state = {};
}

void HistoryLoader::replyFinished(const ApiReply &reply)
{
    if (!m_refresher.isCurrent(*m_queries)) {
        m_queries.release()->deleteLater(); // the reply, which is speaking, is its own
        emit finished();
        return;
    }
    const Result<MauHistory> history = historyIn(reply.result(), m_account.clockOffset);
    m_state.attemptedAt = m_clock.nowUtc();
    if (reply.result()) {
        const Envelope &envelope = reply.result().value();
        m_state.answer = {
            envelope.httpStatus, 200, envelope.apiCode, envelope.requestId, envelope.serverDate};
    } else {
        m_state.answer = AnswerFacts::of(reply.result().error());
    }
    if (history) {
        m_state.value = history.value();
        m_state.receivedAt = m_state.attemptedAt;
    } else {
        m_state.error = history.error();
    }
    m_queries.release()->deleteLater();
    if (m_state.error)
        m_scheduler.learnOfRefusal(m_account.id, *m_state.error);
    emit finished();
}

} // namespace genauth
