// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// genauth-idle SECONDS: what the dashboard with ten pools costs in a time in which no refresh is
// due, hidden in the tray and visible, side by side. Exit code 1: more than it may.

#include "app/sandbox/sandboxserver.h"
#include "tests/app/platform/faketraywatcher.h"
#include "tests/e2e/virtualdesktop.h"
#include "tests/idle/idleprogram.h"
#include "tests/support/fakesecretservice.h"
#include "tests/support/privatekeyring.h"

#include <QCoreApplication>
#include <QTest>

#include <cstdio>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Milliseconds = std::chrono::duration<double, std::milli>;
using Sight = WindowKeeper::Sight;

namespace {

constexpr int Pools = 10;
/** What they may cost in a minute that has begun: ages change on screen once in each. */
constexpr Milliseconds HiddenLimit = 2ms;
constexpr Milliseconds VisibleLimit = 10ms;
/** Pools are asked once an hour: in a longer time a refresh would be due. */
constexpr int LongestTime = 3000;
constexpr int LongestStart = 60'000;

struct Measured
{
    const char *name;
    IdleProgram &program;
    Milliseconds limit;
    Used before = {};
};

[[nodiscard]] bool refuse(const char *words)
{
    std::fprintf(stderr, "genauth-idle: %s\n", words);
    return false;
}

/** Both run, one of them in the tray. */
bool areInPlace(IdleProgram &hidden, IdleProgram &visible, VirtualDesktop &desktop)
{
    const auto isAt = [&desktop](IdleProgram &program, Sight sight) {
        return !program.process().hasEnded() &&
               desktop.windows().sightOf(program.process().pid()) == sight;
    };
    return isAt(hidden, Sight::None) && isAt(visible, Sight::OnScreen);
}

/** They have come to this, and have asked for all there is. */
bool areReady(IdleProgram &hidden, IdleProgram &visible, VirtualDesktop &desktop,
    const FakeTrayWatcher &tray, const SandboxServer &server)
{
    if (!hidden.own(server) || !visible.own(server))
        return refuse("the pools could not be stored");
    hidden.start({u"--minimized"_s});
    visible.start({});
    const bool areThere = QTest::qWaitFor(
        [&] {
            return server.requestCount(u"get-current-package-info") >= 2 * Pools &&
                   tray.items().size() >= 2 && areInPlace(hidden, visible, desktop);
        },
        LongestStart);
    if (!areThere)
        return refuse("one of the two programs did not come as far as it should");
    if (!hidden.settles() || !visible.settles())
        return refuse("one of the two programs does not come to rest");
    return true;
}

bool report(const Measured &measured, int seconds)
{
    const Used now = measured.program.used();
    const Milliseconds cpu = now.cpu - measured.before.cpu;
    const Milliseconds limit = measured.limit * ((seconds + 59) / 60);
    std::printf("%s: %.1f ms of CPU in %d s, the window woken %lld times (at most %.1f ms)%s\n",
        measured.name, cpu.count(), seconds,
        static_cast<long long>(now.wakes - measured.before.wakes), limit.count(),
        cpu > limit ? ": too much" : "");
    return cpu <= limit;
}

} // namespace

int main(int argc, char **argv)
{
    const int seconds = argc == 2 ? QByteArray(argv[1]).toInt() : 0;
    if (seconds < 1 || seconds > LongestTime) {
        std::fprintf(stderr, "genauth-idle takes a number of seconds, 1 to %d.\n", LongestTime);
        return 2;
    }
    const PrivateKeyring session; // the bus alone
    session.useInThisProcess();
    QCoreApplication application(argc, argv);
    const FakeSecretService keyring(session.busAddress());
    const FakeTrayWatcher tray(true);
    VirtualDesktop desktop;
    SandboxServer server({.poolCount = Pools});
    IdleProgram hidden(session, desktop);
    IdleProgram visible(session, desktop);
    if (!server.listen() || !areReady(hidden, visible, desktop, tray, server))
        return 1;
    Measured both[] = {{"hidden", hidden, HiddenLimit}, {"visible", visible, VisibleLimit}};
    for (Measured &one : both)
        one.before = one.program.used();
    QTest::qWait(seconds * 1000);
    bool isWell = true;
    for (const Measured &one : both)
        isWell = report(one, seconds) && isWell;
    if (!areInPlace(hidden, visible, desktop))
        isWell = refuse("one of the two programs did not stay where it was");
    if (server.requestCount(u"get-current-package-info") != 2 * Pools)
        isWell = refuse("pools were asked meanwhile");
    return isWell ? 0 : 1;
}
