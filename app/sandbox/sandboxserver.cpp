// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/sandboxserver.h"

#include "app/sandbox/httplistener.h"
#include "app/sandbox/service.h"

namespace genauth {

SandboxServer::SandboxServer(SandboxOptions options, QObject *parent)
    : QObject(parent)
    , m_service(std::make_unique<sandbox::Service>(std::move(options)))
    , m_listener(std::make_unique<sandbox::HttpListener>(
          [service = m_service.get()](
              const sandbox::HttpRequest &request) { return service->answer(request); }))
{
}

SandboxServer::~SandboxServer() = default;

bool SandboxServer::listen(quint16 port)
{
    return m_listener->open(port);
}

QString SandboxServer::errorString() const
{
    return m_listener->errorString();
}

QUrl SandboxServer::url() const
{
    QUrl url(QStringLiteral("http://127.0.0.1"));
    url.setPort(m_listener->port());
    return url;
}

QList<SandboxPool> SandboxServer::pools() const
{
    return m_service->pools();
}

void SandboxServer::setFault(const QString &userPoolId, const SandboxFault &fault)
{
    m_service->setFault(userPoolId, fault);
}

int SandboxServer::requestCount(QStringView operation) const
{
    return m_service->requestCount(operation);
}

int SandboxServer::requestCount(QStringView operation, const QString &userPoolId) const
{
    return m_service->requestCount(operation.toString(), userPoolId);
}

void SandboxServer::addOrder(const QString &userPoolId)
{
    m_service->billing().addOrder(userPoolId, m_service->now());
}

void SandboxServer::removeOrder(const QString &userPoolId, int index)
{
    m_service->billing().removeOrder(userPoolId, index);
}

void SandboxServer::moveOrderToEnd(const QString &userPoolId, int index)
{
    m_service->billing().moveOrderToEnd(userPoolId, index);
}

void SandboxServer::setStatedOrderCount(const QString &userPoolId, int count)
{
    m_service->billing().setStatedOrderCount(userPoolId, count);
}

void SandboxServer::setOrdersPageRepeated(const QString &userPoolId, bool isRepeated)
{
    m_service->billing().setOrdersPageRepeated(userPoolId, isRepeated);
}

QList<int> SandboxServer::requestedOrderPages(const QString &userPoolId) const
{
    return m_service->billing().requestedOrderPages(userPoolId);
}

} // namespace genauth
