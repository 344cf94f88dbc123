// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/e2e/driver/driver.h"

#include "tests/e2e/driver/keyboard.h"
#include "tests/e2e/driver/screen.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QTimer>
#include <QWindow>

#include <chrono>

namespace genauth::test {

namespace {

// For a window to take the keyboard it was given.
constexpr int MostWaits = 500;
constexpr std::chrono::milliseconds BetweenWaits{2};

} // namespace

Driver::Driver()
{
    // Qt loads this in the middle of making the application.
    QMetaObject::invokeMethod(this, &Driver::start, Qt::QueuedConnection);
}

void Driver::start()
{
    connect(&m_socket, &QLocalSocket::connected, this, &Driver::greet);
    connect(&m_socket, &QLocalSocket::readyRead, this, &Driver::readSocket);
    connect(qApp, &QGuiApplication::focusWindowChanged, this, [this](const QWindow *window) {
        greet();
        // Later, when whatever closes that window is done.
        if (m_greeted && !window)
            QMetaObject::invokeMethod(this, &giveKeyboardBack, Qt::QueuedConnection);
    });
    // The program's event loop ends before its objects do.
    connect(qApp, &QCoreApplication::aboutToQuit, &m_socket, &QLocalSocket::disconnectFromServer);
    m_socket.setSocketOptions(QLocalSocket::AbstractNamespaceOption);
    m_socket.connectToServer(qEnvironmentVariable(DriverSocketVariable));
}

void Driver::greet()
{
    if (m_greeted || !QGuiApplication::focusWindow() ||
        m_socket.state() != QLocalSocket::ConnectedState)
        return;
    m_greeted = true;
    answer({{QStringLiteral("hello"), QCoreApplication::applicationPid()}});
}

void Driver::readSocket()
{
    while (m_socket.canReadLine()) {
        m_commands << m_socket.readLine();
        // Not from in here: no more would be read while a key's press turned the event loop.
        QMetaObject::invokeMethod(this, &Driver::obeyNext, Qt::QueuedConnection);
    }
}

void Driver::obeyNext()
{
    // A dialog that closes and is gone at once does not always say that it had the keyboard.
    if (giveKeyboardBack() && m_waits++ < MostWaits) {
        QTimer::singleShot(BetweenWaits, this, &Driver::obeyNext);
        return;
    }
    m_waits = 0;
    obey(QJsonDocument::fromJson(m_commands.takeFirst()).object());
}

void Driver::obey(const QJsonObject &command)
{
    const auto word = [&command](const char *name) {
        return command.value(QLatin1String(name)).toString();
    };
    const QString what = word("do");
    if (what == QLatin1String("key") || what == QLatin1String("type")) {
        const QList<KeyStroke> strokes =
            what == QLatin1String("key") ? strokesOf(word("key")) : strokesToType(word("text"));
        const QString problem = problemWith(strokes);
        answer(problem.isEmpty() ? QJsonObject() : QJsonObject{{QStringLiteral("error"), problem}});
        if (problem.isEmpty())
            press(strokes);
    } else if (what == QLatin1String("focus")) {
        answer(focusFacts());
    } else if (what == QLatin1String("texts")) {
        answer(textsOnScreen());
    } else if (what == QLatin1String("widget")) {
        answer(widgetFacts(word("name")));
    } else if (what == QLatin1String("grab")) {
        answer(grabWindow(word("name"), word("file")));
    } else if (what == QLatin1String("clipboard")) {
        answer({{QStringLiteral("text"), QGuiApplication::clipboard()->text()}});
    } else {
        answer({{QStringLiteral("error"), QStringLiteral("no such command: ") + what}});
    }
}

void Driver::answer(const QJsonObject &words)
{
    m_socket.write(QJsonDocument(words).toJson(QJsonDocument::Compact) + '\n');
    // The next turn of the event loop might never come: the key may be Ctrl+Q.
    m_socket.flush();
}

} // namespace genauth::test
