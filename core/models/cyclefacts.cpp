// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/cyclefacts.h"

#include "core/models/historymodel.h"

namespace genauth {

namespace {

std::optional<qint64> countIn(const QModelIndex &cell)
{
    const QVariant value = cell.data(HistoryModel::RawRole);
    return value.isValid() ? std::optional(value.toLongLong()) : std::nullopt;
}

} // namespace

CycleFacts CycleFacts::of(const QModelIndex &row)
{
    const auto cell = [&row](int column) { return row.siblingAtColumn(column); };
    CycleFacts facts;
    facts.start = cell(HistoryModel::StartColumn).data(HistoryModel::RawRole).toDate();
    facts.end = cell(HistoryModel::EndColumn).data(HistoryModel::RawRole).toDate();
    facts.used = countIn(cell(HistoryModel::UsedColumn));
    facts.bought = countIn(cell(HistoryModel::BoughtColumn));
    facts.allowance = static_cast<Allowance::Kind>(row.data(HistoryModel::AllowanceRole).toInt());
    if (const QVariant percent = row.data(HistoryModel::PercentRole); percent.isValid())
        facts.percent = percent.toInt();
    facts.over = row.data(HistoryModel::OverRole).toBool();
    facts.running = row.data(HistoryModel::RunningRole).toBool();
    return facts;
}

QList<CycleFacts> CycleFacts::allOf(const QAbstractItemModel &model)
{
    QList<CycleFacts> all;
    const int rows = model.rowCount();
    all.reserve(rows);
    for (int row = 0; row < rows; ++row)
        all << of(model.index(row, 0));
    return all;
}

} // namespace genauth
