// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/theme.h"
#include "core/billing/subscriptionstate.h"

#include <QWidget>

class QPainter;

namespace genauth {

/** A state is a shape first and a colour second; the same shapes everywhere. */
enum class StateShape {
    Good,         ///< disc with a tick
    Soon,         ///< triangle
    OverQuota,    ///< square with an arrow
    Bad,          ///< octagon with a bar
    Unknown,      ///< dashed ring with a question mark
    NoConnection, ///< ring cut through
};

[[nodiscard]] StateShape shapeOf(SubscriptionState state);
[[nodiscard]] Tone toneOf(SubscriptionState state);
[[nodiscard]] Tone toneOf(StateShape shape);

/** Draws a shape into the square `area`, in the theme's colour for it. */
void paintStateShape(QPainter &painter, const QRectF &area, StateShape shape, const Theme &theme);

/** A widget that is one shape, 24 device-independent pixels wide or as large type asks. Says
 * nothing to a screen reader: the words beside it do. */
class StateShapeWidget final : public QWidget
{
    Q_OBJECT

public:
    explicit StateShapeWidget(const Theme &theme, QWidget *parent = nullptr);

    void setShape(StateShape shape);
    [[nodiscard]] StateShape shape() const { return m_shape; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    StateShape m_shape = StateShape::Unknown;
};

} // namespace genauth
