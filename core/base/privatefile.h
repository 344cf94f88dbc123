// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QDeadlineTimer;
class QFile;

namespace genauth {

/** Makes the folder with mode 0700, and all that lead to it; those that are there already stay as
 *  they are. What cannot be made is noticed when a file in it is opened. */
void makePrivateFolder(const QString &folder);

/** Opens `path` for writing at its end, unbuffered. It is made with mode 0600 whatever the umask;
 *  a file that is there already is brought to 0600. Anything else than a regular file in its place
 *  is refused, a symbolic link too, and no pipe makes it wait. Returns why it is not open, in the
 *  system's words; empty when it is. */
[[nodiscard]] QString openPrivately(QFile &file, const QString &path);

/** Takes the lock of an open file, which one opening of it can have at a time, in this program or
 *  another. Whatever ends a program ends its locks. Returns why not, in the system's words; empty
 *  when it has it, and on file systems and systems without such locks. */
[[nodiscard]] QString lockFile(int descriptor, const QDeadlineTimer &deadline);
void unlockFile(int descriptor);

} // namespace genauth
