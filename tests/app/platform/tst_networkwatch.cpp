// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A network that comes, goes, or is another one; the kernel's messages come from a test's socket.

#include "app/platform/networkwatch.h"

#include "tests/support/qtwarnings.h"

#include <QHostAddress>
#include <QSignalSpy>
#include <QTest>

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

const int PastSettling = int(NetworkWatch::Settling.count()) + 300;

const QString Cable = u"192.0.2.7"_s;
const QString Wireless = u"198.51.100.7"_s;

} // namespace

class TestNetworkWatch : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void saysOnceThatOneHasCome();
    void saysNothingOfOneThatGoes();
    void saysThatItIsAnotherOne();
    void saysNothingOfTheSameOne();
    void looksOnlyWhenItIsTold();
    void endsWhenTheNewsDo();
    void staysQuietWhereThereIsNoNews();
    void listensToThisComputer();

private:
    void tell()
    {
        const char news[] = "news";
        QCOMPARE(::send(m_ends[1], news, sizeof(news), 0), ssize_t(sizeof(news)));
    }

    std::array<int, 2> m_ends{};
    NetworkWatch::Addresses m_present;
    int m_looks = 0;
    std::unique_ptr<NetworkWatch> m_watch;
    std::unique_ptr<QSignalSpy> m_came;
};

void TestNetworkWatch::init()
{
    failOnQtWarnings();
    QCOMPARE(::socketpair(AF_UNIX, SOCK_SEQPACKET, 0, m_ends.data()), 0);
    m_present = {Cable};
    m_looks = 0;
    m_watch = std::make_unique<NetworkWatch>(m_ends[0], [this] {
        ++m_looks;
        return m_present;
    });
    m_came = std::make_unique<QSignalSpy>(m_watch.get(), &NetworkWatch::cameBack);
    QVERIFY(m_watch->isListening());
}

void TestNetworkWatch::cleanup()
{
    m_watch.reset();
    ::close(m_ends[1]);
}

void TestNetworkWatch::saysOnceThatOneHasCome()
{
    m_present.clear();
    tell();
    QVERIFY(!m_came->wait(PastSettling));
    for (int i = 0; i < 20; ++i)
        tell();
    m_present = {Cable}; // the very one of before
    QTRY_COMPARE(m_came->count(), 1);
    QVERIFY(!m_came->wait(PastSettling));
    QCOMPARE(m_looks, 3);
}

void TestNetworkWatch::saysNothingOfOneThatGoes()
{
    m_present = {Cable, Wireless};
    tell();
    QTRY_COMPARE(m_came->count(), 1);
    m_present = {Wireless};
    tell();
    QVERIFY(!m_came->wait(PastSettling));
}

void TestNetworkWatch::saysThatItIsAnotherOne()
{
    m_present = {Wireless};
    tell();
    QTRY_COMPARE(m_came->count(), 1);
}

void TestNetworkWatch::saysNothingOfTheSameOne()
{
    tell(); // a lease was renewed
    QVERIFY(!m_came->wait(PastSettling));
    QCOMPARE(m_looks, 2);
}

void TestNetworkWatch::looksOnlyWhenItIsTold()
{
    m_present = {Wireless};
    QVERIFY(!m_came->wait(PastSettling));
    QCOMPARE(m_looks, 1);
}

void TestNetworkWatch::endsWhenTheNewsDo()
{
    ::shutdown(m_ends[1], SHUT_RDWR);
    QTRY_VERIFY(!m_watch->isListening());
    QTest::qWait(PastSettling);
    QVERIFY(m_looks <= 2); // and does not spin
}

void TestNetworkWatch::staysQuietWhereThereIsNoNews()
{
    int looks = 0;
    const NetworkWatch watch(-1, [&looks] {
        ++looks;
        return NetworkWatch::Addresses{};
    });
    QVERIFY(!watch.isListening());
    QCOMPARE(looks, 0);
}

void TestNetworkWatch::listensToThisComputer()
{
#ifdef Q_OS_LINUX
    const NetworkWatch watch;
    QVERIFY(watch.isListening());
#endif
    const NetworkWatch::Addresses present = NetworkWatch::presentAddresses();
    for (const QString &address : present) {
        QVERIFY(!QHostAddress(address).isNull());
        QVERIFY(!QHostAddress(address).isLoopback());
    }
}

QTEST_GUILESS_MAIN(TestNetworkWatch)
#include "tst_networkwatch.moc"
