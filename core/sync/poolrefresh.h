// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/poolaccess.h"
#include "core/api/apirequest.h"
#include "core/api/envelope.h"
#include "core/api/language.h"
#include "core/api/networkprobe.h"
#include "core/api/transport.h"
#include "core/billing/poolsnapshot.h"

#include <QList>
#include <QObject>

#include <functional>
#include <memory>

namespace genauth {

class ApiClient;
class ApiReply;
class Clock;
class ProxyResolver;
class TokenProvider;

/** What every refresh needs from its surroundings. What is pointed to must outlive all refreshes.
 */
struct RefreshContext
{
    const Clock *clock = nullptr;
    ProxyResolver *proxies = nullptr;
    TransportLimits limits = {};
    ApiLanguage language = ApiLanguage::English;
    HttpExchange::NetworkProbe networkProbe = hasNetwork;
};

/** The transport of one refresh, or one check, of this pool. */
[[nodiscard]] std::unique_ptr<Transport> transportFor(
    const PoolAccess &pool, const RefreshContext &context);

/** One refresh of one pool: its operations side by side, each succeeding or failing by itself: of
 *  Scope::Everything the package, the usage, the rights, the MAU of the last HistoryYears, and the
 * first page of orders. Owns the transport it uses. Destroying it aborts what is under way, and
 * then finished() does not come. */
class PoolRefresh final : public QObject
{
    Q_OBJECT

public:
    /** How many it asks for: a connection each. */
    static constexpr int Operations = 5;

    enum class Scope {
        Everything,
        /** What assess() goes by: the package and the usage, and the MAU history only where the
         *  usage does not tell the MAU. */
        State,
        PackageAlone,
    };

    /** A cycle may be a year long, and one that began before the first day asked for may be left
     *  out: one year more than is shown. */
    static constexpr int HistoryYears = 3;

    /** `tokens` is this pool's own and must outlive the refresh. */
    PoolRefresh(const PoolAccess &pool, TokenProvider &tokens, const RefreshContext &context,
        Scope scope = Scope::Everything, QObject *parent = nullptr);
    ~PoolRefresh() override;

    /** What an earlier refresh has found out about the clocks, so that the days asked for are right
     *  from the first request on. Before start(). */
    void assumeClockSkew(std::optional<std::chrono::seconds> skew) { m_assumedSkew = skew; }
    /** Once. */
    void start();
    /** Ends every operation that has not answered yet as ErrorKind::Canceled. */
    void cancel();
    /** See Transport::giveUpOverdue(). */
    void giveUpOverdue();

    /** What this refresh alone has learned so far; whole after finished(). */
    [[nodiscard]] const PoolSnapshot &snapshot() const { return m_snapshot; }

signals:
    /** Once, from the event loop, when every operation has ended. */
    void finished();

private:
    using Decoder = std::function<void(const Result<Envelope> &)>;
    /** Asks, and files what comes under this state. */
    template <class T>
    void ask(OperationState<T> &state, const ApiRequest &request);
    void askForHistory();
    /** As ask(), and for the history where it tells no MAU. */
    void askForUsageThenHistory();
    void run(const ApiRequest &request, Decoder decode);
    void replyFinished(ApiReply *reply, const Decoder &decode);
    void noteAnswer(const Envelope &envelope);

    Account m_account;
    const Clock &m_clock;
    Scope m_scope;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<ApiClient> m_client;
    std::optional<std::chrono::seconds> m_assumedSkew;
    QList<ApiReply *> m_running;
    bool m_isCanceled = false;
    PoolSnapshot m_snapshot;
};

} // namespace genauth
