// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/alerthook.h"

#include "core/base/childenvironment.h"
#include "core/base/logging.h"
#include "core/base/redaction.h"

#include <QDir>
#include <QProcess>

#include <utility>

#ifdef Q_OS_UNIX
#include <csignal>

#include <unistd.h>
#endif

namespace genauth {

namespace {

/** How long a process that was killed may take until it is gone. It is gone at once, unless the
 *  kernel itself holds it. */
constexpr int GoneSoon = 200;

enum class Ending { Told, Killed };

/** All processes of a run, as far as they stayed in its group; false when there is no such group.
 */
bool endGroup(qint64 group, Ending ending)
{
#ifdef Q_OS_UNIX
    const int signal = ending == Ending::Told ? SIGTERM : SIGKILL;
    return group > 0 && ::kill(-static_cast<pid_t>(group), signal) == 0;
#else
    Q_UNUSED(group);
    Q_UNUSED(ending);
    return false;
#endif
}

/** The process and all that it has started: a script waits for that. */
void endWithAllOfIt(QProcess &process, Ending ending)
{
    if (endGroup(process.processId(), ending))
        return;
    // It has no group yet, or there are none here.
    if (ending == Ending::Told)
        process.terminate();
    else
        process.kill();
}

const char *wordFor(HookResult::End end)
{
    switch (end) {
    case HookResult::End::Exited:
        return "exited";
    case HookResult::End::Crashed:
        return "crashed";
    case HookResult::End::NotStarted:
        return "could not be started";
    case HookResult::End::TimedOut:
        return "took too long and was ended";
    case HookResult::End::Dropped:
        return "was not run, too many were waiting";
    }
    return "";
}

} // namespace

AlertHook::AlertHook(QObject *parent)
    : AlertHook(Grace, parent)
{
}

AlertHook::AlertHook(std::chrono::milliseconds grace, QObject *parent)
    : QObject(parent)
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, &AlertHook::tellToEnd);
    m_grace.setSingleShot(true);
    m_grace.setInterval(grace);
    connect(&m_grace, &QTimer::timeout, this, [this] {
        if (m_process)
            endWithAllOfIt(*m_process, Ending::Killed);
    });
}

AlertHook::~AlertHook()
{
    if (!m_process)
        return;
    m_process->disconnect(this);
    endWithAllOfIt(*m_process, Ending::Killed);
    // A QProcess would wait half a minute for one that the kernel holds; nobody who quits does.
    if (m_process->state() != QProcess::NotRunning && !m_process->waitForFinished(GoneSoon))
        (void)m_process.release(); // left to the end of the program
}

int AlertHook::run(const HookCommand &command, const QByteArray &json)
{
    while (m_waiting.size() >= MaxWaiting) {
        const HookResult dropped{m_waiting.takeFirst().number, HookResult::End::Dropped, 0, {}};
        QMetaObject::invokeMethod(
            this, [this, dropped] { report(dropped); }, Qt::QueuedConnection);
    }
    m_waiting.append({++m_last, command, json});
    // Later: whoever asks is to know the number before anything ends.
    QMetaObject::invokeMethod(this, &AlertHook::startNext, Qt::QueuedConnection);
    return m_last;
}

void AlertHook::startNext()
{
    if (m_current != 0 || m_waiting.isEmpty())
        return;
    const Run next = m_waiting.takeFirst();
    m_current = next.number;
    m_output.clear();
    m_overTimeGroup.reset();
    m_process = std::make_unique<QProcess>();
    m_process->setProcessEnvironment(withoutSecrets(QProcessEnvironment::systemEnvironment()));
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->setWorkingDirectory(QDir::homePath());
#ifdef Q_OS_UNIX
    m_process->setChildProcessModifier([] { ::setpgid(0, 0); });
#endif
    connect(m_process.get(), &QProcess::started, this, [this, json = next.json] {
        m_process->write(json);
        m_process->closeWriteChannel();
    });
    connect(m_process.get(), &QProcess::readyRead, this, &AlertHook::takeOutput);
    connect(m_process.get(), &QProcess::finished, this, [this](int code, QProcess::ExitStatus how) {
        if (how == QProcess::CrashExit)
            end(HookResult::End::Crashed);
        else
            end(HookResult::End::Exited, code);
    });
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        // The others are followed by finished(), or say that it does not read: its own business.
        if (error == QProcess::FailedToStart)
            end(HookResult::End::NotStarted);
    });
    m_limit.start(next.command.timeLimit);
    m_process->start(next.command.program, next.command.arguments);
}

void AlertHook::takeOutput()
{
    const QByteArray more = m_process->readAll();
    m_output.append(more.left(MaxOutput - m_output.size()));
}

void AlertHook::tellToEnd()
{
    m_overTimeGroup = m_process->processId();
    m_grace.start();
    endWithAllOfIt(*m_process, Ending::Told);
}

void AlertHook::end(HookResult::End end, int exitCode)
{
    m_limit.stop();
    m_grace.stop();
    takeOutput();
    if (m_overTimeGroup) {
        // What it has started may be deaf to being told.
        endGroup(*m_overTimeGroup, Ending::Killed);
        end = HookResult::End::TimedOut;
        exitCode = 0;
    }
    // This is said from within the process object, which therefore has to outlive it.
    m_process->disconnect(this);
    m_process.release()->deleteLater();
    const int run = std::exchange(m_current, 0);
    QMetaObject::invokeMethod(this, &AlertHook::startNext, Qt::QueuedConnection);
    report({run, end, exitCode, QString::fromUtf8(m_output)});
}

void AlertHook::report(const HookResult &result)
{
    const QString said = redacted(result.output);
    if (result.isGood())
        qCInfo(lcHook) << "run" << result.run << "exited with code 0 and said" << said;
    else
        qCWarning(lcHook) << "run" << result.run << wordFor(result.end) << "with code"
                          << result.exitCode << "and said" << said;
    emit ended(result);
}

} // namespace genauth
