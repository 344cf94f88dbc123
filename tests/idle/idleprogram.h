// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/e2e/program.h"
#include "tests/e2e/testhome.h"

#include <QStringList>

#include <chrono>
#include <memory>

namespace genauth {
class SandboxServer;
}

namespace genauth::test {

class PrivateKeyring;
class VirtualDesktop;

/** What a process has used so far. */
struct Used
{
    std::chrono::nanoseconds cpu{}; ///< of all threads, ended ones too
    qint64 wakes = 0;               ///< of the thread with the window
};

/** The dashboard of a user whose pools are known and stored, in a home of its own. What it needs of
 *  the session is given: a display, and a bus with a keyring on it. */
class IdleProgram
{
public:
    IdleProgram(const PrivateKeyring &session, const VirtualDesktop &desktop);

    /** Connects the pools of this server, and stores their keys. False when that fails. */
    [[nodiscard]] bool own(const SandboxServer &server);
    void start(const QStringList &arguments);
    [[nodiscard]] Program &process() { return *m_process; }

    /** Turns the event loop until it has been at rest for a while; false when it never is. */
    [[nodiscard]] bool settles() const;
    [[nodiscard]] Used used() const;

private:
    TestHome m_home;
    std::unique_ptr<Program> m_process;
};

} // namespace genauth::test
