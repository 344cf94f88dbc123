// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QLocalSocket>
#include <QObject>

namespace genauth::test {

/** Names the local server (in the abstract namespace) of the test that drives this program. */
inline constexpr char DriverSocketVariable[] = "DRIVER_SOCKET";

/** The hands and eyes of a test inside the program it drives. Commands are lines of JSON, each is
 *  answered by one line, in the order they came; `{"error": WORDS}` answers what cannot be done.
 *
 *  `{"do": "key", "key": "Ctrl+R"}`    presses and releases a key, as QKeySequence names it
 *  `{"do": "type", "text": "abc"}`     key by key
 *  `{"do": "focus"}`                   what the keyboard speaks to: screen.h
 *  `{"do": "texts"}`                   all that can be read, by place: windowtexts.h
 *  `{"do": "widget", "name": "x"}`     one widget: screen.h
 *  `{"do": "grab", "file": "x.png"}`   a picture of the active window, or of the one in "name"
 *  `{"do": "clipboard"}`
 *
 *  A key is answered before it is pressed, so that a press which ends the program has its answer;
 *  whatever is asked after it is answered after its press.
 *
 *  It greets the test with `{"hello": PID}` once a window of the program has the keyboard. It waits
 *  for nothing, prints nothing, and is idle when the test is gone. */
class Driver final : public QObject
{
    Q_OBJECT

public:
    Driver();

private:
    void start();
    void greet();
    void readSocket();
    void obeyNext();
    void obey(const QJsonObject &command);
    void answer(const QJsonObject &words);

    QLocalSocket m_socket;
    QList<QByteArray> m_commands;
    int m_waits = 0; ///< of the next command, for a window that has the keyboard
    bool m_greeted = false;
};

} // namespace genauth::test
