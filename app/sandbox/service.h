// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/billing.h"
#include "app/sandbox/demopools.h"
#include "app/sandbox/httpmessage.h"
#include "app/sandbox/sandboxoptions.h"
#include "app/sandbox/sandboxpool.h"
#include "app/sandbox/signin.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringView>

#include <utility>

namespace genauth::sandbox {

/** The GenAuth behind the wire: requests in, answers out, no socket. */
class Service final
{
public:
    explicit Service(SandboxOptions options);

    [[nodiscard]] HttpAnswer answer(const HttpRequest &request);

    [[nodiscard]] QList<SandboxPool> pools() const { return m_pools; }
    /** As SandboxServer::setFault(). */
    void setFault(const QString &userPoolId, const SandboxFault &fault);
    /** An empty pool id counts the requests that did not say whose they were. */
    [[nodiscard]] int requestCount(const QString &operation, const QString &userPoolId) const;
    [[nodiscard]] int requestCount(QStringView operation) const;

    [[nodiscard]] Billing &billing() { return m_billing; }
    [[nodiscard]] QDateTime now() const { return m_options.now(); }

private:
    Service(const QList<DemoPool> &pools, SandboxOptions &&options);

    /** What GenAuth itself makes of a request; the way there and back is answer()'s. */
    [[nodiscard]] Outcome outcomeOf(const HttpRequest &request, const QString &operation,
        const Caller &caller, const SandboxFault &fault);
    [[nodiscard]] bool isRefusedAsExpired(const Caller &caller);
    [[nodiscard]] Outcome managementToken(const Caller &caller) const;

    SandboxOptions m_options;
    Billing m_billing;
    QList<SandboxPool> m_pools;
    SignIn m_signIn;
    QHash<QString, QString> m_expiredTokens; ///< by user pool id: what ExpiredToken refuses
    QHash<std::pair<QString, QString>, int> m_requestCounts; ///< by operation and user pool id
};

} // namespace genauth::sandbox
