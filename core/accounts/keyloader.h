// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/secretkeeper.h"

#include <QList>
#include <QObject>
#include <QTimer>
#include <QUuid>

#include <chrono>
#include <vector>

namespace genauth {

/** Reads the keys of known accounts in the background, one after the other. What concerns the
 *  keychain as a whole (locked, unavailable, silent) is said of all that are still to be read, and
 *  tried again by itself after 2, 10 and 60 s, then only on retry(). */
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
    /** Once for every try that did not bring it. */
    void unreadable(const QUuid &accountId, const genauth::ApiError &why);

private:
    SecretKeeper &m_keeper;
    Waits m_waits;
};

} // namespace genauth
