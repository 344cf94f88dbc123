// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QHash>
#include <QList>
#include <QNetworkProxy>
#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <functional>

class QUrl;

namespace genauth {

/** Asks the system which proxy leads to a host, away from the caller's thread: an automatic proxy
 *  configuration may take many seconds, and Qt itself would wait for it in the window's thread.
 *  Answers are kept for five minutes. Use from one thread; callbacks come there. */
class ProxyResolver final : public QObject
{
    Q_OBJECT

public:
    using Lookup = std::function<QList<QNetworkProxy>(const QNetworkProxyQuery &)>;
    using Callback = std::function<void(const QNetworkProxy &)>;

    /** The system's own lookup. */
    explicit ProxyResolver(QObject *parent = nullptr);
    explicit ProxyResolver(Lookup lookup, QObject *parent = nullptr);
    /** Waits for a lookup under way. */
    ~ProxyResolver() override;

    /** Calls `callback` once, now or later, with the proxy to use for `url` (QNetworkProxy::NoProxy
     *  for a direct way). Not called when `context` is gone by then. Loopback is always direct. */
    void resolve(const QUrl &url, QObject *context, Callback callback);

private:
    struct Entry
    {
        QNetworkProxy proxy;
        QElapsedTimer age;
    };
    struct Waiter
    {
        QPointer<QObject> context;
        Callback callback;
    };
    void lookUp(const QUrl &url, const QString &key);
    void deliver(const QString &key, const QList<QNetworkProxy> &proxies);

    Lookup m_lookup;
    QHash<QString, Entry> m_known;
    QHash<QString, QList<Waiter>> m_waiting;
    QThreadPool m_worker;
};

} // namespace genauth
