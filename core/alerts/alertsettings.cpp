// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/alerts/alertsettings.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <functional>

namespace genauth {

namespace {

QList<int> cleanedSteps(QList<int> steps, int most, bool isAscending)
{
    steps.removeIf([most](int step) { return step < 1 || step > most; });
    if (isAscending)
        std::sort(steps.begin(), steps.end());
    else
        std::sort(steps.begin(), steps.end(), std::greater<>());
    steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
    // Where there are too many, those stay that lie closest to the end, or to the full use.
    if (steps.size() > AlertThresholds::MostSteps)
        steps.remove(0, steps.size() - AlertThresholds::MostSteps);
    return steps;
}

} // namespace

QList<int> AlertThresholds::defaultEndDays()
{
    return {30, 14, 7, 3, 1};
}

QList<int> AlertThresholds::defaultMauPercents()
{
    return {80, 90, 100};
}

AlertThresholds AlertThresholds::cleaned() const
{
    constexpr int mostDays = 3650;
    constexpr int mostPercent = 1000;
    AlertThresholds cleaned = *this;
    cleaned.endDays = cleanedSteps(endDays, mostDays, false);
    cleaned.mauPercents = cleanedSteps(mauPercents, mostPercent, true);
    return cleaned;
}

bool AlertOverrides::isEmpty() const
{
    return on.isEmpty() && !endDays && !mauPercents;
}

AlertThresholds AlertOverrides::appliedTo(const AlertThresholds &global) const
{
    AlertThresholds applied = global;
    for (auto rule = on.cbegin(); rule != on.cend(); ++rule) {
        if (rule.value())
            applied.off.remove(rule.key());
        else
            applied.off.insert(rule.key());
    }
    if (endDays)
        applied.endDays = *endDays;
    if (mauPercents)
        applied.mauPercents = *mauPercents;
    return applied.cleaned();
}

bool QuietHours::holdAt(const QDateTime &local) const
{
    if (!isOn || !from.isValid() || !to.isValid() || from == to)
        return false;
    const QTime time = local.time();
    return from < to ? time >= from && time < to : time >= from || time < to;
}

QDateTime QuietHours::nextChange(const QDateTime &local) const
{
    if (!isOn || !from.isValid() || !to.isValid() || from == to)
        return {};
    QDateTime next;
    const auto consider = [&](const QDateTime &moment) {
        const bool changes = holdAt(moment) != holdAt(moment.addMSecs(-1));
        if (changes && moment > local && (!next.isValid() || moment < next))
            next = moment;
    };
    // Where clocks are put forward or back they may begin or end with that; and a time that comes
    // twice in a night is, by the offset that holds now, the one that is still to come.
    const QTimeZone::OffsetData jump = QTimeZone::systemTimeZone().nextTransition(local);
    if (jump.atUtc.isValid())
        consider(jump.atUtc.toLocalTime());
    for (int days = 0; days <= 2; ++days) {
        const QDate day = local.date().addDays(days);
        for (const QTime time : {from, to}) {
            consider(QDateTime(day, time, Qt::LocalTime));
            consider(QDateTime(day, time, Qt::OffsetFromUTC, local.offsetFromUtc()).toLocalTime());
        }
    }
    return next;
}

AlertThresholds AlertSettings::of(const QUuid &account) const
{
    return overrides.value(account).appliedTo(thresholds);
}

} // namespace genauth
