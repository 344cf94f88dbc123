// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/flowlayout.h"

#include <algorithm>

namespace genauth {

FlowLayout::FlowLayout(QWidget *parent)
    : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
}

int FlowLayout::count() const
{
    return static_cast<int>(m_items.size());
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem *item = m_items[static_cast<std::size_t>(index)].release();
    m_items.erase(m_items.begin() + index);
    return item;
}

int FlowLayout::heightForWidth(int width) const
{
    int height = 0;
    const QList<QRect> all = places({0, 0, width, 0});
    for (const QRect &place : all)
        height = std::max(height, place.bottom() + 1);
    return height;
}

QSize FlowLayout::sizeHint() const
{
    QSize size(0, 0);
    for (const auto &item : m_items) {
        if (!item->isEmpty())
            size = {size.width() + (size.width() > 0 ? spacing() : 0) + item->sizeHint().width(),
                std::max(size.height(), item->sizeHint().height())};
    }
    return size;
}

QSize FlowLayout::minimumSize() const
{
    QSize size(0, 0);
    for (const auto &item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    return size;
}

void FlowLayout::setGeometry(const QRect &area)
{
    QLayout::setGeometry(area);
    const QList<QRect> all = places(area);
    for (int i = 0; i < count(); ++i)
        itemAt(i)->setGeometry(all.at(i));
}

QList<QRect> FlowLayout::places(const QRect &area) const
{
    QList<QRect> places;
    QPoint next = area.topLeft();
    int lineHeight = 0;
    for (const auto &item : m_items) {
        if (item->isEmpty()) {
            places.append(QRect());
            continue;
        }
        const int width = std::min(item->sizeHint().width(), area.width());
        const int height = item->sizeHint().height();
        if (next.x() > area.left() && next.x() + width > area.left() + area.width()) {
            next = {area.left(), next.y() + lineHeight + spacing()};
            lineHeight = 0;
        }
        places.append({next, QSize(width, height)});
        next.rx() += width + spacing();
        lineHeight = std::max(lineHeight, height);
    }
    return places;
}

} // namespace genauth
