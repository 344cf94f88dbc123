// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/accounts/accountsmeant.h"

#include "core/base/displaytext.h"

#include <array>

namespace genauth {

QList<Account> accountsMeant(
    const QList<Account> &accounts, const QString &asWritten, const QHash<QUuid, QString> &answered)
{
    const QString wanted = asWritten.trimmed();
    if (wanted.isEmpty())
        return {};
    std::array<QList<Account>, 3> fitting; // by id, by name, by the beginning of a name
    for (const Account &account : accounts) {
        const QString name = account.name.trimmed();
        const bool isItsId = account.id.toString(QUuid::WithoutBraces) == wanted;
        if (isItsId || account.poolId == wanted || answered.value(account.id) == wanted)
            fitting[0].append(account);
        if (name.compare(wanted, Qt::CaseInsensitive) == 0)
            fitting[1].append(account);
        if (name.startsWith(wanted, Qt::CaseInsensitive))
            fitting[2].append(account);
    }
    for (const QList<Account> &fits : fitting) {
        if (!fits.isEmpty())
            return fits;
    }
    return {};
}

QString namesOf(const QList<Account> &accounts)
{
    QStringList names;
    for (const Account &account : accounts)
        names << displayText(account.name);
    return names.join(QStringLiteral(", "));
}

} // namespace genauth
