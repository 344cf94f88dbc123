// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/rightstext.h"

#include "app/text/formatting.h"
#include "app/text/usagetext.h"
#include "core/base/decimal.h"
#include "core/base/displaytext.h"
#include "core/billing/allowance.h"

#include <QStringList>

namespace genauth {

namespace {

bool saysNothing(const Reading<QString> &reading)
{
    return !reading.value || isBlank(*reading.value);
}

} // namespace

QString RightsText::dataType(Right::DataType type, const QString &sent)
{
    switch (type) {
    case Right::DataType::Quantity:
        return tr("Quantity");
    case Right::DataType::Number:
        return tr("Number (not metered)");
    case Right::DataType::YesNo:
        return tr("Yes or no");
    case Right::DataType::Text:
        return tr("Text");
    case Right::DataType::Unlisted:
        //: of a right; %1 as the server sent it
        return sent.isEmpty() ? tr("Data type unknown")
                              : tr("Data type “%1”").arg(displayText(sent));
    }
    Q_UNREACHABLE();
}

bool RightsText::isValueKnown(const Right &right)
{
    return !saysNothing(right.dataValue);
}

QString RightsText::value(const Right &right)
{
    if (saysNothing(right.dataValue))
        return Formatting::unknown();
    const QString sent = *right.dataValue.value;
    if (const std::optional<bool> included = right.isIncluded())
        return *included ? tr("✓ Included") : tr("– Not included");
    const bool isNumber =
        right.dataType == Right::DataType::Quantity || right.dataType == Right::DataType::Number;
    if (isNumber && Allowance::saysUnlimited(sent))
        return tr("unlimited");
    // What is no plain number is shown as it came.
    if (const auto number = isNumber ? Decimal::parse(sent) : std::nullopt)
        return Formatting::money(*number, {});
    return displayText(sent);
}

QString RightsText::details(const Right &right)
{
    QStringList lines;
    lines << tr("Code: %1").arg(UsageText::code(right.modelCode));
    lines << tr("Value as sent: %1")
                 .arg(saysNothing(right.dataValue) ? Formatting::unknown()
                                                   : displayText(*right.dataValue.value));
    lines << tr("Data type as sent: %1")
                 .arg(saysNothing(right.dataTypeSent) ? Formatting::unknown()
                                                      : displayText(*right.dataTypeSent.value));
    return lines.join(QLatin1Char('\n'));
}

QString RightsText::summary(int rights)
{
    return tr("%n right(s)", "how many are included", rights);
}

} // namespace genauth
