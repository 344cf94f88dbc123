// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/orderloader.h"

#include "core/accounts/poolaccess.h"
#include "core/api/apireply.h"
#include "core/api/apirequest.h"
#include "core/base/clock.h"
#include "core/sync/answers.h"
#include "core/sync/poolqueries.h"
#include "core/sync/poolsrefresher.h"
#include "core/sync/refreshscheduler.h"

#include <algorithm>
#include <utility>

namespace genauth {

namespace {

ApiRequest requestFor(int page)
{
    return ApiRequest::orders(page, ApiRequest::MaxOrdersPerPage);
}

} // namespace

OrderLoader::OrderLoader(
    PoolsRefresher &refresher, RefreshScheduler &scheduler, OrdersModel &model, QObject *parent)
    : QObject(parent)
    , m_refresher(refresher)
    , m_scheduler(scheduler)
    , m_model(model)
    , m_pageSize(ApiRequest::MaxOrdersPerPage)
{
}

OrderLoader::~OrderLoader() = default;

void OrderLoader::setPool(const Account &account, const QString &poolId)
{
    const bool isAnother = !isSameConnection(m_account, account) ||
                           (!poolId.isEmpty() && !m_poolId.isEmpty() && poolId != m_poolId);
    m_account = account;
    if (isAnother)
        forget();
    if (isAnother || !poolId.isEmpty())
        m_poolId = poolId;
}

void OrderLoader::forget()
{
    endBurst();
    m_seenAt = {};
    m_seenData.clear();
    m_page = m_lag = m_frontPage = m_frontNew = 0;
    m_pageSize = ApiRequest::MaxOrdersPerPage;
    m_lastPage = m_againPage = 0;
    m_doubted = m_toldNothing = m_complete = m_hasFallen = false;
    m_stated.reset();
    m_walkedFor.reset();
    m_furtherAt = m_againAt = {};
    m_unreadable.clear();
    m_error.reset();
    m_model.clear();
}

void OrderLoader::absorb(const OperationState<OrderPage> &firstPage)
{
    if (!firstPage.value ||
        (firstPage.receivedAt == m_seenAt && firstPage.data == m_seenData && m_seenAt.isValid()))
        return;
    const QDateTime before = std::exchange(m_seenAt, firstPage.receivedAt);
    m_seenData = firstPage.data;
    takeRefreshed(*firstPage.value);
    // What it pushed off the first page was not answered again.
    const bool areOthersLeft = m_model.rowCount() > firstPage.value->orders.size();
    if (!m_furtherAt.isValid() && areOthersLeft)
        m_furtherAt = before;
    publish();
}

void OrderLoader::loadNext()
{
    start(Mode::Next);
}

void OrderLoader::loadAll()
{
    start(Mode::All);
}

void OrderLoader::cancel()
{
    endBurst();
    publish();
}

bool OrderLoader::canLoadMore() const
{
    return m_seenAt.isValid() && (!m_complete || m_frontPage > 0 || m_againPage > 0) &&
           m_model.rowCount() < MostOrders;
}

QDateTime OrderLoader::heldUntil() const
{
    return m_scheduler.heldUntil(m_account.id);
}

QDateTime OrderLoader::agedSince() const
{
    const QDateTime now = m_refresher.context().clock->nowUtc();
    const bool isOld = m_furtherAt.isValid() &&
                       m_furtherAt.secsTo(now) >= std::chrono::seconds(LongestFresh).count();
    return isOld ? m_furtherAt : QDateTime();
}

QStringList OrderLoader::unreadableFields(const QUuid &accountId) const
{
    QStringList fields;
    if (accountId == m_account.id) {
        for (const QStringList &ofPage : m_unreadable)
            fields += ofPage;
    }
    return fields;
}

void OrderLoader::start(Mode mode)
{
    if (m_mode != Mode::Idle) {
        m_mode = std::max(m_mode, mode);
        publish();
        return;
    }
    if (!canLoadMore() || heldUntil().isValid())
        return;
    m_queries = m_refresher.queries(m_account.id);
    if (!m_queries)
        return;
    m_mode = mode;
    m_error.reset();
    ask();
    publish();
}

void OrderLoader::ask()
{
    const int page = m_frontPage > 0 ? m_frontPage : m_againPage > 0 ? m_againPage : m_page + 1;
    m_reply = m_queries->send(requestFor(page));
    connect(m_reply, &ApiReply::finished, this, [this, page] { replyFinished(page); });
}

void OrderLoader::replyFinished(int page)
{
    ApiReply *reply = std::exchange(m_reply, nullptr);
    reply->deleteLater();
    if (!m_refresher.isCurrent(*m_queries)) {
        cancel();
        return;
    }
    const Result<OrderPage> answer =
        decodedAnswer<OrderPage>(reply->result(), requestFor(page), m_account.clockOffset);
    if (!answer) {
        fail(answer.error());
        return;
    }
    if (m_frontPage > 0)
        takeFront(answer.value());
    else if (m_againPage > 0)
        takeAgain(answer.value());
    else
        takeNext(page, answer.value());
    noteUnreadable(page, answer.value());
    walkAgainIfOneWasMissed();
    const bool goesOn = m_frontPage > 0 || m_againPage > 0 || m_toldNothing || m_mode == Mode::All;
    if (goesOn && canLoadMore())
        ask();
    else
        endBurst();
    publish();
}

void OrderLoader::fail(const ApiError &error)
{
    endBurst();
    m_error = error;
    publish();
    m_scheduler.learnOfRefusal(m_account.id, error);
}

void OrderLoader::endBurst()
{
    m_mode = Mode::Idle;
    delete std::exchange(m_reply, nullptr); // aborts it
    if (m_queries)                          // a reply of theirs may be what calls
        m_queries.release()->deleteLater();
}

void OrderLoader::publish()
{
    m_model.setState({.known = m_seenAt.isValid(),
        .loading = m_mode != Mode::Idle,
        .complete = m_complete && m_frontPage == 0 && m_againPage == 0,
        .stated = m_stated,
        .error = m_error});
}

} // namespace genauth
