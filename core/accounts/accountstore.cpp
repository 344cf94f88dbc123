// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/accounts/accountstore.h"

#include "core/accounts/accountlistfile.h"
#include "core/base/privatefile.h"
#include "core/base/userfile.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryFile>

#include <filesystem>
#include <system_error>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#else
#include <QLockFile>
#endif

namespace genauth {

using namespace Qt::StringLiterals;

namespace {

constexpr auto Private = QFile::ReadOwner | QFile::WriteOwner;

std::filesystem::path nativePath(const QString &path)
{
    return QFileInfo(path).filesystemFilePath();
}

/** Where the file itself lies: people keep such files elsewhere, and a symbolic link here. */
QString targetOf(const QString &path)
{
    constexpr int mostLinks = 40; // as the kernel
    std::filesystem::path target = nativePath(path);
    std::error_code error;
    for (int i = 0; i < mostLinks && std::filesystem::is_symlink(target, error); ++i)
        target = target.parent_path() / std::filesystem::read_symlink(target, error);
    return QFileInfo(target).filePath();
}

/** One program, and one thread, at a time. Not QLockFile where there is better: killed in the
 *  middle of making its file, it would shut everyone out for good. */
class StoreLock
{
public:
    StoreLock(const QString &target, std::chrono::milliseconds patience)
#ifdef Q_OS_UNIX
    {
        // Stays when the lock is given back: who removes it takes it away from those who wait.
        m_isHeld = openPrivately(m_file, target + u".lock"_s).isEmpty() &&
                   lockFile(m_file.handle(), QDeadlineTimer(patience)).isEmpty();
    }
    ~StoreLock()
    {
        if (m_isHeld)
            unlockFile(m_file.handle());
    }
#else
        : m_lock(target + u".lock"_s)
    {
        m_lock.setStaleLockTime(std::chrono::seconds(30));
        m_isHeld = m_lock.tryLock(patience);
    }
#endif
    Q_DISABLE_COPY_MOVE(StoreLock)

    [[nodiscard]] bool isHeld() const
    {
        return m_isHeld;
    }

private:
#ifdef Q_OS_UNIX
    QFile m_file;
#else
    QLockFile m_lock;
#endif
    bool m_isHeld = false;
};

enum class Opening { Open, Absent, Refused };

Opening openForReading(QFile &file)
{
#ifdef Q_OS_UNIX
    // Opened first and judged by the descriptor, so that nothing can be exchanged in between;
    // O_NONBLOCK so that a pipe in place of the file does not hang the program.
    const int descriptor = ::open(QFile::encodeName(file.fileName()).constData(),
        O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    // Not asked of the disk afterwards: another program may have made it by then.
    if (descriptor < 0)
        return errno == ENOENT || errno == ENOTDIR ? Opening::Absent : Opening::Refused;
    struct stat status = {};
    if (::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) &&
        file.open(descriptor, QIODevice::ReadOnly, QFile::AutoCloseHandle))
        return Opening::Open;
    ::close(descriptor);
    return Opening::Refused;
#else
    if (!file.exists())
        return Opening::Absent;
    return file.open(QIODevice::ReadOnly) ? Opening::Open : Opening::Refused;
#endif
}

/** A link into a folder that is not there leads to a disk that is not mounted: what is on it,
 *  nobody knows. */
bool leadsNowhere(const QString &path, const QString &target)
{
    return QFileInfo(path).isSymLink() && !QFileInfo(QFileInfo(target).path()).isDir();
}

AccountStore::Reading read(const QString &path, const QString &target)
{
    QFile file(target);
    const Opening opening = openForReading(file);
    if (opening == Opening::Absent && !leadsNowhere(path, target))
        return {};
    if (opening != Opening::Open)
        return {{}, AccountStoreProblem::Unreadable};
    const QByteArray bytes = file.read(AccountStore::MaxBytes + 1);
    if (bytes.size() > AccountStore::MaxBytes || file.error() != QFile::NoError)
        return {{}, AccountStoreProblem::Unreadable};
    return readAccountListFile(bytes);
}

/** Of writers that were killed. What people may call a copy of theirs is not among them. */
void removeLeftovers(const QString &target)
{
    const QFileInfo info(target);
    const QRegularExpression ours(QRegularExpression::anchoredPattern(
        QRegularExpression::escape(info.fileName()) + u"\\.new-[A-Za-z]{6}"_s));
    QDir folder(info.path());
    const QStringList names = folder.entryList(QDir::Files | QDir::Hidden | QDir::NoSymLinks);
    for (const QString &name : names) {
        if (ours.match(name).hasMatch())
            folder.remove(name);
    }
}

/** A disk may say only now that it is full. */
bool syncToDisk(const QFile &file)
{
#ifdef Q_OS_UNIX
    return ::fsync(file.handle()) == 0 || errno == EINVAL || errno == ENOTSUP || errno == ENOSYS;
#else
    Q_UNUSED(file)
    return true;
#endif
}

/** A new file with these bytes, all of them on the disk, beside `target`; empty when it could not
 *  be made. Not QSaveFile: until it sets a mode others may open its file, its leftovers have names
 *  that people give to copies ("pools.json.backup"), and what fsync says it does not hear. */
QString writeBeside(const QString &target, const QByteArray &bytes)
{
    QTemporaryFile file(target + u".new-XXXXXX"_s); // 0600 from its first moment
    if (!file.open() || !file.setPermissions(Private) || file.write(bytes) != bytes.size() ||
        !file.flush() || !syncToDisk(file))
        return {};
    const QString name = file.fileName();
    file.setAutoRemove(name.isEmpty());
    return name;
}

bool replace(const QString &target, const QByteArray &bytes)
{
    const QFileInfo info(target);
    if (info.exists() && !info.isWritable()) // a wish, since it could be replaced all the same
        return false;
    removeLeftovers(target);
    const QString name = writeBeside(target, bytes);
    if (name.isEmpty())
        return false;
    std::error_code error;
    std::filesystem::rename(nativePath(name), nativePath(target), error);
    if (error)
        QFile::remove(name);
    return !error;
}

/** Gives the file a second name that nothing had before; empty when that failed. It keeps its first
 *  name until that is replaced, so there is no moment without it. */
QString nameAside(const QString &target)
{
    constexpr int most = 999;
    for (int i = 1; i <= most; ++i) {
        const QString name = target + u".damaged-%1"_s.arg(i);
        std::error_code error;
        std::filesystem::create_hard_link(nativePath(target), nativePath(name), error);
        if (!error)
            return name;
        // A writer that was killed after this step has named it already.
        if (std::filesystem::equivalent(nativePath(target), nativePath(name), error))
            return name;
        if (!QFileInfo(name).isSymLink() && QFile::copy(target, name)) // where there are no links
            return name;
    }
    return {};
}

} // namespace

AccountStore::AccountStore(const QString &file, std::chrono::milliseconds patience)
    : m_file(file)
    , m_patience(patience)
{
}

QString AccountStore::defaultFile()
{
    return userConfigFile(QStringLiteral("pools.json"));
}

AccountStore::Reading AccountStore::load() const
{
    if (m_file.isEmpty())
        return {{}, AccountStoreProblem::NoPlace};
    return read(m_file, targetOf(m_file));
}

std::optional<AccountStoreProblem> AccountStore::change(
    const std::function<void(AccountList &)> &change)
{
    // First a look: beside what is never written to, nothing is made either.
    const auto problem = load().problem;
    if (problem && problem != AccountStoreProblem::NotUnderstood)
        return problem;
    makePrivateFolder(QFileInfo(m_file).path());
    const QString target = targetOf(m_file);
    const StoreLock lock(target, m_patience);
    if (!lock.isHeld())
        return AccountStoreProblem::NotWritten;

    const Reading reading = read(m_file, target);
    const bool isDamaged = reading.problem == AccountStoreProblem::NotUnderstood;
    if (reading.problem && !isDamaged)
        return reading.problem;
    AccountList list = reading.list;
    change(list);
    if (list == reading.list)
        return std::nullopt;

    forgetCopiesOfRemoved(list);
    // What could not be read again the same would be lost, or be another pool.
    const QByteArray bytes = toAccountListFile(list);
    if (bytes.size() > MaxBytes || readAccountListFile(bytes).list != list)
        return AccountStoreProblem::NotWritten;
    const QString aside = isDamaged ? nameAside(target) : QString();
    if (isDamaged && aside.isEmpty())
        return AccountStoreProblem::NotWritten;
    const bool isWritten = replace(target, bytes);
    if (isDamaged && isWritten)
        QFile::setPermissions(aside, Private);
    else if (isDamaged)
        QFile::remove(aside);
    return isWritten ? std::nullopt : std::optional(AccountStoreProblem::NotWritten);
}

} // namespace genauth
