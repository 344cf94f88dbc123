// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/theme.h"

#include <QStyledItemDelegate>

namespace genauth {

/** Draws a pool in the list: its state's shape, its name, and one line of state in words. */
class PoolDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    // Where things stand in a row of the sidebar, for rows that are none of the list.
    [[nodiscard]] static QRect groundOf(const QRect &row); ///< what a selection colours
    [[nodiscard]] static QRect innerOf(const QRect &row);  ///< the shape and the words
    /** A shape is about as high as the name beside it. */
    [[nodiscard]] static int shapeSide(const QFontMetrics &nameMetrics);

    explicit PoolDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace genauth
