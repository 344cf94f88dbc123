// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/poolaccess.h"
#include "core/sync/poolrefresh.h"

#include <QObject>

#include <memory>

namespace genauth {

class ApiClient;
class ApiReply;
class ApiRequest;
class TokenProvider;
class Transport;

/** Questions to one pool outside its refreshes: a further page of orders, one order's payment, an
 *  older part of its history. They share one transport, as those of a refresh do, and the pool's
 *  token. Made by PoolsRefresher::queries() for one burst of questions, and dropped when it is
 * over: no connection waits to grow stale. Destroying it aborts what is under way. */
class PoolQueries final : public QObject
{
    Q_OBJECT

public:
    PoolQueries(const PoolAccess &pool, std::shared_ptr<TokenProvider> tokens,
        const RefreshContext &context, QObject *parent = nullptr);
    ~PoolQueries() override;

    /** The reply belongs to the queries; delete it earlier to abort the call. */
    [[nodiscard]] ApiReply *send(const ApiRequest &request);

    [[nodiscard]] const Account &account() const { return m_account; }
    /** Whether these are the tokens it asks with. */
    [[nodiscard]] bool asksWith(const std::shared_ptr<TokenProvider> &tokens) const
    {
        return m_tokens == tokens;
    }

private:
    Account m_account;
    std::shared_ptr<TokenProvider> m_tokens; ///< outlives the client's replies
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<ApiClient> m_client;
};

} // namespace genauth
