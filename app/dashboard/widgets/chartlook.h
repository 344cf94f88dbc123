// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QFont>

namespace genauth {

struct ThemeColors;

/** The colours and the type a chart is drawn with. */
struct ChartLook
{
    QColor ground;
    QColor dim;  ///< of labels
    QColor line; ///< of the grid
    QColor text;
    QColor usual;       ///< a bar like any other
    QColor over;        ///< a bar over the quota
    QColor entitlement; ///< what was bought
    QColor selection;   ///< behind the bar that is looked at
    QFont font;

    /** As the window is, on a card. */
    [[nodiscard]] static ChartLook of(const ThemeColors &colors);
    /** For a file: light on white, whatever the window wears. */
    [[nodiscard]] static ChartLook onPaper();

    /** `color`, where it stands for what is not over yet. */
    [[nodiscard]] QColor lighter(const QColor &color) const;
};

} // namespace genauth
