// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/demopools.h"
#include "app/sandbox/httpmessage.h"
#include "app/sandbox/sandboxoptions.h"
#include "app/sandbox/sandboxpool.h"
#include "app/sandbox/signin.h"

#include <QHash>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringView>

#include <span>
#include <utility>

namespace genauth::sandbox {

/** The GenAuth behind the wire: requests in, answers out, no socket. */
class Service final
{
public:
    explicit Service(SandboxOptions options);

    [[nodiscard]] HttpAnswer answer(const HttpRequest &request);

    [[nodiscard]] QList<SandboxPool> pools() const { return m_pools; }
    void setFault(const QString &userPoolId, const SandboxFault &fault);
    /** An empty pool id counts the requests that did not say whose they were. */
    [[nodiscard]] int requestCount(const QString &operation, const QString &userPoolId) const;
    [[nodiscard]] int requestCount(QStringView operation) const;

private:
    /** To serve another operation of the protocol, add it to the table and its data to the pools.
     */
    struct Operation
    {
        QString name; ///< the last part of the path
        QByteArray method;
        Caller (Service::*identify)(const HttpRequest &);
        /** The envelope's data for a caller who is not refused. */
        QJsonValue (Service::*data)(const Caller &) const;
    };
    [[nodiscard]] static std::span<const Operation> operations();

    [[nodiscard]] Caller identifyByKey(const HttpRequest &request);
    [[nodiscard]] Caller identify(const HttpRequest &request);
    [[nodiscard]] bool isRefusedAsExpired(const Caller &caller);

    [[nodiscard]] QJsonValue managementToken(const Caller &caller) const;
    [[nodiscard]] QJsonValue currentPackage(const Caller &caller) const;

    SandboxOptions m_options;
    QHash<QString, QJsonObject> m_answers; ///< DemoPool::answers by user pool id
    QList<SandboxPool> m_pools;
    SignIn m_signIn;
    QHash<QString, QString> m_expiredTokens; ///< by user pool id: what ExpiredToken refuses
    QHash<std::pair<QString, QString>, int> m_requestCounts; ///< by operation and user pool id
};

} // namespace genauth::sandbox
