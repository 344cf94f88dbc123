// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/certificateauthorities.h"

#include <QFile>
#include <QFileInfo>

namespace genauth {

QList<QSslCertificate> readCertificateAuthorities(const QString &path)
{
    constexpr qint64 most = 4 * 1024 * 1024;
    QFile file(path);
    // Not a pipe or a device: opening or reading one might never end.
    if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly))
        return {};
    return QSslCertificate::fromData(file.read(most), QSsl::Pem);
}

} // namespace genauth
