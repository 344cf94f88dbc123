// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/proxyresolver.h"

#include "core/accounts/account.h"

#include <QUrl>

namespace genauth {

namespace {

constexpr qint64 KeptForMs = 5 * 60 * 1000;

} // namespace

ProxyResolver::ProxyResolver(QObject *parent)
    : ProxyResolver(
          [](const QNetworkProxyQuery &query) {
              return QNetworkProxyFactory::systemProxyForQuery(query);
          },
          parent)
{
}

ProxyResolver::ProxyResolver(Lookup lookup, QObject *parent)
    : QObject(parent)
    , m_lookup(std::move(lookup))
{
    m_worker.setMaxThreadCount(1);
}

ProxyResolver::~ProxyResolver()
{
    m_worker.clear();
    m_worker.waitForDone();
}

void ProxyResolver::resolve(const QUrl &url, QObject *context, Callback callback)
{
    if (isLoopback(url)) {
        callback(QNetworkProxy(QNetworkProxy::NoProxy));
        return;
    }
    const QString key = url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery).toString();
    const auto known = m_known.constFind(key);
    if (known != m_known.cend() && !known->age.hasExpired(KeptForMs)) {
        callback(known->proxy);
        return;
    }
    QList<Waiter> &waiters = m_waiting[key];
    waiters.append({context, std::move(callback)});
    if (waiters.size() == 1)
        lookUp(url, key);
}

void ProxyResolver::lookUp(const QUrl &url, const QString &key)
{
    m_worker.start([this, url, key, lookup = m_lookup] {
        const QList<QNetworkProxy> proxies = lookup(QNetworkProxyQuery(url));
        QMetaObject::invokeMethod(
            this, [this, key, proxies] { deliver(key, proxies); }, Qt::QueuedConnection);
    });
}

void ProxyResolver::deliver(const QString &key, const QList<QNetworkProxy> &proxies)
{
    Entry entry;
    // The first answer counts: trying one after the other would make a dead proxy a second timeout.
    entry.proxy = proxies.isEmpty() ? QNetworkProxy(QNetworkProxy::NoProxy) : proxies.constFirst();
    entry.age.start();
    m_known.insert(key, entry);
    const QList<Waiter> waiters = m_waiting.take(key);
    for (const Waiter &waiter : waiters) {
        if (waiter.context)
            waiter.callback(entry.proxy);
    }
}

} // namespace genauth
