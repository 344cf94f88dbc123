// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/billing/poolsnapshot.h"
#include "core/models/answerstate.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>

#include <optional>

namespace genauth {

template <class Model>
struct RowTeller;

/** One row per right in use of one pool, in the order sent. Raw values: numbers, and texts that
 *  passed displayText(); no word in any language, and an invalid QVariant for what is unknown. */
class UsageModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        NameColumn,     ///< QString: as sent; its two halves under roles
        UsedColumn,     ///< qint64
        IncludedColumn, ///< qint64; invalid also when it is unlimited: RightRole says
        PercentColumn,  ///< int: see percentUsed()
        TrialColumn,    ///< bool
        CodeColumn,     ///< QString
        ColumnCount,
    };

    enum Role {
        RawRole = Qt::UserRole, ///< as Qt::DisplayRole: the column's raw value
        SortRole,               ///< comparable within its column, unlimited above every number;
                                ///< unknown is an invalid QVariant
        // Of the row, whatever the column:
        RightRole,  ///< RightUsage
        NameEnRole, ///< QString
        NameZhRole, ///< QString
    };

    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(
        const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /** Shows the last good answer. Rows are told apart by their code; the first of several with the
     *  same code stays the first. A row that is there again is kept, and changed where it differs.
     */
    void setUsage(const OperationState<Usage> &usage, bool loading);

    /** There is an answer; it may be an empty one. */
    [[nodiscard]] bool isKnown() const { return m_state.known; }
    [[nodiscard]] bool isLoading() const { return m_state.loading; }
    /** Of the last attempt; the rows are of the one that succeeded last. */
    [[nodiscard]] const std::optional<ApiError> &error() const { return m_state.error; }

signals:
    /** isKnown(), isLoading() or error() has changed. */
    void stateChanged();

private:
    struct Row
    {
        QString key;
        RightUsage right;

        friend bool operator==(const Row &, const Row &) = default;
    };
    friend struct RowTeller<UsageModel>;
    [[nodiscard]] static QVariant columnValue(const RightUsage &right, int column);
    [[nodiscard]] static QVariant sortValue(const RightUsage &right, int column);

    QList<Row> m_rows;
    AnswerState m_state;
};

} // namespace genauth

Q_DECLARE_METATYPE(genauth::RightUsage)
