// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QVariant>

namespace genauth {

struct Package;

/** One field of a package, as tables show it: where it stands and how its raw value is read. */
struct PackageField
{
    int column; ///< PoolsModel::Column
    int role;   ///< PoolsModel::Role
    QVariant (*value)(const Package &);
    const QString &(*asSent)(const Package &); ///< the server's own text
};

/** Null when the column holds no field of the package. */
[[nodiscard]] const PackageField *packageFieldOfColumn(int column);
[[nodiscard]] const PackageField *packageFieldOfRole(int role);

} // namespace genauth
