// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/theme.h"

#include <QStyledItemDelegate>

namespace genauth {

/** Draws a cell of the table of all pools: words with room around them, a hairline below, and
 * before the words of a state its shape. */
class PoolsTableDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit PoolsTableDelegate(const Theme &theme, QObject *parent = nullptr);

    [[nodiscard]] static int rowHeight(const QFontMetrics &metrics);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace genauth
