// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QObject>

class QAbstractItemView;
class QAction;
class QActionGroup;
class QHeaderView;
class QMenu;

namespace genauth {

/** Two menus about the columns of a table: which one it is sorted by, and which ones are shown. All
 *  that the mouse does with its header, except moving and sizing, for the keyboard. */
class ColumnMenus final : public QObject
{
    Q_OBJECT

public:
    /** `fixedColumn` is always shown. The table must have its model already, must sort as its
     * header says, and must outlive this. */
    ColumnMenus(
        QAbstractItemView &table, QHeaderView &header, int fixedColumn, QObject *parent = nullptr);
    ~ColumnMenus() override;

    /** The two, as they stand now, for another menu. */
    [[nodiscard]] QList<QAction *> actions();
    /** To be called when the language has changed. */
    void update();

signals:
    /** A column was shown or hidden here. Of sorting the table's header tells. */
    void columnsChanged();

private:
    void sort();

    QAbstractItemView &m_table;
    QHeaderView &m_header;
    QMenu *m_sortMenu;
    QMenu *m_columnsMenu;
    QActionGroup *m_sortColumns;
    QAction *m_ascending;
    QAction *m_descending;
};

} // namespace genauth
