// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/logfile.h"

#include "core/base/clock.h"
#include "core/base/redaction.h"

#include <QDir>
#include <QMutex>
#include <QStandardPaths>

#include <cstdio>
#include <cstdlib>
#include <utility>

namespace genauth {

using namespace Qt::StringLiterals;

namespace {

// A message handler is a plain function: it finds the log here. Neither is ever destroyed, so a
// message may come as late as it likes.
QBasicMutex logLock;
LogFile *currentLog = nullptr;

QLatin1StringView levelWord(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "DEBUG"_L1;
    case QtInfoMsg:
        return "INFO"_L1;
    case QtWarningMsg:
        return "WARNING"_L1;
    case QtCriticalMsg:
        return "CRITICAL"_L1;
    case QtFatalMsg:
        return "FATAL"_L1;
    }
    Q_UNREACHABLE();
}

/** In one piece, so that the lines of several threads and programs do not mix. */
void print(const QString &line)
{
    const QByteArray bytes = line.toLocal8Bit() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr);
    std::fflush(stderr);
}

} // namespace

LogFile::LogFile(const QString &path, const Clock &clock, qint64 maxBytes)
    : m_path(path)
    , m_clock(clock)
    , m_printsEverything(!qEnvironmentVariableIsEmpty("QT_LOGGING_RULES") ||
                         !qEnvironmentVariableIsEmpty("QT_LOGGING_CONF"))
    , m_file(path, maxBytes)
{
    {
        const QMutexLocker locker(&logLock);
        Q_ASSERT_X(!currentLog, "LogFile", "one at a time");
        currentLog = this;
    }
    m_before = qInstallMessageHandler(&LogFile::handle);
}

LogFile::~LogFile()
{
    const QtMessageHandler installed = qInstallMessageHandler(m_before);
    // Whoever came later stays, and may still hand its messages down to handle().
    if (installed != &LogFile::handle)
        qInstallMessageHandler(installed);
    const QMutexLocker locker(&logLock);
    currentLog = nullptr;
}

void LogFile::handle(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    // Qt calls no handler from within a handler, so the lock cannot be held by this thread.
    const QString text = redacted(message);
    const QMutexLocker locker(&logLock);
    if (currentLog)
        currentLog->log(type, context, text);
    else
        print(qFormatLogMessage(type, context, text));
}

void LogFile::log(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    writeToFile(type, context.category, text);
    const bool isQuiet = type == QtDebugMsg || type == QtInfoMsg;
    if (!isQuiet || m_printsEverything)
        print(qFormatLogMessage(type, context, text));
}

void LogFile::writeToFile(QtMsgType type, const char *category, const QString &text)
{
    if (m_path.isEmpty())
        return;
    const QDateTime now = m_clock.nowUtc();
    // In both directions, since the clock may jump.
    if (m_failedAt && std::chrono::abs(*m_failedAt - now) < RetryAfter)
        return;
    const QString line = now.toString(Qt::ISODateWithMs) + u' ' + levelWord(type) + u' ' +
                         QString::fromUtf8(category ? category : "default").left(100) + u": "_s +
                         text + u'\n';
    const QString problem = m_file.append(line.toUtf8());
    m_failedAt = problem.isEmpty() ? std::nullopt : std::optional(now);
    if (!problem.isEmpty() && !std::exchange(m_saidSo, true))
        print(redacted(u"genauth.log: \"%1\" cannot be written, going on without it: %2"_s.arg(
            m_path, problem)));
}

QString LogFile::defaultFile()
{
    const QString name = u"/genauth-dashboard/dashboard.log"_s;
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    // Qt 6.4 does not know this folder; the XDG specification wants relative paths ignored.
    const QString state = qEnvironmentVariable("XDG_STATE_HOME");
    if (QDir::isAbsolutePath(state))
        return state + name;
    // Without a home Qt would take the root of the file system for one.
    const QString home = qEnvironmentVariable("HOME");
    return QDir::isAbsolutePath(home) ? home + u"/.local/state"_s + name : QString();
#else
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return data.isEmpty() ? QString() : data + name;
#endif
}

} // namespace genauth
