// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// An alert on its way out of the program: to the desktop, to the user's command, and to nobody.

#include "app/dashboard/announcer.h"

#include "app/dashboard/settings.h"
#include "app/text/language.h"
#include "core/accounts/ownpools.h"
#include "core/alerts/alertcenter.h"
#include "tests/app/languages.h"
#include "tests/app/platform/notificationdaemon.h"
#include "tests/core/accounts/sampleaccounts.h"
#include "tests/core/alerts/alertfacts.h"
#include "tests/support/fakeclock.h"
#include "tests/support/heartbeat.h"
#include "tests/support/logcapture.h"
#include "tests/support/privatekeyring.h"
#include "tests/support/qtwarnings.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString Everything = u"body body-markup actions"_s;

/** Two pools of the user's, and everything between a refresh and the desktop. */
struct Stage
{
    explicit Stage(UiLanguage shown = UiLanguage::English)
    {
        language.set(shown);
        pools.add({plainAccount(1), plainAccount(2)});
    }

    void refresh(const PoolAnswers &answers, int pool = 1)
    {
        AlertFacts facts = factsOf(answers, clock.nowUtc());
        facts.account = plainAccount(pool);
        center.look(facts);
    }

    FakeClock clock;
    QTemporaryDir folder;
    Settings settings{folder.filePath(u"dashboard.ini"_s)};
    Language language{Language::defaultDirectory()};
    OwnPools pools;
    AlertCenter center{clock, nullptr};
    QStringList fallen; ///< titles of what the desktop could not show
    Announcer announcer{{center, pools, settings, language, clock},
        [this](const DesktopNotification &told) { fallen.append(told.title); }};
};

/** The clock stands at midday, Beijing's at eight in the evening. */
const PoolAnswers EndsInSixDays{.endTime = u"2026-07-07 20:00:00"_s};
const PoolAnswers EndsInTwoDays{.endTime = u"2026-07-03 20:00:00"_s};
const PoolAnswers Overdue{.endTime = u"2026-06-28 00:00:00"_s, .overdueDays = u"3"_s};

} // namespace

class TestAnnouncer : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_bus.useInThisProcess(); }
    void init() { failOnQtWarnings(); }

    void speaksTheLanguageShown_data() { bothLanguages(); }
    void speaksTheLanguageShown();
    void aCloserStepTakesThePlaceOfTheFirst();
    void severalPoolsAreOneNotification();
    void opensThePoolAndSnoozes();
    void whatIsOverIsTakenAway();
    void ofTheDemoItTellsNobody();
    void theListHasItWhateverTheDesktopDoes();
    void theCommandHearsBothLanguages();
    void testsTheCommand();
    void quietHoursHoldItBack();

private:
    PrivateKeyring m_bus; ///< the bus alone
};

void TestAnnouncer::speaksTheLanguageShown()
{
    const UiLanguage language = languageOfRow();
    const NotificationDaemon daemon(Everything);
    Stage stage(language);
    stage.refresh(EndsInSixDays);
    QTRY_COMPARE(daemon.notifications().size(), 1);
    const NotifyCall call = daemon.notifications().constFirst();
    QVERIFY2(call.title.startsWith(u"Pool 1"_s), qPrintable(call.title));
    QVERIFY2(isSaidIn(language, call.title), qPrintable(call.title));
    QVERIFY2(isSaidIn(language, call.body), qPrintable(call.body));
    QVERIFY(call.body.contains(u"2026"_s));
    for (const int label : {1, 3, 5})
        QVERIFY(isSaidIn(language, call.actions.value(label)));
    QCOMPARE(call.hints.value(u"urgency"_s).toInt(), 2);
}

void TestAnnouncer::aCloserStepTakesThePlaceOfTheFirst()
{
    const NotificationDaemon daemon(Everything);
    Stage stage;
    stage.refresh(EndsInSixDays);
    QTRY_COMPARE(daemon.notifications().size(), 1);
    QCOMPARE(daemon.notifications().constLast().replaces, 0U);
    stage.clock.advance(24h * 4);
    // The same notification changes its language, too.
    stage.language.set(UiLanguage::Chinese);
    stage.refresh(EndsInSixDays);
    QTRY_COMPARE(daemon.notifications().size(), 2);
    QCOMPARE(daemon.notifications().constLast().replaces, 1U);
    QVERIFY(isSaidIn(UiLanguage::Chinese, daemon.notifications().constLast().title));
    // Nothing new: nothing is said.
    stage.clock.advance(1h);
    stage.refresh(EndsInSixDays);
    stage.refresh({.endTime = u"2026-12-31 00:00:00"_s}, 2);
    stage.center.lookAgain();
    stage.refresh(Overdue, 2);
    QTRY_COMPARE(daemon.notifications().size(), 3);
    const QString title = daemon.notifications().constLast().title;
    QVERIFY2(title.startsWith(u"Pool 2"_s), qPrintable(title));
}

void TestAnnouncer::severalPoolsAreOneNotification()
{
    const NotificationDaemon daemon(Everything);
    Stage stage;
    QSignalSpy opened(&stage.announcer, &Announcer::openRequested);
    stage.refresh(EndsInSixDays, 1);
    stage.refresh(Overdue, 2);
    QTRY_COMPARE(daemon.notifications().size(), 1);
    const NotifyCall call = daemon.notifications().constFirst();
    QCOMPARE(call.title, u"2 pools need attention"_s);
    QVERIFY(call.body.contains(u"Pool 1"_s) && call.body.contains(u"Pool 2"_s));
    QCOMPARE(call.hints.value(u"urgency"_s).toInt(), 2);
    // Qt may still be busy with the answer.
    for (int i = 0; i < 10 && opened.isEmpty(); ++i) {
        daemon.tellAction(1, u"open"_s);
        opened.wait(500);
    }
    QVERIFY(opened.constFirst().constFirst().toUuid().isNull());
}

void TestAnnouncer::opensThePoolAndSnoozes()
{
    const NotificationDaemon daemon(Everything);
    Stage stage;
    QSignalSpy opened(&stage.announcer, &Announcer::openRequested);
    stage.refresh(EndsInSixDays);
    QTRY_COMPARE(daemon.notifications().size(), 1);
    for (int i = 0; i < 10 && opened.isEmpty(); ++i) {
        daemon.tellAction(1, u"default"_s);
        opened.wait(500);
    }
    QCOMPARE(opened.constFirst().constFirst().toUuid(), plainAccount(1).id);
    daemon.tellAction(1, u"snooze"_s);
    QTRY_VERIFY(stage.center.records().constFirst().isSnoozed(stage.clock.nowUtc()));
    // A day later it is said again.
    stage.clock.advance(24h);
    stage.refresh(EndsInSixDays);
    QTRY_COMPARE(daemon.notifications().size(), 2);
}

void TestAnnouncer::whatIsOverIsTakenAway()
{
    const NotificationDaemon daemon(Everything);
    Stage stage;
    stage.refresh({.rights = {right(u"SSO"_s, u"5"_s, u"5"_s)}}, 1);
    QTRY_COMPARE(daemon.notifications().size(), 1);
    stage.refresh({.rights = {right(u"MFA"_s, u"5"_s, u"5"_s)}}, 2);
    QTRY_COMPARE(daemon.notifications().size(), 2);
    // Good news takes the place of the bad, of the same pool.
    stage.refresh({.rights = {right(u"SSO"_s, u"4"_s, u"5"_s)}}, 1);
    QTRY_COMPARE(daemon.notifications().size(), 3);
    QCOMPARE(daemon.closed(), QList<uint>());
    stage.center.acknowledge({stage.center.openAlerts().constFirst().id});
    QTRY_COMPARE(daemon.closed(), QList<uint>{2});
}

void TestAnnouncer::ofTheDemoItTellsNobody()
{
    const NotificationDaemon daemon(Everything);
    Stage stage;
    QSignalSpy announced(&stage.center, &AlertCenter::announced);
    stage.refresh(EndsInSixDays, 3); // none of the user's
    QTRY_COMPARE(announced.size(), 1);
    stage.refresh(EndsInSixDays, 1);
    QTRY_COMPARE(daemon.notifications().size(), 1);
    QVERIFY(daemon.notifications().constFirst().title.startsWith(u"Pool 1"_s));
    QVERIFY(stage.fallen.isEmpty());
}

void TestAnnouncer::theListHasItWhateverTheDesktopDoes()
{
    Heartbeat heartbeat;
    Stage stage;
    stage.refresh(EndsInSixDays);
    QTRY_COMPARE(stage.fallen.size(), 1); // there is no daemon
    QCOMPARE(stage.center.openAlerts().size(), 1);
    {
        const NotificationDaemon daemon(Everything);
        daemon.hang();
        stage.refresh(Overdue, 2);
        QTRY_COMPARE(stage.center.openAlerts().size(), 2);
        QTRY_COMPARE_WITH_TIMEOUT(stage.fallen.size(), 2, 20'000);
        QCOMPARE(stage.center.records().size(), 2);
        daemon.goOn();
    }
    QVERIFY2(heartbeat.longestTurn() < 500, qPrintable(QString::number(heartbeat.longestTurn())));
}

void TestAnnouncer::theCommandHearsBothLanguages()
{
    Stage stage(UiLanguage::Chinese);
    const QString file = stage.folder.filePath(u"heard"_s);
    stage.settings.setHook(
        {.program = u"/bin/sh"_s, .arguments = {u"-c"_s, u"cat >> \"$0\""_s, file}});
    stage.refresh(EndsInTwoDays);
    const auto heard = [&] {
        QFile written(file);
        return written.open(QIODevice::ReadOnly) ? written.readAll() : QByteArray();
    };
    QTRY_VERIFY(heard().endsWith('\n'));
    const QJsonObject json = QJsonDocument::fromJson(heard()).object();
    QCOMPARE(json.value(u"rule"_s).toString(), u"ends-soon"_s);
    QCOMPARE(json.value(u"step"_s).toInt(), 3);
    QCOMPARE(json.value(u"test"_s).toBool(true), false);
    for (const UiLanguage language : {UiLanguage::English, UiLanguage::Chinese}) {
        const QJsonObject words = json.value(Language::code(language)).toObject();
        QVERIFY(isSaidIn(language, words.value(u"headline"_s).toString()));
        QVERIFY(isSaidIn(language, words.value(u"text"_s).toString()));
    }
}

void TestAnnouncer::testsTheCommand()
{
    Stage stage;
    QList<HookTestResult> results;
    const auto tell = [&](const HookTestResult &result) { results.append(result); };
    const LogCapture log; // what fails is logged as a warning
    stage.announcer.testHook(
        {.program = u"/bin/sh"_s, .arguments = {u"-c"_s, u"echo \"<b>sent</b>\""_s}}, tell);
    QTRY_COMPARE(results.size(), 1);
    QVERIFY(results.constLast().ok);
    QVERIFY(results.constLast().words.endsWith(u"It said: <b>sent</b>"_s));
    stage.announcer.testHook({.program = stage.folder.filePath(u"none"_s), .arguments = {}}, tell);
    QTRY_COMPARE(results.size(), 2);
    QVERIFY(!results.constLast().ok);
    stage.announcer.testHook({.program = u"/bin/sh"_s, .arguments = {u"-c"_s, u"exit 3"_s}}, tell);
    QTRY_COMPARE(results.size(), 3);
    QVERIFY(results.constLast().words.contains(u"exit code 3"_s));
}

void TestAnnouncer::quietHoursHoldItBack()
{
    const NotificationDaemon daemon(Everything);
    Stage stage;
    AlertSettings settings;
    const QTime now = stage.clock.nowUtc().toLocalTime().time();
    settings.quietHours = {.isOn = true, .from = now.addSecs(-3600), .to = now.addSecs(3600)};
    stage.center.setSettings(settings);
    stage.refresh(EndsInSixDays);
    QCOMPARE(stage.center.openAlerts().size(), 1);
    QTest::qWait(0);
    QVERIFY(daemon.notifications().isEmpty());
    stage.clock.advance(2h);
    stage.center.lookAgain();
    QTRY_COMPARE(daemon.notifications().size(), 1);
}

QTEST_GUILESS_MAIN(TestAnnouncer)
#include "tst_announcer.moc"
