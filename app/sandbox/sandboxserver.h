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
 * its thread, so it can share one with the client under test. Of the eight operations of the
 * protocol it serves get-management-token and get-current-package-info; any other path or verb is
 * answered with statusCode 404.
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

    /** From now on the pool has this fault and no other; SandboxFault{} heals it. */
    void setFault(const QString &userPoolId, const SandboxFault &fault);

    /** How often an operation, by its name in the path, was asked for; refusals count as well. */
    [[nodiscard]] int requestCount(QStringView operation) const;
    /** The same for one pool; a request that did not say whose it was counts for none. */
    [[nodiscard]] int requestCount(QStringView operation, const QString &userPoolId) const;

private:
    std::unique_ptr<sandbox::Service> m_service;
    std::unique_ptr<sandbox::HttpListener> m_listener;
};

} // namespace genauth
