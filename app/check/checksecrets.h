// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/check/checkoptions.h"
#include "core/accounts/environmentaccount.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QProcessEnvironment>

namespace genauth {

/** Where the secrets of access keys come from, the keychain aside. */
class CheckSecrets
{
    Q_DECLARE_TR_FUNCTIONS(genauth::CheckSecrets)

public:
    /** `fromInput`: what standard input held, with Secret::StandardInput. */
    CheckSecrets(const CheckOptions &options, const QProcessEnvironment &environment,
        const QByteArray &fromInput);

    /** The pool of the environment. A secret that an option names comes before one of the
     *  environment; a service's credentials before the variable that holds a secret itself. */
    [[nodiscard]] EnvironmentReading environmentPool() const;

    /** What opens a pool of the list without the keychain: the file or the input that an option
     *  names, or the file genauth-secret-ID, ID being the user pool id, in a service's credentials
     *  directory; of the only pool, `isOnly`, genauth-secret too. Its key id is
     *  GENAUTH_ACCESS_KEY_ID where one pool is meant, else the user pool id, which is that of a
     *  pool's own key. Neither a pool nor a problem: the keychain is to be asked. */
    [[nodiscard]] EnvironmentReading listedPool(const Account &account, bool isOnly) const;

    /** The first line of standard input, without its end; at most what a secret may have, and one
     *  byte more. Waits for it no longer than `patience`. A terminal is not read: what is typed
     * there is seen. Returns what is wrong as a sentence in `problem`. */
    [[nodiscard]] static QByteArray readStandardInput(
        std::chrono::milliseconds patience, QString *problem);

private:
    [[nodiscard]] QProcessEnvironment withSecret(
        QProcessEnvironment environment, const QString &credential) const;
    /** The path of a service's credential; empty when there is none of this name. */
    [[nodiscard]] QString credentialFile(const QString &name) const;

    CheckOptions::Secret m_from;
    QString m_file;
    QByteArray m_fromInput;
    QProcessEnvironment m_environment;
};

} // namespace genauth
