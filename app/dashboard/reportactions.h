// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/fileexport.h"
#include "app/text/language.h"
#include "app/text/statusreporttext.h"
#include "core/report/calendarwriter.h"

#include <QList>
#include <QObject>
#include <QUuid>

#include <memory>
#include <optional>

class QAction;
class QMenu;

namespace genauth {

class Clock;
class PoolsModel;
class Settings;

/** What can be written for those who do not look at this window: the ends of all packages as a
 *  calendar, the status of one pool as a page or as text, and the table that is shown. */
class ReportActions final : public QObject
{
    Q_OBJECT

public:
    struct Collaborators
    {
        const PoolsModel &pools;
        const Settings &settings; ///< for the days of the alerts
        const Language &language;
        const Clock &clock;
    };

    /** Dialogs belong to `window`. What is given must outlive them. */
    ReportActions(const Collaborators &with, QWidget *window);
    ~ReportActions() override;

    /** The pool that the page is about from now on; a null one is none. */
    void setPool(const QUuid &accountId);
    void retranslate();

    [[nodiscard]] QAction *calendarAction() const { return m_calendar; }
    /** The page, in which languages. */
    [[nodiscard]] QMenu *reportMenu() const { return m_report.get(); }
    /** The page's words, on the clipboard. */
    [[nodiscard]] QAction *copyAction() const { return m_copy; }
    /** The files that can be written of the table that is shown; see offerShownTable(). */
    [[nodiscard]] QMenu *tableMenu() const { return m_table.get(); }
    /** Before that menu is seen: of several tables the one with the keyboard, or else the first. */
    void offerShownTable();

signals:
    /** How it went: a sentence. */
    void said(const QString &message);

private:
    void addReport(const char *name, const QList<UiLanguage> &languages);
    void askForCalendar();
    void askForReport(const QList<UiLanguage> &languages);
    void copyStatus();
    /** The pool as it is now: while a dialog is open it may go. */
    [[nodiscard]] std::optional<ReportedPool> reportedPool() const;
    [[nodiscard]] QList<PackageEndEvent> packageEnds() const;
    /** Whose package may end on a day that the calendar does not have. */
    [[nodiscard]] int poolsOfUnknownEnd() const;

    Collaborators m_with;
    const QWidget *m_window;
    FileExport m_files;
    QUuid m_pool;
    QAction *m_calendar;
    QAction *m_copy;
    std::unique_ptr<QMenu> m_report;
    std::unique_ptr<QMenu> m_table;
};

} // namespace genauth
