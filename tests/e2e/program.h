// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QProcess>
#include <QString>
#include <QStringList>

namespace genauth::test {

class TestHome;

/** What a program left behind. */
struct Ended
{
    int exitCode = -1; ///< -1: it crashed, did not start, or did not end in time
    QString output;
    QString errors;

    [[nodiscard]] QStringList lines() const; ///< of the output
};

/** A program that runs in a home until it ends or this does. Servers of the test may run in the
 *  same thread: waiting turns the event loop. */
class Program
{
public:
    Program(const QString &program, const QStringList &arguments, const TestHome &home);
    /** In a home with more in its environment. */
    Program(const QString &program, const QStringList &arguments,
        const QProcessEnvironment &environment);
    ~Program();

    [[nodiscard]] qint64 pid() const { return m_process.processId(); }
    [[nodiscard]] bool hasEnded() const { return m_process.state() == QProcess::NotRunning; }
    [[nodiscard]] Ended waitForEnd();
    /** What it has printed so far on its standard error. */
    [[nodiscard]] QByteArray errorsSoFar();
    /** Without a chance to do anything about it. */
    void kill() { m_process.kill(); }
    /** Asks it to end, as a system does that shuts down. */
    void terminate() { m_process.terminate(); }

private:
    QProcess m_process;
    QByteArray m_errors;
};

/** The dashboard of the build tree. */
[[nodiscard]] QString dashboardProgram();
[[nodiscard]] Ended runDashboard(const QStringList &arguments, const TestHome &home);

/** Of a running process, entry by entry; empty when there is none, or it is somebody else's. */
[[nodiscard]] QList<QByteArray> environmentOf(qint64 pid);
[[nodiscard]] QList<QByteArray> commandLineOf(qint64 pid);

} // namespace genauth::test
