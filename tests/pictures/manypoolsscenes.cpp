// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/pages/packagepage.h"
#include "app/dashboard/pages/poolspage.h"
#include "app/dashboard/widgets/poolsidebar.h"
#include "tests/pictures/sceneparts.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"

#include <QTest>

namespace genauth::test {

using namespace Qt::StringLiterals;

namespace {

/** A model of a dozen pools of every kind: good, bad, unknown, not asked, failed, stale. */
void fillWithManyPools(WindowUnderTest &it)
{
    struct Kind
    {
        QString name;
        int daysLeft;
    };
    const QList<Kind> kinds{{u"Staging"_s, 312}, {u"Production"_s, -12}, {u"Customers"_s, 12},
        {u"Partners"_s, 200}, {u"Shanghai"_s, 5}, {u"Employees"_s, 88}, {u"Archive"_s, -47},
        {u"Headquarters"_s, 150}};
    QList<Account> accounts;
    QList<PoolSnapshot> answers;
    for (const Kind &kind : kinds) {
        accounts.append(poolNamed(kind.name, defaultHost()).account);
        answers.append(answer(it, kind.daysLeft));
    }
    for (const QString &name : {u"Laboratory"_s, u"Offline"_s, u"Asked"_s, u"New"_s})
        accounts.append(poolNamed(name, defaultHost()).account);
    for (Account &account : accounts)
        account.id = QUuid::createUuid();
    answers[3].package.value->mauQuantity = {qint64(2'500'000), {}};
    answers[6].package.value->unitPrice = {};
    PoolSnapshot unreadable = answer(it, 1);
    unreadable.package.value = Package::fromJson(QJsonObject(), BeijingOffset).value();
    answers.append(unreadable);
    PoolSnapshot failed;
    failed.package.attemptedAt = it.clock.nowUtc();
    failed.package.error = ApiError{.kind = ErrorKind::TimedOut};
    it.model.setAccounts(accounts);
    for (int i = 0; i < answers.size(); ++i)
        it.model.absorb(accounts.at(i).id, answers.at(i));
    it.model.absorb(accounts.at(9).id, failed);
    it.model.absorb(accounts.at(6).id, failed);
    it.clock.advance(std::chrono::minutes(17));
    it.model.setRefreshing(accounts.at(10).id, true);
    it.model.setRefreshing(accounts.at(0).id, true);
}

/** Anew, at the clock's now. */
QWidget *showWorst(WindowUnderTest &it)
{
    auto *sidebar = it.find<PoolSidebar>("sidebar");
    sidebar->chooseAllPools();
    sidebar->setCurrentPool(sidebar->firstPool());
    return sidebar;
}

QWidget *chooseAllPools(WindowUnderTest &it)
{
    it.find<PackagePage>("packagePage")->updateContents(); // as by the next minute
    it.find<PoolSidebar>("sidebar")->chooseAllPools();
    return it.window.get();
}

/** The window after a refresh of so many pools, three of which are dead, each in its own way. */
QWidget *playAllPools(WindowUnderTest &it, int count)
{
    const QStringList kinds{u"Production"_s, u"Customers"_s, u"Partners"_s, u"Staging"_s,
        u"Employees"_s, u"Loyalty"_s, u"Shanghai"_s};
    const QList<int> daysLeft{312, -12, 12, 200, 5, 88, 150, 400, 61, 740};
    const QList<ApiError> errors{{.kind = ErrorKind::ConnectionRefused},
        {.kind = ErrorKind::TimedOut},
        {.kind = ErrorKind::KeyRefused, .httpStatus = 200, .statusCode = 401, .apiCode = 2333}};
    QList<Account> accounts;
    for (int i = 0; i < count; ++i)
        accounts.append(
            poolNamed(u"%1 %2"_s.arg(kinds.at(i % kinds.size())).arg(i + 1), defaultHost())
                .account);
    it.model.setAccounts(accounts);
    for (int i = 0; i < count; ++i) {
        PoolSnapshot learned = answer(it, daysLeft.at(i % daysLeft.size()));
        const bool dead = i < errors.size();
        // The second of them has answered before.
        if (dead && i != 1)
            learned.package.value.reset();
        if (dead)
            learned.package.error = errors.at(i);
        it.model.absorb(accounts.at(i).id, learned);
    }
    it.clock.advance(std::chrono::minutes(2));
    return chooseAllPools(it);
}

/** The window in the middle of a refresh: some have answered, one is asked, some wait. */
QWidget *playRefreshing(WindowUnderTest &it)
{
    auto *server = new FaultyServer(QHostAddress::LocalHost, it.window.get());
    server->answer(tokenPath(), {goodToken()});
    QList<Script> answers(6, goodPackage());
    answers.append(silence());
    server->answer(packagePath(), answers);
    QList<PoolAccess> pools;
    for (int i = 1; i <= 12; ++i)
        pools.append(poolNamed(u"Pool %1"_s.arg(i), server->url()));
    it.refresher.setSlotCount(1); // so that it is the same every time
    it.session.watch(pools);
    if (!QTest::qWaitFor([&] { return server->hitsOn(packagePath()) == 7; }, 10'000))
        qFatal("the refresh did not come so far");
    return chooseAllPools(it);
}

} // namespace

QList<Scene> manyPoolsScenes()
{
    return {
        {u"all-pools"_s,
            [](WindowUnderTest &it) -> QWidget * {
                fillWithManyPools(it);
                showWorst(it);
                it.find<QAction>("allPoolsAction")->trigger();
                return it.window.get();
            }},
        {u"all-pools-12"_s, [](WindowUnderTest &it) { return playAllPools(it, 12); }},
        {u"all-pools-50"_s, [](WindowUnderTest &it) { return playAllPools(it, 50); }},
        // A slow computer looks at it for long, and nobody is to be given up meanwhile.
        {u"all-pools-refreshing"_s, playRefreshing, DataOrigin::RealPools, std::chrono::minutes(2)},
        {u"sidebar"_s,
            [](WindowUnderTest &it) -> QWidget * {
                fillWithManyPools(it);
                return showWorst(it);
            }},
    };
}

} // namespace genauth::test
