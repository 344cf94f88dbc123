// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/tablerows.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>

namespace genauth {

/** Collects all rows of a table while the window goes on living. What it hands over was the table
 *  at one moment, whole: when something of it changes meanwhile it begins anew, and where that goes
 *  on it takes the rest of the rows in one go. When the table turns to another pool it gives up. */
class TableCollector final : public QObject
{
    Q_OBJECT

public:
    /** What is given must outlive this. */
    TableCollector(const WordsTable &table, const QHeaderView &header, QObject *parent);

    using Done = std::function<void(const TableRows &rows)>;
    /** A table that takes no longer than a slice is handed over before this returns. A new call
     *  takes the place of one that is under way. */
    void collect(TableForm form, const Done &done);
    /** How long the window may wait at a time. */
    void setSlice(std::chrono::milliseconds slice) { m_slice = slice; }

signals:
    /** It takes longer than a slice. */
    void takesTime();
    /** Another pool is shown: what was asked for is not there any more. */
    void gaveUp();

private:
    void goOn();
    void beginAnew();

    const WordsTable &m_table;
    const QHeaderView &m_header;
    TableForm m_form = TableForm::AsShown;
    Done m_done;
    QUuid m_account; ///< whose rows were asked for
    int m_restarts = 0;
    std::optional<TableRows> m_rows; ///< nothing: a walk is to begin, if m_done is there
    std::chrono::milliseconds m_slice{15};
    QTimer m_next;
};

} // namespace genauth
