// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/poolsmodel.h"

#include "core/base/clock.h"
#include "core/base/displaytext.h"
#include "core/billing/mauuse.h"
#include "core/models/packagefields.h"

#include <algorithm>

namespace genauth {

namespace {

QVariant countValue(const std::optional<qint64> &count)
{
    return count ? QVariant::fromValue(*count) : QVariant();
}

} // namespace

PoolsModel::PoolsModel(const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
{
}

int PoolsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PoolsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PoolsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= ColumnCount)
        return {};
    const Row &row = rowAt(index.row());
    if (role == Qt::DisplayRole || role == RawRole)
        return columnValue(row, index.column());
    if (role == SortRole)
        return sortValue(row, index.column());
    const std::optional<Package> &package = row.snapshot.package.value;
    if (role == AsSentRole) {
        const PackageField *field = packageFieldOfColumn(index.column());
        return field && package ? displayText(field->asSent(*package)) : QString();
    }
    if (const PackageField *field = packageFieldOfRole(role))
        return package ? field->value(*package) : QVariant();
    return rowValue(row, role);
}

QVariant PoolsModel::columnValue(const Row &row, int column)
{
    switch (column) {
    case NameColumn:
        return displayText(row.account.name);
    case CurrencyColumn:
        return row.account.currency.isEmpty() ? QVariant() : QVariant(row.account.currency);
    case TimeLeftColumn:
        return countValue(row.assessment.secondsLeft);
    case StateColumn:
        return static_cast<int>(row.assessment.headline);
    case UpdatedColumn:
        return row.snapshot.package.receivedAt.isValid() ? QVariant(row.snapshot.package.receivedAt)
                                                         : QVariant();
    case ServerColumn:
        return displayText(row.snapshot.server);
    case PoolIdColumn:
        return row.snapshot.poolId.isEmpty() ? QVariant()
                                             : QVariant(displayText(row.snapshot.poolId));
    default:
        break;
    }
    const PackageField *field = packageFieldOfColumn(column);
    return field && row.snapshot.package.value ? field->value(*row.snapshot.package.value)
                                               : QVariant();
}

QVariant PoolsModel::sortValue(const Row &row, int column)
{
    const QVariant value = columnValue(row, column);
    if (!value.isValid())
        return {};
    if (column == UnitPriceColumn) {
        // Sorting only: a double orders prices well enough, but is never shown or added up.
        return value.toString().toDouble();
    }
    if (column == EndTimeColumn || column == UpdatedColumn)
        return value.toDateTime().toMSecsSinceEpoch();
    return value;
}

QVariant PoolsModel::rowValue(const Row &row, int role)
{
    switch (role) {
    case AccountRole:
        return QVariant::fromValue(row.account);
    case SnapshotRole:
        return QVariant::fromValue(row.snapshot);
    case AssessmentRole:
        return QVariant::fromValue(row.assessment);
    case LevelRole:
        return static_cast<int>(row.assessment.level);
    case RefreshingRole:
        return row.refreshing;
    case EndsNeverRole:
        return row.snapshot.package.value &&
               row.snapshot.package.value->endTime.kind == EndTime::Kind::Never;
    default:
        return {};
    }
}

QHash<int, QByteArray> PoolsModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractTableModel::roleNames();
    names.insert({
        {RawRole, "raw"},
        {SortRole, "sort"},
        {AsSentRole, "asSent"},
        {AccountRole, "account"},
        {SnapshotRole, "snapshot"},
        {AssessmentRole, "assessment"},
        {LevelRole, "level"},
        {RefreshingRole, "refreshing"},
        {EndsNeverRole, "endsNever"},
        {NameZhRole, "nameZh"},
        {NameEnRole, "nameEn"},
        {MauQuantityRole, "mauQuantity"},
        {UnitPriceRole, "unitPrice"},
        {EndTimeRole, "endTime"},
        {OverdueDaysRole, "overdueDays"},
        {EditionRole, "edition"},
        {SceneRole, "scene"},
        {PackageCodeRole, "packageCode"},
    });
    return names;
}

void PoolsModel::setRefreshing(const QUuid &accountId, bool refreshing)
{
    const int row = rowOf(accountId);
    if (row < 0)
        return;
    rowAt(row).refreshing = refreshing;
    emitRowChanged(row);
}

void PoolsModel::absorb(const QUuid &accountId, const PoolSnapshot &learned)
{
    const int index = rowOf(accountId);
    if (index < 0)
        return;
    absorbInto(rowAt(index), learned);
    emitRowChanged(index);
}

void PoolsModel::absorb(const QHash<QUuid, PoolSnapshot> &learned)
{
    int first = rowCount();
    int last = -1;
    for (auto pool = learned.cbegin(); pool != learned.cend(); ++pool) {
        const int row = rowOf(pool.key());
        if (row < 0)
            continue;
        absorbInto(rowAt(row), *pool);
        first = std::min(first, row);
        last = std::max(last, row);
    }
    if (last >= 0)
        emit dataChanged(index(first, 0), index(last, ColumnCount - 1));
}

void PoolsModel::absorbInto(Row &row, const PoolSnapshot &learned) const
{
    row.snapshot.absorb(learned);
    row.refreshing = false;
    assessRow(row);
}

void PoolsModel::forgetKeychainProblem(const QUuid &accountId)
{
    const int index = rowOf(accountId);
    if (index < 0)
        return;
    Row &row = rowAt(index);
    const PoolSnapshot before = row.snapshot;
    row.snapshot.forgetKeychainProblem();
    if (row.snapshot == before)
        return;
    assessRow(row);
    emitRowChanged(index);
}

void PoolsModel::reassess()
{
    for (int i = 0; i < rowCount(); ++i) {
        Row &row = rowAt(i);
        const SubscriptionAssessment before = row.assessment;
        assessRow(row);
        if (row.assessment != before)
            emitRowChanged(i);
    }
}

QDateTime PoolsModel::nextBoundary() const
{
    QDateTime next;
    const QDateTime now = m_clock.nowUtc();
    for (const auto &held : m_rows) {
        const Row &row = *held;
        const QDateTime poolNow = correctedNow(row.snapshot, now);
        const QDateTime boundary = genauth::nextBoundary(
            factsOf(row.snapshot, now, row.account.clockOffset), poolNow, row.account.thresholds);
        if (!boundary.isValid())
            continue;
        const QDateTime local = boundary.addMSecs(poolNow.msecsTo(now));
        if (!next.isValid() || local < next)
            next = local.toUTC();
    }
    return next;
}

int PoolsModel::rowOf(const QUuid &accountId) const
{
    return m_rowOf.value(accountId, -1);
}

void PoolsModel::assessRow(Row &row) const
{
    const QDateTime now = m_clock.nowUtc();
    row.assessment = assess(factsOf(row.snapshot, now, row.account.clockOffset),
        correctedNow(row.snapshot, now), row.account.thresholds);
}

void PoolsModel::emitRowChanged(int row)
{
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

} // namespace genauth
