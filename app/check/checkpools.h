// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/check/checkedpool.h"
#include "app/check/checkoptions.h"
#include "app/check/checksecrets.h"
#include "core/accounts/secretkeeper.h"

#include <QList>
#include <QObject>
#include <QSet>

#include <memory>

namespace genauth {

class DemoSandbox;
class KeyLoader;
class SecretStore;

/** The pools that a check is about, and what opens them: one of the environment, some or all of the
 *  dashboard's list, or the demo's. The keychain is asked for the keys that come from nowhere else.
 */
class CheckPools final : public QObject
{
    Q_OBJECT

public:
    struct Sources
    {
        CheckSecrets secrets;
        QString listFile;      ///< of the dashboard; empty: no place for one
        SecretStore &keychain; ///< outlives this
        QString sandbox;       ///< the program genauth-sandbox
    };

    CheckPools(const CheckOptions &options, const Sources &sources, QObject *parent = nullptr);
    ~CheckPools() override;

    /** Once; known() or failed() follows, from the event loop. */
    void load();
    /** Asks for the keys that are missing, or were of no use the last time, where they are from;
     *  keysRead() follows, from the event loop. */
    void readKeys();
    /** Those that wait for the keychain still: it is silent. keysRead() follows, if it has not. */
    void giveUpKeys();

    /** With their thresholds as the options say. */
    [[nodiscard]] QList<CheckedPool> &pools() { return m_pools; }
    [[nodiscard]] CheckedPool *pool(const QUuid &accountId); ///< null: none

signals:
    void known();
    /** There is nothing to check, for this reason: a sentence. */
    void failed(const QString &sentence);
    void keysRead();

private:
    void fail(const QString &sentence);
    void add(const PoolAccess &pool);
    void loadEnvironment();
    void loadList();
    /** Those that were named; nothing, after fail(), when one of them is none or not clear. */
    [[nodiscard]] QList<Account> named(const QList<Account> &all);
    void addListed(const Account &account, bool isOnly);
    /** Of a pool whose key does not come from the keychain, the file may be another by now. */
    void openAgain(CheckedPool &checked);
    void loadDemo();
    void takeDemo(const QList<PoolAccess> &pools);
    void takeKey(const QUuid &accountId, const PoolSecrets &secrets);
    void noteKeyProblem(const QUuid &accountId, const ApiError &why);
    void keyTold(const QUuid &accountId);

    CheckOptions m_options;
    Sources m_sources;
    QList<CheckedPool> m_pools;
    QSet<QUuid> m_fromKeychain; ///< whose key comes from there
    QSet<QUuid> m_beingRead;
    SecretKeeper m_keeper;
    std::unique_ptr<KeyLoader> m_loader;
    std::unique_ptr<DemoSandbox> m_demo;
};

} // namespace genauth
