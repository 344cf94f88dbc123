// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/pictures/sceneparts.h"

#include "app/dashboard/widgets/poolsidebar.h"

#include <QAbstractButton>
#include <QMenu>
#include <QScrollArea>
#include <QSpinBox>
#include <QTest>

namespace genauth::test {

using namespace Qt::StringLiterals;

namespace {

/** Two pools are stored, and the keychain is in this mood when their keys are read. */
Scene keyScene(const QString &name, MoodySecretStore::Mood mood)
{
    return {u"key-"_s + name,
        [mood](WindowUnderTest &it) -> QWidget * {
            it.start({poolNamed(u"Production"_s, defaultHost()),
                         poolNamed(u"Shanghai"_s, authingHost())},
                mood);
            it.select(0);
            return it.window.get();
        },
        DataOrigin::StoredPools};
}

/** A pool is connected, and the keychain does not keep its key. */
Scene notKeptScene(const QString &name, MoodySecretStore::Mood mood)
{
    return {u"notice-"_s + name,
        [mood](WindowUnderTest &it) -> QWidget * {
            it.keychain.mood = mood;
            it.session.add(poolNamed(u"Production"_s, defaultHost()), answer(it, 200));
            if (!QTest::qWaitFor([&] { return !it.pools.isBusy(); }, 20'000))
                qFatal("the keychain does not answer");
            return it.window.get();
        },
        DataOrigin::StoredPools};
}

/** Of a pool with a good answer, what this action opens. */
Scene openedScene(const char *name, const char *action)
{
    return {QLatin1String(name),
        [action](WindowUnderTest &it) {
            it.session.add(poolNamed(u"Production"_s, defaultHost()), answer(it, 200));
            return press(it, action);
        },
        DataOrigin::StoredPools};
}

QWidget *playMasterKey(WindowUnderTest &it)
{
    const PoolAccess pool = poolNamed(u"Production"_s, defaultHost());
    PoolSnapshot found = answer(it, 200);
    found.poolId = pool.key.id;
    found.poolIsNamedByToken = true;
    it.session.add(pool, found);
    return it.window.get();
}

QWidget *playPoolMenu(WindowUnderTest &it)
{
    it.start({poolNamed(u"Production"_s, defaultHost()), poolNamed(u"Shanghai"_s, authingHost())},
        MoodySecretStore::Mood::Locked);
    it.select(0);
    emit it.window->findChild<PoolSidebar *>()->menuRequested({}, {});
    it.settle();
    return it.find<QMenu>("poolMenu");
}

QWidget *playThresholds(WindowUnderTest &it)
{
    it.session.add(poolNamed(u"Production"_s, defaultHost()), answer(it, 12));
    QWidget *dialog = press(it, "editConnectionAction");
    dialog->findChild<QAbstractButton *>(u"advancedButton"_s)->setChecked(true);
    auto *verySoon = dialog->findChild<QSpinBox *>(u"endsVerySoonSpinBox"_s);
    verySoon->setValue(45);
    it.settle();
    dialog->findChild<QScrollArea *>()->ensureWidgetVisible(
        dialog->findChild<QWidget *>(u"mauPercentSpinBox"_s));
    return dialog;
}

} // namespace

QList<Scene> ownPoolsScenes()
{
    using Mood = MoodySecretStore::Mood;
    return {
        keyScene(u"locked"_s, Mood::Locked),
        keyScene(u"no-keychain"_s, Mood::Absent),
        {u"key-missing"_s,
            [](WindowUnderTest &it) -> QWidget * {
                it.pools.add({poolNamed(u"Production"_s, defaultHost()).account,
                    poolNamed(u"Shanghai"_s, authingHost()).account});
                it.settle();
                return it.window.get();
            },
            DataOrigin::StoredPools},
        notKeptScene(u"no-keychain"_s, Mood::Absent),
        notKeptScene(u"locked"_s, Mood::Refusing),
        {u"key-hint"_s, playMasterKey, DataOrigin::RealPools},
        {u"pool-menu"_s, playPoolMenu, DataOrigin::StoredPools},
        {u"dialog-thresholds"_s, playThresholds, DataOrigin::StoredPools},
        openedScene("dialog-remove", "removeAction"),
        openedScene("dialog-duplicate", "duplicateAction"),
        openedScene("dialog-replace-key", "replaceKeyAction"),
    };
}

} // namespace genauth::test
