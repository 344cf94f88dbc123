// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/accountstore.h"
#include "tests/e2e/drivenprogram.h"
#include "tests/e2e/testhome.h"
#include "tests/support/faultyserver.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>

namespace genauth::test {

/** The dashboard of somebody who has a home, a session bus with whatever keyring is on it, and a
 *  server that opens its pool to the canary key. Every function that returns a bool returns false
 *  when it did not come about, with the program's trouble(). */
class KeyringStage
{
public:
    explicit KeyringStage(const QString &busAddress);

    /** In English, and waits for its window. */
    [[nodiscard]] bool start();
    /** By keyboard: types name, host and key, tests them, and takes them. */
    [[nodiscard]] bool connectPool(const QString &name, const FaultyServer &server);
    /** Types this secret into the open dialog, and tests it. */
    [[nodiscard]] bool testSecret(const QByteArray &secret);
    [[nodiscard]] bool showsPackage();
    /** An error banner with this headline over the page of a pool. */
    [[nodiscard]] bool saysOfPool(const QString &headline);
    /** A notice with this headline about what could not be stored. */
    [[nodiscard]] bool saysOfStoring(const QString &headline);
    /** Looks for the secret in all that the program shows, holds and prints, and ends it. Returns
     *  what was wrong: nothing, when no secret was seen, and it ended soon, without a word. */
    [[nodiscard]] QString quit();

    /** Writes a list of this many pools of the server, without keys, as a run before has left it.
     */
    [[nodiscard]] bool leaveList(int pools);
    [[nodiscard]] QString listFile() const;
    [[nodiscard]] AccountList list() const { return AccountStore(listFile()).load().list; }
    [[nodiscard]] QStringList names() const;

    /** Where the secret lies, and what in the list is not as it should be: nothing, at any time. */
    [[nodiscard]] QStringList leaks() const;

    TestHome home;
    FaultyServer server;
    std::unique_ptr<DrivenProgram> program;
};

} // namespace genauth::test
