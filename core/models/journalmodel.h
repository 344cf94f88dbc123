// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/billing/journalentry.h"

#include <QAbstractTableModel>
#include <QHash>

namespace genauth {

template <class Model>
struct RowTeller;

/** One row per change of a field, in the order given. Raw values, and an invalid QVariant for what
 *  is not there; words, also for the fields' names, are the views' affair. */
class JournalModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        SeenColumn,    ///< QDateTime, UTC: when it was first seen
        SubjectColumn, ///< QString: the order's number; invalid: the package
        FieldColumn,   ///< QString: the published name; invalid: the order is new
        BeforeColumn,  ///< QString: as sent, fit to be shown; invalid: it was not there
        AfterColumn,   ///< QString: as sent, fit to be shown; invalid: it is not there any more
        ColumnCount,
    };

    enum Role {
        RawRole = Qt::UserRole, ///< as Qt::DisplayRole: the column's raw value
        SortRole, ///< comparable within its column; values, of whatever field, as texts
        // Of the row, whatever the column:
        OperationRole, ///< QString: "get-current-package-info" or "get-orders"
        NewOrderRole,  ///< bool: an order that was not there before
    };

    explicit JournalModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(
        const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /** Makes these the rows, in this order, as BillingStore::journalRead() has them: newest first.
     *  Those that were there keep their rows, and selections with them. */
    void setEntries(const JournalEntries &entries);
    /** Another pool's turn: nothing is kept, also no selection. */
    void clear();

private:
    struct Row
    {
        QString key; ///< all of the entry; of several alike, which of them it is
        JournalEntry entry;
        friend bool operator==(const Row &, const Row &) = default;
    };
    using Rows = QList<Row>;
    friend struct RowTeller<JournalModel>;

    [[nodiscard]] static Rows rowsOf(const JournalEntries &entries);
    [[nodiscard]] static QVariant columnValue(const JournalEntry &entry, int column);

    Rows m_rows;
};

} // namespace genauth
