// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/secretstore.h"

namespace genauth {

/** The desktop's own keychain, by QtKeychain: Secret Service or KWallet on Linux, Keychain on
 *  macOS, Credential Manager on Windows. Its entries lie under the service "genauth-dashboard".
 *  Never falls back to a file. Needs a QCoreApplication and its event loop. */
class KeychainStore final : public SecretStore
{
    Q_OBJECT

public:
    using SecretStore::SecretStore;

    /** What the entries are filed under, as the desktop's own tools show it. */
    static QString serviceName();

    void read(const QString &entry, QObject *context, Callback callback) override;
    void write(const QString &entry, const QByteArray &secret, QObject *context,
        Callback callback) override;
    void remove(const QString &entry, QObject *context, Callback callback) override;
};

} // namespace genauth
