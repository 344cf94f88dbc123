// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/widgets/tabledelegate.h"

namespace genauth {

/** Draws a cell of the table of all pools: as of any table, and before the words of a state its
 *  shape. */
class PoolsTableDelegate final : public TableDelegate
{
    Q_OBJECT

public:
    using TableDelegate::TableDelegate;

protected:
    [[nodiscard]] int leadWidth(
        const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paintLead(QPainter &painter, const QRect &area, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
};

} // namespace genauth
