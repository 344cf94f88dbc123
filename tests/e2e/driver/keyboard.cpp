// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/e2e/driver/keyboard.h"

#include <QGuiApplication>
#include <QKeySequence>
#include <QTest>
#include <QWindow>

#include <utility>

namespace genauth::test {

namespace {

struct ModifierKey
{
    Qt::KeyboardModifier modifier;
    int key;
    const char *name;
};

constexpr ModifierKey ModifierKeys[] = {
    {Qt::ShiftModifier, Qt::Key_Shift, "Shift"},
    {Qt::ControlModifier, Qt::Key_Control, "Ctrl"},
    {Qt::AltModifier, Qt::Key_Alt, "Alt"},
    {Qt::MetaModifier, Qt::Key_Meta, "Meta"},
};

/** What a key writes with these modifiers, as X11 has it. */
QString textOf(int key, Qt::KeyboardModifiers modifiers)
{
    switch (key) {
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return QStringLiteral("\t");
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return QStringLiteral("\r");
    case Qt::Key_Escape:
        return QStringLiteral("\x1b");
    case Qt::Key_Backspace:
        return QStringLiteral("\b");
    case Qt::Key_Delete:
        return QStringLiteral("\x7f");
    default:
        break;
    }
    if (key < Qt::Key_Space || key > Qt::Key_AsciiTilde)
        return {};
    const QChar character(key);
    if (modifiers & Qt::ControlModifier)
        return QChar(key & 0x1f);
    return modifiers & Qt::ShiftModifier ? character : character.toLower();
}

/** To the window that has the keyboard now: the last key may have opened or closed one. */
void send(QEvent::Type type, int key, Qt::KeyboardModifiers modifiers, const QString &text)
{
    giveKeyboardBack();
    if (QWindow *window = QGuiApplication::focusWindow())
        qt_handleKeyEvent(window, type, key, modifiers, text);
}

/** Whether a window manager would give the keyboard to windows of this type. */
bool takesKeyboard(const QWindow &window)
{
    return window.isVisible() && (window.type() == Qt::Window || window.type() == Qt::Dialog);
}

void press(const KeyStroke &stroke)
{
    // As on a keyboard, a modifier goes down before the key, and says so only from then on.
    Qt::KeyboardModifiers held;
    for (const ModifierKey &modifier : ModifierKeys) {
        if (stroke.modifiers & modifier.modifier) {
            send(QEvent::KeyPress, modifier.key, held, {});
            held |= modifier.modifier;
        }
    }
    send(QEvent::KeyPress, stroke.key, held, stroke.text);
    send(QEvent::KeyRelease, stroke.key, held, stroke.text);
    for (const ModifierKey &modifier : ModifierKeys) {
        if (stroke.modifiers & modifier.modifier) {
            send(QEvent::KeyRelease, modifier.key, held, {});
            held &= ~Qt::KeyboardModifiers(modifier.modifier);
        }
    }
}

} // namespace

bool giveKeyboardBack()
{
    if (QGuiApplication::focusWindow())
        return false;
    QWindow *heir = QGuiApplication::modalWindow();
    const QWindowList windows = QGuiApplication::topLevelWindows();
    for (auto window = windows.crbegin(); !heir && window != windows.crend(); ++window) {
        if (takesKeyboard(**window))
            heir = *window;
    }
    if (heir)
        heir->requestActivate();
    return heir != nullptr;
}

QList<KeyStroke> strokesOf(const QString &keys)
{
    for (const ModifierKey &modifier : ModifierKeys) {
        if (keys == QLatin1String(modifier.name))
            return {{modifier.key, {}, {}}};
    }
    const QKeySequence sequence(keys, QKeySequence::PortableText);
    if (sequence.count() != 1 || sequence[0].key() == Qt::Key_unknown)
        return {};
    int key = sequence[0].key();
    const Qt::KeyboardModifiers modifiers = sequence[0].keyboardModifiers();
    // What every keyboard makes of it.
    if (key == Qt::Key_Tab && modifiers & Qt::ShiftModifier)
        key = Qt::Key_Backtab;
    return {{key, modifiers, textOf(key, modifiers)}};
}

QList<KeyStroke> strokesToType(const QString &text)
{
    QList<KeyStroke> strokes;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const qsizetype length = text[i].isHighSurrogate() ? 2 : 1;
        const QString character = text.mid(i, length);
        const bool isCapital = character != character.toLower();
        const int key = length == 1 ? text[i].toUpper().unicode() : int(Qt::Key_unknown);
        strokes << KeyStroke{key, isCapital ? Qt::ShiftModifier : Qt::NoModifier, character};
        i += length - 1;
    }
    return strokes;
}

QString problemWith(const QList<KeyStroke> &strokes)
{
    if (strokes.isEmpty())
        return QStringLiteral("no such key");
    giveKeyboardBack();
    return QGuiApplication::focusWindow() ? QString()
                                          : QStringLiteral("no window has the keyboard");
}

void press(const QList<KeyStroke> &strokes)
{
    for (const KeyStroke &stroke : strokes)
        press(stroke);
}

} // namespace genauth::test
