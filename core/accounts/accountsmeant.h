// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/account.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QUuid>

namespace genauth {

/** Which of these somebody means who wrote a name on a command line: those whose user pool id, or
 * own id, it is, else those of this name, else those whose names begin like that; in any case of
 * letters, ids aside. `answered`: user pool ids that answers told, by account. More than one: it is
 * not clear; empty: none. */
[[nodiscard]] QList<Account> accountsMeant(const QList<Account> &accounts, const QString &asWritten,
    const QHash<QUuid, QString> &answered = {});

/** Their names, as a sentence lists them; displayText(). */
[[nodiscard]] QString namesOf(const QList<Account> &accounts);

} // namespace genauth
