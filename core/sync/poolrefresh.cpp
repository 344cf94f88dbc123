// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/poolrefresh.h"

#include "core/accounts/servername.h"
#include "core/api/apiclient.h"
#include "core/api/apireply.h"
#include "core/base/clock.h"
#include "core/billing/mauuse.h"
#include "core/sync/answers.h"

namespace genauth {

std::unique_ptr<Transport> transportFor(const PoolAccess &pool, const RefreshContext &context)
{
    auto transport = std::make_unique<Transport>(pool.account, *context.proxies, context.limits);
    transport->setProxyPassword(pool.proxyPassword);
    transport->setNetworkProbe(context.networkProbe);
    transport->setClock(*context.clock);
    return transport;
}

PoolRefresh::PoolRefresh(const PoolAccess &pool, TokenProvider &tokens,
    const RefreshContext &context, Scope scope, QObject *parent)
    : QObject(parent)
    , m_account(pool.account)
    , m_clock(*context.clock)
    , m_scope(scope)
    , m_transport(transportFor(pool, context))
    , m_client(std::make_unique<ApiClient>(m_account, *m_transport, tokens, context.language))
{
    m_snapshot.server = serverName(m_account.host);
}

PoolRefresh::~PoolRefresh() = default;

void PoolRefresh::start()
{
    ask(m_snapshot.package, ApiRequest::currentPackage());
    if (m_scope == Scope::PackageAlone)
        return;
    if (m_scope == Scope::State) {
        askForUsageThenHistory();
        return;
    }
    ask(m_snapshot.usage, ApiRequest::usage());
    ask(m_snapshot.rights, ApiRequest::allRights());
    askForHistory();
    ask(m_snapshot.orders, ApiRequest::orders(1, ApiRequest::MaxOrdersPerPage));
}

void PoolRefresh::askForHistory()
{
    PoolSnapshot known;
    known.clockSkew = m_assumedSkew;
    const QDate today = poolTime(known, m_clock.nowUtc(), m_account.clockOffset).date();
    ask(m_snapshot.mauHistory, ApiRequest::mauHistory(today.addYears(-HistoryYears), today));
}

void PoolRefresh::askForUsageThenHistory()
{
    const ApiRequest request = ApiRequest::usage();
    run(request, [this, request](const Result<Envelope> &answer) {
        fileAnswer(m_snapshot.usage, request, answer, m_account.clockOffset, m_clock.nowUtc());
        // Who was not heard this time need not be asked more.
        if (!m_isCanceled && m_snapshot.usage.isSettled() && !currentMau(m_snapshot, {}))
            askForHistory();
    });
}

template <class T>
void PoolRefresh::ask(OperationState<T> &state, const ApiRequest &request)
{
    run(request, [this, &state, request](const Result<Envelope> &answer) {
        fileAnswer(state, request, answer, m_account.clockOffset, m_clock.nowUtc());
    });
}

void PoolRefresh::cancel()
{
    m_isCanceled = true; // what waits for another answer is not asked for any more
    const QList<ApiReply *> running = m_running;
    for (ApiReply *reply : running)
        reply->cancel();
}

void PoolRefresh::giveUpOverdue()
{
    m_transport->giveUpOverdue();
}

void PoolRefresh::run(const ApiRequest &request, Decoder decode)
{
    ApiReply *reply = m_client->send(request);
    m_running.append(reply);
    connect(reply, &ApiReply::finished, this,
        [this, reply, decode = std::move(decode)] { replyFinished(reply, decode); });
}

void PoolRefresh::replyFinished(ApiReply *reply, const Decoder &decode)
{
    if (!reply->poolId().isEmpty()) {
        m_snapshot.poolId = reply->poolId();
        m_snapshot.poolIsNamedByToken = reply->poolIsNamedByToken();
    }
    if (reply->result())
        noteAnswer(reply->result().value());
    decode(reply->result());
    m_running.removeOne(reply);
    reply->deleteLater();
    if (m_running.isEmpty())
        emit finished();
}

void PoolRefresh::noteAnswer(const Envelope &envelope)
{
    if (envelope.serverDate.isValid())
        m_snapshot.clockSkew = std::chrono::seconds(m_clock.nowUtc().secsTo(envelope.serverDate));
}

} // namespace genauth
