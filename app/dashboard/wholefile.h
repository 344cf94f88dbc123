// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QString>

namespace genauth {

/** Files that are written whole or not at all. */
class WholeFile
{
    Q_DECLARE_TR_FUNCTIONS(genauth::WholeFile)

public:
    /** A file that was there stays as it was when this fails; what is there and is no ordinary file
     *  is left alone. So it is where there are no bytes. Returns why, mostly in the
     *  system's words; empty when it is written. */
    [[nodiscard]] static QString write(const QByteArray &bytes, const QString &file);

    /** A name without a suffix for a file about this pool: "genauth-mau-Production". What may mean
     *  something to a shell or a file system is not in it. */
    [[nodiscard]] static QString baseName(const QString &what, const QString &pool);
};

} // namespace genauth
