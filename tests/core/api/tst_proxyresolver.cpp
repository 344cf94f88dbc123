// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/proxyresolver.h"
#include "tests/support/qtwarnings.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>
#include <QUrl>

#include <atomic>
#include <memory>

using namespace genauth;

namespace {

const QUrl Host(QStringLiteral("https://api.genauth.ai/api/v3/x?y=z"));
const QNetworkProxy Proxy(QNetworkProxy::HttpProxy, QStringLiteral("proxy.example"), 3128);

/** A lookup that the test holds back: it answers once for each time gate is released. */
struct HeldLookup
{
    QSemaphore gate;
    std::atomic<int> begun = 0;
    std::atomic<int> ended = 0;
    std::atomic<bool> inCallersThread = false;
    QThread *caller = QThread::currentThread();

    ProxyResolver::Lookup function(const QList<QNetworkProxy> &answer)
    {
        return [this, answer](const QNetworkProxyQuery &) {
            ++begun;
            inCallersThread = QThread::currentThread() == caller;
            const bool released = gate.tryAcquire(1, 10'000);
            ++ended;
            return released ? answer : QList<QNetworkProxy>{};
        };
    }
};

} // namespace

class TestProxyResolver : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnQtWarnings(); }

    void goesStraightToLoopback_data();
    void goesStraightToLoopback();
    void looksUpInAnotherThread();
    void looksUpOnceForAll();
    void remembersAnswerPerOrigin();
    void takesFirstProxy();
    void goesStraightWithoutProxy();
    void leavesOutWhoIsGone();
    void mayBeAskedFromCallback();
    void waitsForLookupWhenDestroyed();
    void destroyedResolverAnswersNobody();
};

void TestProxyResolver::goesStraightToLoopback_data()
{
    QTest::addColumn<QString>("host");
    QTest::newRow("name") << QStringLiteral("http://localhost:8080");
    QTest::newRow("IPv4") << QStringLiteral("http://127.0.0.1");
    QTest::newRow("another IPv4") << QStringLiteral("https://127.1.2.3");
    QTest::newRow("IPv6") << QStringLiteral("http://[::1]:80");
}

void TestProxyResolver::goesStraightToLoopback()
{
    QFETCH(const QString, host);
    HeldLookup lookup;
    lookup.gate.release();
    ProxyResolver resolver(lookup.function({Proxy}));
    QNetworkProxy::ProxyType answer = QNetworkProxy::DefaultProxy;
    resolver.resolve(QUrl(host), this, [&](const QNetworkProxy &p) { answer = p.type(); });
    QCOMPARE(answer, QNetworkProxy::NoProxy); // at once
    QCOMPARE(lookup.begun, 0);
}

void TestProxyResolver::looksUpInAnotherThread()
{
    HeldLookup lookup;
    ProxyResolver resolver(lookup.function({Proxy}));
    QNetworkProxy answer;
    QThread *answeredIn = nullptr;
    resolver.resolve(Host, this, [&](const QNetworkProxy &proxy) {
        answer = proxy;
        answeredIn = QThread::currentThread();
    });
    // The lookup is under way and stuck, and this thread goes on turning its event loop.
    QTRY_COMPARE(lookup.begun, 1);
    QCoreApplication::processEvents();
    QCOMPARE(answeredIn, nullptr);
    lookup.gate.release();
    QTRY_COMPARE(answeredIn, QThread::currentThread());
    QCOMPARE(answer, Proxy);
    QVERIFY(!lookup.inCallersThread);
}

void TestProxyResolver::looksUpOnceForAll()
{
    HeldLookup lookup;
    ProxyResolver resolver(lookup.function({Proxy}));
    int answers = 0;
    for (int i = 0; i < 50; ++i)
        resolver.resolve(Host, this, [&](const QNetworkProxy &) { ++answers; });
    lookup.gate.release(50);
    QTRY_COMPARE(answers, 50);
    QCOMPARE(lookup.begun, 1);
    resolver.resolve(Host, this, [&](const QNetworkProxy &) { ++answers; });
    QCOMPARE(answers, 51); // known by now
    QCOMPARE(lookup.begun, 1);
}

void TestProxyResolver::remembersAnswerPerOrigin()
{
    HeldLookup lookup;
    lookup.gate.release(100);
    ProxyResolver resolver(lookup.function({Proxy}));
    const auto ask = [&](const char *url) {
        bool answered = false;
        resolver.resolve(
            QUrl(QLatin1String(url)), this, [&](const QNetworkProxy &) { answered = true; });
        return QTest::qWaitFor([&] { return answered; });
    };
    QVERIFY(ask("https://a.example/one?x=1"));
    QVERIFY(ask("https://a.example/two"));
    QCOMPARE(lookup.begun, 1);
    QVERIFY(ask("https://b.example/one"));
    QCOMPARE(lookup.begun, 2);
    QVERIFY(ask("https://a.example:8443/one"));
    QCOMPARE(lookup.begun, 3);
}

void TestProxyResolver::takesFirstProxy()
{
    HeldLookup lookup;
    lookup.gate.release();
    ProxyResolver resolver(lookup.function({Proxy, QNetworkProxy(QNetworkProxy::NoProxy)}));
    QNetworkProxy answer;
    resolver.resolve(Host, this, [&](const QNetworkProxy &proxy) { answer = proxy; });
    QTRY_COMPARE(answer, Proxy);
}

void TestProxyResolver::goesStraightWithoutProxy()
{
    HeldLookup lookup;
    lookup.gate.release();
    ProxyResolver resolver(lookup.function({}));
    QNetworkProxy::ProxyType answer = QNetworkProxy::DefaultProxy;
    resolver.resolve(Host, this, [&](const QNetworkProxy &proxy) { answer = proxy.type(); });
    QTRY_COMPARE(answer, QNetworkProxy::NoProxy);
}

void TestProxyResolver::leavesOutWhoIsGone()
{
    HeldLookup lookup;
    ProxyResolver resolver(lookup.function({Proxy}));
    int answers = 0;
    auto context = std::make_unique<QObject>();
    resolver.resolve(Host, context.get(), [&](const QNetworkProxy &) { answers += 100; });
    resolver.resolve(Host, this, [&](const QNetworkProxy &) { ++answers; });
    context.reset();
    lookup.gate.release();
    QTRY_COMPARE(answers, 1);
}

void TestProxyResolver::mayBeAskedFromCallback()
{
    HeldLookup lookup;
    lookup.gate.release(2);
    ProxyResolver resolver(lookup.function({Proxy}));
    int answers = 0;
    resolver.resolve(Host, this, [&](const QNetworkProxy &) {
        resolver.resolve(Host, this, [&](const QNetworkProxy &) { ++answers; });
        resolver.resolve(QUrl(QStringLiteral("https://other.example")), this,
            [&](const QNetworkProxy &) { ++answers; });
    });
    QTRY_COMPARE(answers, 2);
}

void TestProxyResolver::waitsForLookupWhenDestroyed()
{
    HeldLookup lookup;
    auto resolver = std::make_unique<ProxyResolver>(lookup.function({Proxy}));
    bool answered = false;
    resolver->resolve(Host, this, [&](const QNetworkProxy &) { answered = true; });
    QTRY_COMPARE(lookup.begun, 1);
    lookup.gate.release();
    resolver.reset();
    QCOMPARE(lookup.ended, 1); // nothing of it runs on without the resolver
    QCoreApplication::processEvents();
    QVERIFY(!answered);
}

void TestProxyResolver::destroyedResolverAnswersNobody()
{
    HeldLookup lookup;
    auto resolver = std::make_unique<ProxyResolver>(lookup.function({Proxy}));
    bool answered = false;
    // One is under way, the other waits for its turn and is dropped.
    resolver->resolve(Host, this, [&](const QNetworkProxy &) { answered = true; });
    resolver->resolve(QUrl(QStringLiteral("https://other.example")), this,
        [&](const QNetworkProxy &) { answered = true; });
    QTRY_COMPARE(lookup.begun, 1);
    lookup.gate.release();
    resolver.reset();
    QCOMPARE(lookup.begun, lookup.ended);
    QCoreApplication::processEvents();
    QVERIFY(!answered);
}

QTEST_GUILESS_MAIN(TestProxyResolver)
#include "tst_proxyresolver.moc"
