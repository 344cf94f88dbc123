// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/sandboxfault.h"
#include "app/sandbox/sandboxoptions.h"
#include "app/sandbox/sandboxpool.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QStringView>
#include <QUrl>

#include <memory>

namespace genauth {

namespace sandbox {
class HttpListener;
class Service;
} // namespace sandbox

/**
 * A GenAuth on 127.0.0.1, over real HTTP, with demonstration pools. It serves on the event loop of
 * its thread, so it can share one with the client under test. It serves the eight operations of the
 * protocol; any other path or verb is answered with statusCode 404.
 */
class SandboxServer final : public QObject
{
    Q_OBJECT

public:
    explicit SandboxServer(SandboxOptions options = {}, QObject *parent = nullptr);
    ~SandboxServer() override;

    /** Call it once; port 0 takes any free one. False, and errorString(), when it cannot be had. */
    [[nodiscard]] bool listen(quint16 port = 0);
    /** The system's words, after listen() failed. */
    [[nodiscard]] QString errorString() const;

    /** "http://127.0.0.1:PORT"; only after listen(). */
    [[nodiscard]] QUrl url() const;
    [[nodiscard]] QList<SandboxPool> pools() const;

    /**
     * From now on the pool has this fault and no other; SandboxFault{} heals it. A fault at one
     * operation leaves the pool's others alone, and counts in their place there.
     */
    void setFault(const QString &userPoolId, const SandboxFault &fault);

    /** How often an operation, by its name in the path, was asked for; refusals count as well. */
    [[nodiscard]] int requestCount(QStringView operation) const;
    /** The same for one pool; a request that did not say whose it was counts for none. */
    [[nodiscard]] int requestCount(QStringView operation, const QString &userPoolId) const;

    /** A new order in front of the pool's others, unpaid, of the server's now: pages shift. */
    void addOrder(const QString &userPoolId);
    /** The order that many places behind the newest is gone, or told last of all. Call one of them,
     *  and once for each pool. */
    void removeOrder(const QString &userPoolId, int index);
    void moveOrderToEnd(const QString &userPoolId, int index);
    /** From now on get-orders says this totalCount, whatever the pages hold. */
    void setStatedOrderCount(const QString &userPoolId, int count);
    /** Whether every page of get-orders answers what page 1 holds. */
    void setOrdersPageRepeated(const QString &userPoolId, bool isRepeated);
    /** The pages of get-orders that were asked for and answered, in turn. */
    [[nodiscard]] QList<int> requestedOrderPages(const QString &userPoolId) const;

private:
    std::unique_ptr<sandbox::Service> m_service;
    std::unique_ptr<sandbox::HttpListener> m_listener;
};

} // namespace genauth
