// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/reportactions.h"

#include "app/dashboard/pdfreport.h"
#include "app/dashboard/settings.h"
#include "app/dashboard/tableexport.h"
#include "app/dashboard/wholefile.h"
#include "app/text/calendartext.h"
#include "core/base/clock.h"
#include "core/base/displaytext.h"
#include "core/models/poolsmodel.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QMenu>

namespace genauth {

ReportActions::ReportActions(const Collaborators &with, QWidget *window)
    : QObject(window)
    , m_with(with)
    , m_window(window)
    , m_files(window)
    , m_calendar(new QAction(this))
    , m_copy(new QAction(this))
    , m_report(std::make_unique<QMenu>())
    , m_table(std::make_unique<QMenu>())
{
    m_calendar->setObjectName(QStringLiteral("calendarAction"));
    m_copy->setObjectName(QStringLiteral("copyStatusAction"));
    m_report->setObjectName(QStringLiteral("reportMenu"));
    m_table->setObjectName(QStringLiteral("shownTableMenu"));
    addReport("reportInEnglishAction", {UiLanguage::English});
    addReport("reportInChineseAction", {UiLanguage::Chinese});
    addReport("reportInBothAction", {UiLanguage::English, UiLanguage::Chinese});
    connect(m_calendar, &QAction::triggered, this, &ReportActions::askForCalendar);
    connect(m_copy, &QAction::triggered, this, &ReportActions::copyStatus);
    connect(&m_files, &FileExport::said, this, &ReportActions::said);
    setPool({});
}

ReportActions::~ReportActions() = default;

void ReportActions::addReport(const char *name, const QList<UiLanguage> &languages)
{
    QAction *action = m_report->addAction(QString());
    action->setObjectName(QLatin1String(name));
    connect(action, &QAction::triggered, this, [this, languages] { askForReport(languages); });
}

void ReportActions::setPool(const QUuid &accountId)
{
    m_pool = accountId;
    m_report->setEnabled(m_with.pools.rowOf(accountId) >= 0);
    m_copy->setEnabled(m_report->isEnabled());
    m_calendar->setEnabled(m_with.pools.rowCount() > 0);
}

void ReportActions::retranslate()
{
    m_calendar->setText(tr("Package ends as a cal&endar…"));
    m_table->setTitle(tr("Export this ta&ble"));
    m_copy->setText(tr("Copy status as te&xt"));
    m_report->setTitle(tr("&Status report as PDF"));
    const QList<QAction *> reports = m_report->actions();
    reports.at(0)->setText(tr("In &English…"));
    reports.at(1)->setText(tr("In &Chinese…"));
    reports.at(2)->setText(tr("In &both languages…"));
}

void ReportActions::askForCalendar()
{
    const QList<PackageEndEvent> events = packageEnds();
    if (events.isEmpty()) {
        emit said(
            tr("No package ends on a day that is known: there is nothing to put into a calendar."));
        return;
    }
    const int unknown = poolsOfUnknownEnd();
    m_files.ask({.title = tr("Package ends as a calendar"),
        .baseName = QStringLiteral("genauth-package-ends"),
        .suffix = QStringLiteral("ics"),
        .note = unknown == 0
                    ? QString()
                    : tr("%Ln pool(s) of which no end is known are not in it.", nullptr, unknown),
        .bytes = [events, name = CalendarText::name(), now = m_with.clock.nowUtc()] {
            return calendarOf(events, name, now);
        }});
}

QList<PackageEndEvent> ReportActions::packageEnds() const
{
    const AlertSettings alerts = m_with.settings.alertSettings();
    QList<PackageEndEvent> events;
    for (int row = 0; row < m_with.pools.rowCount(); ++row) {
        const QModelIndex pool = m_with.pools.index(row, 0);
        const auto account = pool.data(PoolsModel::AccountRole).value<Account>();
        const AlertThresholds thresholds = alerts.of(account.id);
        const bool isOff = thresholds.off.contains(AlertRule::EndsSoon);
        const auto event =
            CalendarText::event(account, pool.data(PoolsModel::SnapshotRole).value<PoolSnapshot>(),
                isOff ? QList<int>() : thresholds.endDays);
        if (event)
            events << *event;
    }
    return events;
}

int ReportActions::poolsOfUnknownEnd() const
{
    int count = 0;
    for (int row = 0; row < m_with.pools.rowCount(); ++row) {
        const auto known =
            m_with.pools.index(row, 0).data(PoolsModel::SnapshotRole).value<PoolSnapshot>();
        const std::optional<Package> &package = known.package.value;
        if (!package || package->endTime.kind == EndTime::Kind::Unknown)
            ++count;
    }
    return count;
}

void ReportActions::askForReport(const QList<UiLanguage> &languages)
{
    const std::optional<ReportedPool> pool = reportedPool();
    if (!pool)
        return;
    // Charts are drawn where widgets may be used.
    const QByteArray page = PdfReport::render(*pool, languages, m_with.language);
    m_files.ask({.title = tr("Status report"),
        .baseName = WholeFile::baseName(QStringLiteral("genauth-status"), pool->account.name),
        .suffix = QStringLiteral("pdf"),
        .note = {},
        .bytes = [page] { return page; }});
}

void ReportActions::copyStatus()
{
    const std::optional<ReportedPool> pool = reportedPool();
    if (!pool)
        return;
    QApplication::clipboard()->setText(StatusReportText(*pool).lines().join(QLatin1Char('\n')));
    emit said(tr("The status of %1 is copied.").arg(displayText(pool->account.name)));
}

std::optional<ReportedPool> ReportActions::reportedPool() const
{
    const QModelIndex row = m_with.pools.index(m_with.pools.rowOf(m_pool), 0);
    if (!row.isValid())
        return {};
    return ReportedPool{row.data(PoolsModel::AccountRole).value<Account>(),
        row.data(PoolsModel::SnapshotRole).value<PoolSnapshot>(),
        row.data(PoolsModel::AssessmentRole).value<SubscriptionAssessment>(),
        m_with.clock.nowUtc()};
}

void ReportActions::offerShownTable()
{
    const TableExport *shown = nullptr;
    for (const TableExport *menu : m_window->findChildren<TableExport *>()) {
        const QWidget *view = menu->parentWidget();
        if (view->isVisible() && (!shown || view->hasFocus()))
            shown = menu;
    }
    m_table->clear();
    if (shown)
        m_table->addActions(shown->actions());
    m_table->setEnabled(shown != nullptr);
}

} // namespace genauth
