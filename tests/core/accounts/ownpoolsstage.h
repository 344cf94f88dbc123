// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/ownpools.h"
#include "core/accounts/secretentry.h"
#include "tests/core/accounts/keeperanswers.h"
#include "tests/core/accounts/moodysecretstore.h"
#include "tests/core/accounts/sampleaccounts.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

namespace genauth::test {

/** A pool with an id and a key that depend on the number alone. */
[[nodiscard]] inline PoolAccess keyedPool(int number)
{
    const PoolSecrets secrets = canarySecrets(QByteArray::number(number));
    return {plainAccount(number), secrets.key, secrets.proxyPassword};
}

[[nodiscard]] inline PoolSecrets secretsOf(const PoolAccess &pool)
{
    return OwnPools::secretsFor(pool);
}

/** OwnPools with its list in a folder of the test's own, over a keychain in any mood. Both outlive
 *  the program, which can be started again. */
class OwnPoolsStage
{
public:
    OwnPoolsStage() { start(); }

    /** A program's life begins; the one before has ended. */
    void start()
    {
        spies.reset();
        pools.reset();
        pools = std::make_unique<OwnPools>(file(), keychain);
        spies = std::make_unique<Spies>(*pools);
    }
    /** The same, with list and keys read as far as they can be. */
    void startAgain()
    {
        start();
        problem = pools->load();
        pools->readKeys();
    }
    /** Adds these, one after the other, and waits until all is stored. */
    [[nodiscard]] bool addKept(const QList<int> &numbers)
    {
        for (const int number : numbers)
            pools->add(keyedPool(number));
        return settles();
    }
    [[nodiscard]] bool settles() const
    {
        return QTest::qWaitFor([this] { return !pools->isBusy(); }, 10'000);
    }

    [[nodiscard]] QString file() const
    {
        return m_folder.filePath(QStringLiteral("settings/pools.json"));
    }
    [[nodiscard]] QString folder() const { return m_folder.filePath(QStringLiteral("settings")); }
    [[nodiscard]] AccountList onDisk() const { return AccountStore(file()).load().list; }
    [[nodiscard]] QStringList namesOnDisk() const
    {
        QStringList names;
        for (const Account &account : onDisk().accounts)
            names << account.name;
        return names;
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        for (const PoolAccess &pool : pools->pools())
            names << pool.account.name;
        return names;
    }
    /** What the keychain holds for this pool. */
    [[nodiscard]] std::optional<PoolSecrets> kept(int number) const
    {
        return secretsFrom(keychain.entries.value(SecretKeeper::entryOf(idOf(number))));
    }
    [[nodiscard]] std::optional<ErrorKind> problemOf(int number) const
    {
        const auto why = pools->keyProblem(idOf(number));
        return why ? std::optional(why->kind) : std::nullopt;
    }

    struct Spies
    {
        explicit Spies(OwnPools &pools)
            : changed(&pools, &OwnPools::changed)
            , arrived(&pools, &OwnPools::keyArrived)
            , unreadable(&pools, &OwnPools::keyUnreadable)
            , kept(&pools, &OwnPools::keyKept)
            , notKept(&pools, &OwnPools::keyNotKept)
            , deleted(&pools, &OwnPools::keyDeleted)
            , mayRemain(&pools, &OwnPools::keyMayRemain)
            , stored(&pools, &OwnPools::listStored)
            , notStored(&pools, &OwnPools::listNotStored)
            , settled(&pools, &OwnPools::settled)
        {
        }
        QSignalSpy changed, arrived, unreadable, kept, notKept, deleted, mayRemain, stored,
            notStored, settled;
    };

    MoodySecretStore keychain;
    std::unique_ptr<OwnPools> pools;
    std::unique_ptr<Spies> spies;
    std::optional<AccountStoreProblem> problem; ///< of reading the list

private:
    QTemporaryDir m_folder;
};

} // namespace genauth::test
