// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/accountstore.h"
#include "core/accounts/poolaccess.h"
#include "core/accounts/secretkeeper.h"
#include "core/base/redaction.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace genauth {

class AccountWriter;
class KeyLoader;
class SecretStore;

/** The user's own pools: the list of them, which lies on disk, and their keys, which lie in the
 *  keychain. What is changed here counts at once, and is stored in the background.
 *
 *  A pool without a key is a pool all the same: whatever the keychain says, it stays in the list
 *  until the user removes it. */
class OwnPools final : public QObject
{
    Q_OBJECT

public:
    /** Everything lasts as long as this: nothing is stored anywhere. */
    explicit OwnPools(QObject *parent = nullptr);
    /** The list lies in `listFile`, the keys in `secrets`, which must outlive this. */
    OwnPools(const QString &listFile, SecretStore &secrets, QObject *parent = nullptr);
    ~OwnPools() override;

    /** What the keychain is given of a pool: its secrets, and where they belong. A list that was
     *  changed behind our back, or comes from elsewhere, brings no key to another host. */
    [[nodiscard]] static PoolSecrets secretsFor(const PoolAccess &pool);

    /** The pool with what the keychain gave for it: nothing when that belongs to another host. A
     *  password of another proxy is left out. */
    [[nodiscard]] static std::optional<PoolAccess> opened(
        const Account &account, const PoolSecrets &read);

    [[nodiscard]] bool isStored() const { return m_writer != nullptr; }
    /** Where the list lies; empty when nothing is stored. */
    [[nodiscard]] QString listFile() const;

    /** Reads the list at once, and says what hinders that. Asks no keychain. */
    [[nodiscard]] std::optional<AccountStoreProblem> load();
    /** Then reads the keys in the background: they arrive one by one. */
    void readKeys();

    /** In the user's order. A key that has not arrived is not isValid(). */
    [[nodiscard]] const QList<PoolAccess> &pools() const { return m_pools; }
    /** The same without keys. */
    [[nodiscard]] const QList<Account> &accounts() const { return m_list.accounts; }
    [[nodiscard]] const PoolAccess *pool(const QUuid &accountId) const; ///< null: none
    [[nodiscard]] bool isOrderedByUser() const { return m_list.orderedByUser; }
    /** Why the key of this pool is not here; empty also while it is being read. */
    [[nodiscard]] std::optional<ApiError> keyProblem(const QUuid &accountId) const;
    /** The key is here, but the keychain does not have it: it is gone with the program. */
    [[nodiscard]] bool isKeyOfThisSession(const QUuid &accountId) const;
    [[nodiscard]] bool hasKeysOfThisSession() const { return !m_notKept.isEmpty(); }
    [[nodiscard]] bool isMasterKeyAccepted(const QUuid &accountId) const;
    /** Of removed pools whose key may still lie in the keychain. */
    [[nodiscard]] const QList<QUuid> &keysToRemove() const { return m_list.keysToRemove; }
    /** Something is still to be stored: the program should not end in its middle. */
    [[nodiscard]] bool isBusy() const;

    /** Takes these for the session alone, in place of all there are, and stores nothing. */
    void adopt(const QList<PoolAccess> &pools);
    /** One more, at the end. Without a valid key it is a pool whose key is missing. */
    void add(const PoolAccess &pool);
    /** Several, without keys: from a list that was shared. */
    void add(const QList<Account> &accounts);
    /** In the place of the pool `accountId`; without a valid key it keeps the one it has. Where the
     * new one has another id it is another pool: the key of the old one is deleted. Unknown ids are
     * ignored, here and below. */
    void replace(const QUuid &accountId, const PoolAccess &pool);
    /** Its key is deleted from the keychain, now or as soon as that is possible. */
    void remove(const QUuid &accountId);
    /** Those that are not named stay behind, in their order. */
    void setOrder(const QList<QUuid> &accountIds);
    void orderWorstFirst();
    void acceptMasterKey(const QUuid &accountId);
    /** Asks the keychain again for the keys that are not here, and to keep those it has not kept.
     */
    void retryKeys();

signals:
    /** The list, its order, or an account in it. */
    void changed();
    /** By the user; also when another pool was put in its place. */
    void removed(const QUuid &accountId);
    void keyArrived(const QUuid &accountId);
    void keyUnreadable(const QUuid &accountId);
    /** The keychain has kept a key that was added or replaced; or it has not. */
    void keyKept(const QUuid &accountId);
    void keyNotKept(const QUuid &accountId, const genauth::ApiError &why);
    void keyDeleted(const QUuid &accountId);
    /** Of the pool that was called `name`, and is gone from here. */
    void keyMayRemain(const QUuid &accountId, const QString &name, const genauth::ApiError &why);
    void listStored();
    /** Tried again with the next change; until then only this program knows. */
    void listNotStored(genauth::AccountStoreProblem problem);
    /** Not isBusy() any more. */
    void settled();

private:
    using Change = std::function<void(AccountList &)>;
    void record(const Change &change);
    void apply(const Change &change);
    void rebuild();
    /** Once all changes so far are on disk: a keychain that is ahead of the list would hold keys of
     *  nobody, and a list that is ahead of a deletion would have lost one. */
    void whenStored(std::function<void()> action);
    void listWasStored();

    // The keys: ownpoolskeys.cpp.
    void connectLoader();
    void takeKey(const QUuid &accountId, const PoolSecrets &secrets);
    void keyCame(const QUuid &accountId, const PoolSecrets &secrets);
    void noteKeyProblem(const QUuid &accountId, const ApiError &why);
    void keepKey(const QUuid &accountId);
    void writeKey(const QUuid &accountId);
    /** `name` is empty when the user is not to be told that the key may remain. */
    void deleteKey(const QUuid &accountId, const QString &name);
    void removeEntry(const QUuid &accountId, const QString &name);
    void stepEnded();

    struct Key
    {
        PoolSecrets secrets;
        SecretMark keyMark;
        SecretMark proxyMark;
    };
    AccountList m_list;
    QList<PoolAccess> m_pools; ///< m_list's accounts with their keys
    QHash<QUuid, Key> m_keys;
    QHash<QUuid, ApiError> m_keyProblems;
    QSet<QUuid> m_notKept;
    /** Added in this session, and there was no keychain to take their keys. */
    QSet<QUuid> m_storedNowhere;
    QList<QUuid> m_beingKept; ///< once for every write that the keychain has not answered yet
    /** With the number of the write that they wait for. */
    QList<std::pair<int, std::function<void()>>> m_whenStored;
    int m_writesBegun = 0;
    int m_writesEnded = 0;
    std::unique_ptr<AccountWriter> m_writer;
    std::unique_ptr<SecretKeeper> m_keeper;
    std::unique_ptr<KeyLoader> m_loader;
    int m_keySteps = 0; ///< writes and deletions that the keychain has not answered yet
};

} // namespace genauth
