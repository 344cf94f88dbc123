// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/boundedfile.h"

#include "core/base/privatefile.h"

#include <QDeadlineTimer>
#include <QFileInfo>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <system_error>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace genauth {

namespace {

/** For a program that was stopped just while it held the lock: no longer than a user notices. */
constexpr std::chrono::milliseconds LongestWait{100};

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
        if (const QString problem = lockFile(m_file.handle(), deadline); !problem.isEmpty())
            return problem;
        if (isCurrent()) {
            if (m_file.size() + line.size() <= m_maxBytes) {
                const QString problem = write(line);
                unlockFile(m_file.handle());
                return problem;
            }
            if (const QString problem = putAside(); !problem.isEmpty()) {
                unlockFile(m_file.handle());
                return problem;
            }
        }
        unlockFile(m_file.handle());
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
    makePrivateFolder(QFileInfo(m_path).path());
    return openPrivately(m_file, m_path);
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
