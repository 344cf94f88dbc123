// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/reportcodes.h"

#include <QSet>

namespace genauth {

QString codeOf(SubscriptionState state)
{
    switch (state) {
    case SubscriptionState::Overdue:
        return QStringLiteral("overdue");
    case SubscriptionState::Ended:
        return QStringLiteral("ended");
    case SubscriptionState::EndsVerySoon:
        return QStringLiteral("ends_very_soon");
    case SubscriptionState::OverMau:
        return QStringLiteral("over_mau");
    case SubscriptionState::EndsSoon:
        return QStringLiteral("ends_soon");
    case SubscriptionState::Contradiction:
        return QStringLiteral("contradiction");
    case SubscriptionState::RightAtLimit:
        return QStringLiteral("right_at_limit");
    case SubscriptionState::NotReachable:
        return QStringLiteral("not_reachable");
    case SubscriptionState::Unknown:
        return QStringLiteral("unknown");
    case SubscriptionState::NoEndDate:
        return QStringLiteral("no_end_date");
    case SubscriptionState::Active:
        return QStringLiteral("active");
    }
    Q_UNREACHABLE();
}

QString codeOf(AlertLevel level)
{
    switch (level) {
    case AlertLevel::Ok:
        return QStringLiteral("OK");
    case AlertLevel::Warning:
        return QStringLiteral("WARNING");
    case AlertLevel::Critical:
        return QStringLiteral("CRITICAL");
    case AlertLevel::Unknown:
        return QStringLiteral("UNKNOWN");
    }
    Q_UNREACHABLE();
}

QString codeOf(LevelReason reason)
{
    switch (reason) {
    case LevelReason::MauCritical:
        return QStringLiteral("mau_critical");
    case LevelReason::MauUnknown:
        return QStringLiteral("mau_unknown");
    case LevelReason::Unanswered:
        return QStringLiteral("unanswered");
    }
    Q_UNREACHABLE();
}

int exitCodeOf(AlertLevel level)
{
    switch (level) {
    case AlertLevel::Ok:
        return 0;
    case AlertLevel::Warning:
        return 1;
    case AlertLevel::Critical:
        return 2;
    case AlertLevel::Unknown:
        return 3;
    }
    Q_UNREACHABLE();
}

QString utcText(const QDateTime &moment)
{
    return moment.isValid()
               ? moment.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")) + QLatin1Char('Z')
               : QString();
}

std::optional<qint64> overdueSeconds(const PoolReport &pool)
{
    if (!pool.package)
        return std::nullopt;
    constexpr qint64 day = 86'400;
    const std::optional<qint64> &counted = pool.package->overdueDays.value;
    const std::optional<qint64> &elapsed = pool.assessment.secondsOverdue;
    const bool countSaysOtherwise =
        pool.assessment.all.contains(SubscriptionState::Contradiction) && counted;
    if (elapsed && !countSaysOtherwise)
        return elapsed;
    if (counted)
        return *counted * day;
    const bool isAhead = pool.assessment.secondsLeft.has_value() ||
                         pool.package->endTime.kind == EndTime::Kind::Never;
    return isAhead ? std::optional<qint64>(0) : std::nullopt;
}

QStringList madeUnique(const QStringList &names)
{
    QSet<QString> taken(names.cbegin(), names.cend());
    QSet<QString> seen;
    QStringList unique;
    for (const QString &name : names) {
        QString own = name;
        // Not one that another pool really has.
        for (int count = 2; seen.contains(own) || (own != name && taken.contains(own)); ++count)
            own = QStringLiteral("%1 (%2)").arg(name).arg(count);
        seen.insert(own);
        unique.append(own);
    }
    return unique;
}

} // namespace genauth
