// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>

namespace genauth::test {

// What a person who sits before the program can learn of it. Passwords are bullets.

/** Of the widget that has the focus, as widgetFacts() has them; and "echoMode" of a line edit,
 *  "item" (the current row, menu or combo box entry, or tab), "id" (tells widgets apart), "window"
 * and "windowName" (the active window's title and object name), "popup" (the open popup's object
 * name or class). */
[[nodiscard]] QJsonObject focusFacts();

/** "name", "class", "accessibleName", "accessibleDescription", "toolTip", "text", "visible",
 *  "enabled", "checked", "hasFocus" of the widget of this object name, or, as "parent/child", of
 * the one of this name somewhere below another. Where several bear it, a visible one is meant.
 * Without one: only "exists", false. */
[[nodiscard]] QJsonObject widgetFacts(const QString &name);

/** "texts": every text that can be seen at the moment, by its place. */
[[nodiscard]] QJsonObject textsOnScreen();

/** Writes a picture of the active window, or of the one of this object name or class. */
[[nodiscard]] QJsonObject grabWindow(const QString &name, const QString &file);

} // namespace genauth::test
