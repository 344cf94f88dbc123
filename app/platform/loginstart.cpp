// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/loginstart.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QSaveFile>
#include <QStandardPaths>

#include <utility>

namespace genauth {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LongestEntry = 64 * 1024; // bytes; ours are below 2 KiB
constexpr char OwnKey[] = "X-GenAuth-Dashboard";
constexpr char SwitchKey[] = "X-GNOME-Autostart-enabled";

enum class Entry { Absent, Ours, OursOff, NotOurs };

QString userFolder()
{
    QString config = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    if (!QDir::isAbsolutePath(config)) // by the specification such a one does not count
        config = QDir::home().filePath(u".config"_s);
    return config + u"/autostart"_s;
}

QString ownProgram()
{
    const QString appImage = qEnvironmentVariable("APPIMAGE");
    if (QDir::isAbsolutePath(appImage) && QFileInfo(appImage).isFile())
        return appImage;
    return QCoreApplication::applicationFilePath();
}

/** The keys of the group [Desktop Entry]. */
QHash<QByteArray, QByteArray> keysOf(const QByteArray &text)
{
    QHash<QByteArray, QByteArray> keys;
    bool isInGroup = false;
    const QList<QByteArray> lines = text.split('\n');
    for (const QByteArray &raw : lines) {
        const QByteArray line = raw.trimmed();
        const qsizetype equals = line.indexOf('=');
        if (line.startsWith('['))
            isInGroup = line == "[Desktop Entry]";
        else if (isInGroup && equals > 0 && !line.startsWith('#'))
            keys.insert(line.left(equals).trimmed(), line.mid(equals + 1).trimmed());
    }
    return keys;
}

Entry lookAt(const QString &path)
{
    const QFileInfo info(path);
    if (info.isSymLink()) // also one that leads nowhere
        return Entry::NotOurs;
    if (!info.exists())
        return Entry::Absent;
    QFile file(path);
    if (!info.isFile() || info.size() > LongestEntry || !file.open(QIODevice::ReadOnly))
        return Entry::NotOurs;
    const QHash<QByteArray, QByteArray> keys = keysOf(file.read(LongestEntry));
    if (keys.value(OwnKey) != "true")
        return Entry::NotOurs;
    const bool isOff = keys.value("Hidden") == "true" || keys.value(SwitchKey) == "false";
    return isOff ? Entry::OursOff : Entry::Ours;
}

} // namespace

LoginStart::LoginStart()
    : LoginStart(userFolder(), ownProgram())
{
}

LoginStart::LoginStart(QString folder, QString program)
    : m_folder(std::move(folder))
    , m_program(std::move(program))
{
}

bool LoginStart::isSupported()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN) && !defined(Q_OS_ANDROID)
    return true;
#else
    return false;
#endif
}

QString LoginStart::path() const
{
    return m_folder + u"/genauth-dashboard.desktop"_s;
}

bool LoginStart::isOn() const
{
    return isSupported() && lookAt(path()) == Entry::Ours;
}

LoginStart::Problem LoginStart::setOn(bool on, bool minimized)
{
    if (!isSupported())
        return Problem::NoPlace;
    switch (lookAt(path())) {
    case Entry::NotOurs:
        return Problem::NotOurs;
    case Entry::Absent:
        return on ? write(minimized) : Problem::None;
    case Entry::Ours:
    case Entry::OursOff:
        break;
    }
    return on ? write(minimized) : remove();
}

LoginStart::Problem LoginStart::remove() const
{
    return QFile::remove(path()) ? Problem::None : Problem::NotWritten;
}

LoginStart::Problem LoginStart::write(bool minimized) const
{
    if (!QDir().mkpath(m_folder))
        return Problem::NoPlace;
    const QByteArray text = entry(minimized);
    QSaveFile file(path());
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return Problem::NotWritten;
    return Problem::None;
}

QByteArray LoginStart::entry(bool minimized) const
{
    // Both names, whatever language is shown: the desktop chooses.
    const QString text = u"[Desktop Entry]\n"
                         "Type=Application\n"
                         "Version=1.4\n"
                         "Name=GenAuth Package Dashboard\n"
                         "Name[zh_CN]=GenAuth 套餐看板\n"
                         "Icon=genauth-dashboard\n"
                         "Terminal=false\n"
                         "Exec=%1%2\n"
                         "%3=true\n"
                         "%4=true\n"_s;
    // One call: what the program's path holds is never taken for a place of the next argument.
    return text
        .arg(execArgument(m_program), minimized ? u" --minimized"_s : QString(),
            QLatin1StringView(SwitchKey), QLatin1StringView(OwnKey))
        .toUtf8();
}

QString LoginStart::execArgument(const QString &argument)
{
    QString quoted;
    for (const QChar character : argument) {
        if (u"\"`$\\"_s.contains(character))
            quoted += u'\\';
        quoted += character;
        if (character == u'%')
            quoted += u'%'; // else it begins a field code
    }
    // The quoting is itself inside a value of type string, which has its own backslashes.
    quoted.replace(u'\\', u"\\\\"_s)
        .replace(u'\n', u"\\n"_s)
        .replace(u'\r', u"\\r"_s)
        .replace(u'\t', u"\\t"_s);
    return u'"' + quoted + u'"';
}

} // namespace genauth
