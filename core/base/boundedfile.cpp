// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/boundedfile.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
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

} // namespace

BoundedFile::BoundedFile(const QString &path, qint64 maxBytes)
    : m_path(path)
    , m_maxBytes(std::max(maxBytes, LeastBytes))
{
}

QString BoundedFile::append(const QByteArray &line)
{
    // Another program may fill a file as soon as there is one: then this line finds no room in it
    // either. Rather than wait for its turn, it goes over the limit in the end.
    for (int attempt = 0;; ++attempt) {
        if (!isCurrent()) {
            if (const QString problem = open(); !problem.isEmpty())
                return problem;
        }
        const QByteArray bytes = m_lineIsCut ? '\n' + line : line;
        if (m_file.size() + bytes.size() <= m_maxBytes || attempt == 3)
            return write(bytes);
        if (const QString problem = makeRoom(); !problem.isEmpty())
            return problem;
    }
}

/** Is what is open still what the path names? */
bool BoundedFile::isCurrent() const
{
    if (!m_file.isOpen())
        return false;
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
    m_file.close();
    m_lineIsCut = false;
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

/** Puts the full file aside, unless another program is doing so, or has just done it. */
QString BoundedFile::makeRoom()
{
#ifdef Q_OS_UNIX
    // Without the lock two programs might put aside one after the other, and the second would
    // replace the full file with the new one. Closing the file is what unlocks it.
    if (::flock(m_file.handle(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        return {};
    if (!isCurrent())
        return {};
#endif
    // Longer than allowed: from a time with another limit, or two programs filled it together.
    if (m_file.size() > m_maxBytes)
        m_file.resize(m_maxBytes);
#ifndef Q_OS_UNIX
    m_file.close(); // Windows moves no open file
#endif
    std::error_code error;
    std::filesystem::rename(QFileInfo(m_path).filesystemFilePath(),
        QFileInfo(m_path + QStringLiteral(".1")).filesystemFilePath(), error);
    m_file.close();
    return error ? QString::fromStdString(error.message()) : QString();
}

QString BoundedFile::write(const QByteArray &bytes)
{
    m_file.unsetError();
    const qint64 written = m_file.write(bytes);
    if (written == bytes.size()) {
        m_lineIsCut = false;
        return {};
    }
    m_lineIsCut = m_lineIsCut || written > 0;
    return written > 0 ? QStringLiteral("No room for all of it") : m_file.errorString();
}

} // namespace genauth
