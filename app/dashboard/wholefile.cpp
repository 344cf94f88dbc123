// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/wholefile.h"

#include <QFileInfo>
#include <QSaveFile>

namespace genauth {

QString WholeFile::write(const QByteArray &bytes, const QString &file)
{
    // QSaveFile puts a file in the place of whatever is there, a device too.
    if (const QFileInfo info(file); info.exists() && !info.isFile())
        return tr("This is not an ordinary file.");
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly))
        return target.errorString();
    // On a full disk commit() alone reports success, and leaves an empty file.
    const bool whole = target.write(bytes) == bytes.size() && target.flush() &&
                       target.error() == QFileDevice::NoError;
    if (!whole) {
        const QString why = target.errorString();
        target.cancelWriting();
        return why;
    }
    return target.commit() ? QString() : target.errorString();
}

} // namespace genauth
