// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QString>

namespace genauth {

/** A file that holds what it held before, or all of these bytes, whenever anybody looks and
 *  whenever this program is killed. */
class OutputFile
{
    Q_DECLARE_TR_FUNCTIONS(genauth::OutputFile)

public:
    /** Returns why it is not written, as a sentence; empty when it is. The file gets the mode of
     *  one that is there already, else `mode`. In a folder that others may write to, as /tmp, a
     *  symbolic link in its place is refused: whoever put it there could have another file
     *  overwritten. Elsewhere a link stays one, and what it leads to is written. What is there and
     *  is no ordinary file is left alone. Blocks on the disk. */
    [[nodiscard]] static QString write(const QString &file, const QByteArray &bytes, unsigned mode);
};

} // namespace genauth
