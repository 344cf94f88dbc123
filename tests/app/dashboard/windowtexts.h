// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <QString>

class QWidget;

namespace genauth::test {

/** Every text that a widget and all within it show, say to a screen reader, or would show as a
 *  tooltip: where it stands, and what it says. */
[[nodiscard]] QMap<QString, QString> textsOf(const QWidget &widget);

/** Where the two differ, one line each; empty when they are the same. */
[[nodiscard]] QString difference(
    const QMap<QString, QString> &before, const QMap<QString, QString> &after);

} // namespace genauth::test
