// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPersistentModelIndex>

class QTableView;

namespace genauth {

/** Keeps what is seen of a table where it is when rows come in above it. A table that shows its
 *  first rows goes on showing the first ones. */
class RowKeeper final : public QObject
{
    Q_OBJECT

public:
    /** The table must have its model already, and owns the keeper. */
    explicit RowKeeper(QTableView &table);

private:
    void note();
    void restore();

    QTableView &m_table;
    QPersistentModelIndex m_topRow; ///< invalid: nothing changes
    int m_topOffset = 0;
};

} // namespace genauth
