// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/billing/allowance.h"

#include <QDate>
#include <QList>

#include <optional>

class QAbstractItemModel;
class QModelIndex;

namespace genauth {

/** One row of a HistoryModel, or of a proxy on one, read back: what charts and words are made of.
 */
struct CycleFacts
{
    QDate start; ///< invalid: unknown
    QDate end;   ///< the last day; invalid: unknown
    std::optional<qint64> used;
    Allowance::Kind allowance = Allowance::Kind::Unknown;
    std::optional<qint64> bought; ///< Allowance::Kind::Count only
    std::optional<int> percent;
    bool over = false;
    bool running = false;

    /** Something to measure against. */
    [[nodiscard]] bool hasMeasure() const { return bought && *bought > 0; }

    [[nodiscard]] static CycleFacts of(const QModelIndex &row);
    /** All rows, in their order. */
    [[nodiscard]] static QList<CycleFacts> allOf(const QAbstractItemModel &model);

    friend bool operator==(const CycleFacts &, const CycleFacts &) = default;
};

} // namespace genauth
