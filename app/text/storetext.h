// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/text/errortext.h"
#include "core/accounts/accountstore.h"
#include "core/accounts/poollistfile.h"
#include "core/store/billingstore.h"

#include <QCoreApplication>
#include <QString>

namespace genauth {

/** What is said about keeping pools and their keys: where they lie, and what went wrong there. */
class StoreText
{
    Q_DECLARE_TR_FUNCTIONS(genauth::StoreText)

public:
    using Words = ErrorText::Words;

    /** `file` is where the list of pools lies. */
    [[nodiscard]] static Words listProblem(AccountStoreProblem problem, const QString &file);
    /** What was last known of the pools lies in `file`; one that was no good lies at `aside`. */
    [[nodiscard]] static Words answersProblem(
        BillingStoreProblem problem, const QString &file, const QString &aside);
    /** Why a pool's key is not here; of ErrorText's kinds, those about the keychain. */
    [[nodiscard]] static Words keychainWords(ErrorKind kind);
    /** The key of the pool `name` works, and the keychain has not kept it. */
    [[nodiscard]] static Words keyNotKept(const ApiError &why, const QString &name);
    /** The pool `name` was removed, and its key, under `entry`, may still be in the keychain. */
    [[nodiscard]] static Words keyMayRemain(const QString &name, const QString &entry);

    /** What removing a pool deletes, and where. `file` is empty where nothing is stored. */
    [[nodiscard]] static QString whatIsRemoved(const QString &file, const QString &entry);

    /** Why the list in `file`, which was to be imported, was not taken. */
    [[nodiscard]] static QString importProblem(const PoolListReading &reading, const QString &file);
    /** What came of an import. */
    [[nodiscard]] static QString imported(int added, int known);
};

} // namespace genauth
