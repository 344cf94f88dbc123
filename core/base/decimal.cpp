// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/decimal.h"

#include <algorithm>
#include <tuple>

namespace genauth {

namespace {

constexpr qsizetype MaxWholeDigits = 15;
constexpr qsizetype MaxDecimals = 6;
constexpr qint64 MaxWhole = 999'999'999'999'999;
constexpr qint64 Millionths = 1'000'000; ///< in one

// QChar::isDigit() would take full-width and Arabic-Indic digits too.
bool areDigits(QStringView text, qsizetype maximum)
{
    return !text.isEmpty() && text.size() <= maximum &&
           std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

qint64 valueOf(QStringView digits)
{
    qint64 value = 0;
    for (const QChar c : digits)
        value = value * 10 + (c.unicode() - u'0');
    return value;
}

} // namespace

std::optional<Decimal> Decimal::parse(QStringView text)
{
    Decimal number;
    number.m_negative = text.startsWith(u'-');
    if (number.m_negative)
        text = text.sliced(1);

    const qsizetype point = text.indexOf(u'.');
    const QStringView whole = point < 0 ? text : text.first(point);
    if (!areDigits(whole, MaxWholeDigits))
        return std::nullopt;
    number.m_whole = valueOf(whole);

    if (point >= 0) {
        const QStringView decimals = text.sliced(point + 1);
        if (!areDigits(decimals, MaxDecimals))
            return std::nullopt;
        number.m_shownDecimals = static_cast<int>(decimals.size());
        qint64 millionths = valueOf(decimals);
        for (qsizetype i = decimals.size(); i < MaxDecimals; ++i)
            millionths *= 10;
        number.m_millionths = static_cast<qint32>(millionths);
    }

    if (number.m_negative && number.m_whole == 0 && number.m_millionths == 0)
        return std::nullopt;
    return number;
}

QString Decimal::toString() const
{
    QString text = m_negative ? QStringLiteral("-") : QString();
    text += QString::number(m_whole);
    if (m_shownDecimals > 0) {
        const QString decimals =
            QString::number(m_millionths).rightJustified(MaxDecimals, QLatin1Char('0'));
        text += QLatin1Char('.') + decimals.first(m_shownDecimals);
    }
    return text;
}

std::optional<Decimal> Decimal::plus(const Decimal &other) const
{
    const auto signedBy = [](const Decimal &number, qint64 part) {
        return number.m_negative ? -part : part;
    };
    const qint64 parts = signedBy(*this, m_millionths) + signedBy(other, other.m_millionths);
    qint64 whole = signedBy(*this, m_whole) + signedBy(other, other.m_whole) + parts / Millionths;
    qint64 millionths = parts % Millionths;
    if (whole > 0 && millionths < 0) {
        --whole;
        millionths += Millionths;
    } else if (whole < 0 && millionths > 0) {
        ++whole;
        millionths -= Millionths;
    }
    Decimal sum;
    sum.m_negative = whole < 0 || millionths < 0;
    sum.m_whole = whole < 0 ? -whole : whole;
    sum.m_millionths = static_cast<qint32>(millionths < 0 ? -millionths : millionths);
    sum.m_shownDecimals = std::max(m_shownDecimals, other.m_shownDecimals);
    if (sum.m_whole > MaxWhole)
        return std::nullopt;
    return sum;
}

std::strong_ordering operator<=>(const Decimal &a, const Decimal &b)
{
    // A negative zero cannot be made, so the sign alone tells two numbers apart.
    if (a.m_negative != b.m_negative)
        return b.m_negative <=> a.m_negative;
    const auto magnitude =
        std::tie(a.m_whole, a.m_millionths) <=> std::tie(b.m_whole, b.m_millionths);
    return a.m_negative ? 0 <=> magnitude : magnitude;
}

} // namespace genauth
