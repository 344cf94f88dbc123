// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace genauth {

/** Whether the desktop starts the program when the user logs in: an autostart entry of the user's,
 *  genauth-dashboard.desktop, by the Desktop Application Autostart Specification 0.5. It writes and
 *  removes exactly this file, and only while the file is its own, which a key in it says. Anything
 *  else of that name (a file without the key, a link, a folder) is left alone. */
class LoginStart final
{
public:
    enum class Problem {
        None,
        NoPlace,    ///< there is no folder for it, and none can be made; or not supported
        NotOurs,    ///< somebody else's entry has its name
        NotWritten, ///< the file could not be written or removed; what was there is still there
    };

    /** Of the user, for this program: $XDG_CONFIG_HOME/autostart, or ~/.config/autostart. An
     *  AppImage is started by the file that the user has, not by what is mounted of it. */
    LoginStart();
    /** `folder` is the autostart folder, which need not exist; `program` an absolute path. */
    LoginStart(QString folder, QString program);

    /** False where this is not how a login starts programs; then isOn() is false. */
    [[nodiscard]] static bool isSupported();

    /** Looks at the file: the desktop's own settings may have switched it off, or removed it. */
    [[nodiscard]] bool isOn() const;
    /** `minimized` is for the start at login: with --minimized. On again, or with another choice,
     *  writes the entry anew. */
    [[nodiscard]] Problem setOn(bool on, bool minimized);

    [[nodiscard]] QString path() const;
    /** One argument of the key Exec, quoted and escaped as the Desktop Entry Specification 1.5 asks
     *  (sections "Exec" and "Value types"). */
    [[nodiscard]] static QString execArgument(const QString &argument);

private:
    [[nodiscard]] QByteArray entry(bool minimized) const;
    [[nodiscard]] Problem remove() const;
    [[nodiscard]] Problem write(bool minimized) const;

    QString m_folder;
    QString m_program;
};

} // namespace genauth
