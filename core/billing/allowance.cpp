// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/billing/allowance.h"

#include "core/api/jsonfields.h"

#include <algorithm>
#include <array>
#include <limits>

namespace genauth {

namespace {

constexpr int MostPercent = 1'000'000;

} // namespace

bool Allowance::saysUnlimited(const QString &sent)
{
    static const std::array<QString, 6> words{QStringLiteral("-1"), QStringLiteral("unlimited"),
        QStringLiteral("infinite"), QStringLiteral("不限"), QStringLiteral("无限"),
        QStringLiteral("无限制")};
    return std::ranges::any_of(
        words, [&](const QString &word) { return sent.compare(word, Qt::CaseInsensitive) == 0; });
}

Allowance Allowance::fromJson(JsonFields &fields, const QString &key)
{
    // As text first: a number's path would be collected although "unlimited" was understood.
    const QString sent = fields.sent(key);
    if (saysUnlimited(sent))
        return {Kind::Unlimited, 0, sent};
    const Reading<qint64> amount = fields.count(key, std::numeric_limits<qint64>::max());
    if (!amount.value)
        return {Kind::Unknown, 0, amount.asSent};
    return {Kind::Count, *amount.value, amount.asSent};
}

std::optional<int> percentUsed(const Reading<qint64> &used, const Allowance &allowance)
{
    if (!used.value || !allowance.isMeasure())
        return std::nullopt;
    // In two parts, so that nothing overflows.
    const qint64 whole = std::min<qint64>(*used.value / allowance.count, MostPercent / 100);
    const qint64 rest = *used.value % allowance.count;
    const qint64 part = rest < std::numeric_limits<qint64>::max() / 100
                            ? rest * 100 / allowance.count
                            : rest / (allowance.count / 100 + 1); // rounded down all the same
    return static_cast<int>(std::min<qint64>(whole * 100 + part, MostPercent));
}

} // namespace genauth
