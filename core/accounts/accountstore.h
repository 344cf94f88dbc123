// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/account.h"

#include <QJsonArray>
#include <QList>
#include <QSet>
#include <QString>
#include <QUuid>

#include <chrono>
#include <functional>
#include <optional>

namespace genauth {

/** What is remembered of the user's pools between runs. Never a secret. */
struct AccountList
{
    QList<Account> accounts;    ///< in the user's order; every id once
    bool orderedByUser = false; ///< false: worst first is the order to show, whatever stands here
    /** Accounts whose user knows that the key is the pool's master secret, and wants to hear no
     *  more of it. */
    QSet<QUuid> masterKeyAccepted;
    /** Accounts that were removed, and whose entry in the keychain may still be there. Each once.
     */
    QList<QUuid> keysToRemove;
    /** Entries of the file that could not be understood, or whose id had come before: kept as they
     *  are, at the end of the file; one with an account's id until that is removed. */
    QJsonArray notUnderstood;

    friend bool operator==(const AccountList &, const AccountList &) = default;
};

enum class AccountStoreProblem {
    NoPlace,       ///< the environment names no folder for settings
    Unreadable,    ///< not permitted, not a regular file, too large
    NotUnderstood, ///< no list of pools; before the next write it is put aside, whole
    NewerVersion,  ///< written by a newer program; never written to
    /** Disk full, not permitted, another program holds it, or a list that could not be read again
     *  as it is (an account out of range, an id twice, more than MaxBytes): the old one stands. */
    NotWritten,
};

/** The list of the user's pools in one JSON file: mode 0600 in a folder of 0700, with the version
 *  of its form. Folders that are there already keep their mode. Whatever happens in the middle of a
 *  write, and to whichever program, afterwards the file is the old list or the new one, whole.
 *  Several programs may share it: each change is read, made and written under a lock.
 *
 *  Where the file is a symbolic link, it stays one, and what it leads to is written. Beside the
 * file may lie: "<file>.lock", always empty; "<file>.damaged-1" and so on, what was NotUnderstood;
 *  "<file>.new-" and six letters, of a program killed while it wrote, until the next write.
 *
 *  Blocks on the disk, and in change() on other programs. Any thread, one at a time. */
class AccountStore final
{
public:
    /** No larger file is read, or written. */
    static constexpr qint64 MaxBytes = 4 * 1024 * 1024;
    /** Another program holds the file for milliseconds, unless it was stopped just then. */
    static constexpr std::chrono::milliseconds Patience{1000};

    /** `file` is made, with its folders, by the first change. Empty: NoPlace for everything. A
     *  change waits for other programs no longer than `patience`. */
    explicit AccountStore(const QString &file, std::chrono::milliseconds patience = Patience);

    /** The user's own file, in the desktop's configuration folder; empty when the environment names
     *  no home to look for it in. */
    [[nodiscard]] static QString defaultFile();

    struct Reading
    {
        AccountList list; ///< empty when there is a problem, or no file yet
        std::optional<AccountStoreProblem> problem;
    };
    [[nodiscard]] Reading load() const;

    /** Reads what stands there now, has `change` change it, and writes it unless it is the same.
     *  Returns why it was not written; then everything is as it was. `change` must not change this
     *  file by another way: it would wait for itself. */
    [[nodiscard]] std::optional<AccountStoreProblem> change(
        const std::function<void(AccountList &)> &change);

    [[nodiscard]] const QString &file() const { return m_file; }

private:
    QString m_file;
    std::chrono::milliseconds m_patience;
};

} // namespace genauth
