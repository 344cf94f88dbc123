// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/idqueue.h"
#include "core/accounts/secretkeeper.h"

#include <QList>
#include <QObject>
#include <QTimer>
#include <QUuid>

#include <chrono>
#include <optional>
#include <vector>

namespace genauth {

/** Reads the keys of known accounts in the background, one after the other, so that what the user
 *  has stored or deleted waits for one of them at most. What concerns the keychain as a whole
 *  (locked, unavailable, silent) is said of all that are still to be read, and tried again by
 *  itself after 2, 10 and 60 s, then only on retry(). What concerns one account alone (missing,
 *  unusable) stops nothing, and is tried again on retry() or load().
 *
 *  Nobody is nagged: when a person would not unlock it, it is not tried again by itself.
 *
 *  A keychain that is silent has one open question, and is asked no second one. When the answer
 *  comes after all it is used, and the reading goes on by itself. */
class KeyLoader final : public QObject
{
    Q_OBJECT

public:
    /** Waits before the tries after the first one. */
    using Waits = std::vector<std::chrono::milliseconds>;
    [[nodiscard]] static Waits usualWaits();

    /** `keeper` must outlive the loader. */
    explicit KeyLoader(SecretKeeper &keeper, Waits waits = usualWaits(), QObject *parent = nullptr);

    /** Reads these, too; those already waiting are not read twice. */
    void load(const QList<QUuid> &accountIds);
    /** Tries now what could not be read: the user asked, or the keychain has just appeared or been
     *  unlocked. The waits begin anew. */
    void retry();
    /** Not wanted any more: it was removed, or its key has come from elsewhere. */
    void forget(const QUuid &accountId);

    /** Reading, and more to come without anybody's doing. */
    [[nodiscard]] bool isReading() const;

signals:
    void arrived(const QUuid &accountId, const genauth::PoolSecrets &secrets);
    /** Once for every try that did not bring it; and once more, when a keychain that was said to be
     *  silent turns out to be something else. */
    void unreadable(const QUuid &accountId, const genauth::ApiError &why);

private:
    struct Asked
    {
        QUuid id;
        bool isWanted = true;   ///< not forgotten since
        bool wasSilent = false; ///< it was said to be silent; the read itself is still open
    };

    void readNext();
    void tryAgain();
    void wait();
    void use(const PoolSecrets &secrets);
    void fail(const ApiError &why);
    void saySilent(const QList<QUuid> &accountIds);
    void sayUnreadable(QList<QUuid> accountIds, const ApiError &why);
    void useLate(const QUuid &accountId, const PoolSecrets &secrets);
    void noteLateFailure(const QUuid &accountId, const ApiError &why);
    [[nodiscard]] bool isAskedLate(const QUuid &accountId) const;

    SecretKeeper &m_keeper;
    Waits m_waits;
    std::size_t m_tries = 0; ///< of m_waits, how many are used up
    QTimer m_timer;          ///< until the next try by itself
    IdQueue m_waiting;       ///< to be read, in this order
    IdQueue m_failed;        ///< of no use for reasons of their own: only retry() reads them again
    std::optional<Asked> m_asked;
};

} // namespace genauth
