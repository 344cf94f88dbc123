// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Alerts: their page, a rehearsal, the preferences, and the changes of a pool.

#include "app/dashboard/dialogs/preferencesdialog.h"
#include "app/dashboard/dialogs/rehearsaldialog.h"
#include "app/dashboard/pages/alertspage.h"
#include "app/dashboard/pages/journalpage.h"
#include "app/dashboard/traymenu.h"
#include "core/alerts/alertsmodel.h"
#include "tests/app/text/alertsamples.h"
#include "tests/pictures/sceneparts.h"

#include <QLineEdit>
#include <QMenu>
#include <QTableView>

namespace genauth::test {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize PageSize{1000, 700};

const QUuid Production(u"{11111111-1111-4111-8111-111111111111}"_s);
const QUuid Portal(u"{22222222-2222-4222-8222-222222222222}"_s);
const QUuid Lab(u"{33333333-3333-4333-8333-333333333333}"_s);

/** Three pools that nobody asks, as long as `parent` lives. */
PoolsModel *poolsFor(WindowUnderTest &it, QObject *parent)
{
    it.clock.set(QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC));
    const auto named = [](const QUuid &id, const QString &name) {
        Account account;
        account.id = id;
        account.name = name;
        return account;
    };
    auto *pools = new PoolsModel(it.clock, parent);
    pools->setAccounts({named(Production, u"Production 1"_s), named(Portal, u"Customers 2"_s),
        named(Lab, u"Pool 3"_s)});
    return pools;
}

/** One alert of each rule, newest first, some of them over. */
QList<AlertRecord> alertsOfEveryRule(const QDateTime &now)
{
    QList<AlertRecord> records;
    qint64 id = static_cast<qint64>(AlertRules.size());
    for (const AlertRule rule : AlertRules) {
        const QUuid account = id % 3 == 0 ? Production : id % 3 == 1 ? Portal : Lab;
        AlertRecord record = sampleRecord(id, sampleAlert(rule), {}, account);
        record.firedAt = now.addSecs(-3600 * 7 * (static_cast<qint64>(AlertRules.size()) - id));
        if (rule == AlertRule::EndsSoon)
            record.snoozedUntil = now.addDays(1);
        if (rule == AlertRule::Contradiction)
            record.acknowledgedAt = now;
        if (rule == AlertRule::KeyRefused)
            record.endedAt = now;
        records << record;
        --id;
    }
    return records;
}

/** As a window of its own, which lives as long as the window. */
void showAlone(QWidget *page)
{
    page->setWindowFlag(Qt::Window);
    page->resize(PageSize);
    page->show();
}

QWidget *alertsPage(WindowUnderTest &it, bool withAlerts)
{
    auto *alerts = new AlertsModel(it.window.get());
    PoolsModel *pools = poolsFor(it, it.window.get());
    auto *page = new AlertsPage({*alerts, *pools, it.theme, it.clock}, it.window.get());
    showAlone(page);
    if (withAlerts) {
        alerts->setRecords(alertsOfEveryRule(it.clock.nowUtc()));
        page->showAlert(10); // overdue
    }
    WindowUnderTest::settle();
    return page;
}

/** Of the first pool two alerts, of the second none, and nobody can tell of the third. */
QWidget *rehearsal(WindowUnderTest &it)
{
    PoolsModel *pools = poolsFor(it, it.window.get());
    const QDateTime now = it.clock.nowUtc();
    const auto rehearse = [now](const QUuid &id,
                              const QDateTime & /*until*/) -> std::optional<QList<RehearsedAlert>> {
        if (id == Lab)
            return std::nullopt;
        if (id == Portal)
            return QList<RehearsedAlert>();
        return QList<RehearsedAlert>{
            {sampleEnd().addDays(-7).toUTC(), sampleAlert(AlertRule::EndsSoon)},
            {sampleEnd().toUTC(), sampleAlert(AlertRule::Ended)}};
    };
    auto *dialog = new RehearsalDialog({*pools, it.theme, it.clock, rehearse}, it.window.get());
    dialog->open();
    WindowUnderTest::settle();
    return dialog;
}

PreferencesDialog *preferences(WindowUnderTest &it)
{
    PoolsModel *pools = poolsFor(it, it.window.get());
    auto *dialog = new PreferencesDialog(
        {.settings = it.settings,
            .language = it.language,
            .theme = it.theme,
            .pools = *pools,
            .loginStart = {[] { return false; }, [](bool) { return QString(); }},
            .testHook = [](const auto &, const auto &) {},
            .storeFile = u"/home/ada/.local/share/"
                         "genauth-dashboard/answers.sqlite"_s},
        it.window.get());
    dialog->open();
    return dialog;
}

Scene preferencesScene(const QString &name, PreferencesDialog::Section section)
{
    return {u"preferences-"_s + name, [section](WindowUnderTest &it) {
                PreferencesDialog *dialog = preferences(it);
                dialog->showSection(section);
                WindowUnderTest::settle();
                return static_cast<QWidget *>(dialog);
            }};
}

QWidget *wrongDays(WindowUnderTest &it)
{
    PreferencesDialog *dialog = preferences(it);
    dialog->showSection(PreferencesDialog::Section::Alerts);
    dialog->findChild<QLineEdit *>(u"endDaysEdit"_s)->setText(u"30, 14, 0"_s);
    WindowUnderTest::settle();
    return dialog;
}

QWidget *changesPage(WindowUnderTest &it)
{
    const PoolsModel *pools = poolsFor(it, it.window.get());
    auto *page = new JournalPage(it.theme, it.window.get());
    showAlone(page);
    page->setPool(pools->index(0, 0));
    const QString package = u"get-current-package-info"_s;
    const QString orders = u"get-orders"_s;
    const QString order = u"202611230001"_s;
    const QDateTime now = it.clock.nowUtc();
    page->showEntries(
        Production, {{now, orders, order, u"status"_s, u"1"_s, u"2"_s},
                        {now.addSecs(-3600), orders, order, {}, std::nullopt, order},
                        {now.addDays(-1), package, {}, u"unitPrice"_s, u"99.00"_s, u"129.00"_s},
                        {now.addDays(-9), package, {}, u"endTime"_s, u"2026-11-11 00:00:00"_s,
                            u"2027-11-11 00:00:00"_s},
                        {now.addDays(-30), package, {}, u"sceneCode"_s, std::nullopt, u"B2C"_s}});
    WindowUnderTest::settle();
    return page;
}

QWidget *trayMenu(WindowUnderTest &it)
{
    PoolsModel *pools = poolsFor(it, it.window.get());
    auto *tray = new TrayMenu({*pools, it.alerts, it.language, it.theme}, it.window.get());
    WindowUnderTest::settle();
    tray->menu()->adjustSize();
    return tray->menu();
}

} // namespace

QList<Scene> alertScenes()
{
    using Section = PreferencesDialog::Section;
    return {{u"alerts"_s, [](WindowUnderTest &it) { return alertsPage(it, true); }},
        {u"alerts-none"_s, [](WindowUnderTest &it) { return alertsPage(it, false); }},
        {u"alerts-rehearsal"_s, rehearsal}, {u"tray-menu"_s, trayMenu}, {u"changes"_s, changesPage},
        preferencesScene(u"general"_s, Section::General),
        preferencesScene(u"refreshing"_s, Section::Refreshing),
        preferencesScene(u"alerts"_s, Section::Alerts), {u"preferences-alerts-wrong"_s, wrongDays},
        preferencesScene(u"pool"_s, Section::PoolAlerts),
        preferencesScene(u"command"_s, Section::Command),
        preferencesScene(u"data"_s, Section::Data)};
}

} // namespace genauth::test
