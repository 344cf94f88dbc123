// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QModelIndex>
#include <QObject>

class QAbstractItemView;
class QAction;
class QHeaderView;
class QMenu;
class QPoint;

namespace genauth {

class ColumnMenus;
class TableCollector;
class TableExport;
class Theme;
class WordsTable;

/** How every view of rows under a header looks and behaves here: whole rows are selected and none
 *  is edited; Return and a double click open a row; Ctrl+C copies the selected rows as they are
 *  shown, a line each, with tabs between the columns; the Menu key and the right button offer that,
 *  copying all rows under their titles, files of them, sorting, and which columns are shown.
 *  Follows the theme, the type and the language. The card under the view is CardFrame's, the cells
 *  are TableDelegate's. */
class TableManners final : public QObject
{
    Q_OBJECT

public:
    /** `fixedColumn` is always shown. The view must have a WordsTable for its model already, must
     *  sort as `header` says once it sorts, and owns the manners. */
    TableManners(QAbstractItemView &view, QHeaderView &header, const Theme &theme, int fixedColumn);

    /** Copies the selected rows. */
    [[nodiscard]] QAction *copyAction() const { return m_copyAction; }
    /** The files that can be written of the rows. */
    [[nodiscard]] TableExport *exportMenu() const { return m_export; }
    /** Copying, files, sorting, which columns: for another menu. */
    [[nodiscard]] QList<QAction *> actions() const;

    /** From now on a menu about a row is asked for, with rowMenuRequested(), and not opened. */
    void leaveRowMenusToOthers();

    /** From top to bottom; a row counts once. */
    [[nodiscard]] QModelIndexList selectedRows() const;
    void copySelection() const;
    /** What the table is about, and all of its rows. */
    void copyAll();

signals:
    void rowActivated(const QModelIndex &index);
    void rowMenuRequested(const QModelIndex &index, const QPoint &globalPosition);
    /** A column was shown or hidden from the menu. Of all else the header tells. */
    void columnsChanged();
    /** A sentence about something that was done. */
    void said(const QString &message);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUpView();
    void offerMenus();
    void showMenu(const QPoint &globalPosition) const;
    void applyTheme();
    void retranslate();

    QAbstractItemView &m_view;
    QHeaderView &m_header;
    const Theme &m_theme;
    const WordsTable &m_table;
    QAction *m_copyAction;
    QAction *m_copyAllAction;
    TableCollector *m_rows;
    TableExport *m_export;
    ColumnMenus *m_columnMenus;
    bool m_asksForRowMenus = false;
};

} // namespace genauth
