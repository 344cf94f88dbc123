// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/singleinstance.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QThread>
#include <QTimer>

#include <cerrno>
#include <utility>

#ifdef Q_OS_UNIX
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include <fcntl.h>
#include <unistd.h>
#endif

namespace genauth {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int MostCallers = 32;
constexpr std::chrono::milliseconds BetweenTries = 20ms;
constexpr char Taken[] = "taken\n";

QString socketOf(const QString &folder)
{
    return folder + u"/genauth-dashboard.socket"_s;
}

#ifdef Q_OS_UNIX

// Sticky: by the Base Directory Specification such a file is not cleaned up while we use it.
constexpr mode_t OwnFile = S_IRUSR | S_IWUSR | S_ISVTX;

/** Whether it is a folder of this user, into which nobody else can reach. */
bool isPrivate(const QString &folder)
{
    struct stat facts = {};
    return QDir::isAbsolutePath(folder) && ::stat(QFile::encodeName(folder), &facts) == 0 &&
           S_ISDIR(facts.st_mode) && facts.st_uid == ::geteuid() && (facts.st_mode & 077) == 0;
}

void makePrivate(const QString &folder)
{
    QDir().mkpath(QFileInfo(folder).path());
    ::mkdir(QFile::encodeName(folder), S_IRWXU);
}

/** Whether at the other end is a process of this user. */
bool isOfThisUser(const QLocalSocket &socket)
{
    const int descriptor = static_cast<int>(socket.socketDescriptor());
#ifdef Q_OS_LINUX
    ucred peer = {};
    socklen_t size = sizeof peer;
    return ::getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 &&
           peer.uid == ::geteuid();
#else
    uid_t user = 0;
    gid_t group = 0;
    return ::getpeereid(descriptor, &user, &group) == 0 && user == ::geteuid();
#endif
}

#else

bool isPrivate(const QString &)
{
    return false;
}

void makePrivate(const QString &) {}

bool isOfThisUser(const QLocalSocket &)
{
    return false;
}

#endif

QString userFolder()
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (isPrivate(runtime))
        return runtime;
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    return cache + u"/genauth-dashboard/run"_s;
}

/** Whether the one that listens in the folder has taken it. */
bool handOver(const QString &folder, const QByteArray &message, const QDeadlineTimer &deadline)
{
    const auto left = [&] { return static_cast<int>(deadline.remainingTime()); };
    QLocalSocket socket;
    socket.connectToServer(socketOf(folder));
    if (!socket.waitForConnected(left()) || !isOfThisUser(socket))
        return false;
    socket.write(message);
    while (!socket.canReadLine()) {
        if (deadline.hasExpired() || !socket.waitForReadyRead(left()))
            return false;
    }
    return socket.readLine() == Taken;
}

} // namespace

SingleInstance::SingleInstance(QObject *parent)
    : SingleInstance(userFolder(), parent)
{
}

SingleInstance::SingleInstance(QString folder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
{
}

SingleInstance::~SingleInstance()
{
    delete m_server; // takes its socket away while the lock is ours
    unlock();
}

SingleInstance::Claim SingleInstance::claim(
    const StartRequest &request, std::chrono::milliseconds limit)
{
    makePrivate(m_folder);
    if (!isPrivate(m_folder) || !openLock())
        return Claim::Alone;
    const QDeadlineTimer deadline(limit);
    const QByteArray message = toMessage(request);
    while (true) {
        // Again each time: the first may have ended meanwhile.
        const Lock lock = tryLock();
        if (lock == Lock::Held && listen())
            return Claim::First;
        if (lock != Lock::Others) {
            unlock();
            return Claim::Alone;
        }
        if (handOver(m_folder, message, deadline)) {
            unlock();
            return Claim::HandedOver;
        }
        if (deadline.remainingTimeAsDuration() <= BetweenTries) {
            unlock();
            return Claim::NoAnswer;
        }
        QThread::msleep(BetweenTries.count()); // it has the lock, and does not listen yet
    }
}

#ifdef Q_OS_UNIX

bool SingleInstance::openLock()
{
    const QByteArray path = QFile::encodeName(m_folder + u"/genauth-dashboard.lock"_s);
    // Closed in children: one that lives on would hold the lock.
    m_lock = ::open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (m_lock >= 0)
        ::fchmod(m_lock, OwnFile);
    return m_lock >= 0;
}

SingleInstance::Lock SingleInstance::tryLock()
{
    if (::flock(m_lock, LOCK_EX | LOCK_NB) == 0)
        return Lock::Held;
    return errno == EWOULDBLOCK || errno == EINTR ? Lock::Others : Lock::Impossible;
}

void SingleInstance::unlock()
{
    // The file stays: to remove it would let two hold locks of one name.
    if (m_lock >= 0)
        ::close(m_lock);
    m_lock = -1;
}

#else

bool SingleInstance::openLock()
{
    return false;
}

SingleInstance::Lock SingleInstance::tryLock()
{
    return Lock::Impossible;
}

void SingleInstance::unlock() {}

#endif

bool SingleInstance::listen()
{
    const QString path = socketOf(m_folder);
    QLocalServer::removeServer(path); // of one that was killed
    m_server = new QLocalServer(this);
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, &SingleInstance::welcome);
    if (!m_server->listen(path))
        return false;
#ifdef Q_OS_UNIX
    ::chmod(QFile::encodeName(path), OwnFile);
#endif
    return true;
}

void SingleInstance::welcome()
{
    while (QLocalSocket *socket = m_server->nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        if (m_callers.size() >= MostCallers || !isOfThisUser(*socket)) {
            drop(socket);
            continue;
        }
        m_callers.insert(socket);
        socket->setReadBufferSize(LongestStartMessage);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QObject::destroyed, this, [this, socket] { m_callers.remove(socket); });
        QTimer::singleShot(m_patience, socket, [this, socket] { drop(socket); });
        read(socket);
    }
}

void SingleInstance::read(QLocalSocket *socket)
{
    if (!m_callers.contains(socket))
        return;
    if (!socket->canReadLine()) {
        if (socket->bytesAvailable() >= LongestStartMessage)
            drop(socket);
        return;
    }
    const auto request = fromMessage(socket->readLine(LongestStartMessage));
    if (request) {
        socket->write(Taken);
        socket->flush(); // before the window takes its time
    }
    drop(socket);
    if (request)
        emit asked(*request);
}

void SingleInstance::drop(QLocalSocket *socket)
{
    m_callers.remove(socket);
    socket->disconnect(this);
    socket->abort();
    socket->deleteLater();
}

} // namespace genauth
