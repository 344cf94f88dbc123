// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/wholefile.h"

#include <QFileInfo>
#include <QSaveFile>

namespace genauth {

namespace {

constexpr int LongestBaseName = 56; ///< with the suffix, 60 characters

} // namespace

QString WholeFile::write(const QByteArray &bytes, const QString &file)
{
    if (bytes.isEmpty())
        return tr("It could not be made.");
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

QString WholeFile::baseName(const QString &what, const QString &pool)
{
    const QString name = what + QLatin1Char('-') + pool.normalized(QString::NormalizationForm_C);
    QString safe;
    for (const char32_t sign : name.toUcs4()) {
        const QString next =
            QChar::isLetterOrNumber(sign) ? QString::fromUcs4(&sign, 1) : QStringLiteral("-");
        if (safe.size() + next.size() > LongestBaseName)
            break;
        if (next != u"-" || !safe.endsWith(u'-'))
            safe += next;
    }
    if (safe.endsWith(u'-'))
        safe.chop(1);
    return safe;
}

} // namespace genauth
