// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

class QDBusConnection;

namespace genauth::test {

/** A D-Bus session of the test's own, and on it, once started, gnome-keyring with a keyring of the
 *  test's own. Nobody else's session or keyring is touched, and nothing can show a prompt. What
 *  does not start within ten seconds ends the test program; all ends with the object. */
class PrivateKeyring
{
public:
    enum class State { Locked, Unlocked };

    /** The bus alone: nobody on it answers for secrets. */
    PrivateKeyring();
    ~PrivateKeyring();
    Q_DISABLE_COPY_MOVE(PrivateKeyring)

    /** Starts gnome-keyring and returns when it answers. What it kept before is still there. */
    void start(State state);
    /** Ends gnome-keyring; its keyring stays. */
    void stop();
    /** Ends the bus, and with it all that lived on it. */
    void stopBus();
    // Of a keyring that is started. To those on the bus it looks like the user's doing.
    void lock();
    void unlock();

    [[nodiscard]] QString busAddress() const;
    /** Has a child process use this bus, and whatever Secret Service there is on it. */
    void addTo(QProcessEnvironment &environment) const;
    /** The same for this process, which also gets home() for its home: before anything in it has
     *  spoken to a bus. */
    void useInThisProcess() const;

    /** Where the bus, the keyring, and useInThisProcess() live. */
    [[nodiscard]] QString home() const { return m_home.path(); }
    /** Files of the home that hold these bytes; the keyring itself is left out. */
    [[nodiscard]] QStringList filesWith(const QByteArray &bytes) const;
    /** What the keyring's own file holds. */
    [[nodiscard]] QByteArray keyringFile() const;

private:
    void startBus();
    void startDaemon(State state);
    void callService(
        const QString &interface, const QString &method, const QVariantList &arguments);
    [[nodiscard]] QProcessEnvironment daemonEnvironment() const;
    [[nodiscard]] QDBusConnection bus() const;

    QTemporaryDir m_home;
    QString m_connection; ///< the name of our own connection to the bus
    QProcess m_bus;
    QProcess m_daemon;
};

/** The address of a bus that is not there. */
[[nodiscard]] QString noBusAddress();

} // namespace genauth::test
