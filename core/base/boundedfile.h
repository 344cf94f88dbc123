// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

namespace genauth {

/** Lines at the end of a file that cannot grow for ever: what would make it longer than `maxBytes`
 *  begins a new one, and the full one becomes "<path>.1" in place of the one before. Both together
 *  take 2 × maxBytes at most.
 *
 *  Made at the first append(): folders with mode 0700, the file with 0600 whatever the umask; a
 *  file that is there already is brought to 0600, and folders that are there stay as they are.
 *  Anything else than a regular file in its place is refused, a symbolic link too, and no pipe
 *  makes it wait.
 *
 *  Several programs may share the file: every line is one write() to the end, under a lock. That is
 *  waited for, should a program stop just while it holds it, for a tenth of a second at most.
 *  Follows when the file is moved or removed. Logs nothing itself; not thread-safe. */
class BoundedFile final
{
public:
    /** The least that `maxBytes` can be. */
    static constexpr qint64 LeastBytes = 16 * 1024;

    BoundedFile(const QString &path, qint64 maxBytes);

    /** `line` ends with a line break and is no longer than LeastBytes. Returns why it was not
     *  written, in the system's words; empty when it was. No line is written in part. */
    [[nodiscard]] QString append(const QByteArray &line);

private:
    [[nodiscard]] bool isCurrent() const;
    [[nodiscard]] QString open();
    [[nodiscard]] QString putAside();
    [[nodiscard]] QString write(const QByteArray &line);

    const QString m_path;
    const qint64 m_maxBytes;
    QFile m_file;
};

} // namespace genauth
