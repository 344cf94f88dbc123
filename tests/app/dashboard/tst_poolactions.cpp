// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What can be done to one pool: what is offered when, and what comes of it.

#include "app/dashboard/dialogs/connectdialog.h"
#include "app/dashboard/pages/poolspage.h"
#include "app/dashboard/widgets/poolsidebar.h"
#include "tests/app/dashboard/windowtexts.h"
#include "tests/app/dashboard/windowundertest.h"
#include "tests/app/languages.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSpinBox>
#include <QTest>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

using Mood = MoodySecretStore::Mood;

namespace {

const QList<const char *> OnePoolActions{"editConnectionAction", "testConnectionAction",
    "replaceKeyAction", "duplicateAction", "poolAlertsAction", "removeAction"};

} // namespace

class TestPoolActions : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void offersWhatMakesSense();
    void listsThemInAMenu_data() { bothLanguages(); }
    void listsThemInAMenu();
    void staysWithThePoolOfItsMenu();
    void staysWithThePoolToRemove();
    void listsThemForARowOfTheTable();
    void renamesWithoutATest();
    void renamesAPoolWhoseKeyIsLockedAway();
    void testsWhatIsConnectedOtherwise();
    void testsAtOnce();
    void leadsToTheKey();
    void duplicatesAllButSecrets();
    void asksBeforeItRemoves_data();
    void asksBeforeItRemoves();

private:
    void open(DataOrigin origin, const QList<PoolAccess> &pools);
    [[nodiscard]] PoolAccess pool(const QString &name) const;
    /** A pool whose package ended long ago. */
    void makeWorst(const QUuid &id);
    QDialog *trigger(const char *action, const char *dialog);
    template <class Widget = QLineEdit>
    [[nodiscard]] static Widget *in(QDialog *dialog, const char *name)
    {
        auto *widget = dialog->findChild<Widget *>(QLatin1String(name));
        if (!widget)
            qFatal("there is no %s", name);
        return widget;
    }
    [[nodiscard]] QList<bool> enabled(const QList<const char *> &actions) const
    {
        QList<bool> enabled;
        for (const char *action : actions)
            enabled << m_it->find<QAction>(action)->isEnabled();
        return enabled;
    }

    std::unique_ptr<FaultyServer> m_server;
    std::unique_ptr<WindowUnderTest> m_it;
};

void TestPoolActions::init()
{
    failOnQtWarnings();
    m_server = std::make_unique<FaultyServer>();
    speakGenAuth(*m_server);
}

void TestPoolActions::cleanup()
{
    m_it.reset();
}

PoolAccess TestPoolActions::pool(const QString &name) const
{
    PoolAccess pool{accountOn(m_server->url()), canaryKey()};
    pool.account.id = QUuid::createUuid();
    pool.account.name = name;
    return pool;
}

void TestPoolActions::open(DataOrigin origin, const QList<PoolAccess> &pools)
{
    m_it = std::make_unique<WindowUnderTest>(UiLanguage::English, TransportLimits(), origin);
    m_it->open(origin == DataOrigin::StoredPools ? QList<PoolAccess>() : pools);
    if (origin == DataOrigin::StoredPools)
        m_it->start(pools, Mood::Open);
    QVERIFY(m_it->waitForRefresh());
}

QDialog *TestPoolActions::trigger(const char *action, const char *dialog)
{
    m_it->find<QAction>(action)->trigger();
    m_it->settle();
    return m_it->find<QDialog>(dialog);
}

void TestPoolActions::makeWorst(const QUuid &id)
{
    auto snapshot = m_it->model.index(0, 0).data(PoolsModel::SnapshotRole).value<PoolSnapshot>();
    Package &package = *snapshot.package.value;
    package.endTime.at = m_it->clock.nowUtc().addYears(-3).toOffsetFromUtc(28'800);
    package.overdueDays = {1095, u"1095"_s};
    m_it->model.absorb(id, snapshot);
}

void TestPoolActions::offersWhatMakesSense()
{
    const QList<bool> all(6, true);
    const QList<bool> none(6, false);
    const QList<const char *> lists{"connectAction", "importAction", "exportAction"};
    open(DataOrigin::RealPools, {});
    QCOMPARE(enabled(OnePoolActions), none);
    QCOMPARE(enabled(lists), QList({true, true, false}));

    const PoolAccess one = pool(u"One"_s);
    m_it->session.watch({one});
    QCOMPARE(enabled(OnePoolActions), all);
    QCOMPARE(enabled(lists), QList({true, true, true}));

    m_it->session.watchDemo({pool(u"Demo"_s)});
    m_it->settle();
    QCOMPARE(enabled(OnePoolActions), none);
    QCOMPARE(enabled(lists), QList({true, false, false}));

    m_it->session.endDemo();
    m_it->settle();
    QCOMPARE(enabled(OnePoolActions), all);
    m_it->pools.remove(one.account.id);
    QCOMPARE(enabled(OnePoolActions), none);
    QCOMPARE(enabled(lists), QList({true, true, false}));
}

void TestPoolActions::listsThemInAMenu()
{
    m_it = std::make_unique<WindowUnderTest>(
        languageOfRow(), TransportLimits(), DataOrigin::RealPools);
    m_it->show({pool(u"One"_s), pool(u"Two"_s)});
    m_it->select(1);
    QMetaObject::invokeMethod(m_it->find<QWidget>("sidebar"), "menuRequested",
        Q_ARG(QUuid, m_it->pools.pools().at(1).account.id), Q_ARG(QPoint, QPoint(10, 10)));
    auto *menu = m_it->find<QMenu>("poolMenu");
    QVERIFY(menu->isVisible());
    QStringList names;
    for (const QAction *action : menu->actions()) {
        names << action->objectName();
        if (action->isSeparator())
            continue;
        QVERIFY2(isSaidIn(languageOfRow(), action->text()), qPrintable(action->text()));
    }
    QStringList expected;
    for (const char *name : OnePoolActions)
        expected << QLatin1String(name);
    QCOMPARE(names.first(expected.size()), expected); // then what is about the order
    menu->close();
    QTRY_VERIFY(!m_it->window->findChild<QMenu *>(u"poolMenu"_s));
}

void TestPoolActions::staysWithThePoolOfItsMenu()
{
    const PoolAccess one = pool(u"One"_s);
    const PoolAccess two = pool(u"Two"_s);
    open(DataOrigin::RealPools, {one, two});
    auto *sidebar = m_it->find<PoolSidebar>("sidebar");
    QCOMPARE(sidebar->currentPool(), one.account.id);
    emit sidebar->menuRequested(one.account.id, QPoint(10, 10));
    // A refresh ends meanwhile, and another pool is the worst.
    makeWorst(two.account.id);
    QCOMPARE(sidebar->firstPool(), two.account.id);
    emit m_it->refresher.finished();
    QCOMPARE(sidebar->currentPool(), one.account.id);
    // Whatever is seen: the menu is about the pool that it was opened for.
    sidebar->setCurrentPool(two.account.id);
    QDialog *dialog = trigger("editConnectionAction", "connectDialog");
    QCOMPARE(in(dialog, "nameEdit")->text(), u"One"_s);
    dialog->close();
    QTRY_VERIFY(!m_it->window->findChild<QMenu *>(u"poolMenu"_s));
    QTRY_VERIFY(!m_it->window->findChild<QDialog *>(u"connectDialog"_s));
    dialog = trigger("editConnectionAction", "connectDialog");
    QCOMPARE(in(dialog, "nameEdit")->text(), u"Two"_s);
}

void TestPoolActions::staysWithThePoolToRemove()
{
    const PoolAccess one = pool(u"One"_s);
    const PoolAccess two = pool(u"Two"_s);
    open(DataOrigin::RealPools, {one, two});
    auto *sidebar = m_it->find<PoolSidebar>("sidebar");
    emit sidebar->removeRequested(one.account.id);
    makeWorst(two.account.id);
    emit m_it->refresher.finished();
    QCOMPARE(sidebar->currentPool(), one.account.id);
}

void TestPoolActions::listsThemForARowOfTheTable()
{
    const PoolAccess one = pool(u"One"_s);
    const PoolAccess two = pool(u"Two"_s);
    open(DataOrigin::RealPools, {one, two});
    m_it->find<QAction>("allPoolsAction")->trigger();
    QCOMPARE(enabled(OnePoolActions), QList<bool>(6, false)); // which one?
    emit m_it->find<PoolsPage>("poolsPage")->menuRequested(two.account.id, QPoint(10, 10));
    QCOMPARE(enabled(OnePoolActions), QList<bool>(6, true));
    auto *menu = m_it->find<QMenu>("poolMenu");
    QVERIFY(menu->actions().contains(
        m_it->find<PoolsPage>("poolsPage")->findChild<QMenu *>(u"sortMenu"_s)->menuAction()));
    const QDialog *dialog = trigger("removeAction", "removeDialog");
    QVERIFY(dialog->isVisible());
    QTRY_VERIFY(!m_it->window->findChild<QMenu *>(u"poolMenu"_s)); // a dialog ends it
    QCOMPARE(enabled(OnePoolActions), QList<bool>(6, false));
}

void TestPoolActions::renamesWithoutATest()
{
    open(DataOrigin::StoredPools, {pool(u"One"_s)});
    const PoolAccess before = m_it->pools.pools().constFirst();
    const int asked = m_server->hitsOn(packagePath());
    QVERIFY(asked > 0);
    m_it->keychain.calls.clear();

    QDialog *dialog = trigger("editConnectionAction", "connectDialog");
    in(dialog, "nameEdit")->setText(u"Another name"_s);
    in<QSpinBox>(dialog, "endsSoonSpinBox")->setValue(60);
    auto *save = in<QAbstractButton>(dialog, "connectButton");
    QVERIFY(save->isEnabled());
    save->click();
    QTRY_VERIFY(!m_it->pools.isBusy());

    PoolAccess expected = before;
    expected.account.name = u"Another name"_s;
    expected.account.thresholds.endsSoonDays = 60;
    QCOMPARE(m_it->pools.pools(), QList{expected});
    const QModelIndex row = m_it->model.index(0, 0);
    QCOMPARE(row.data(PoolsModel::AccountRole).value<Account>().name, u"Another name"_s);
    QVERIFY(row.data(PoolsModel::SnapshotRole).value<PoolSnapshot>().package.value);
    QCOMPARE(m_server->hitsOn(packagePath()), asked);
    QCOMPARE(m_it->keychain.calls, QStringList());
}

void TestPoolActions::renamesAPoolWhoseKeyIsLockedAway()
{
    m_it = std::make_unique<WindowUnderTest>(
        UiLanguage::English, TransportLimits(), DataOrigin::StoredPools);
    m_it->open({});
    m_it->start({pool(u"One"_s)}, Mood::Locked);
    QDialog *dialog = trigger("editConnectionAction", "connectDialog");
    in(dialog, "nameEdit")->setText(u"Another name"_s);
    auto *save = in<QAbstractButton>(dialog, "connectButton");
    QVERIFY(save->isEnabled());
    // A key that is begun has to be tested.
    in(dialog, "keyIdEdit")->setText(u"a key"_s);
    QVERIFY(!save->isEnabled());
    in(dialog, "keyIdEdit")->clear();
    QVERIFY(save->isEnabled());
    save->click();
    const QUuid id = m_it->pools.pools().constFirst().account.id;
    QCOMPARE(m_it->pools.pool(id)->account.name, u"Another name"_s);
    QVERIFY(m_it->pools.keyProblem(id)->kind == ErrorKind::KeychainLocked);
    // The key is as it was once the keyring is open.
    m_it->keychain.mood = Mood::Open;
    m_it->pools.retryKeys();
    QTRY_COMPARE(m_it->pools.pool(id)->key, canaryKey());
}

void TestPoolActions::testsWhatIsConnectedOtherwise()
{
    open(DataOrigin::StoredPools, {pool(u"One"_s)});
    QDialog *dialog = trigger("editConnectionAction", "connectDialog");
    in(dialog, "secretEdit")->setText(u"another secret"_s);
    QVERIFY(!in<QAbstractButton>(dialog, "connectButton")->isEnabled());
    in(dialog, "secretEdit")->clear();
    QVERIFY(in<QAbstractButton>(dialog, "connectButton")->isEnabled());
    in(dialog, "poolIdEdit")->setText(u"another-pool"_s);
    QVERIFY(!in<QAbstractButton>(dialog, "connectButton")->isEnabled());
}

void TestPoolActions::testsAtOnce()
{
    open(DataOrigin::StoredPools, {pool(u"One"_s)});
    const int asked = m_server->hitsOn(packagePath());
    QDialog *dialog = trigger("testConnectionAction", "connectDialog");
    QTRY_VERIFY(in<QAbstractButton>(dialog, "testButton")->isEnabled());
    QVERIFY(in<QWidget>(dialog, "checkList")->isVisible());
    QVERIFY(in<QAbstractButton>(dialog, "connectButton")->isEnabled());
    QCOMPARE(m_server->hitsOn(packagePath()), asked + 1);
    in<QAbstractButton>(dialog, "connectButton")->click();
    QCOMPARE(m_it->pools.pools().constFirst().key, canaryKey());
}

void TestPoolActions::leadsToTheKey()
{
    open(DataOrigin::StoredPools, {pool(u"One"_s)});
    QDialog *dialog = trigger("replaceKeyAction", "connectDialog");
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    auto *keyId = in(dialog, "keyIdEdit");
    QVERIFY(keyId->hasFocus());
    QCOMPARE(keyId->selectedText(), canaryKey().id);
}

void TestPoolActions::duplicatesAllButSecrets()
{
    PoolAccess original = pool(u"One"_s);
    original.account.currency = u"EUR"_s;
    original.account.thresholds = {3, 14, 80};
    open(DataOrigin::StoredPools, {original});
    // Another pool: the token says so.
    const QByteArray other = jwt({{u"userpool_id"_s, u"another-pool"_s}});
    m_server->answer(tokenPath(), {goodToken(other)});
    QDialog *dialog = trigger("duplicateAction", "connectDialog");
    QCOMPARE(in(dialog, "nameEdit")->text(), u"One (copy)"_s);
    QCOMPARE(in(dialog, "secretEdit")->text(), QString());
    QCOMPARE(in(dialog, "currencyEdit")->text(), u"EUR"_s);
    in<QAbstractButton>(dialog, "testButton")->click();
    QVERIFY(in(dialog, "secretEdit")->hasFocus()); // missing: nothing is sent
    in(dialog, "keyIdEdit")->setText(u"another-key"_s);
    in(dialog, "secretEdit")->setText(u"another secret"_s);
    in<QAbstractButton>(dialog, "testButton")->click();
    auto *connectButton = in<QAbstractButton>(dialog, "connectButton");
    QTRY_VERIFY(connectButton->isEnabled());
    connectButton->click();

    QCOMPARE(m_it->pools.pools().size(), 2);
    QCOMPARE(m_it->pools.pools().at(0), original);
    Account copy = m_it->pools.pools().at(1).account;
    QVERIFY(copy.id != original.account.id && !copy.id.isNull());
    QCOMPARE(copy.name, u"One (copy)"_s);
    copy.id = original.account.id;
    copy.name = original.account.name;
    QCOMPARE(copy, original.account);
    QCOMPARE(m_it->pools.pools().at(1).key.id, u"another-key"_s);
}

void TestPoolActions::asksBeforeItRemoves_data()
{
    QTest::addColumn<bool>("removes");
    QTest::newRow("Cancel") << false;
    QTest::newRow("Remove") << true;
}

void TestPoolActions::asksBeforeItRemoves()
{
    QFETCH(bool, removes);
    open(DataOrigin::StoredPools, {pool(u"One"_s), pool(u"Two"_s)});
    m_it->select(1);
    const QUuid second = m_it->find<QListView>("poolListView")
                             ->currentIndex()
                             .data(PoolsModel::AccountRole)
                             .value<Account>()
                             .id;
    QDialog *dialog = trigger("removeAction", "removeDialog");
    const QString question = shownText(*in<QWidget>(dialog, "removeQuestionLabel"));
    QVERIFY2(question.contains(m_it->pools.pool(second)->account.name), qPrintable(question));
    QVERIFY(
        shownText(*in<QWidget>(dialog, "removeConsequenceLabel")).contains(m_it->pools.listFile()));
    QCOMPARE(m_it->pools.pools().size(), 2);
    in<QAbstractButton>(dialog, removes ? "removeButton" : "cancelButton")->click();
    QTRY_VERIFY(!m_it->pools.isBusy());
    QCOMPARE(m_it->pools.pools().size(), removes ? 1 : 2);
    QCOMPARE(m_it->pools.pool(second) == nullptr, removes);
    QCOMPARE(m_it->keychain.entries.contains(SecretKeeper::entryOf(second)), !removes);
    QCOMPARE(m_it->model.rowCount(), removes ? 1 : 2);
    QCOMPARE(m_it->statusMessage().contains(u"is removed."_s), removes);
}

QTEST_MAIN(TestPoolActions)
#include "tst_poolactions.moc"
