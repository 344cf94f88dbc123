// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/accesskey.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QObject>
#include <QUuid>

#include <chrono>
#include <functional>
#include <optional>

namespace genauth {

class SecretStore;

/** Everything secret about one account: one entry of the keychain, so that its parts cannot get out
 *  of step. */
struct PoolSecrets
{
    AccessKey key;
    QByteArray proxyPassword = {}; ///< UTF-8; empty: none

    friend bool operator==(const PoolSecrets &, const PoolSecrets &) = default;
    friend QDebug operator<<(QDebug, const PoolSecrets &) = delete;
};

/** Keeps each account's secrets in a SecretStore, and believes no single answer of it.
 *  - What was read counts only when it is a whole access key. "Not found" is KeychainLocked, unless
 *    a throw-away entry can be written: then the store is open, and it is KeyMissing.
 *  - What was written is read back and compared before it is said to be kept: else KeyNotKept.
 *  - What was deleted is read back, and a throw-away entry written, before it is said to be gone:
 *    else KeyMayRemain.
 *  - A store that has not answered within `patience` is KeychainSilent. Nothing is withdrawn: a
 *    locked keyring may be asking its user just now.
 *  Each callback comes once, from the event loop, and not when `context` is gone by then. */
class SecretKeeper final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds Patience{8};

    /** `store` must outlive the keeper. */
    explicit SecretKeeper(SecretStore &store, std::chrono::milliseconds patience = Patience,
        QObject *parent = nullptr);

    using ReadCallback = std::function<void(const Result<PoolSecrets> &)>;
    using DoneCallback = std::function<void(const std::optional<ApiError> &)>;

    void read(const QUuid &accountId, QObject *context, ReadCallback callback);
    void write(const QUuid &accountId, const PoolSecrets &secrets, QObject *context,
        DoneCallback callback);
    void remove(const QUuid &accountId, QObject *context, DoneCallback callback);

    /** The name of an account's entry: its id without braces. */
    [[nodiscard]] static QString entryOf(const QUuid &accountId);

signals:
    /** What was read after its asker had been told KeychainSilent. */
    void readLate(const QUuid &accountId, const genauth::PoolSecrets &secrets);

private:
    SecretStore &m_store;
    std::chrono::milliseconds m_patience;
};

} // namespace genauth
