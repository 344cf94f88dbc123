// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMetaType>
#include <QString>
#include <QStringView>

#include <compare>
#include <optional>

namespace genauth {

/** An exact decimal number: up to 15 digits before the point and 6 after, as money needs.
 *
 *  Never goes through a binary floating-point number. Two values are equal when they are the same
 *  number ("99.0" equals "99.00"); how many digits after the point the text had is kept for
 *  showing. There is no negative zero. */
class Decimal
{
public:
    Decimal() = default; ///< zero

    /** Reads exactly `-?digits[.digits]` with ASCII digits, 1 to 15 before the point and 1 to 6
     *  after. Anything else is nullopt: a sign "+", blanks, group separators, currency signs,
     *  exponents, full-width digits, "NaN", "-0", the empty text. The meaning of "1,234" is never
     *  guessed. Independent of the locale. */
    [[nodiscard]] static std::optional<Decimal> parse(QStringView text);

    /** "-1234.50": ASCII, as many digits after the point as the parsed text had. */
    [[nodiscard]] QString toString() const;

    [[nodiscard]] bool isNegative() const { return m_negative; }
    /** The exact sum, shown with as many digits after the point as the one that shows more of them;
     *  nothing when it would have more than 15 before. */
    [[nodiscard]] std::optional<Decimal> plus(const Decimal &other) const;

    /** Without the sign. */
    [[nodiscard]] qint64 wholePart() const { return m_whole; }
    /** What follows the point, without the sign: 0 to 999,999. */
    [[nodiscard]] qint32 millionths() const { return m_millionths; }
    /** 0 to 6. */
    [[nodiscard]] int shownDecimals() const { return m_shownDecimals; }

    friend bool operator==(const Decimal &a, const Decimal &b) { return (a <=> b) == 0; }
    friend std::strong_ordering operator<=>(const Decimal &a, const Decimal &b);

private:
    qint64 m_whole = 0;
    qint32 m_millionths = 0;
    int m_shownDecimals = 0;
    bool m_negative = false;
};

} // namespace genauth

Q_DECLARE_METATYPE(genauth::Decimal)
