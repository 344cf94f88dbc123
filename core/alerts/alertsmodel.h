// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alerts/alert.h"

#include <QAbstractTableModel>
#include <QList>

namespace genauth {

template <class Model>
struct RowTeller;

/** The alerts that fired, newest first, as AlertCenter::records() has them. Raw values: codes,
 *  moments and texts that passed displayText(); no word in any language, and an invalid QVariant
 *  for what is unknown. */
class AlertsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        FiredColumn,    ///< QDateTime, UTC
        PoolColumn,     ///< QString: its name when the alert fired
        RuleColumn,     ///< QString: alertRuleCode(); sorts by urgency, the most urgent first
        NumbersColumn,  ///< qint64: seconds left, days overdue or what is used, as the rule goes by
        StandingColumn, ///< bool: AlertRecord::isOpen(); sorts open, snoozed, acknowledged, ended,
                        ///< good news
        ColumnCount,
    };

    enum Role {
        RawRole = Qt::UserRole, ///< as Qt::DisplayRole: the column's raw value
        SortRole,               ///< comparable within its column; unknown is an invalid QVariant
        // Of the row, whatever the column:
        RecordRole,  ///< AlertRecord
        IdRole,      ///< qint64
        AccountRole, ///< QUuid
        UnitRole,    ///< QString: what NumbersColumn counts: "seconds", "days", "users", "uses" of
                     ///< another right; invalid where there is no number
        StepRole,    ///< int: AlertKey::step, of the rules that have one
    };

    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(
        const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /** `newestFirst` are all there are. A record that is there again, by its id, keeps its row and
     *  is changed where it differs. */
    void setRecords(const QList<AlertRecord> &newestFirst);

    [[nodiscard]] const AlertRecord &recordAt(int row) const { return m_rows.at(row).record; }
    [[nodiscard]] int openCount() const;

private:
    struct Row
    {
        QString key;
        AlertRecord record;

        friend bool operator==(const Row &, const Row &) = default;
    };
    friend struct RowTeller<AlertsModel>;
    [[nodiscard]] static QVariant columnValue(const AlertRecord &record, int column);
    [[nodiscard]] static QVariant sortValue(const AlertRecord &record, int column);

    QList<Row> m_rows;
};

} // namespace genauth
