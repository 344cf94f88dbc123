// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/alerts/alertsmodel.h"

#include "core/base/displaytext.h"
#include "core/models/rowchanges.h"

#include <algorithm>

namespace genauth {

namespace {

QVariant numberOf(const std::optional<qint64> &number)
{
    return number ? QVariant(*number) : QVariant();
}

/** What the rule goes by first. */
QVariant numberOf(const Alert &alert)
{
    const AlertNumbers &numbers = alert.numbers;
    switch (alert.key.rule) {
    case AlertRule::EndsSoon:
    case AlertRule::Ended:
        return numberOf(numbers.secondsLeft);
    case AlertRule::Overdue:
    case AlertRule::Contradiction:
        return numberOf(numbers.overdueDays);
    case AlertRule::MauAtPercent:
    case AlertRule::ForecastMeetsQuota:
    case AlertRule::RightAtLimit:
    case AlertRule::BackUnder:
        return numberOf(numbers.used);
    case AlertRule::DataIsOld:
    case AlertRule::KeyRefused:
    case AlertRule::Renewed:
    case AlertRule::Paid:
        return {};
    }
    Q_UNREACHABLE();
}

/** Of that number. */
QString unitOf(const Alert &alert)
{
    switch (alert.key.rule) {
    case AlertRule::EndsSoon:
    case AlertRule::Ended:
        return QStringLiteral("seconds");
    case AlertRule::Overdue:
    case AlertRule::Contradiction:
        return QStringLiteral("days");
    case AlertRule::RightAtLimit:
        return QStringLiteral("uses");
    case AlertRule::BackUnder:
        return alert.key.subject.isEmpty() ? QStringLiteral("users") : QStringLiteral("uses");
    default:
        return QStringLiteral("users");
    }
}

QVariant stepOf(const AlertKey &key)
{
    switch (key.rule) {
    case AlertRule::EndsSoon:
    case AlertRule::Overdue:
    case AlertRule::MauAtPercent:
        return key.step;
    default:
        return {};
    }
}

/** Lower needs attention more. */
int standingRank(const AlertRecord &record)
{
    if (isGoodNews(record.alert.key.rule))
        return 4;
    if (record.endedAt.isValid())
        return 3;
    if (record.acknowledgedAt.isValid())
        return 2;
    return record.snoozedUntilChange || record.snoozedUntil.isValid() ? 1 : 0;
}

} // namespace

int AlertsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AlertsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AlertsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const AlertRecord &record = recordAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case RawRole:
        return columnValue(record, index.column());
    case SortRole:
        return sortValue(record, index.column());
    case RecordRole:
        return QVariant::fromValue(record);
    case IdRole:
        return record.id;
    case AccountRole:
        return record.alert.key.account;
    case UnitRole:
        return numberOf(record.alert).isValid() ? unitOf(record.alert) : QVariant();
    case StepRole:
        return stepOf(record.alert.key);
    default:
        return {};
    }
}

QHash<int, QByteArray> AlertsModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractTableModel::roleNames();
    names.insert({{RawRole, "raw"}, {SortRole, "sort"}, {RecordRole, "record"}, {IdRole, "id"},
        {AccountRole, "account"}, {UnitRole, "unit"}, {StepRole, "step"}});
    return names;
}

QVariant AlertsModel::columnValue(const AlertRecord &record, int column)
{
    switch (column) {
    case FiredColumn:
        return record.firedAt.isValid() ? QVariant(record.firedAt) : QVariant();
    case PoolColumn:
        return isBlank(record.poolName) ? QVariant() : QVariant(displayText(record.poolName));
    case RuleColumn:
        return alertRuleCode(record.alert.key.rule);
    case NumbersColumn:
        return numberOf(record.alert);
    case StandingColumn:
        return record.isOpen();
    default:
        return {};
    }
}

QVariant AlertsModel::sortValue(const AlertRecord &record, int column)
{
    switch (column) {
    case RuleColumn: {
        const int rules = static_cast<int>(AlertRules.size());
        return (2 - static_cast<int>(record.alert.urgency())) * rules +
               static_cast<int>(record.alert.key.rule);
    }
    case StandingColumn:
        return standingRank(record);
    default:
        return columnValue(record, column);
    }
}

void AlertsModel::setRecords(const QList<AlertRecord> &newestFirst)
{
    QList<Row> wanted;
    wanted.reserve(newestFirst.size());
    RepeatedKeys keys; // those that are not kept yet share an id
    for (const AlertRecord &record : newestFirst)
        wanted.append({keys.next(QString::number(record.id)), record});
    becomeRows(m_rows, wanted, RowTeller<AlertsModel>{*this});
}

int AlertsModel::openCount() const
{
    return static_cast<int>(std::count_if(
        m_rows.cbegin(), m_rows.cend(), [](const Row &row) { return row.record.isOpen(); }));
}

} // namespace genauth
