// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/accounts/keychainstore.h"
#include "tests/core/accounts/keeperanswers.h"
#include "tests/e2e/connecting.h"
#include "tests/e2e/keyringstage.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/privatekeyring.h"
#include "tests/support/qtwarnings.h"

#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;
using State = PrivateKeyring::State;

namespace {

const QByteArray NewSecret = "CANARY-SECRET-of-the-new-key";
const QString Unlock = u"Unlock your keyring to refresh"_s;

} // namespace

/** The dashboard with a real keyring: a pool that was connected once is there at every start. */
class TestProgramKeyring : public QObject
{
    Q_OBJECT

private slots:
    // So that this process can look into the keyring, too.
    void initTestCase() { m_keyring.useInThisProcess(); }
    void init();
    void cleanup();

    void knowsItsPoolAtTheNextStart();
    void waitsForAnUnlockedKeyring_data();
    void waitsForAnUnlockedKeyring();
    void keepsTheOldKeyUntilTheNewOnePasses();
    void removesAPoolAndItsKey();
    void remembersAKeyItCouldNotRemove();

private:
    /** Starts with no pool, connects one, and waits until its key is kept. */
    void connectOne();
    /** What the keyring holds for this account: "ok" with kept(), or why not. */
    [[nodiscard]] QByteArray look(const QUuid &account) { return m_answers->read(account); }
    [[nodiscard]] QByteArray kept() const { return m_answers->secrets().key.secret; }

    PrivateKeyring m_keyring;
    std::unique_ptr<KeyringStage> m_stage;
    std::unique_ptr<KeychainStore> m_store;
    std::unique_ptr<SecretKeeper> m_keeper;
    std::unique_ptr<KeeperAnswers> m_answers;
};

void TestProgramKeyring::init()
{
    failOnQtWarnings();
    m_keyring.start(State::Unlocked);
    m_stage = std::make_unique<KeyringStage>(m_keyring.busAddress());
    m_store = std::make_unique<KeychainStore>();
    m_keeper = std::make_unique<SecretKeeper>(*m_store);
    m_answers = std::make_unique<KeeperAnswers>(*m_keeper);
}

void TestProgramKeyring::cleanup()
{
    m_answers.reset();
    m_keeper.reset();
    m_store.reset();
    const QStringList leaks = m_stage->leaks();
    m_stage.reset();
    m_keyring.stop();
    QCOMPARE(leaks, QStringList());
    QCOMPARE(m_keyring.filesWith("CANARY"), QStringList());
    QVERIFY(!m_keyring.keyringFile().contains("CANARY"));
}

void TestProgramKeyring::connectOne()
{
    QVERIFY2(m_stage->start(), m_stage->program->trouble());
    QVERIFY(m_stage->program->widget("welcomePage").visible);
    QVERIFY2(m_stage->connectPool(u"Mine"_s, m_stage->server), m_stage->program->trouble());
    QVERIFY2(m_stage->showsPackage(), m_stage->program->trouble());
    QTRY_COMPARE(m_stage->names(), QStringList{u"Mine"_s});
    QTRY_COMPARE(look(m_stage->list().accounts.first().id), "ok");
    QCOMPARE(kept(), canaryKey().secret);
    QVERIFY(!m_stage->program->widget("storeBanner").visible);
}

void TestProgramKeyring::knowsItsPoolAtTheNextStart()
{
    connectOne();
    QCOMPARE(m_stage->quit(), QString());
    const int asked = m_stage->server.hitsOn(tokenPath());
    QVERIFY2(m_stage->start(), m_stage->program->trouble());
    QVERIFY(!m_stage->program->widget("welcomePage").visible);
    QVERIFY2(m_stage->showsPackage(), m_stage->program->trouble()); // as last known, and then anew
    QTRY_COMPARE(m_stage->server.hitsOn(tokenPath()), asked + 1);
    QVERIFY(!m_stage->program->widget("errorBanner").visible);
    QVERIFY(!m_stage->program->widget("storeBanner").visible);
    QCOMPARE(m_stage->quit(), QString());
    QCOMPARE(m_stage->names(), QStringList{u"Mine"_s});
}

void TestProgramKeyring::waitsForAnUnlockedKeyring_data()
{
    QTest::addColumn<bool>("byHand");
    QTest::newRow("noticed") << false;
    QTest::newRow("Retry") << true;
}

void TestProgramKeyring::waitsForAnUnlockedKeyring()
{
    QFETCH(bool, byHand);
    connectOne();
    QCOMPARE(m_stage->quit(), QString());
    const int asked = m_stage->server.hitsOn(packagePath());
    m_keyring.stop();
    m_keyring.start(State::Locked);

    QVERIFY2(m_stage->start(), m_stage->program->trouble());
    DrivenProgram &program = *m_stage->program;
    QVERIFY(program.widget("packagePage").visible);
    QVERIFY(!program.widget("welcomePage").visible);
    QVERIFY2(m_stage->saysOfPool(Unlock), program.trouble());
    QVERIFY2(m_stage->showsPackage(), program.trouble()); // as last known
    QVERIFY(program.widget("retryButton").enabled);
    QCOMPARE(m_stage->server.hitsOn(packagePath()), asked);
    QVERIFY2(pressButton(program, u"retryButton"_s), program.trouble());
    QVERIFY2(m_stage->saysOfPool(Unlock), program.trouble());
    QCOMPARE(m_stage->names(), QStringList{u"Mine"_s});

    m_keyring.unlock();
    if (byHand)
        program.press("F5");
    QVERIFY2(m_stage->showsPackage(), program.trouble());
    QVERIFY2(program.waitUntil([&] { return !program.widget("errorBanner").visible; }),
        program.trouble());
    QTRY_COMPARE(m_stage->server.hitsOn(packagePath()), asked + 1);
    QCOMPARE(m_stage->quit(), QString());
}

void TestProgramKeyring::keepsTheOldKeyUntilTheNewOnePasses()
{
    connectOne();
    const QUuid id = m_stage->list().accounts.first().id;
    m_stage->server.answerWith(tokenPath(), [](const RecordedRequest &request) {
        return request.body.contains(NewSecret) ? goodToken() : refusal(401, 2020);
    });
    DrivenProgram &program = *m_stage->program;
    program.press("Ctrl+K");
    QVERIFY2(m_stage->testSecret("not-the-secret"), program.trouble());
    QVERIFY(!program.widget("connectButton").enabled);
    QCOMPARE(look(id), "ok");
    QCOMPARE(kept(), canaryKey().secret);
    QVERIFY2(m_stage->testSecret(NewSecret), program.trouble());
    QVERIFY(program.widget("connectButton").enabled);
    QCOMPARE(look(id), "ok");
    QCOMPARE(kept(), canaryKey().secret); // until the user takes the new one

    QVERIFY2(pressButton(program, u"connectButton"_s), program.trouble());
    QVERIFY2(program.waitUntil([&] { return !program.widget("connectDialog").visible; }),
        program.trouble());
    QTRY_VERIFY(look(id) == "ok" && kept() == NewSecret);
    QCOMPARE(m_stage->list().accounts.size(), 1);
    QCOMPARE(m_stage->list().accounts.first().id, id);
    QCOMPARE(m_stage->quit(), QString());
    QVERIFY2(m_stage->start(), m_stage->program->trouble());
    QVERIFY2(m_stage->showsPackage(), m_stage->program->trouble());
    QCOMPARE(m_stage->quit(), QString());
}

void TestProgramKeyring::removesAPoolAndItsKey()
{
    connectOne();
    const QUuid id = m_stage->list().accounts.first().id;
    DrivenProgram &program = *m_stage->program;
    program.press("Ctrl+Del");
    QVERIFY2(program.waitUntil([&] { return program.focus().windowName == u"removeDialog"_s; }),
        program.trouble());
    QCOMPARE(program.focus().name, u"cancelButton"_s); // Return does no harm
    const QString consequence = program.text("removeConsequenceLabel");
    QVERIFY2(consequence.contains(m_stage->listFile()), qUtf8Printable(consequence));
    QVERIFY2(consequence.contains(SecretKeeper::entryOf(id)), qUtf8Printable(consequence));
    program.press("Return");
    QVERIFY2(program.waitUntil([&] { return !program.widget("removeDialog").visible; }),
        program.trouble());
    QVERIFY(program.widget("packagePage").visible);
    QCOMPARE(look(id), "ok");

    program.press("Ctrl+Del");
    QVERIFY2(program.waitUntil([&] { return program.focus().windowName == u"removeDialog"_s; }),
        program.trouble());
    QVERIFY2(pressButton(program, u"removeButton"_s), program.trouble());
    QVERIFY2(program.waitUntil([&] { return program.widget("welcomePage").visible; }),
        program.trouble());
    QTRY_COMPARE(look(id), "KeyMissing");
    QTRY_COMPARE(m_stage->list(), AccountList());
    QVERIFY(!program.widget("storeBanner").visible);
    QCOMPARE(m_stage->quit(), QString());
    QVERIFY2(m_stage->start(), m_stage->program->trouble());
    QVERIFY(m_stage->program->widget("welcomePage").visible);
    QCOMPARE(m_stage->quit(), QString());
}

void TestProgramKeyring::remembersAKeyItCouldNotRemove()
{
    connectOne();
    const QUuid id = m_stage->list().accounts.first().id;
    m_keyring.lock();
    DrivenProgram &program = *m_stage->program;
    program.press("Ctrl+Del");
    QVERIFY2(program.waitUntil([&] { return program.focus().windowName == u"removeDialog"_s; }),
        program.trouble());
    QVERIFY2(pressButton(program, u"removeButton"_s), program.trouble());
    QVERIFY2(m_stage->saysOfStoring(u"The access key of Mine may still lie in your keyring"_s),
        program.trouble());
    QVERIFY(program.shows(SecretKeeper::entryOf(id)));
    QCOMPARE(m_stage->quit(), QString());
    QCOMPARE(m_stage->list().accounts.size(), 0);
    QCOMPARE(m_stage->list().keysToRemove, QList<QUuid>{id});

    // The next start does it, without a word.
    m_keyring.unlock();
    QCOMPARE(look(id), "ok");
    QVERIFY2(m_stage->start(), m_stage->program->trouble());
    QTRY_COMPARE(m_stage->list(), AccountList());
    QCOMPARE(look(id), "KeyMissing");
    QVERIFY(!m_stage->program->widget("storeBanner").visible);
    QCOMPARE(m_stage->quit(), QString());
}

QTEST_GUILESS_MAIN(TestProgramKeyring)
#include "tst_programkeyring.moc"
