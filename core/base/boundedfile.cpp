// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/boundedfile.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QThread>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <system_error>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace genauth {

namespace {

/** For a program that was stopped just while it held the lock: no longer than a user notices. */
constexpr std::chrono::milliseconds LongestWait{100};

/** With all that lead to it. What cannot be made is noticed when the file is opened. */
void makeFolder(const QString &folder)
{
    if (QFileInfo::exists(folder))
        return;
    const QString parent = QFileInfo(folder).path();
    if (parent != folder)
        makeFolder(parent);
    constexpr auto Private = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    // The umask may take permissions away from mkdir, but not from what is set afterwards.
    if (QDir().mkdir(folder, Private))
        QFile::setPermissions(folder, Private);
}

#ifdef Q_OS_UNIX
QString systemProblem(int number)
{
    return QString::fromStdString(std::generic_category().message(number));
}

/** Opened first and judged by the descriptor, so that nothing can be exchanged in between;
 *  O_NONBLOCK so that a pipe in place of the file does not hang the program. Returns why not. */
QString openPrivately(QFile &file, const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(),
        O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return systemProblem(errno);
    QString problem;
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0)
        problem = systemProblem(errno);
    else if (!S_ISREG(status.st_mode))
        problem = QStringLiteral("Not a regular file");
    else if ((status.st_mode & 0777) != 0600 && ::fchmod(descriptor, 0600) != 0)
        problem = systemProblem(errno);
    else if (!file.open(descriptor,
                 QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered,
                 QFile::AutoCloseHandle))
        problem = file.errorString();
    if (!problem.isEmpty())
        ::close(descriptor);
    return problem;
}
#endif

/** While one program holds the lock the others neither write nor put the file aside. It is held for
 *  microseconds. */
QString lock(int descriptor, const QDeadlineTimer &deadline)
{
#ifdef Q_OS_UNIX
    // Any other problem: a file system without locks, where most users run one program anyway.
    while (::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
        if (deadline.hasExpired())
            return QStringLiteral("Another program holds it");
        QThread::usleep(200);
    }
#else
    Q_UNUSED(descriptor)
    Q_UNUSED(deadline)
#endif
    return {};
}

void unlock(int descriptor)
{
#ifdef Q_OS_UNIX
    // By hand, since a child that is being started may still share the descriptor.
    ::flock(descriptor, LOCK_UN);
#else
    Q_UNUSED(descriptor)
#endif
}

} // namespace

BoundedFile::BoundedFile(const QString &path, qint64 maxBytes)
    : m_path(path)
    , m_maxBytes(std::max(maxBytes, LeastBytes))
{
}

QString BoundedFile::append(const QByteArray &line)
{
    // A file that is full, or that others have put aside, makes for another turn with the next one;
    // and other programs may have filled that one already.
    const QDeadlineTimer deadline(LongestWait);
    do {
        if (!m_file.isOpen()) {
            if (const QString problem = open(); !problem.isEmpty())
                return problem;
        }
        if (const QString problem = lock(m_file.handle(), deadline); !problem.isEmpty())
            return problem;
        if (isCurrent()) {
            if (m_file.size() + line.size() <= m_maxBytes) {
                const QString problem = write(line);
                unlock(m_file.handle());
                return problem;
            }
            if (const QString problem = putAside(); !problem.isEmpty()) {
                unlock(m_file.handle());
                return problem;
            }
        }
        unlock(m_file.handle());
        m_file.close();
    } while (!deadline.hasExpired());
    return QStringLiteral("Other programs fill it");
}

/** Is what is open still what the path names? */
bool BoundedFile::isCurrent() const
{
#ifdef Q_OS_UNIX
    struct stat named = {};
    struct stat opened = {};
    return ::lstat(QFile::encodeName(m_path).constData(), &named) == 0 &&
           ::fstat(m_file.handle(), &opened) == 0 && named.st_dev == opened.st_dev &&
           named.st_ino == opened.st_ino;
#else
    return true;
#endif
}

QString BoundedFile::open()
{
    makeFolder(QFileInfo(m_path).path());
#ifdef Q_OS_UNIX
    return openPrivately(m_file, m_path);
#else
    m_file.setFileName(m_path);
    const bool isOpen =
        m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered);
    return isOpen ? QString() : m_file.errorString();
#endif
}

QString BoundedFile::putAside()
{
    // Longer than allowed: from a time with another limit.
    if (m_file.size() > m_maxBytes)
        m_file.resize(m_maxBytes);
#ifndef Q_OS_UNIX
    m_file.close(); // Windows moves no open file
#endif
    std::error_code error;
    std::filesystem::rename(QFileInfo(m_path).filesystemFilePath(),
        QFileInfo(m_path + QStringLiteral(".1")).filesystemFilePath(), error);
    return error ? QString::fromStdString(error.message()) : QString();
}

QString BoundedFile::write(const QByteArray &line)
{
    m_file.unsetError();
    const qint64 before = m_file.size();
    const qint64 written = m_file.write(line);
    if (written == line.size())
        return {};
    if (written < 0)
        return m_file.errorString();
    // Half a line would run into the next one.
    m_file.resize(before);
    return QStringLiteral("No room for all of it");
}

} // namespace genauth
