// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/madeup.h"

#include <QDateTime>
#include <QString>

namespace genauth::sandbox {

/** The time in Beijing in 14 digits, and an order's place in its pool hidden in 12 hexadecimal
 * ones. */
[[nodiscard]] QString orderNumber(qint64 place, const QDateTime &createTime, const MadeUp &pool);

/** The place orderNumber() hid in there; some number or other when it did not make this text. */
[[nodiscard]] qint64 placeIn(const QString &orderNo, const MadeUp &pool);

} // namespace genauth::sandbox
