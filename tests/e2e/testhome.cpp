// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/e2e/testhome.h"

#include "tests/e2e/program.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <csignal>

namespace genauth::test {

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList filesBelow(const QString &directory)
{
    QStringList files;
    QDirIterator all(
        directory, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (all.hasNext())
        files << all.next();
    return files;
}

} // namespace

TestHome::TestHome()
{
    for (const char *name : {"run", "tmp", "pictures"}) {
        const QString directory = path(QString::fromLatin1(name));
        QDir().mkpath(directory);
        QFile::setPermissions(directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    set(QStringLiteral("HOME"), m_directory.path());
    set(QStringLiteral("TMPDIR"), path(QStringLiteral("tmp")));
    set(QStringLiteral("XDG_RUNTIME_DIR"), path(QStringLiteral("run")));
    set(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    // Where the tools lie, and what a sanitized build is told.
    for (const char *name : {"PATH", "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS"}) {
        if (qEnvironmentVariableIsSet(name))
            set(QString::fromLatin1(name), qEnvironmentVariable(name));
    }
}

TestHome::~TestHome()
{
    const QList<qint64> left = processes();
    for (const qint64 pid : left)
        ::kill(static_cast<pid_t>(pid), SIGKILL);
}

void TestHome::set(const QString &variable, const QString &value)
{
    m_environment.insert(variable, value);
}

void TestHome::connectAccount(const QUrl &host, const QString &keyId, const QByteArray &secret)
{
    set(QStringLiteral("GENAUTH_HOST"), host.toString());
    set(QStringLiteral("GENAUTH_ACCESS_KEY_ID"), keyId);
    set(QStringLiteral("GENAUTH_ACCESS_KEY_SECRET"), QString::fromUtf8(secret));
}

QString TestHome::path(const QString &relative) const
{
    return m_directory.filePath(relative);
}

QString TestHome::write(const QString &relative, const QByteArray &bytes)
{
    const QString name = path(relative);
    QDir().mkpath(QFileInfo(name).path());
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("the home of the test cannot be written to");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return name;
}

QMap<QString, QByteArray> TestHome::files() const
{
    QMap<QString, QByteArray> files;
    const QDir home(m_directory.path());
    const QStringList paths = filesBelow(m_directory.path());
    for (const QString &path : paths) {
        const QString name = home.relativeFilePath(path);
        if (!name.startsWith(QLatin1String("pictures/")) &&
            !name.startsWith(QLatin1String(".cache/")))
            files.insert(name, contentOf(path));
    }
    return files;
}

QStringList TestHome::filesWith(const QByteArray &bytes) const
{
    QStringList found;
    const QStringList paths = filesBelow(m_directory.path());
    for (const QString &path : paths) {
        if (contentOf(path).contains(bytes))
            found << path;
    }
    return found;
}

QList<qint64> TestHome::processes() const
{
    const QByteArray home = "HOME=" + QFile::encodeName(m_directory.path());
    QList<qint64> processes;
    const QStringList names = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
    for (const QString &name : names) {
        bool isProcess = false;
        const qint64 pid = name.toLongLong(&isProcess);
        if (isProcess && environmentOf(pid).contains(home))
            processes << pid;
    }
    return processes;
}

} // namespace genauth::test
