// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/poolqueries.h"

#include "core/api/apiclient.h"
#include "core/api/apireply.h"
#include "core/api/tokenprovider.h"

#include <utility>

namespace genauth {

PoolQueries::PoolQueries(const PoolAccess &pool, std::shared_ptr<TokenProvider> tokens,
    const RefreshContext &context, QObject *parent)
    : QObject(parent)
    , m_account(pool.account)
    , m_tokens(std::move(tokens))
    , m_transport(transportFor(pool, context))
    , m_client(std::make_unique<ApiClient>(m_account, *m_transport, *m_tokens, context.language))
{
}

PoolQueries::~PoolQueries() = default;

ApiReply *PoolQueries::send(const ApiRequest &request)
{
    return m_client->send(request);
}

} // namespace genauth
