// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/accountstore.h"
#include "tests/core/accounts/sampleaccounts.h"

#include <algorithm>

namespace genauth::test {

/** The list before change number 1. */
[[nodiscard]] inline AccountList firstList()
{
    AccountList list;
    for (int i = 0; i < 6; ++i)
        list.accounts.append(plainAccount(1'000'000 + i));
    list.accounts[3] = fullAccount();
    list.notUnderstood.append(QStringLiteral("from another time"));
    return list;
}

/** Adds, edits, reorders, removes, in turn. The number and the list decide all of it, and no list
 *  is the same afterwards. Names are short or some 100 kB long, so that writing takes its time. */
inline void makeChange(int number, AccountList &list)
{
    const auto at = number % list.accounts.size();
    switch (number % 4) {
    case 0:
        list.accounts.append(plainAccount(number));
        list.keysToRemove.clear();
        break;
    case 1:
        list.accounts[at].name =
            QString(number % 3 == 0 ? 30'000 : 3, QChar(u'长')) + QString::number(number);
        break;
    case 2:
        std::rotate(list.accounts.begin(), list.accounts.begin() + 1, list.accounts.end());
        list.orderedByUser = !list.orderedByUser;
        list.masterKeyAccepted = {list.accounts.first().id};
        break;
    case 3:
        list.keysToRemove.append(list.accounts.at(at).id);
        list.accounts.removeAt(at);
        break;
    }
}

} // namespace genauth::test
