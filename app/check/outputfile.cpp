// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/check/outputfile.h"

#include "core/base/displaytext.h"

#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QScopeGuard>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace genauth {

namespace {

QString systemWords()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

/** Whether somebody else than this user and root may put files there. */
bool isShared(const struct stat &folder)
{
    const bool isOurs = folder.st_uid == ::geteuid() || folder.st_uid == 0;
    return !isOurs || (folder.st_mode & (S_IWGRP | S_IWOTH)) != 0;
}

/** Whether on the way to it somebody else could have put a link that leads elsewhere. */
bool leadsThroughForeignLinks(const QString &folder)
{
    QString way = QFileInfo(folder).isAbsolute() ? QStringLiteral("/") : QStringLiteral("./");
    const QStringList parts = folder.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        struct stat place = {};
        struct stat next = {};
        const QByteArray from = QFile::encodeName(way);
        way += part + QLatin1Char('/');
        if (::stat(from.constData(), &place) != 0 ||
            ::lstat(QFile::encodeName(way.chopped(1)).constData(), &next) != 0)
            return false; // opening it says why
        const bool isByUs = next.st_uid == ::geteuid() || next.st_uid == 0;
        if (S_ISLNK(next.st_mode) && isShared(place) && !isByUs)
            return true;
    }
    return false;
}

bool writeAll(int descriptor, const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t written =
            ::write(descriptor, bytes.constData() + done, static_cast<size_t>(bytes.size() - done));
        if (written < 0 && errno != EINTR)
            return false;
        done += std::max<ssize_t>(written, 0);
    }
    // Before the name leads to it: after a crash of the computer it would be empty otherwise.
    return ::fsync(descriptor) == 0;
}

/** In `folder`, under a name that nobody has, and then under its own. Empty: it is written. */
QString replaceIn(int folder, const QByteArray &name, const QByteArray &bytes, mode_t mode)
{
    const QByteArray temporary = '.' + name.left(200) + ".new-" +
                                 QByteArray::number(QRandomGenerator::system()->generate64(), 36);
    const int descriptor = ::openat(
        folder, temporary.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return systemWords();
    auto remover = qScopeGuard([&] { ::unlinkat(folder, temporary.constData(), 0); });
    const auto closer = qScopeGuard([descriptor] { ::close(descriptor); });
    if (!writeAll(descriptor, bytes) || ::fchmod(descriptor, mode) != 0 ||
        ::renameat(folder, temporary.constData(), folder, name.constData()) != 0)
        return systemWords();
    remover.dismiss();
    return {};
}

} // namespace

QString OutputFile::write(const QString &file, const QByteArray &bytes, unsigned mode)
{
    const auto problem = [&file](const QString &why) {
        //: %1 the name of a file, %2 why it cannot be written
        return tr("%1 cannot be written: %2").arg(displayText(file, 1000), why);
    };
    const QFileInfo info(file);
    const QByteArray name = QFile::encodeName(info.fileName());
    if (name.isEmpty())
        return problem(tr("this is no name of a file."));
    if (leadsThroughForeignLinks(info.path()))
        return problem(tr("a folder on the way to it is a symbolic link that somebody else made."));
    // Judged and used by its descriptor, so that nothing can be exchanged in between.
    const int folder =
        ::open(QFile::encodeName(info.path()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return problem(systemWords());
    const auto closer = qScopeGuard([folder] { ::close(folder); });
    struct stat there = {};
    struct stat place = {};
    if (::fstat(folder, &place) != 0)
        return problem(systemWords());
    auto finalMode = static_cast<mode_t>(mode);
    if (::fstatat(folder, name.constData(), &there, AT_SYMLINK_NOFOLLOW) == 0) {
        if (S_ISLNK(there.st_mode)) {
            if (isShared(place))
                return problem(tr("it is a symbolic link in a folder that others may write to."));
            const QString target = info.canonicalFilePath();
            // Behind such a link is what is open already, not the name of a file.
            if (info.canonicalPath().startsWith(QLatin1String("/proc/")) ||
                info.canonicalPath() == QLatin1String("/dev"))
                return problem(tr("it is not an ordinary file."));
            return target.isEmpty() ? problem(tr("it is a symbolic link that leads nowhere."))
                                    : write(target, bytes, mode);
        }
        if (!S_ISREG(there.st_mode))
            return problem(tr("it is not an ordinary file."));
        finalMode = there.st_mode & 0777;
    }
    const QString why = replaceIn(folder, name, bytes, finalMode);
    return why.isEmpty() ? QString() : problem(why);
}

} // namespace genauth
