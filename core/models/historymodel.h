// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/billing/mauhistory.h"

#include <QAbstractTableModel>
#include <QDate>
#include <QHash>
#include <QList>

#include <optional>

namespace genauth {

template <class Model>
struct RowTeller;

/** One row per billing cycle, oldest first. Raw values, and an invalid QVariant for what is
 *  unknown; words are the views' affair. What a table says and what a chart draws both come from
 *  here. */
class HistoryModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        StartColumn,   ///< QDate: the first day, in the pool's clock
        EndColumn,     ///< QDate: the last day
        UsedColumn,    ///< qint64
        BoughtColumn,  ///< qint64; invalid also for what is unlimited: AllowanceRole
        PercentColumn, ///< int: see percentUsed()
        ColumnCount,
    };

    enum Role {
        RawRole = Qt::UserRole, ///< as Qt::DisplayRole: the column's raw value
        SortRole,   ///< comparable within its column; unlimited is more than any count, and unknown
                    ///< an invalid QVariant
        AsSentRole, ///< QString: the server's own text, also if unreadable
        // Of the row, whatever the column:
        AllowanceRole, ///< int: Allowance::Kind
        PercentRole,   ///< int, or invalid
        OverRole,      ///< bool: more was used than bought, and both are known
        RunningRole,   ///< bool: the cycle that holds today
    };

    explicit HistoryModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(
        const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /** Makes these the rows, in this order. A cycle of the same first and last day as before keeps
     *  its row: rows come, go and change, so that selections stay with their cycles. `today` is in
     *  the pool's clock. */
    void setCycles(const QList<MauCycle> &cycles, QDate today);
    /** Another pool's turn: nothing is kept, also no selection. */
    void clear();

    /** What is asked for right now, and why the last attempt failed. */
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] const std::optional<ApiError> &error() const { return m_error; }
    void setLoading(bool loading);
    void setError(const std::optional<ApiError> &error);

signals:
    /** isLoading() or error() has changed. */
    void stateChanged();

private:
    struct Row
    {
        QString key; ///< its days; of several with the same ones, or none, which of them it is
        MauCycle cycle;
        bool running = false;
        friend bool operator==(const Row &, const Row &) = default;
    };
    using Rows = QList<Row>;
    friend struct RowTeller<HistoryModel>;

    [[nodiscard]] static Rows rowsOf(const QList<MauCycle> &cycles, QDate today);
    [[nodiscard]] static QVariant columnValue(const Row &row, int column);
    [[nodiscard]] static QVariant sortValue(const Row &row, int column);
    [[nodiscard]] static QString asSent(const Row &row, int column);

    Rows m_rows;
    bool m_loading = false;
    std::optional<ApiError> m_error;
};

} // namespace genauth
