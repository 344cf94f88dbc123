// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/privatefile.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThread>

#include <system_error>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace genauth {

namespace {

#ifdef Q_OS_UNIX
QString systemProblem(int number)
{
    return QString::fromStdString(std::generic_category().message(number));
}
#endif

} // namespace

void makePrivateFolder(const QString &folder)
{
    if (QFileInfo::exists(folder))
        return;
    const QString parent = QFileInfo(folder).path();
    if (parent != folder)
        makePrivateFolder(parent);
    constexpr auto Private = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    // The umask may take permissions away from mkdir, but not from what is set afterwards.
    if (QDir().mkdir(folder, Private))
        QFile::setPermissions(folder, Private);
}

QString openPrivately(QFile &file, const QString &path)
{
    constexpr auto Mode = QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered;
#ifdef Q_OS_UNIX
    // Opened first and judged by the descriptor, so that nothing can be exchanged in between;
    // O_NONBLOCK so that a pipe in place of the file does not hang the program.
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
    else if (!file.open(descriptor, Mode, QFile::AutoCloseHandle))
        problem = file.errorString();
    if (!problem.isEmpty())
        ::close(descriptor);
    return problem;
#else
    file.setFileName(path);
    return file.open(Mode) ? QString() : file.errorString();
#endif
}

QString lockFile(int descriptor, const QDeadlineTimer &deadline)
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

void unlockFile(int descriptor)
{
#ifdef Q_OS_UNIX
    // By hand, since a child that is being started may still share the descriptor.
    ::flock(descriptor, LOCK_UN);
#else
    Q_UNUSED(descriptor)
#endif
}

} // namespace genauth
