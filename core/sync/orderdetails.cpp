// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/orderdetails.h"

#include "core/accounts/poolaccess.h"
#include "core/api/apireply.h"
#include "core/api/apirequest.h"
#include "core/base/clock.h"
#include "core/base/displaytext.h"
#include "core/sync/answers.h"
#include "core/sync/poolqueries.h"
#include "core/sync/poolsrefresher.h"
#include "core/sync/refreshscheduler.h"

#include <algorithm>
#include <type_traits>
#include <utility>

namespace genauth {

OrderDetails::OrderDetails(PoolsRefresher &refresher, RefreshScheduler &scheduler,
    std::chrono::milliseconds rest, QObject *parent)
    : QObject(parent)
    , m_refresher(refresher)
    , m_scheduler(scheduler)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(rest);
    connect(&m_rest, &QTimer::timeout, this, &OrderDetails::ask);
    m_hold.setSingleShot(true);
    connect(&m_hold, &QTimer::timeout, this, &OrderDetails::ask);
}

OrderDetails::~OrderDetails() = default;

QString OrderDetails::number() const
{
    const QString number = m_selected.orderNo.value.value_or(QString());
    return isBlank(number) ? QString() : number;
}

void OrderDetails::setPool(const Account &account)
{
    const bool isAnother = !isSameConnection(m_account, account);
    m_account = account;
    if (!isAnother)
        return;
    m_kept.clear();
    deselect();
}

void OrderDetails::deselect()
{
    drop();
    if (m_selected == Order())
        return;
    m_selected = {};
    m_details = {};
    emit changed();
}

void OrderDetails::select(const Order &order)
{
    Order listed = order;
    listed.unreadableFields.clear();
    if (listed == m_selected)
        return;
    drop();
    m_selected = listed;
    m_details = keptOf(listed);
    if (!number().isEmpty() && !(m_details.order.isAnswered() && m_details.payment.isAnswered()))
        m_rest.start();
    emit changed();
}

OrderDetails::Details OrderDetails::keptOf(const Order &listed) const
{
    const auto kept = m_kept.constFind(number());
    if (kept == m_kept.constEnd() || kept->listed != listed)
        return {};
    // A clock that was set back tells no age.
    const qint64 age = kept->at.secsTo(m_refresher.context().clock->nowUtc());
    if (age < 0 || age >= std::chrono::seconds(LongestKept).count())
        return {};
    Details details = kept->details;
    if (listed.status == Order::Status::Unpaid)
        details.payment = {};
    return details;
}

void OrderDetails::choose()
{
    if (!number().isEmpty() && !m_queries)
        ask();
}

void OrderDetails::ask()
{
    m_rest.stop();
    m_hold.stop();
    const QDateTime heldUntil = m_scheduler.heldUntil(m_account.id);
    m_queries = heldUntil.isValid() ? nullptr : m_refresher.queries(m_account.id);
    m_details.heldUntil = heldUntil;
    m_details.lacksKey = !heldUntil.isValid() && !m_queries;
    if (heldUntil.isValid())
        waitUntil(heldUntil);
    if (!m_queries) {
        emit changed();
        return;
    }
    askFor(m_details.order, ApiRequest::orderDetail(number()), m_orderReply);
    askFor(m_details.payment, ApiRequest::orderPayDetail(number()), m_paymentReply);
    endIfDone();
    emit changed();
}

void OrderDetails::waitUntil(const QDateTime &heldUntil)
{
    // In short steps: the clock may be set, and the computer may sleep.
    constexpr qint64 longestStep = 1'000;
    const qint64 left = m_refresher.context().clock->nowUtc().msecsTo(heldUntil) + 1;
    m_hold.start(static_cast<int>(std::clamp<qint64>(left, 1, longestStep)));
}

template <class T>
void OrderDetails::askFor(Part<T> &part, const ApiRequest &request, ApiReply *&reply)
{
    if (part.isAnswered())
        return;
    part.error.reset();
    part.loading = true;
    reply = m_queries->send(request);
    connect(reply, &ApiReply::finished, this, [this, &part, &reply, request] {
        ApiReply *ended = std::exchange(reply, nullptr);
        ended->deleteLater();
        part.loading = false;
        if (m_refresher.isCurrent(*m_queries))
            take(part, request, ended->result());
        endIfDone();
        emit changed();
    });
}

template <class T>
void OrderDetails::take(Part<T> &part, const ApiRequest &request, const Result<Envelope> &result)
{
    Result<T> answer = decodedAnswer<T>(result, request, m_account.clockOffset);
    if (answer) {
        part.value = std::move(answer).value();
        return;
    }
    // That is how the sandbox says that nothing was paid; the vendor does not say how it does.
    part.isNone = std::is_same_v<T, Payment> && answer.error().kind == ErrorKind::NotFound;
    if (!part.isNone)
        part.error = answer.error();
    m_scheduler.learnOfRefusal(m_account.id, answer.error());
}

void OrderDetails::endIfDone()
{
    if (m_orderReply || m_paymentReply)
        return;
    if (m_kept.size() >= MostKept)
        m_kept.clear();
    m_kept.insert(number(), {m_selected, m_details, m_refresher.context().clock->nowUtc()});
    if (m_queries) // a reply of theirs may be what calls
        m_queries.release()->deleteLater();
}

void OrderDetails::drop()
{
    m_rest.stop();
    m_hold.stop();
    delete std::exchange(m_orderReply, nullptr); // aborts it
    delete std::exchange(m_paymentReply, nullptr);
    if (m_queries)
        m_queries.release()->deleteLater();
}

} // namespace genauth
