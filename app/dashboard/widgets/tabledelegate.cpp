// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/tabledelegate.h"

#include "app/dashboard/widgets/usagebar.h"

#include <QPainter>

#include <algorithm>

namespace genauth {

namespace {

/** How wide a bar asks to be, in digits. */
constexpr int BarDigits = 14;
/** The room that the words beside a bar always have, in digits: so all bars of a column begin and
 *  end at the same places. */
constexpr int WordsDigits = 6;

QFont fontOf(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QVariant own = index.data(Qt::FontRole);
    return own.isValid() ? own.value<QFont>() : option.font;
}

QRect wordsOf(const QRect &cell)
{
    return cell.adjusted(Space::Medium, 0, -Space::Medium, 0);
}

} // namespace

TableDelegate::TableDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

int TableDelegate::rowHeight(const QFontMetrics &metrics)
{
    return metrics.height() + 2 * Space::Small + Space::Tiny;
}

int TableDelegate::leadWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (!index.data(UsedRole).isValid())
        return 0;
    const int digit = option.fontMetrics.horizontalAdvance(QLatin1Char('0'));
    const int room = wordsOf(option.rect).width() - WordsDigits * digit - Space::Small;
    return std::max(room, 0);
}

void TableDelegate::paintLead(QPainter &painter, const QRect &area,
    const QStyleOptionViewItem & /*option*/, const QModelIndex &index) const
{
    paintUsageBar(painter, area, index.data(UsedRole).toDouble(),
        static_cast<Tone>(index.data(ToneRole).toInt()), m_theme);
}

void TableDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setClipRect(option.rect);
    const ThemeColors &colors = m_theme.colors();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, colors.selection);
    painter->fillRect(
        QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), colors.line);

    QRect words = wordsOf(option.rect);
    if (const int lead = leadWidth(option, index); lead > 0) {
        paintLead(*painter, QRect(words.left(), words.top(), lead, words.height()), option, index);
        words.adjust(lead + Space::Small, 0, 0, 0);
    }
    paintWords(*painter, words, option, index);
    if (option.state & QStyle::State_HasFocus) {
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setPen(QPen(colors.accent, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -2));
    }
    painter->restore();
}

void TableDelegate::paintWords(QPainter &painter, const QRect &area,
    const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFont font = fontOf(option, index);
    const QVariant color = index.data(Qt::ForegroundRole);
    painter.setFont(font);
    painter.setPen(color.isValid() ? color.value<QColor>() : m_theme.colors().text);
    painter.drawText(area, index.data(Qt::TextAlignmentRole).toInt() | Qt::TextSingleLine,
        QFontMetrics(font).elidedText(
            index.data(Qt::DisplayRole).toString(), Qt::ElideRight, area.width()));
}

QSize TableDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics metrics(fontOf(option, index));
    int width =
        metrics.horizontalAdvance(index.data(Qt::DisplayRole).toString()) + 2 * Space::Medium + 2;
    if (index.data(UsedRole).isValid())
        width = (BarDigits + WordsDigits) * metrics.horizontalAdvance(QLatin1Char('0')) +
                2 * Space::Medium + Space::Small;
    else if (const int lead = leadWidth(option, index); lead > 0)
        width += lead + Space::Small;
    return {width, rowHeight(option.fontMetrics)};
}

} // namespace genauth
