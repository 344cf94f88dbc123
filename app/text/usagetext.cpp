// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/usagetext.h"

#include "app/text/formatting.h"
#include "core/base/displaytext.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace genauth {

QString UsageText::name(const Reading<QString> &modelName, const Reading<QString> &modelCode)
{
    if (!modelName.value || isBlank(*modelName.value))
        return code(modelCode);
    const BilingualName halves = bilingualName(*modelName.value);
    return displayText(QLocale().language() == QLocale::Chinese ? halves.zh : halves.en);
}

QString UsageText::code(const Reading<QString> &modelCode)
{
    const bool known = modelCode.value && !isBlank(*modelCode.value);
    return known ? displayText(*modelCode.value) : Formatting::unknown();
}

bool UsageText::isUseKnown(const RightUsage &right)
{
    return right.current.isKnown() || right.amount.isKnown();
}

QString UsageText::use(const RightUsage &right)
{
    const bool usedKnown = right.current.isKnown();
    const QString used = Formatting::count(right.current.value.value_or(0));
    const QString included = Formatting::count(right.amount.count);
    switch (right.amount.kind) {
    case Allowance::Kind::Unlimited:
        return usedKnown ? tr("%1 used, unlimited").arg(used) : tr("used unknown, unlimited");
    case Allowance::Kind::Count:
        if (!usedKnown)
            //: %1 a number
            return tr("used unknown, %1 included").arg(included);
        //: %1 a number that is used; nothing of it is included
        return right.amount.count == 0 ? tr("%1 of 0 included").arg(used)
                                       //: %1 is used of %2
                                       : tr("%1 of %2").arg(used, included);
    case Allowance::Kind::Unknown:
        return usedKnown ? tr("%1 used, included unknown").arg(used) : Formatting::unknown();
    }
    Q_UNREACHABLE();
}

QString UsageText::percent(const RightUsage &right)
{
    if (const auto percent = percentUsed(right.current, right.amount))
        //: a whole number and the percent sign
        return tr("%1%").arg(Formatting::count(*percent));
    if (right.amount.kind == Allowance::Kind::Unlimited)
        return tr("unlimited");
    if (right.amount.kind == Allowance::Kind::Count && right.amount.count == 0)
        return tr("none included");
    return Formatting::unknown();
}

QString UsageText::trial(const RightUsage &right)
{
    if (!right.isTrial.value)
        return Formatting::unknown();
    return *right.isTrial.value ? tr("Trial") : QString();
}

QString UsageText::details(const RightUsage &right)
{
    QStringList lines;
    lines << tr("Code: %1").arg(code(right.modelCode));
    if (!right.amount.isKnown() && !right.amount.asSent.isEmpty())
        lines << tr("How much is included cannot be read: GenAuth sent “%1”.")
                     .arg(displayText(right.amount.asSent));
    if (right.current.isUnreadable())
        lines << tr("How much is used cannot be read: GenAuth sent “%1”.")
                     .arg(displayText(right.current.asSent));
    if (right.isTrial.value.value_or(false))
        lines << tr("A right of a trial");
    return lines.join(QLatin1Char('\n'));
}

QString UsageText::summary(const QList<RightUsage> &rights)
{
    const auto atLimit = std::ranges::count_if(rights, [](const RightUsage &right) {
        return percentUsed(right.current, right.amount).value_or(0) >= 100;
    });
    const QString all = tr("%n right(s)", "how many there are", static_cast<int>(rights.size()));
    if (atLimit == 0)
        return all;
    //: %1 "9 rights", %2 "1 at its limit"
    return tr("%1, %2").arg(all, tr("%n at its limit", nullptr, static_cast<int>(atLimit)));
}

} // namespace genauth
