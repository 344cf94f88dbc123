// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QRect>

class QPainter;

namespace genauth {

/** A rounded ground with a hairline around it. */
void paintCard(QPainter &painter, const QRect &area, const QColor &ground, const QColor &line);

/** `color`, most of the way towards `ground`: for the line around a coloured card. */
[[nodiscard]] QColor softened(const QColor &color, const QColor &ground);

} // namespace genauth
