// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/theme.h"

#include <QAbstractButton>

namespace genauth {

/** A row of the sidebar that leads to a page of its own: looks as the pools in the list below it
 * do, and is checked while its page is shown. Return and Space press it. */
class SidebarRow final : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Sign {
        Grid, ///< four squares: everything side by side
    };

    SidebarRow(Sign sign, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void nextCheckState() override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void paintSign(QPainter &painter, const QRectF &area) const;

    Sign m_sign;
    const Theme &m_theme;
};

} // namespace genauth
