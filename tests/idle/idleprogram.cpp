// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/idle/idleprogram.h"

#include "app/sandbox/sandboxserver.h"
#include "core/accounts/keychainstore.h"
#include "core/accounts/ownpools.h"
#include "tests/e2e/virtualdesktop.h"
#include "tests/support/privatekeyring.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QTest>

#include <ctime>

namespace genauth::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int LongestStoring = 30'000;
/** A program that uses less than that in such a time has done what it had to do. It is more than a
 *  minute's change of what is shown costs in the same time. */
constexpr auto Rest = 5s;
constexpr auto CpuAtRest = 15ms;
constexpr auto LongestUnrest = 120s;

/** How often the process's first thread, which is the one with the window, had to be woken. */
qint64 wakesOf(qint64 pid)
{
    QFile status(u"/proc/%1/status"_s.arg(pid));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArrayList lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("voluntary_ctxt_switches:"))
            return line.split(':').value(1).trimmed().toLongLong();
    }
    return 0;
}

} // namespace

IdleProgram::IdleProgram(const PrivateKeyring &session, const VirtualDesktop &desktop)
{
    m_home.set(u"DBUS_SESSION_BUS_ADDRESS"_s, session.busAddress());
    desktop.addTo(m_home);
}

bool IdleProgram::own(const SandboxServer &server)
{
    KeychainStore keychain;
    OwnPools own(m_home.path(u".config/genauth-dashboard/pools.json"_s), keychain);
    if (own.load())
        return false;
    const QList<SandboxPool> pools = server.pools();
    for (const SandboxPool &pool : pools) {
        PoolAccess access{.account = {}, .key = {pool.accessKeyId, pool.accessKeySecret.toUtf8()}};
        access.account.id = QUuid::createUuid();
        access.account.name = pool.name;
        access.account.host = server.url();
        access.account.poolId = pool.userPoolId;
        own.add(access);
    }
    return QTest::qWaitFor([&own] { return !own.isBusy(); }, LongestStoring) &&
           !own.hasKeysOfThisSession();
}

void IdleProgram::start(const QStringList &arguments)
{
    m_process = std::make_unique<Program>(dashboardProgram(), arguments, m_home);
}

bool IdleProgram::settles() const
{
    const QDeadlineTimer deadline(LongestUnrest);
    while (!deadline.hasExpired()) {
        const Used before = used();
        QTest::qWait(std::chrono::milliseconds(Rest).count());
        if (used().cpu - before.cpu < CpuAtRest)
            return !m_process->hasEnded();
    }
    return false;
}

Used IdleProgram::used() const
{
    // What /proc/PID/stat tells in hundredths of a second, this clock tells in full.
    clockid_t clock = {};
    timespec time = {};
    const auto pid = static_cast<pid_t>(m_process->pid());
    if (::clock_getcpuclockid(pid, &clock) != 0 || ::clock_gettime(clock, &time) != 0)
        return {};
    return {std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec),
        wakesOf(m_process->pid())};
}

} // namespace genauth::test
