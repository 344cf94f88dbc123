// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

class QWidget;

namespace genauth::test {

/** Every text that a widget and all within it show, say to a screen reader, or would show as a
 *  tooltip: where it stands, and what it says. Hidden widgets count too. */
[[nodiscard]] QMap<QString, QString> textsOf(const QWidget &widget);

/** The same for all windows of this program, but only of what is visible at the moment, and as a
 *  reader sees it: no markup, no `&` of a mnemonic, bullets for a password. An open menu, dialog or
 *  list of a combo box is a window of its own. A place begins with the window's object name or,
 * when it has none, its class. */
[[nodiscard]] QMap<QString, QString> visibleTexts();

/** What one widget shows, as a reader sees it: a label's, button's or field's text, the chosen
 *  entry of a combo box, the title of a box or menu; else empty. */
[[nodiscard]] QString shownText(const QWidget &widget);

/** What can be used, by keyboard or mouse, in the widget and all within it that is visible, without
 *  a name for a screen reader (a text of its own, or an accessible name), or without a word on what
 *  it does (an accessible description; Close and the like need none). One line each. Qt's own inner
 *  parts are left out. */
[[nodiscard]] QStringList namelessParts(const QWidget &widget);

/** Where the two differ, one line each; empty when they are the same. */
[[nodiscard]] QString difference(
    const QMap<QString, QString> &before, const QMap<QString, QString> &after);

} // namespace genauth::test
