// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/mautext.h"

#include "app/text/formatting.h"

#include <QStringList>

namespace genauth {

namespace {

QString boughtWords(const Allowance &bought)
{
    switch (bought.kind) {
    case Allowance::Kind::Count:
        //: follows the number of active users: "8,210 of 10,000 bought"
        return MauText::tr("of %1 bought").arg(Formatting::count(bought.count));
    case Allowance::Kind::Unlimited:
        //: follows the number of active users: "8,210 unlimited"
        return MauText::tr("used, unlimited");
    case Allowance::Kind::Unknown:
        return MauText::tr("used, bought unknown");
    }
    Q_UNREACHABLE();
}

} // namespace

MauText::MauText(const CurrentMau &mau)
    : used(Formatting::count(mau.used.value.value_or(0)))
    , ofBought(boughtWords(mau.bought))
    , percent(percentUsed(mau.used, mau.bought))
{
    QStringList lines;
    if (mau.source == CurrentMau::Source::UsageRow)
        lines << tr("From the usage: the right with the code “MAU”.");
    else
        lines << tr("From the MAU history: the billing cycle that holds today. The usage has no "
                    "right with the code “MAU”.");
    if (mau.boughtIsThePackages)
        lines << tr("How many were bought is the package's own MAU quantity.");
    else
        lines << tr("Read as bought: “amount”. Read as used: “current”. GenAuth's own description "
                    "does not settle which is which.");
    if (percent)
        lines << tr("%1% of what was bought").arg(Formatting::count(*percent));
    tooltip = lines.join(QLatin1Char('\n'));
}

} // namespace genauth
