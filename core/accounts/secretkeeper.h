// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/accesskey.h"
#include "core/accounts/secretstore.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QTimer>
#include <QUuid>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace genauth {

/** Everything secret about one account: one entry of the keychain, so that its parts cannot get out
 *  of step. */
struct PoolSecrets
{
    AccessKey key;
    QByteArray proxyPassword = {}; ///< UTF-8; empty: none
    /** Where the user has sent them: an Account's host, and its proxy with the proxy's user where
     *  there is a password. An account that says otherwise does not get them: see
     *  OwnPools::secretsFor(). */
    QString host = {};
    QString proxy = {};

    friend bool operator==(const PoolSecrets &, const PoolSecrets &) = default;
    friend QDebug operator<<(QDebug, const PoolSecrets &) = delete;
};

/** Keeps each account's secrets in a SecretStore, and believes no single answer of it.
 *  - What was read counts only when it is a whole access key. "Not found" is KeychainLocked, unless
 *    a throw-away entry can be written and read, and then "not found" is heard again: then the
 *    store is open, and it is KeyMissing.
 *    "Not found" after `personsTime` means that somebody was asked to unlock it and would not:
 *    KeychainLocked, and no second prompt for the throw-away entry's sake.
 *  - What was written is read back and compared before it is said to be kept: else KeyNotKept. A
 *    write that was refused is KeychainLocked. What could not be read back later, half a key or an
 *    implausible part, is KeyUnusable, and not written.
 *  - What was deleted is read back, and a throw-away entry written, before it is said to be gone:
 *    else KeyMayRemain, whose subject is the entry's name. The desktop's own tools show it under
 *    KeychainStore::serviceName(); nothing but they can help then.
 *  - A store that has not answered for `patience` is KeychainSilent, to all who wait. Nothing is
 *    withdrawn: a locked keyring may be asking its user just now, and what was to be written or
 *    deleted may yet be.
 *  - When a person would not unlock it, what waits to be written or deleted at that moment is given
 *    up without another prompt: KeychainLocked, or KeyMayRemain. What is asked for later is tried.
 *  One thing is done after the other, in the order of asking, so that the last word about an
 *  account holds. What waits for its turn when the same account is written or deleted again is not
 *  done any more, and its asker hears what came of the later; reads are shared in the same way. So
 *  there is never more than one to be written or deleted after the other, however often a user
 *  tries again. What was to be written or deleted is, also when `context` is gone by then; an
 *  unwanted read is left out. Each callback comes once, from the event loop, and not when `context`
 *  is gone.
 */
class SecretKeeper final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds Patience{8};
    /** A "no" that took this long was said by a person. Keyrings that were locked and could not ask
     *  anybody said it within 3 to 48 ms; a hand that is quick on Escape takes less than a second,
     *  and nobody sees a window and presses a key in less than a third of one. */
    static constexpr std::chrono::milliseconds PersonsTime{300};

    /** `store` must outlive the keeper. */
    explicit SecretKeeper(SecretStore &store, std::chrono::milliseconds patience = Patience,
        std::chrono::milliseconds personsTime = PersonsTime, QObject *parent = nullptr);
    /** What was not begun is not done any more. */
    ~SecretKeeper() override;

    using ReadCallback = std::function<void(const Result<PoolSecrets> &)>;
    using DoneCallback = std::function<void(const std::optional<ApiError> &)>;

    void read(const QUuid &accountId, QObject *context, ReadCallback callback);
    void write(const QUuid &accountId, const PoolSecrets &secrets, QObject *context,
        DoneCallback callback);
    void remove(const QUuid &accountId, QObject *context, DoneCallback callback);

    /** Whether the last outcome was a person's, who would not unlock the keychain. For who hears of
     *  that outcome, while hearing of it. */
    [[nodiscard]] bool wasDeclined() const { return m_wasDeclined; }

    /** The name of an account's entry: its id without braces. */
    [[nodiscard]] static QString entryOf(const QUuid &accountId);
    /** The name of the throw-away entry: "probe-" and what no other keeper has, since several
     *  programs may use the same keychain at the same time. It holds no secret, and is deleted at
     *  once. */
    [[nodiscard]] const QString &probeEntry() const { return m_probeEntry; }

signals:
    /** What was read after its asker had been told KeychainSilent. */
    void readLate(const QUuid &accountId, const genauth::PoolSecrets &secrets);
    /** The same, when nothing came of it. */
    void readFailedLate(const QUuid &accountId, const genauth::ApiError &why);

private:
    struct Task;
    using Next = std::function<void(const SecretStore::Answer &)>;

    void add(Task task);
    void startNext();
    void noteTaken(const Task &task);
    [[nodiscard]] std::vector<std::unique_ptr<Task>> giveUpChanges();
    void startRead();
    void startWrite();
    void startRemove();

    // Steps of the task at the head.
    void ask(const QString &entry, Next next);
    void put(const QString &entry, const QByteArray &bytes, Next next);
    void drop(const QString &entry, Next next);
    [[nodiscard]] Next answered(Next next);
    /** Asks for the head's entry; NotFound only when it is really not there, else Refused. */
    void askForSure(const Next &next);

    void finish(std::optional<ErrorKind> problem, const PoolSecrets &secrets = {});
    void beImpatient();
    void losePatience();

    SecretStore &m_store;
    const std::chrono::milliseconds m_personsTime;
    const QString m_probeEntry;
    std::deque<std::unique_ptr<Task>> m_tasks; ///< the head is under way, unless all is quiet
    QHash<QUuid, Task *> m_lastQueued;         ///< of each account, unless it is under way
    qsizetype m_unheard = 0;                   ///< who has heard nothing yet, of all tasks
    QTimer m_patience;
    bool m_saidNo = false; ///< the store's last answer was a person's "no"
    bool m_wasDeclined = false;
};

} // namespace genauth
