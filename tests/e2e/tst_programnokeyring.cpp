// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/accounts/secretkeeper.h"
#include "tests/e2e/connecting.h"
#include "tests/e2e/keyringstage.h"
#include "tests/support/fakesecretservice.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/privatekeyring.h"
#include "tests/support/qtwarnings.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Mood = FakeSecretService::Mood;

namespace {

const QString SessionOnly = u"Access keys are kept for this session only"_s;

} // namespace

/** The dashboard without a keyring, or with one that is silent or lies: it says so, works on, and
 *  loses no pool. */
class TestProgramNoKeyring : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void keepsKeysForTheSession_data();
    void keepsKeysForTheSession();
    void staysResponsiveBesideASilentKeyring();
    void endsWhileAKeyIsBeingKept();
    void asksOnceToUnlock();
    void saysThatAKeyWasNotKept();
    void saysThatAKeyMayRemain();

private:
    std::unique_ptr<PrivateKeyring> m_bus; ///< with no keyring of its own
    std::unique_ptr<KeyringStage> m_stage;
};

void TestProgramNoKeyring::init()
{
    failOnQtWarnings();
    m_bus = std::make_unique<PrivateKeyring>();
    m_stage = std::make_unique<KeyringStage>(m_bus->busAddress());
}

void TestProgramNoKeyring::cleanup()
{
    const QStringList leaks = m_stage->leaks();
    m_stage.reset();
    QCOMPARE(leaks, QStringList());
    QCOMPARE(m_bus->filesWith("CANARY"), QStringList());
    m_bus.reset();
}

void TestProgramNoKeyring::keepsKeysForTheSession_data()
{
    QTest::addColumn<bool>("bus");
    QTest::newRow("a bus without a keyring") << true;
    QTest::newRow("no bus") << false;
}

void TestProgramNoKeyring::keepsKeysForTheSession()
{
    QFETCH(bool, bus);
    if (!bus)
        m_stage->home.set(u"DBUS_SESSION_BUS_ADDRESS"_s, noBusAddress());
    FaultyServer other;
    speakGenAuth(other);
    QVERIFY2(m_stage->start(), m_stage->program->trouble());
    QVERIFY2(m_stage->connectPool(u"One"_s, m_stage->server), m_stage->program->trouble());
    QVERIFY2(m_stage->saysOfStoring(SessionOnly), m_stage->program->trouble());
    QVERIFY2(m_stage->showsPackage(), m_stage->program->trouble());
    QVERIFY2(pressButton(*m_stage->program, u"storeDismissButton"_s), m_stage->program->trouble());

    // Said once, for however many pools.
    QVERIFY2(m_stage->connectPool(u"Two"_s, other), m_stage->program->trouble());
    QVERIFY2(m_stage->showsPackage(), m_stage->program->trouble());
    QTRY_COMPARE(m_stage->names(), (QStringList{u"One"_s, u"Two"_s}));
    const bool saidAgain = m_stage->program->waitUntil(
        [this] { return m_stage->program->widget("storeBanner").visible; }, 3s);
    QVERIFY(!saidAgain);
    QCOMPARE(m_stage->quit(), QString());

    // Both are there again, and want their keys, on their pages alone.
    const int asked = m_stage->server.hitsOn(tokenPath());
    QVERIFY2(m_stage->start(), m_stage->program->trouble());
    DrivenProgram &program = *m_stage->program;
    QVERIFY(program.widget("poolListView").visible);
    QVERIFY2(m_stage->saysOfPool(u"There is no keyring to read the access key from"_s),
        program.trouble());
    QVERIFY(program.focus().windowName != u"connectDialog"_s);
    QVERIFY(!program.widget("storeBanner").visible);
    QVERIFY(program.widget("editConnectionButton").visible);
    QCOMPARE(m_stage->server.hitsOn(tokenPath()), asked);
    QVERIFY2(program.tabTo("poolListView"), program.trouble());
    for (const char *key : {"Home", "End"}) {
        program.press(QLatin1String(key));
        QVERIFY2(m_stage->saysOfPool(u"There is no keyring to read the access key from"_s),
            program.trouble());
    }
    QCOMPARE(m_stage->names(), (QStringList{u"One"_s, u"Two"_s}));
    QCOMPARE(m_stage->quit(), QString());
    QCOMPARE(m_stage->names(), (QStringList{u"One"_s, u"Two"_s}));
}

void TestProgramNoKeyring::staysResponsiveBesideASilentKeyring()
{
    FakeSecretService silent(m_bus->busAddress(), Mood::Silent);
    QVERIFY(m_stage->leaveList(2));
    QVERIFY2(m_stage->start(), m_stage->program->trouble());
    DrivenProgram &program = *m_stage->program;
    QVERIFY(program.widget("poolListView").visible);
    // The keys are waited for; the window is not.
    QElapsedTimer clock;
    clock.start();
    QVERIFY2(openConnectDialog(program), program.trouble());
    QVERIFY(program.type(u"typed meanwhile"));
    QCOMPARE(program.focus().text, u"typed meanwhile"_s);
    program.press("Escape");
    QVERIFY2(program.waitUntil([&] { return !program.widget("connectDialog").visible; }),
        program.trouble());
    QVERIFY2(clock.elapsed() < 3000, qPrintable(u"%1 ms"_s.arg(clock.elapsed())));
    QVERIFY2(m_stage->saysOfPool(u"Your keyring does not answer"_s), program.trouble());
    QVERIFY2(pressButton(program, u"retryButton"_s), program.trouble());
    QCOMPARE(m_stage->quit(), QString());
    QCOMPARE(m_stage->names(), (QStringList{u"Pool 1"_s, u"Pool 2"_s}));
}

void TestProgramNoKeyring::endsWhileAKeyIsBeingKept()
{
    FakeSecretService silent(m_bus->busAddress(), Mood::Silent);
    QVERIFY2(m_stage->start(), m_stage->program->trouble());
    QVERIFY2(m_stage->connectPool(u"Mine"_s, m_stage->server), m_stage->program->trouble());
    QVERIFY2(m_stage->showsPackage(), m_stage->program->trouble());
    QVERIFY(!m_stage->program->widget("storeBanner").visible); // not given up yet
    QCOMPARE(m_stage->quit(), QString());
    QCOMPARE(m_stage->names(), QStringList{u"Mine"_s}); // the pool is, whatever its key
}

void TestProgramNoKeyring::asksOnceToUnlock()
{
    auto locked = std::make_unique<FakeSecretService>(m_bus->busAddress(), Mood::Asking);
    // Longer than a keyring takes by itself: the user has seen the prompt, and would not.
    locked->setThinking(400ms);
    QVERIFY(m_stage->leaveList(2));
    QVERIFY2(m_stage->start(), m_stage->program->trouble());
    QVERIFY2(m_stage->saysOfPool(u"Unlock your keyring to refresh"_s), m_stage->program->trouble());
    QCOMPARE(locked->prompts(), 1); // for two pools
    // Nothing is tried again by itself now, unless something happens to the keyring.
    locked.reset();
    const FakeSecretService open(m_bus->busAddress());
    QVERIFY2(
        m_stage->saysOfPool(u"Enter the access key of this pool"_s), m_stage->program->trouble());
    QCOMPARE(open.prompts(), 0);
    QCOMPARE(m_stage->quit(), QString());
}

void TestProgramNoKeyring::saysThatAKeyWasNotKept()
{
    FakeSecretService liar(m_bus->busAddress(), Mood::LyingWrite);
    QVERIFY2(m_stage->start(), m_stage->program->trouble());
    QVERIFY2(m_stage->connectPool(u"Mine"_s, m_stage->server), m_stage->program->trouble());
    QVERIFY2(m_stage->saysOfStoring(u"Your keyring did not keep the access key of Mine"_s),
        m_stage->program->trouble());
    QVERIFY2(m_stage->showsPackage(), m_stage->program->trouble());
    QCOMPARE(liar.secrets(), QList<QByteArray>());
    // It has learned better.
    liar.setMood(Mood::Honest);
    QVERIFY2(pressButton(*m_stage->program, u"storeRetryButton"_s), m_stage->program->trouble());
    QVERIFY2(m_stage->program->waitUntil(
                 [this] { return !m_stage->program->widget("storeBanner").visible; }),
        m_stage->program->trouble());
    QCOMPARE(liar.secrets().size(), 1);
    QVERIFY(liar.secrets().first().contains(canaryKey().secret));
    QCOMPARE(m_stage->quit(), QString());
    QCOMPARE(m_stage->names(), QStringList{u"Mine"_s});
}

void TestProgramNoKeyring::saysThatAKeyMayRemain()
{
    FakeSecretService liar(m_bus->busAddress(), Mood::LyingDelete);
    QVERIFY2(m_stage->start(), m_stage->program->trouble());
    QVERIFY2(m_stage->connectPool(u"Mine"_s, m_stage->server), m_stage->program->trouble());
    QVERIFY2(m_stage->showsPackage(), m_stage->program->trouble());
    QTRY_COMPARE(m_stage->names(), QStringList{u"Mine"_s});
    const QUuid id = m_stage->list().accounts.first().id;
    DrivenProgram &program = *m_stage->program;
    program.press("Ctrl+Del");
    QVERIFY2(program.waitUntil([&] { return program.focus().windowName == u"removeDialog"_s; }),
        program.trouble());
    QVERIFY2(pressButton(program, u"removeButton"_s), program.trouble());
    QVERIFY2(m_stage->saysOfStoring(u"The access key of Mine may still lie in your keyring"_s),
        program.trouble());
    QVERIFY(program.text("storeBanner/adviceLabel").contains(SecretKeeper::entryOf(id)));
    QVERIFY(program.widget("welcomePage").visible);
    QCOMPARE(m_stage->quit(), QString());
    QCOMPARE(m_stage->list().accounts, QList<Account>());
    QCOMPARE(m_stage->list().keysToRemove, QList<QUuid>{id});
}

QTEST_GUILESS_MAIN(TestProgramNoKeyring)
#include "tst_programnokeyring.moc"
