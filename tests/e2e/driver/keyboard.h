// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace genauth::test {

/** A key and the modifiers that are held down meanwhile. */
struct KeyStroke
{
    int key = 0;
    Qt::KeyboardModifiers modifiers;
    QString text; ///< what it would write
};

/** "Tab", "Shift+Tab", "Ctrl+R", "Alt+F", "F5", "Return", or "Alt" alone; empty when it is no
 *  key. */
[[nodiscard]] QList<KeyStroke> strokesOf(const QString &keys);
/** What writes this text. A character that no key bears, such as a Chinese one, comes as from a
 *  keyboard that does bear it. */
[[nodiscard]] QList<KeyStroke> strokesToType(const QString &text);

/** Stands in for the window manager that is not there: when the window that had the keyboard is
 *  gone, a modal window has it, or else the newest of the others. True when one will have it as
 *  soon as the event loop has turned. */
bool giveKeyboardBack();

/** Why these cannot be pressed at the moment; empty when they can. */
[[nodiscard]] QString problemWith(const QList<KeyStroke> &strokes);
/** Hands them to Qt where a window system would. Each goes to the window that has the focus then.
 */
void press(const QList<KeyStroke> &strokes);

} // namespace genauth::test
