// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/e2e/program.h"

#include <QAnyStringView>
#include <QByteArray>
#include <QJsonObject>
#include <QLocalServer>
#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>

class QLocalSocket;

namespace genauth::test {

/** One widget of a driven program, as a person meets it. A password is bullets. */
struct WidgetFacts
{
    bool exists = false;
    bool visible = false;
    bool enabled = false;
    bool checked = false; ///< a button that can be
    bool hasFocus = false;
    QString name; ///< the object's; the class is there when this is empty
    QString className;
    QString text; ///< what it shows
    QString toolTip;
    QString accessibleName;
    QString accessibleDescription;
};

/** The widget that has the keyboard, within an open menu or list when there is one. */
struct FocusFacts : WidgetFacts
{
    QString echoMode;   ///< "Normal" or "Password" in a line edit, else empty
    QString item;       ///< the current entry of a menu, list, combo box or row of tabs
    QString window;     ///< title of the active window
    QString windowName; ///< its object name
    QString popup;      ///< object name or class of what popped up; empty: nothing did
};

/** The dashboard of the build tree, run in a home without a display, and driven by keys alone.
 *  Nothing in it is called: keys go in where a window system would hand them over. Each function
 *  turns the event loop until it is done, so servers of the test answer meanwhile; a key's effect
 * is in whatever is asked after it, except for what the program does later by itself: that is what
 *  the waiting functions are for.
 *
 *  `QVERIFY2(program.tabTo("refreshButton"), program.trouble());`
 */
class DrivenProgram
{
public:
    static constexpr std::chrono::seconds Patience{20};
    using Condition = std::function<bool()>;

    /** Starts it, and waits until a window has the keyboard. */
    DrivenProgram(const QStringList &arguments, const TestHome &home,
        const QString &program = dashboardProgram());
    Q_DISABLE_COPY_MOVE(DrivenProgram)

    /** False when no window came. */
    [[nodiscard]] bool isReady() const { return m_ready; }
    /** Why something returned false: what was wanted, what was there, what the program printed. */
    [[nodiscard]] const char *trouble() const { return m_trouble.constData(); }

    /** "Tab", "Shift+Tab", "Ctrl+R", "F5", "Alt+F", "Alt", "Down": as QKeySequence names it. */
    bool press(QAnyStringView key);
    bool type(QAnyStringView text);
    /** Presses Tab until the widget has the keyboard. False when it came round without it:
     * trouble() lists the stops. */
    [[nodiscard]] bool tabTo(QAnyStringView widgetName, QAnyStringView key = "Tab");
    /** Where Tab stops in one round, from the next stop on: names, or the class of what has none.
     */
    [[nodiscard]] QStringList tabStops(QAnyStringView key = "Tab");

    /** Presses Down until this is the current entry of the open menu, list or combo box. False when
     *  it came round without it. */
    [[nodiscard]] bool arrowTo(QAnyStringView item, QAnyStringView key = "Down");

    [[nodiscard]] FocusFacts focus();
    /** By object name, or "parent/child" where several children bear the name. */
    [[nodiscard]] WidgetFacts widget(QAnyStringView name);
    [[nodiscard]] QString text(QAnyStringView widgetName) { return widget(widgetName).text; }
    /** All that can be read in all windows, tooltips included, by place: windowtexts.h. */
    [[nodiscard]] QMap<QString, QString> texts();
    /** Whether one of texts() contains this. */
    [[nodiscard]] bool shows(QAnyStringView text);
    [[nodiscard]] QString clipboard();
    /** A PNG of the active window, or of the one of this object name or class. */
    [[nodiscard]] bool grab(const QString &file, QAnyStringView window = {});

    [[nodiscard]] bool waitForText(
        QAnyStringView text, std::chrono::milliseconds patience = Patience);
    /** Looks again and again; the condition may ask the program. */
    [[nodiscard]] bool waitUntil(
        const Condition &condition, std::chrono::milliseconds patience = Patience);

    /** Presses Ctrl+Q and waits for the end. */
    Ended quit();
    /** The offscreen platform's own complaints are not among the errors. */
    [[nodiscard]] Ended waitForEnd();
    [[nodiscard]] Program &process() { return m_program; }

private:
    [[nodiscard]] QProcessEnvironment drivenIn(const TestHome &home);
    QJsonObject ask(const QJsonObject &command);
    [[nodiscard]] QJsonObject nextAnswer();
    bool fail(const QString &what);
    bool failLooking(const QString &what);

    QLocalServer m_server;
    Program m_program;
    QLocalSocket *m_socket = nullptr;
    QByteArray m_trouble;
    bool m_ready = false;
};

} // namespace genauth::test
