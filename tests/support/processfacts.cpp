// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/processfacts.h"

#include <QDir>
#include <QFile>

#include <unistd.h>

namespace genauth::test {

namespace {

int entriesIn(const QString &directory)
{
    return static_cast<int>(
        QDir(directory).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size());
}

} // namespace

qint64 residentBytes()
{
    QFile statm(QStringLiteral("/proc/self/statm"));
    if (!statm.open(QIODevice::ReadOnly))
        return 0;
    return statm.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
}

int threadCount()
{
    return entriesIn(QStringLiteral("/proc/self/task"));
}

int fileDescriptorCount()
{
    return entriesIn(QStringLiteral("/proc/self/fd"));
}

} // namespace genauth::test
