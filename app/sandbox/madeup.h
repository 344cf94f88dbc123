// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QtGlobal>

namespace genauth::sandbox {

/**
 * Numbers that look made by chance and are the same at each start: from what they are for, and from
 * nothing else. Not for secrets.
 */
class MadeUp final
{
public:
    explicit MadeUp(quint64 seed)
        : m_seed(seed)
    {
    }
    /** A pool's own; its id is hexadecimal. */
    explicit MadeUp(const QString &userPoolId)
        : MadeUp(mixed(userPoolId.first(12).toULongLong(nullptr, 16) ^
                       (userPoolId.last(12).toULongLong(nullptr, 16) << 16)))
    {
    }

    /** A number for a purpose: equal for equal purposes, unlike for others. */
    [[nodiscard]] quint64 number(quint64 purpose) const { return mixed(m_seed + mixed(purpose)); }
    /** 0 to bound - 1. */
    [[nodiscard]] int below(int bound, quint64 purpose) const
    {
        return int(number(purpose) % quint64(bound));
    }
    /** What to draw further numbers from, for a thing that has several. */
    [[nodiscard]] MadeUp about(quint64 purpose) const { return MadeUp(number(purpose)); }

    /** `digits` hexadecimal digits, 16 at most. */
    [[nodiscard]] QString hex(int digits, quint64 purpose) const
    {
        return QString::number(number(purpose), 16).rightJustified(16, u'0').last(digits);
    }
    /** `digits` decimal digits, 18 at most. */
    [[nodiscard]] QString decimal(int digits, quint64 purpose) const
    {
        return QString::number(number(purpose)).rightJustified(20, u'0').last(digits);
    }

private:
    /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014): every bit depends on every other. */
    [[nodiscard]] static quint64 mixed(quint64 value)
    {
        value += 0x9E3779B97F4A7C15U;
        value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
        value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
        return value ^ (value >> 31U);
    }

    quint64 m_seed;
};

} // namespace genauth::sandbox
