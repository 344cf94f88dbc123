// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/ordernumber.h"

namespace genauth::sandbox {

namespace {

// A product with an odd number, modulo a power of two, can be undone, and looks like chance.
constexpr quint64 mask = (quint64(1) << 48U) - 1;
constexpr quint64 factor = 0x9E3779B97F4BU;

/** By Newton's iteration: each step doubles the number of right bits. */
constexpr quint64 inverse(quint64 odd)
{
    quint64 guess = odd; // right in three bits
    for (int i = 0; i < 5; ++i)
        guess *= 2 - odd * guess;
    return guess;
}
static_assert(((factor * inverse(factor)) & mask) == 1);

constexpr quint64 shiftPurpose = 5;

} // namespace

QString orderNumber(qint64 place, const QDateTime &createTime, const MadeUp &pool)
{
    const quint64 hidden = (quint64(place) * factor + pool.number(shiftPurpose)) & mask;
    return createTime.toOffsetFromUtc(8 * 3600).toString(u"yyyyMMddHHmmss") +
           QString::number(hidden, 16).rightJustified(12, u'0');
}

qint64 placeIn(const QString &orderNo, const MadeUp &pool)
{
    const quint64 hidden = orderNo.right(12).toULongLong(nullptr, 16);
    return qint64(((hidden - pool.number(shiftPurpose)) * inverse(factor)) & mask);
}

} // namespace genauth::sandbox
