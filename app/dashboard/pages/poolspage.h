// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTimer>
#include <QUuid>
#include <QWidget>

class QAction;
class QHeaderView;

namespace genauth {

class Clock;
class DataTable;
class PoolsModel;
class PoolsTable;
class RefreshScheduler;
class Settings;
class TextLabel;
class Theme;

/** All pools as a table, worst first, with a line above it that counts what is wrong. Follows the
 *  model, the language and the theme; how its columns are arranged is remembered. The keyboard
 *  that is given to the page goes to the table. */
class PoolsPage final : public QWidget
{
    Q_OBJECT

public:
    struct Collaborators
    {
        PoolsModel &model;
        const Theme &theme;
        const Clock &clock;
        const RefreshScheduler &scheduler;
        Settings &settings;
    };

    /** What is given must outlive the page. */
    explicit PoolsPage(const Collaborators &with, QWidget *parent = nullptr);

    /** Time has gone on: tells anew how old everything is. */
    void updateContents();

    /** The pools of the selected rows, from top to bottom. */
    [[nodiscard]] QList<QUuid> selectedPools() const;
    /** What a menu about one of the pools offers besides: copying, sorting, which columns. */
    [[nodiscard]] QList<QAction *> tableActions() const;

signals:
    /** A pool was double clicked, or Return was pressed on it. */
    void poolActivated(const QUuid &accountId);
    /** A menu about one pool, at a place on the screen: by the right button or the Menu key. */
    void menuRequested(const QUuid &accountId, const QPoint &globalPosition);

protected:
    void changeEvent(QEvent *event) override;

private:
    void createTable();
    void createHeader();
    void followModel();
    [[nodiscard]] QHeaderView *header() const;
    void arrangeByDefault();
    void arrangeAsRemembered();
    void rememberArrangement();
    void updateSummary();
    void retranslate();

    Collaborators m_with;
    PoolsTable *m_pools;
    TextLabel *m_summary;
    TextLabel *m_empty; ///< said in place of an empty table
    DataTable *m_table;
    QTimer m_summaryTimer; ///< many changes at once make one new line
};

} // namespace genauth
