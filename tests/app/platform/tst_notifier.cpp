// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/notifier.h"

#include "core/base/displaytext.h"
#include "tests/app/platform/notificationdaemon.h"
#include "tests/support/heartbeat.h"
#include "tests/support/privatekeyring.h"
#include "tests/support/qtwarnings.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QSignalSpy>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Urgency = DesktopNotification::Urgency;

namespace {

const QString Everything = u"body body-markup actions"_s;

DesktopNotification english(const QString &key = u"a"_s)
{
    return {.key = key,
        .title = u"Production: ends in 7 days"_s,
        .body = u"MAU <b>9</b> of \"10\" & more\nIt ends on 2026-12-04."_s,
        .urgency = Urgency::Critical,
        .openLabel = u"Open"_s,
        .snoozeLabel = u"Snooze for a day"_s};
}

DesktopNotification chinese(const QString &key = u"a"_s)
{
    return {.key = key,
        .title = u"生产环境：7 天后到期"_s,
        .body = u"套餐将于 2026-12-04 到期。"_s,
        .urgency = Urgency::Normal,
        .openLabel = u"打开"_s,
        .snoozeLabel = u"一天后提醒"_s};
}

/** A notifier, and what its fallback got. */
struct Stage
{
    explicit Stage(std::chrono::milliseconds answer = 20s)
        : notifier({20s, answer})
    {
        notifier.setFallback([this](const DesktopNotification &told) { fallen << told.key; });
    }

    /** Notifies, and waits until the daemon's number for it must have come. */
    void show(const NotificationDaemon &daemon, const DesktopNotification &notification)
    {
        const qsizetype before = daemon.notifications().size();
        notifier.notify(notification);
        QTRY_COMPARE(daemon.notifications().size(), before + 1);
        const auto id = static_cast<uint>(before + 1);
        const uint replaces = daemon.notifications().constLast().replaces;
        // Qt may take two turns of the event loop for the answer, and one for what is pressed right
        // after it; nobody is as quick as this test, so it presses again.
        QSignalSpy opened(&notifier, &Notifier::opened);
        for (int i = 0; i < 10 && opened.isEmpty(); ++i) {
            daemon.tellAction(replaces == 0 ? id : replaces, u"default"_s);
            opened.wait(1000);
        }
        QCOMPARE(opened.size(), 1);
    }

    QStringList fallen;
    Notifier notifier;
};

} // namespace

class TestNotifier : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_bus.useInThisProcess(); }
    void init() { failOnQtWarnings(); }

    void saysWhatItIsGiven_data();
    void saysWhatItIsGiven();
    void leavesOutWhatTheDaemonCannotDo();
    void cutsAndCleansWhatIsLong();
    void aLaterOneOfTheSameKeyTakesItsPlace();
    void takesItsPlaceEvenBeforeItIsThere();
    void withdraws();
    void withdrawsEvenBeforeItIsThere();
    void hearsWhatIsPressed();
    void forgetsWhatIsClosed();
    void listensToTheDaemonAlone();
    void anotherDaemonStartsAfresh();
    void whatTheDaemonRefusesFallsBack();
    void withoutADaemonItFallsBack();
    void aDaemonThatHangsFreezesNothing();

private:
    PrivateKeyring m_bus; ///< the bus alone
};

void TestNotifier::saysWhatItIsGiven_data()
{
    QTest::addColumn<bool>("isEnglish");
    QTest::addColumn<QString>("body");
    QTest::addColumn<int>("urgency");
    QTest::newRow("English") << true
                             << u"MAU &lt;b&gt;9&lt;/b&gt; of &quot;10&quot; &amp; more\n"
                                "It ends on 2026-12-04."_s
                             << 2;
    QTest::newRow("Chinese") << false << u"套餐将于 2026-12-04 到期。"_s << 1;
}

void TestNotifier::saysWhatItIsGiven()
{
    QFETCH(bool, isEnglish);
    const NotificationDaemon daemon(Everything);
    Stage stage;
    const DesktopNotification given = isEnglish ? english() : chinese();
    stage.notifier.notify(given);
    QTRY_COMPARE(daemon.notifications().size(), 1);
    const NotifyCall call = daemon.notifications().constFirst();
    QCOMPARE(call.program, u"GenAuth Package Dashboard"_s);
    QCOMPARE(call.replaces, 0U);
    QCOMPARE(call.icon, u"genauth-dashboard"_s);
    QCOMPARE(call.title, given.title);
    QTEST(call.body, "body");
    QCOMPARE(call.actions, (QStringList{u"default"_s, given.openLabel, u"open"_s, given.openLabel,
                               u"snooze"_s, given.snoozeLabel}));
    QCOMPARE(call.hints.value(u"desktop-entry"_s).toString(), u"genauth-dashboard"_s);
    QCOMPARE(call.hints.value(u"urgency"_s).typeId(), static_cast<int>(QMetaType::UChar));
    QTEST(call.hints.value(u"urgency"_s).toInt(), "urgency");
    QCOMPARE(call.expires, -1);
    QCOMPARE(stage.fallen, QStringList());
}

void TestNotifier::leavesOutWhatTheDaemonCannotDo()
{
    const NotificationDaemon daemon(u"body"_s);
    Stage stage;
    stage.notifier.notify(english());
    QTRY_COMPARE(daemon.notifications().size(), 1);
    QCOMPARE(daemon.notifications().constFirst().body, english().body);
    QCOMPARE(daemon.notifications().constFirst().actions, QStringList());
}

void TestNotifier::cutsAndCleansWhatIsLong()
{
    const NotificationDaemon daemon(Everything);
    Stage stage;
    DesktopNotification long_ = english();
    long_.title = u"a\nb\u202Ec"_s + QString(1000, u'x');
    long_.body = QStringList(50, QString(1000, u'<')).join(u'\n');
    long_.urgency = Urgency::Low;
    long_.snoozeLabel.clear();
    stage.notifier.notify(long_);
    QTRY_COMPARE(daemon.notifications().size(), 1);
    const NotifyCall call = daemon.notifications().constFirst();
    QVERIFY(call.title.startsWith(u"a\uFFFDbcx"_s));
    QCOMPARE(call.title.size(), MaxDisplayText);
    const QStringList lines = call.body.split(u'\n');
    QCOMPARE(lines.size(), NotificationWire::MaxLines);
    QCOMPARE(lines.constFirst(), u"&lt;"_s.repeated(MaxDisplayText - 1) + u"…"_s);
    QCOMPARE(lines.constLast(), u"…"_s);
    QVERIFY(!call.actions.contains(u"snooze"_s));
    QCOMPARE(call.hints.value(u"urgency"_s).toInt(), 0);
}

void TestNotifier::aLaterOneOfTheSameKeyTakesItsPlace()
{
    const NotificationDaemon daemon(Everything);
    Stage stage;
    stage.show(daemon, english(u"a"_s));
    stage.show(daemon, english(u"b"_s));
    stage.show(daemon, chinese(u"a"_s));
    const QList<NotifyCall> calls = daemon.notifications();
    QCOMPARE(calls.at(0).replaces, 0U);
    QCOMPARE(calls.at(1).replaces, 0U);
    QCOMPARE(calls.at(2).replaces, 1U);
    QCOMPARE(calls.at(2).title, chinese().title);
}

void TestNotifier::takesItsPlaceEvenBeforeItIsThere()
{
    const NotificationDaemon daemon(Everything);
    Stage stage;
    // Before anything is known of the daemon the newest alone is said.
    stage.notifier.notify(english(u"a"_s));
    stage.notifier.notify(chinese(u"a"_s));
    QTRY_COMPARE(daemon.notifications().size(), 1);
    QCOMPARE(daemon.notifications().constFirst().title, chinese().title);
    // From here on the daemon's answer cannot come in before the event loop turns.
    for (const auto &title : {u"one"_s, u"two"_s, u"three"_s}) {
        DesktopNotification next = english(u"b"_s);
        next.title = title;
        stage.notifier.notify(next);
    }
    QTRY_COMPARE(daemon.notifications().size(), 3);
    const QList<NotifyCall> calls = daemon.notifications();
    QCOMPARE(calls.at(1).title, u"one"_s);
    QCOMPARE(calls.at(1).replaces, 0U);
    QCOMPARE(calls.at(2).title, u"three"_s);
    QCOMPARE(calls.at(2).replaces, 2U);
}

void TestNotifier::withdraws()
{
    const NotificationDaemon daemon(Everything);
    Stage stage;
    stage.show(daemon, english(u"a"_s));
    stage.show(daemon, english(u"b"_s));
    stage.notifier.withdraw(u"b"_s);
    stage.notifier.withdraw(u"unheard of"_s);
    QTRY_COMPARE(daemon.closed(), QList<uint>{2});
    stage.notifier.notify(english(u"b"_s));
    QTRY_COMPARE(daemon.notifications().size(), 3);
    QCOMPARE(daemon.notifications().constLast().replaces, 0U);
}

void TestNotifier::withdrawsEvenBeforeItIsThere()
{
    const NotificationDaemon daemon(Everything);
    Stage stage;
    stage.notifier.notify(english(u"never"_s));
    stage.notifier.withdraw(u"never"_s);
    stage.show(daemon, english(u"a"_s));
    stage.notifier.notify(english(u"b"_s));
    stage.notifier.notify(chinese(u"b"_s));
    stage.notifier.withdraw(u"b"_s);
    QTRY_COMPARE(daemon.closed(), QList<uint>{2});
    QCOMPARE(daemon.notifications().size(), 2);
    QCOMPARE(stage.fallen, QStringList());
}

void TestNotifier::hearsWhatIsPressed()
{
    const NotificationDaemon daemon(Everything);
    Stage stage;
    stage.show(daemon, english(u"a"_s));
    stage.show(daemon, english(u"b"_s));
    QSignalSpy opened(&stage.notifier, &Notifier::opened);
    QSignalSpy snoozed(&stage.notifier, &Notifier::snoozed);
    daemon.tellToken(2, u"token-1"_s);
    daemon.tellAction(2, u"open"_s);
    daemon.tellAction(1, u"default"_s); // whose token is not the one before
    daemon.tellToken(1, u"token-2"_s);
    daemon.tellAction(2, u"default"_s);
    daemon.tellAction(1, u"unheard-of"_s);
    daemon.tellAction(1, u"snooze"_s);
    QTRY_COMPARE(snoozed.size(), 1);
    QCOMPARE(snoozed.constFirst(), QVariantList{u"a"_s});
    QCOMPARE(opened.size(), 3);
    QCOMPARE(opened.at(0), (QVariantList{u"b"_s, QByteArray("token-1")}));
    QCOMPARE(opened.at(1), (QVariantList{u"a"_s, QByteArray()}));
    QCOMPARE(opened.at(2), (QVariantList{u"b"_s, QByteArray()}));
}

void TestNotifier::forgetsWhatIsClosed()
{
    const NotificationDaemon daemon(Everything);
    Stage stage;
    stage.show(daemon, english(u"a"_s));
    stage.show(daemon, english(u"b"_s));
    QSignalSpy opened(&stage.notifier, &Notifier::opened);
    QSignalSpy snoozed(&stage.notifier, &Notifier::snoozed);
    daemon.tellClosed(1);
    daemon.tellAction(1, u"default"_s);
    daemon.tellAction(2, u"snooze"_s);
    QTRY_COMPARE(snoozed.size(), 1);
    QVERIFY(opened.isEmpty());
    stage.notifier.notify(english(u"a"_s));
    QTRY_COMPARE(daemon.notifications().size(), 3);
    QCOMPARE(daemon.notifications().constLast().replaces, 0U);
}

void TestNotifier::listensToTheDaemonAlone()
{
    const NotificationDaemon daemon(Everything);
    Stage stage;
    stage.show(daemon, english(u"a"_s));
    QSignalSpy opened(&stage.notifier, &Notifier::opened);
    QSignalSpy snoozed(&stage.notifier, &Notifier::snoozed);
    // A program that is not the daemon, and a notification that is not ours.
    QDBusMessage forged = QDBusMessage::createSignal(u"/org/freedesktop/Notifications"_s,
        u"org.freedesktop.Notifications"_s, u"ActionInvoked"_s);
    forged << 1U << u"default"_s;
    QVERIFY(QDBusConnection::sessionBus().send(forged));
    daemon.tellAction(0, u"default"_s);
    daemon.tellAction(77, u"default"_s);
    daemon.tellToken(77, u"token"_s);
    daemon.tellAction(1, u"snooze"_s);
    QTRY_COMPARE(snoozed.size(), 1);
    QVERIFY(opened.isEmpty());
}

void TestNotifier::anotherDaemonStartsAfresh()
{
    Stage stage;
    {
        const NotificationDaemon daemon(u"body actions"_s);
        stage.show(daemon, english(u"a"_s));
        stage.show(daemon, english(u"b"_s));
    }
    const NotificationDaemon daemon(u"body-markup"_s);
    QSignalSpy opened(&stage.notifier, &Notifier::opened);
    daemon.tellAction(1, u"default"_s); // this one's number for somebody else's
    stage.notifier.notify(english(u"b"_s));
    QTRY_COMPARE(daemon.notifications().size(), 1);
    const NotifyCall call = daemon.notifications().constFirst();
    QCOMPARE(call.replaces, 0U);
    QCOMPARE(call.actions, QStringList());
    QVERIFY(call.body.contains("&lt;b&gt;"_L1));
    QVERIFY(opened.isEmpty());
    QCOMPARE(stage.fallen, QStringList());
}

void TestNotifier::whatTheDaemonRefusesFallsBack()
{
    const NotificationDaemon daemon(Everything);
    daemon.refuse();
    Stage stage;
    stage.notifier.notify(english(u"a"_s));
    QTRY_COMPARE(stage.fallen, QStringList{u"a"_s});
}

void TestNotifier::withoutADaemonItFallsBack()
{
    Stage stage;
    stage.notifier.notify(english(u"a"_s));
    stage.notifier.notify(english(u"b"_s));
    QTRY_COMPARE(stage.fallen, (QStringList{u"a"_s, u"b"_s}));
    const NotificationDaemon daemon(Everything);
    stage.notifier.notify(english(u"c"_s));
    QTRY_COMPARE(daemon.notifications().size(), 1);
    QCOMPARE(stage.fallen.size(), 2);
    const Notifier without; // a fallback
    Q_UNUSED(without);
}

void TestNotifier::aDaemonThatHangsFreezesNothing()
{
    const NotificationDaemon daemon(Everything);
    Stage stage(600ms);
    stage.show(daemon, english(u"a"_s));
    daemon.hang();
    {
        Heartbeat heartbeat;
        stage.notifier.notify(english(u"a"_s)); // known already
        Stage newcomer(600ms);
        newcomer.notifier.notify(english(u"b"_s)); // has to ask first
        newcomer.notifier.notify(english(u"c"_s));
        QTRY_COMPARE(stage.fallen, QStringList{u"a"_s});
        QTRY_COMPARE(newcomer.fallen, (QStringList{u"b"_s, u"c"_s}));
        QVERIFY2(
            heartbeat.longestTurn() < 300, qPrintable(QString::number(heartbeat.longestTurn())));
    }
    daemon.goOn();
    stage.notifier.notify(english(u"d"_s));
    QTRY_COMPARE(daemon.notifications().constLast().title, english().title);
    QCOMPARE(stage.fallen, QStringList{u"a"_s});
}

QTEST_GUILESS_MAIN(TestNotifier)
#include "tst_notifier.moc"
