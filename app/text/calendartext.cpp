// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/calendartext.h"

#include "app/text/formatting.h"
#include "app/text/historytext.h"
#include "app/text/packagetext.h"
#include "core/base/clock.h"
#include "core/base/displaytext.h"

namespace genauth {

QString CalendarText::name()
{
    return tr("GenAuth packages");
}

std::optional<PackageEndEvent> CalendarText::event(
    const Account &account, const PoolSnapshot &snapshot, const QList<int> &alarmDays)
{
    const std::optional<Package> &package = snapshot.package.value;
    if (!package || package->endTime.kind != EndTime::Kind::At)
        return std::nullopt;
    const QDateTime end = inClock(package->endTime.at, account.clockOffset);
    const QDateTime learnedAt = snapshot.package.receivedAt;
    const PackageText text(account, snapshot, {});
    QStringList lines;
    for (const PackageText::Fact &name : {text.name(), text.otherName()}) {
        if (name.known)
            lines << name.value;
    }
    lines << tr("The package ends on %1.").arg(Formatting::dateTime(end));
    if (const PackageText::Fact mau = text.mauQuantity(); mau.known)
        lines << tr("MAU bought: %1").arg(mau.value);
    if (learnedAt.isValid())
        lines << HistoryText::asOf(inClock(learnedAt, account.clockOffset));
    return PackageEndEvent{.account = account.id,
        .day = end.date(),
        .learnedAt = learnedAt,
        //: %1 the name of a user pool
        .summary = tr("%1: the package ends").arg(displayText(account.name)),
        .description = lines.join(QLatin1Char('\n')),
        .alarmDays = alarmDays};
}

} // namespace genauth
