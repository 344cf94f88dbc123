// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/privatekeyring.h"

#include "tests/support/bussecret.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>
#include <QUuid>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>

#include <csignal>
#endif

namespace genauth::test {

namespace {

constexpr int Patience = 10'000;
constexpr char Password[] = "the test's own password";

const QString Service = QStringLiteral("org.freedesktop.secrets");
const QString ServicePath = QStringLiteral("/org/freedesktop/secrets");
const QString LoginPath = QStringLiteral("/org/freedesktop/secrets/collection/login");

// No <servicedir>: nothing on this bus is started by being asked.
constexpr char BusConfiguration[] = R"(<!DOCTYPE busconfig PUBLIC
 "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=%1/bus</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
)";

// By these a program would choose another keychain, or find a display to prompt on.
const QStringList &desktopVariables()
{
    static const QStringList names{QStringLiteral("DISPLAY"), QStringLiteral("WAYLAND_DISPLAY"),
        QStringLiteral("XDG_CURRENT_DESKTOP"), QStringLiteral("DESKTOP_SESSION"),
        QStringLiteral("KDE_FULL_SESSION"), QStringLiteral("KDE_SESSION_VERSION"),
        QStringLiteral("GNOME_DESKTOP_SESSION_ID"), QStringLiteral("GNOME_KEYRING_CONTROL"),
        QStringLiteral("GNOME_KEYRING_PID")};
    return names;
}

void endWithThisProcess(QProcess &process)
{
#ifdef Q_OS_LINUX
    process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
#else
    Q_UNUSED(process);
#endif
}

void end(QProcess &process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    process.terminate();
    if (!process.waitForFinished(Patience)) {
        process.kill();
        process.waitForFinished(Patience);
    }
}

} // namespace

PrivateKeyring::PrivateKeyring()
    : m_connection(QUuid::createUuid().toString())
{
    qDBusRegisterMetaType<BusSecret>();
    for (const char *name : {"run", "data", "config", "cache"}) {
        const QString folder = m_home.filePath(QString::fromLatin1(name));
        QDir().mkpath(folder);
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    startBus();
}

PrivateKeyring::~PrivateKeyring()
{
    stop();
    stopBus();
}

void PrivateKeyring::startBus()
{
    QFile configuration(m_home.filePath(QStringLiteral("bus.conf")));
    if (!configuration.open(QIODevice::WriteOnly))
        qFatal("the home of the keyring cannot be written to");
    configuration.write(QString::fromLatin1(BusConfiguration).arg(m_home.path()).toUtf8());
    configuration.close();

    endWithThisProcess(m_bus);
    m_bus.setProcessEnvironment(daemonEnvironment());
    m_bus.setStandardErrorFile(m_home.filePath(QStringLiteral("bus.log")));
    m_bus.start(QStringLiteral("dbus-daemon"),
        {QStringLiteral("--config-file=") + configuration.fileName(), QStringLiteral("--nofork"),
            QStringLiteral("--print-address=1")});
    // It prints its address when it listens.
    if (!m_bus.waitForReadyRead(Patience))
        qFatal("dbus-daemon does not start: %s", qPrintable(m_bus.errorString()));
    if (!QDBusConnection::connectToBus(busAddress(), m_connection).isConnected())
        qFatal("the test's own bus cannot be spoken to");
}

void PrivateKeyring::start(State state)
{
    // Locked can only be what is there: a first run makes the keyring.
    if (state == State::Locked && keyringFile().isEmpty()) {
        startDaemon(State::Unlocked);
        stop();
    }
    startDaemon(state);
}

void PrivateKeyring::startDaemon(State state)
{
    endWithThisProcess(m_daemon);
    m_daemon.setProcessEnvironment(daemonEnvironment());
    m_daemon.setStandardErrorFile(
        m_home.filePath(QStringLiteral("keyring.log")), QIODevice::Append);
    QStringList arguments{QStringLiteral("--foreground"), QStringLiteral("--components=secrets")};
    if (state == State::Unlocked)
        arguments << QStringLiteral("--unlock");
    m_daemon.start(QStringLiteral("gnome-keyring-daemon"), arguments);
    if (!m_daemon.waitForStarted(Patience))
        qFatal("gnome-keyring-daemon does not start: %s", qPrintable(m_daemon.errorString()));
    if (state == State::Unlocked)
        m_daemon.write(Password);
    m_daemon.closeWriteChannel();
    if (!QTest::qWaitFor(
            [this] { return bus().interface()->isServiceRegistered(Service).value(); }, Patience))
        qFatal("gnome-keyring-daemon does not answer");
}

void PrivateKeyring::stop()
{
    end(m_daemon);
}

void PrivateKeyring::stopBus()
{
    QDBusConnection::disconnectFromBus(m_connection);
    end(m_bus);
}

void PrivateKeyring::lock()
{
    callService(QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("Lock"),
        {QVariant::fromValue(QList<QDBusObjectPath>{QDBusObjectPath(LoginPath)})});
}

void PrivateKeyring::unlock()
{
    // As a login does it: the ordinary way is a prompt, and nobody is here to answer it.
    QDBusMessage open = QDBusMessage::createMethodCall(Service, ServicePath,
        QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("OpenSession"));
    open << QStringLiteral("plain") << QVariant::fromValue(QDBusVariant(QString()));
    const QDBusMessage opened = bus().call(open, QDBus::Block, Patience);
    const auto session = opened.arguments().value(1).value<QDBusObjectPath>();
    const BusSecret password{session, {}, QByteArray(Password), QStringLiteral("text/plain")};
    callService(QStringLiteral("org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"),
        QStringLiteral("UnlockWithMasterPassword"),
        {QVariant::fromValue(QDBusObjectPath(LoginPath)), QVariant::fromValue(password)});
}

void PrivateKeyring::callService(
    const QString &interface, const QString &method, const QVariantList &arguments)
{
    QDBusMessage call = QDBusMessage::createMethodCall(Service, ServicePath, interface, method);
    call.setArguments(arguments);
    const QDBusMessage answer = bus().call(call, QDBus::Block, Patience);
    if (answer.type() != QDBusMessage::ReplyMessage)
        qFatal("%s: %s", qPrintable(method), qPrintable(answer.errorMessage()));
}

QDBusConnection PrivateKeyring::bus() const
{
    return QDBusConnection(m_connection);
}

QString PrivateKeyring::busAddress() const
{
    return QStringLiteral("unix:path=") + m_home.filePath(QStringLiteral("bus"));
}

void PrivateKeyring::addTo(QProcessEnvironment &environment) const
{
    for (const QString &name : desktopVariables())
        environment.remove(name);
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), busAddress());
}

QProcessEnvironment PrivateKeyring::daemonEnvironment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    addTo(environment);
    environment.insert(QStringLiteral("HOME"), m_home.path());
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_home.filePath(QStringLiteral("run")));
    environment.insert(QStringLiteral("XDG_DATA_HOME"), m_home.filePath(QStringLiteral("data")));
    environment.insert(
        QStringLiteral("XDG_CONFIG_HOME"), m_home.filePath(QStringLiteral("config")));
    environment.insert(QStringLiteral("XDG_CACHE_HOME"), m_home.filePath(QStringLiteral("cache")));
    return environment;
}

void PrivateKeyring::useInThisProcess() const
{
    const QProcessEnvironment environment = daemonEnvironment();
    const QStringList names = environment.keys();
    for (const QString &name : names)
        qputenv(qPrintable(name), environment.value(name).toLocal8Bit());
    for (const QString &name : desktopVariables())
        qunsetenv(qPrintable(name));
}

QStringList PrivateKeyring::filesWith(const QByteArray &bytes) const
{
    QStringList found;
    QDirIterator all(m_home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString path = all.next();
        QFile file(path);
        if (!path.contains(QLatin1String("/data/keyrings/")) && file.open(QIODevice::ReadOnly) &&
            file.readAll().contains(bytes))
            found << path;
    }
    return found;
}

QByteArray PrivateKeyring::keyringFile() const
{
    QFile file(m_home.filePath(QStringLiteral("data/keyrings/login.keyring")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString noBusAddress()
{
    return QStringLiteral("unix:path=/nonexistent/bus");
}

} // namespace genauth::test
