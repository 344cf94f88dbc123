// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/sandbox/runningsandbox.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#include <optional>

using namespace genauth;
using namespace Qt::StringLiterals;
using Kind = SandboxFault::Kind;

/** The faults in how an answer is given, and clients which do not stay for it. */
class TestSandboxDelivery : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_sandbox.reset(); }

    void huge();
    void hugeAbandoned();
    void slow();
    void slowAbandoned();
    void silent();

private:
    void setFault(Kind kind, const QString &argument = {})
    {
        m_sandbox->server.setFault(m_sandbox->pool().userPoolId, {kind, argument});
    }
    [[nodiscard]] PlainAnswer package() { return m_sandbox->client.package(m_bearer); }

    /** The second pool is well, and answers. */
    [[nodiscard]] bool isServedElsewhere()
    {
        return m_sandbox->client.package(m_otherBearer).statusCode() == 200;
    }

    std::optional<RunningSandbox> m_sandbox;
    QByteArray m_bearer;      ///< a good token of the first pool, from before the fault
    QByteArray m_otherBearer; ///< one of the second pool
};

void TestSandboxDelivery::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_sandbox.emplace();
    QVERIFY(m_sandbox->isListening);
    m_bearer = m_sandbox->client.bearer(m_sandbox->pool());
    m_otherBearer = m_sandbox->client.bearer(m_sandbox->pool(1));
}

void TestSandboxDelivery::huge()
{
    setFault(Kind::Huge);
    const QByteArray request = "GET " + packagePath +
                               " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: " + m_bearer +
                               "\r\n\r\n";
    QTcpSocket socket;
    qint64 received = 0;
    QByteArray kept; // the first and last bytes
    connect(&socket, &QTcpSocket::readyRead, this, [&] {
        const QByteArray bytes = socket.readAll();
        received += bytes.size();
        if (received <= bytes.size() || received > 100'000'000)
            kept += bytes;
    });
    socket.connectToHost(QHostAddress::LocalHost, quint16(m_sandbox->server.url().port()));
    socket.write(request);
    QTRY_VERIFY_WITH_TIMEOUT(received >= 100'000'000, 60'000);
    QVERIFY(kept.contains("\r\nContent-Length: 100000000\r\n"));
    const qint64 whole = kept.indexOf("\r\n\r\n") + 4 + 100'000'000;
    QTRY_COMPARE(received, whole);

    // Not a byte too many: the next answer on this connection follows at once.
    kept.clear();
    setFault(Kind::None);
    socket.write(request);
    QTRY_VERIFY(kept.endsWith("\"statusCode\":200}"));
    QVERIFY(kept.startsWith("HTTP/1.1 200 OK\r\n"));
}

void TestSandboxDelivery::hugeAbandoned()
{
    setFault(Kind::Huge);
    {
        const auto reply = m_sandbox->client.start(packagePath, {{"Authorization", m_bearer}});
        QTRY_VERIFY(reply->bytesAvailable() > 8 * 1024 * 1024);
        reply->abort();
    }
    QVERIFY(isServedElsewhere());
}

void TestSandboxDelivery::slow()
{
    setFault(Kind::Slow, u"1"_s);
    QElapsedTimer timer;
    timer.start();
    const auto reply = m_sandbox->client.start(packagePath, {{"Authorization", m_bearer}});
    QVERIFY(isServedElsewhere());
    QVERIFY(!reply->isFinished()); // others are not held up
    QTRY_VERIFY(reply->isFinished());
    QVERIFY(timer.elapsed() >= 990);
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    QVERIFY(reply->readAll().contains("\"statusCode\":200"));
}

void TestSandboxDelivery::slowAbandoned()
{
    setFault(Kind::Slow, u"0.5"_s);
    QElapsedTimer timer;
    timer.start();
    {
        const auto reply = m_sandbox->client.start(packagePath, {{"Authorization", m_bearer}});
        QTRY_COMPARE(m_sandbox->server.requestCount(
                         u"get-current-package-info", m_sandbox->pool().userPoolId),
            1);
        reply->abort();
    }
    // Past the moment at which the answer would have been due.
    QTRY_VERIFY(timer.hasExpired(700));
    QVERIFY(isServedElsewhere());
}

void TestSandboxDelivery::silent()
{
    setFault(Kind::Silent);
    const auto reply = m_sandbox->client.start(packagePath, {{"Authorization", m_bearer}});
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    QTRY_COMPARE(
        m_sandbox->server.requestCount(u"get-current-package-info", m_sandbox->pool().userPoolId),
        1);
    QVERIFY(!finished.wait(300));
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute), QVariant());
    QVERIFY(isServedElsewhere()); // others are answered all the while
    QCOMPARE(finished.size(), 0);
    reply->abort();
    QVERIFY(isServedElsewhere());
}

QTEST_GUILESS_MAIN(TestSandboxDelivery)
#include "tst_sandboxdelivery.moc"
