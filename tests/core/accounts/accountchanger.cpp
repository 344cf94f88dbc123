// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// accountchanger FILE NUMBER: changes the list in FILE, from change NUMBER on, until it is killed.
// Says "before N" and "after N" on its standard output, at once.

#include "tests/core/accounts/accountchanges.h"

#include <QFile>

#include <cstdio>
#include <cstdlib>
#include <unistd.h>

namespace {

bool say(const char *what, int number)
{
    const QByteArray line = QByteArray(what) + ' ' + QByteArray::number(number) + '\n';
    return ::write(STDOUT_FILENO, line.constData(), static_cast<size_t>(line.size())) ==
           line.size();
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    genauth::AccountStore store(QFile::decodeName(argv[1]));
    for (int number = std::atoi(argv[2]);; ++number) {
        if (!say("before", number))
            return 3;
        if (store.change([&](auto &list) { genauth::test::makeChange(number, list); }))
            return 4;
        if (!say("after", number))
            return 3;
    }
}
