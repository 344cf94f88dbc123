// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sleeping and waking, as logind tells it and as the clocks show it.

#include "app/platform/sleepwatch.h"

#include "tests/support/fakeclock.h"
#include "tests/support/privatekeyring.h"
#include "tests/support/qtwarnings.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace std::chrono_literals;

namespace {

/** A logind that says what it is told to. */
class FakeLogind
{
public:
    explicit FakeLogind(const QString &busAddress)
        : m_bus(QDBusConnection::connectToBus(busAddress, QStringLiteral("fake logind")))
    {
        if (!m_bus.registerService(QStringLiteral("org.freedesktop.login1")))
            qFatal("the fake logind cannot be on the bus");
    }
    ~FakeLogind() { QDBusConnection::disconnectFromBus(m_bus.name()); }
    Q_DISABLE_COPY_MOVE(FakeLogind)

    void prepareForSleep(bool isBeginning,
        const QString &interface = QStringLiteral("org.freedesktop.login1.Manager"))
    {
        QDBusMessage signal = QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/login1"),
            interface, QStringLiteral("PrepareForSleep"));
        signal << isBeginning;
        m_bus.send(signal);
    }

private:
    QDBusConnection m_bus;
};

} // namespace

class TestSleepWatch : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_watch.reset(); }

    void tellsWhatLogindTells();
    void tellsASleepOnce_data();
    void tellsASleepOnce();
    void heedsNothingElse();
    void noticesWhatTheClocksShow_data();
    void noticesWhatTheClocksShow();
    void mayGoAtAnyTime();

private:
    void sleepFor(std::chrono::milliseconds time) { m_clock.advance(time); }
    void stayAwakeFor(std::chrono::milliseconds time)
    {
        m_clock.advance(time);
        m_steady += time.count();
    }

    PrivateKeyring m_session; // its bus alone
    FakeClock m_clock;
    qint64 m_steady = 0;
    std::unique_ptr<SleepWatch> m_watch;
    std::unique_ptr<QSignalSpy> m_slept;
    std::unique_ptr<QSignalSpy> m_woke;
};

void TestSleepWatch::init()
{
    failOnQtWarnings();
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", m_session.busAddress().toUtf8());
    m_watch = std::make_unique<SleepWatch>(m_clock, [this] { return m_steady; });
    m_slept = std::make_unique<QSignalSpy>(m_watch.get(), &SleepWatch::goingToSleep);
    m_woke = std::make_unique<QSignalSpy>(m_watch.get(), &SleepWatch::wokeUp);
    QTRY_VERIFY(m_watch->isListening());
}

void TestSleepWatch::tellsWhatLogindTells()
{
    FakeLogind logind(m_session.busAddress());
    for (int night = 1; night <= 3; ++night) {
        logind.prepareForSleep(true);
        QTRY_COMPARE(m_slept->count(), night);
        QCOMPARE(m_woke->count(), night - 1);
        logind.prepareForSleep(false);
        QTRY_COMPARE(m_woke->count(), night);
        QCOMPARE(m_slept->count(), night);
    }
}

void TestSleepWatch::tellsASleepOnce_data()
{
    QTest::addColumn<bool>("clocksAreFirst");
    QTest::newRow("logind is first") << false;
    QTest::newRow("the clocks are first") << true;
}

void TestSleepWatch::tellsASleepOnce()
{
    QFETCH(const bool, clocksAreFirst);
    FakeLogind logind(m_session.busAddress());
    for (int night = 1; night <= 2; ++night) {
        logind.prepareForSleep(true);
        QTRY_COMPARE(m_slept->count(), night);
        sleepFor(3h);
        if (clocksAreFirst)
            m_watch->lookAtClocks();
        logind.prepareForSleep(false);
        QTRY_COMPARE(m_woke->count(), night);
        m_watch->lookAtClocks();
        QVERIFY(!m_woke->wait(200));
        QCOMPARE(m_woke->count(), night);
    }
}

void TestSleepWatch::heedsNothingElse()
{
    FakeLogind logind(m_session.busAddress());
    logind.prepareForSleep(false, QStringLiteral("org.example.Manager"));
    QVERIFY(!m_woke->wait(200));
}

void TestSleepWatch::noticesWhatTheClocksShow_data()
{
    QTest::addColumn<qint64>("awakeSecs");
    QTest::addColumn<qint64>("asleepSecs");
    QTest::addColumn<bool>("isTold");
    QTest::newRow("awake") << qint64(60) << qint64(0) << false;
    QTest::newRow("awake, and late") << qint64(7200) << qint64(0) << false;
    QTest::newRow("set right a little") << qint64(60) << qint64(60) << false;
    QTest::newRow("slept a little more") << qint64(60) << qint64(61) << true;
    QTest::newRow("slept three hours") << qint64(10) << qint64(3 * 3600) << true;
    QTest::newRow("set back") << qint64(60) << qint64(-3 * 3600) << false;
}

void TestSleepWatch::noticesWhatTheClocksShow()
{
    QFETCH(const qint64, awakeSecs);
    QFETCH(const qint64, asleepSecs);
    QFETCH(const bool, isTold);
    stayAwakeFor(std::chrono::seconds(awakeSecs));
    sleepFor(std::chrono::seconds(asleepSecs));
    m_watch->lookAtClocks();
    QCOMPARE(m_woke->count(), isTold ? 1 : 0);
    QCOMPARE(m_slept->count(), 0);
    m_watch->lookAtClocks();
    stayAwakeFor(60s);
    m_watch->lookAtClocks();
    QCOMPARE(m_woke->count(), isTold ? 1 : 0);
}

void TestSleepWatch::mayGoAtAnyTime()
{
    for (int i = 0; i < 20; ++i) {
        SleepWatch watch(m_clock);
        if (i % 2 == 0)
            QTRY_VERIFY(watch.isListening());
    }
    FakeLogind logind(m_session.busAddress());
    logind.prepareForSleep(false);
    QTRY_COMPARE(m_woke->count(), 1);
}

QTEST_GUILESS_MAIN(TestSleepWatch)
#include "tst_sleepwatch.moc"
