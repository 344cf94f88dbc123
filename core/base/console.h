// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <cstdio>

namespace genauth {

/** What main() was called with, the program's own name included; before there is an application,
 *  too. */
[[nodiscard]] QStringList argumentList(int argc, char **argv);

/** The line, in UTF-8, and its end. */
void printLine(std::FILE *stream, const QString &line);

} // namespace genauth
