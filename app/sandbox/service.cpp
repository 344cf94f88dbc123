// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/service.h"

#include "app/sandbox/faultyanswer.h"
#include "app/sandbox/httpdate.h"
#include "app/sandbox/operations.h"
#include "app/sandbox/randomhex.h"

namespace genauth::sandbox {

namespace {

using namespace Qt::StringLiterals;

/** The secrets are new at each start: there is nothing in the program or its data to leak. */
QList<SandboxPool> withKeys(const QList<DemoPool> &demoPools)
{
    QList<SandboxPool> pools;
    for (const DemoPool &pool : demoPools)
        pools.append({pool.name, pool.userPoolId, pool.userPoolId, randomHex(32)});
    return pools;
}

/** The operation a request is for; empty when there is none at that path with that verb. */
QString operationOf(const HttpRequest &request)
{
    const auto prefix = "/api/v3/"_L1;
    if (!request.path.startsWith(prefix))
        return {};
    const QString name = request.path.sliced(prefix.size());
    const QByteArray method = name == managementTokenOperation ? "POST" : "GET";
    return isOperation(name) && request.method == method ? name : QString();
}

} // namespace

Service::Service(SandboxOptions options)
    : Service(demoPools(options.poolCount, options.language), std::move(options))
{
}

Service::Service(const QList<DemoPool> &pools, SandboxOptions &&options)
    : m_options(std::move(options))
    , m_billing(pools, m_options.orderCount, m_options.now())
    , m_pools(withKeys(pools))
    , m_signIn(m_pools, m_options.tokenLifetime)
{
}

HttpAnswer Service::answer(const HttpRequest &request)
{
    const SandboxLanguage language = messageLanguage(request);
    const QString operation = operationOf(request);
    HttpAnswer answer = refusalEnvelope(Refusal::NoSuchOperation, language);
    SandboxFault fault;
    if (!operation.isEmpty()) {
        const Caller caller = operation == managementTokenOperation
                                  ? m_signIn.checkKey(request)
                                  : m_signIn.check(request, m_options.now());
        fault = m_options.faultAt(caller.userPoolId, operation);
        ++m_requestCounts[{operation, caller.userPoolId}];
        const Outcome outcome = outcomeOf(request, operation, caller, fault);
        answer = outcome.refusal ? refusalEnvelope(*outcome.refusal, language)
                                 : successEnvelope(outcome.data, language);
        answer = answerUnder(fault, std::move(answer));
    }
    if (fault.kind != SandboxFault::Kind::NoDate)
        answer.headers.append({"Date", toHttpDate(m_options.now())});
    return answer;
}

Outcome Service::outcomeOf(const HttpRequest &request, const QString &operation,
    const Caller &caller, const SandboxFault &fault)
{
    const bool isExchange = operation == managementTokenOperation;
    if (isExchange && fault.kind == SandboxFault::Kind::WrongSecret)
        return {.refusal = Refusal::WrongKey};
    if (caller.refusal)
        return {.refusal = caller.refusal};
    // With a fault at all operations a token can still be had, or nothing else would show it.
    if (const auto refusal = refusalUnder(fault.kind);
        refusal && (!isExchange || !fault.operation.isEmpty()))
        return {.refusal = refusal};
    if (isExchange)
        return managementToken(caller);
    if (fault.kind == SandboxFault::Kind::ExpiredToken && isRefusedAsExpired(caller))
        return {.refusal = Refusal::NotSignedIn};
    Outcome outcome = m_billing.answer({operation, caller.userPoolId,
        QUrlQuery(QString::fromLatin1(request.query)), m_options.now()});
    if (operation == packageOperation)
        outcome.data = packageUnder(fault.kind, outcome.data.toObject());
    return outcome;
}

void Service::setFault(const QString &userPoolId, const SandboxFault &fault)
{
    if (fault.operation.isEmpty())
        m_options.faults.remove(userPoolId);
    m_options.setFault(userPoolId, fault);
    m_expiredTokens.remove(userPoolId);
}

int Service::requestCount(const QString &operation, const QString &userPoolId) const
{
    return m_requestCounts.value({operation, userPoolId});
}

int Service::requestCount(QStringView operation) const
{
    int sum = 0;
    for (auto count = m_requestCounts.begin(); count != m_requestCounts.end(); ++count)
        sum += count.key().first == operation ? count.value() : 0;
    return sum;
}

bool Service::isRefusedAsExpired(const Caller &caller)
{
    if (caller.tokenId.isEmpty())
        return false;
    QString &expired = m_expiredTokens[caller.userPoolId];
    if (expired.isEmpty())
        expired = caller.tokenId;
    return expired == caller.tokenId;
}

Outcome Service::managementToken(const Caller &caller) const
{
    const QByteArray token = m_signIn.tokens().issue(caller.userPoolId, m_options.now());
    // The one number of the protocol's data that is no string.
    return {QJsonObject{{u"access_token"_s, QString::fromLatin1(token)},
        {u"expires_in"_s, qint64(m_signIn.tokens().lifetime().count())}}};
}

} // namespace genauth::sandbox
