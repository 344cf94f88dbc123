// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/pages/historypage.h"
#include "app/dashboard/session.h"
#include "app/dashboard/settings.h"
#include "app/dashboard/theme.h"
#include "app/text/language.h"
#include "core/accounts/ownpools.h"
#include "core/api/proxyresolver.h"
#include "core/models/poolsmodel.h"
#include "core/store/billingstore.h"
#include "core/sync/poolsrefresher.h"
#include "core/sync/refreshscheduler.h"
#include "tests/app/dashboard/historysamples.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"

#include <QComboBox>
#include <QDateEdit>
#include <QJsonArray>
#include <QJsonObject>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace genauth::test {

using namespace Qt::StringLiterals;

/** A page of the MAU history with everything behind it: a server of its own, a store, and a clock
 *  that stands still on 27 November 2026. */
class HistoryStage
{
public:
    HistoryStage()
    {
        speakGenAuth(server);
        account = accountOn(server.url());
        account.name = u"Production"_s;
        model.setAccounts({account});
        refresher.setPools({{account, canaryKey()}});
        scheduler.setPools({account.id});
        static_cast<void>(store.readAll({account}));
        theme.apply(ThemeChoice::Light);
        language.set(UiLanguage::English);
        makePage();
    }

    void makePage()
    {
        page = std::make_unique<HistoryPage>(HistoryPage::Collaborators{
            theme, clock, scheduler, refresher, store, session, settings});
        page->resize(1000, 760);
        page->setPool(model.index(0, 0));
    }
    void show()
    {
        page->show();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
    }
    /** As if a refresh had brought this, a package that is well, and the use of the last cycle. */
    void answer(const QList<MauCycle> &cycles, const QStringList &unreadable = {})
    {
        PoolSnapshot snapshot = package();
        snapshot.mauHistory.value = MauHistory{cycles, unreadable};
        snapshot.mauHistory.receivedAt = snapshot.mauHistory.attemptedAt = clock.nowUtc();
        model.absorb(account.id, snapshot);
        page->updateContents();
    }
    void fail(const ApiError &error)
    {
        PoolSnapshot snapshot;
        snapshot.mauHistory.attemptedAt = clock.nowUtc();
        snapshot.mauHistory.error = error;
        model.absorb(account.id, snapshot);
        page->updateContents();
    }
    /** A package that ends in so many days. */
    [[nodiscard]] PoolSnapshot package(int endsInDays = 200) const
    {
        PoolSnapshot snapshot;
        snapshot.package.value = Package::fromJson(samplePackage(), BeijingOffset).value();
        snapshot.package.value->endTime.at = clock.nowUtc().addDays(endsInDays);
        snapshot.package.receivedAt = snapshot.package.attemptedAt = clock.nowUtc();
        return snapshot;
    }
    /** Keeps samples: on each day of November up to today one, of `perDay` more. */
    void keepSamples(qint64 perDay)
    {
        const QDateTime today = clock.nowUtc();
        for (int day = 26; day >= 0; day -= 2) {
            clock.set(today.addDays(-day));
            PoolSnapshot snapshot;
            snapshot.mauHistory.value = MauHistory{
                {cycleOf({2026, 11, 1}, {2026, 11, 30}, perDay * (26 - day), 10'000)}, {}};
            snapshot.mauHistory.receivedAt = snapshot.mauHistory.attemptedAt = clock.nowUtc();
            snapshot.mauHistory.data = "{}";
            store.save(account, snapshot);
            // What still waits would become one with the next.
            QVERIFY(QTest::qWaitFor([this] { return !store.isBusy(); }));
        }
        clock.set(today);
    }

    template <class Widget>
    [[nodiscard]] Widget *find(const char *name) const
    {
        auto *widget = page->findChild<Widget *>(QLatin1String(name));
        if (!widget)
            qFatal("there is no %s", name);
        return widget;
    }
    /** Of the ranges. */
    void choose(int place) const
    {
        auto *box = find<QComboBox>("rangeComboBox");
        box->setCurrentIndex(place);
        emit box->activated(place);
    }
    void chooseDays(QDate from, QDate to) const
    {
        choose(3);
        find<QDateEdit>("toDateEdit")->setDate(to);
        find<QDateEdit>("fromDateEdit")->setDate(from);
    }
    [[nodiscard]] QTableView *table() const { return find<QTableView>("historyTableView"); }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return table()->model()->index(row, column).data().toString();
    }

    QTemporaryDir folder;
    FakeClock clock{QDateTime(QDate(2026, 11, 27), QTime(4, 0), Qt::UTC)};
    FaultyServer server;
    Account account;
    Theme theme;
    Language language{Language::defaultDirectory()};
    Settings settings{folder.filePath(u"dashboard.ini"_s)};
    ProxyResolver proxies;
    PoolsModel model{clock};
    PoolsRefresher refresher{{.clock = &clock, .proxies = &proxies}, 1};
    RefreshScheduler scheduler{refresher, clock};
    OwnPools pools;
    BillingStore store{folder.filePath(u"billing.sqlite"_s), clock};
    Session session{model, refresher, scheduler, pools, clock};
    std::unique_ptr<HistoryPage> page;
};

/** An answer with a record for each of these days' months. */
[[nodiscard]] inline Script historyOf(const QList<QDate> &starts)
{
    QJsonArray records;
    for (const QDate start : starts)
        records << QJsonObject{{u"periodStartTime"_s, start.toString(u"yyyyMMdd"_s)},
            {u"periodEndTime"_s, start.addMonths(1).addDays(-1).toString(u"yyyyMMdd"_s)},
            {u"amount"_s, u"5000"_s}, {u"current"_s, u"77"_s}};
    return send(HttpText{.body = envelope({.data = QJsonObject{{u"records"_s, records}}})});
}

[[nodiscard]] inline QString historyPath()
{
    return u"/api/v3/get-mau-period-usage-history"_s;
}

} // namespace genauth::test
