// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QSslCertificate>
#include <QString>

namespace genauth {

/** The certificates in a PEM file, of which at most the first 4 MiB are read; empty when the file
 *  is missing, holds none, or is no file: a pipe or a device is not opened. */
[[nodiscard]] QList<QSslCertificate> readCertificateAuthorities(const QString &path);

} // namespace genauth
