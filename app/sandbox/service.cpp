// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/service.h"

#include "app/sandbox/faultyanswer.h"
#include "app/sandbox/httpdate.h"
#include "app/sandbox/randomhex.h"

#include <algorithm>

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

QHash<QString, QJsonObject> answersOf(const QList<DemoPool> &demoPools)
{
    QHash<QString, QJsonObject> answers;
    for (const DemoPool &pool : demoPools)
        answers.insert(pool.userPoolId, pool.answers);
    return answers;
}

} // namespace

Service::Service(SandboxOptions options)
    : m_options(std::move(options))
    , m_answers(answersOf(demoPools(m_options.poolCount, m_options.language)))
    , m_pools(withKeys(demoPools(m_options.poolCount, m_options.language)))
    , m_signIn(m_pools, m_options.tokenLifetime)
{
}

std::span<const Service::Operation> Service::operations()
{
    static const Operation table[]{
        {u"get-management-token"_s, "POST", &Service::identifyByKey, &Service::managementToken},
        {u"get-current-package-info"_s, "GET", &Service::identify, &Service::currentPackage},
    };
    return table;
}

HttpAnswer Service::answer(const HttpRequest &request)
{
    const SandboxLanguage language = messageLanguage(request);
    const auto known = operations();
    const auto operation = std::ranges::find_if(known, [&request](const Operation &candidate) {
        return request.path == u"/api/v3/"_s + candidate.name && request.method == candidate.method;
    });
    HttpAnswer answer = refusalEnvelope(Refusal::NoSuchOperation, language);
    SandboxFault fault;
    if (operation != known.end()) {
        const Caller caller = (this->*operation->identify)(request);
        fault = m_options.faults.value(caller.userPoolId);
        ++m_requestCounts[{operation->name, caller.userPoolId}];
        answer = caller.refusal ? refusalEnvelope(*caller.refusal, language)
                                : successEnvelope((this->*operation->data)(caller), language);
        answer = answerUnder(fault, std::move(answer));
    }
    if (fault.kind != SandboxFault::Kind::NoDate)
        answer.headers.append({"Date", toHttpDate(m_options.now())});
    return answer;
}

void Service::setFault(const QString &userPoolId, const SandboxFault &fault)
{
    m_options.faults.insert(userPoolId, fault);
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

Caller Service::identifyByKey(const HttpRequest &request)
{
    Caller caller = m_signIn.checkKey(request);
    if (m_options.faults.value(caller.userPoolId).kind == SandboxFault::Kind::WrongSecret)
        caller.refusal = Refusal::WrongKey;
    return caller;
}

Caller Service::identify(const HttpRequest &request)
{
    Caller caller = m_signIn.check(request, m_options.now());
    if (!caller.refusal)
        caller.refusal = refusalUnder(m_options.faults.value(caller.userPoolId).kind);
    if (!caller.refusal && isRefusedAsExpired(caller))
        caller.refusal = Refusal::NotSignedIn;
    return caller;
}

bool Service::isRefusedAsExpired(const Caller &caller)
{
    if (m_options.faults.value(caller.userPoolId).kind != SandboxFault::Kind::ExpiredToken ||
        caller.tokenId.isEmpty())
        return false;
    QString &expired = m_expiredTokens[caller.userPoolId];
    if (expired.isEmpty())
        expired = caller.tokenId;
    return expired == caller.tokenId;
}

QJsonValue Service::managementToken(const Caller &caller) const
{
    const QByteArray token = m_signIn.tokens().issue(caller.userPoolId, m_options.now());
    // The one number of the protocol's data that is no string.
    return QJsonObject{{u"access_token"_s, QString::fromLatin1(token)},
        {u"expires_in"_s, qint64(m_signIn.tokens().lifetime().count())}};
}

QJsonValue Service::currentPackage(const Caller &caller) const
{
    const QJsonValue package =
        dated(m_answers[caller.userPoolId]["get-current-package-info"_L1], m_options.now());
    return packageUnder(m_options.faults.value(caller.userPoolId).kind, package.toObject());
}

} // namespace genauth::sandbox
