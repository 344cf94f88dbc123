// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/theme.h"

#include <QStyledItemDelegate>

namespace genauth {

/** Draws a cell of a table: words with room around them, cut where there is too little, a hairline
 *  below, and before the words a bar or what a subclass draws. Of the model it asks, besides what
 *  any view asks, the roles below. */
class TableDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role {
        UsedRole = Qt::UserRole + 1000, ///< double: a bar of it, 1 is full; invalid: no bar
        ToneRole,                       ///< int: the bar's Tone; invalid: Tone::Plain
    };

    explicit TableDelegate(const Theme &theme, QObject *parent = nullptr);

    [[nodiscard]] static int rowHeight(const QFontMetrics &metrics);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const final;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex &index) const final;

protected:
    [[nodiscard]] const Theme &theme() const { return m_theme; }

    /** How wide that is which stands before the words, without the space between; 0: nothing. */
    [[nodiscard]] virtual int leadWidth(
        const QStyleOptionViewItem &option, const QModelIndex &index) const;
    /** Draws it, into an area that is as high as the row. */
    virtual void paintLead(QPainter &painter, const QRect &area, const QStyleOptionViewItem &option,
        const QModelIndex &index) const;

private:
    void paintWords(QPainter &painter, const QRect &area, const QStyleOptionViewItem &option,
        const QModelIndex &index) const;

    const Theme &m_theme;
};

} // namespace genauth
