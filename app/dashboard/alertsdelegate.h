// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/widgets/tabledelegate.h"

namespace genauth {

/** Draws a cell of a table of alerts: as of any table, and before the words of what happened its
 *  shape. */
class AlertsDelegate final : public TableDelegate
{
    Q_OBJECT

public:
    enum Role {
        ShapeRole = TableDelegate::ToneRole + 1, ///< int: StateShape; invalid: none
    };

    using TableDelegate::TableDelegate;

protected:
    [[nodiscard]] int leadWidth(
        const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paintLead(QPainter &painter, const QRect &area, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
};

} // namespace genauth
