// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QMetaType>
#include <QString>
#include <QUuid>

#include <array>
#include <optional>

namespace genauth {

/** What deserves a word. The codes under which they are stored are alertRuleCode()'s. */
enum class AlertRule {
    EndsSoon,           ///< so many days or less are left: `step` days
    Ended,              ///< the end time has passed, and nobody calls it overdue
    Overdue,            ///< by the server's word; `step`: full weeks overdue, 0 at first
    Contradiction,      ///< end time and overdue days do not fit each other
    MauAtPercent,       ///< MAU used is at `step` percent of what was bought, or above
    ForecastMeetsQuota, ///< at this pace the MAU bought is met before the billing cycle ends
    RightAtLimit,       ///< another right is used up: `subject` is its model code
    DataIsOld,          ///< no refresh has succeeded for a day
    KeyRefused,         ///< the service refuses the access key, or the key is not to be had
    // Good news: told once, nothing to be done about.
    Renewed,   ///< the end time has moved on
    Paid,      ///< an order is paid, `subject` is its number; or nothing is overdue any more
    BackUnder, ///< MAU use, or the right `subject`, is below its limit again
};
inline constexpr std::array AlertRules{AlertRule::EndsSoon, AlertRule::Ended, AlertRule::Overdue,
    AlertRule::Contradiction, AlertRule::MauAtPercent, AlertRule::ForecastMeetsQuota,
    AlertRule::RightAtLimit, AlertRule::DataIsOld, AlertRule::KeyRefused, AlertRule::Renewed,
    AlertRule::Paid, AlertRule::BackUnder};

/** "ends-soon", "ended", "overdue", "contradiction", "mau", "forecast", "right", "old-data", "key",
 *  "renewed", "paid", "back-under": for files, settings and hooks. Never changed. */
[[nodiscard]] QString alertRuleCode(AlertRule rule);
[[nodiscard]] std::optional<AlertRule> alertRuleFromCode(const QString &code);

/** How loudly it is said. */
enum class AlertUrgency { Good, Warning, Critical };
/** "good", "warning", "critical". */
[[nodiscard]] QString alertUrgencyCode(AlertUrgency urgency);

/** Critical: ended, overdue, seven days or less left, MAU at 100 % or above, a refused key. Good:
 *  the good news. Warning: everything else. */
[[nodiscard]] AlertUrgency urgencyOf(AlertRule rule, int step);

/** The rule speaks about the package, its use or its orders: only a fresh answer raises or clears
 *  it. The others, DataIsOld and KeyRefused, speak about asking. */
[[nodiscard]] bool isBillingRule(AlertRule rule);
/** Renewed, Paid, BackUnder. */
[[nodiscard]] bool isGoodNews(AlertRule rule);

/** What tells one alert from another: each fires once. */
struct AlertKey
{
    QUuid account;
    AlertRule rule = AlertRule::EndsSoon;
    int step = 0;    ///< see AlertRule; 0 where a rule has none
    QString subject; ///< see AlertRule; raw; empty where a rule has none
    /** What the rule counts by: the package's end time, of MAU rules with the running billing
     *  cycle's first day; of rules about asking, when it last went well. A new one is a new alert.
     */
    QString cycle;

    friend bool operator==(const AlertKey &, const AlertKey &) = default;
    friend size_t qHash(const AlertKey &key, size_t seed = 0)
    {
        return qHashMulti(
            seed, key.account, static_cast<int>(key.rule), key.step, key.subject, key.cycle);
    }
};

/** The numbers on which it fired, as far as the rule goes by them; each may be unknown. Texts are
 *  raw and must pass displayText() before they are shown. */
struct AlertNumbers
{
    QDateTime endTime;                 ///< carries the pool's offset; invalid: unknown
    std::optional<qint64> secondsLeft; ///< negative: since the end
    std::optional<qint64> overdueDays; ///< the server's count
    std::optional<qint64> used;        ///< of MAU, or of the right
    std::optional<qint64> bought;
    QDateTime reachesAt;   ///< of the forecast; carries the pool's offset
    QString subjectName;   ///< a right's model name, bilingual as it came
    QDateTime before;      ///< Renewed: the old end time
    QDateTime lastSuccess; ///< DataIsOld: of the last good answer, UTC

    friend bool operator==(const AlertNumbers &, const AlertNumbers &) = default;
};

struct Alert
{
    AlertKey key;
    AlertNumbers numbers;

    [[nodiscard]] AlertUrgency urgency() const { return urgencyOf(key.rule, key.step); }
    friend bool operator==(const Alert &, const Alert &) = default;
};

/** An alert that fired: what the list of alerts shows, and the database keeps. */
struct AlertRecord
{
    qint64 id = 0; ///< ascending in the order of firing; 0: not kept yet
    Alert alert;
    QString poolName;         ///< the user's own, when it fired
    QDateTime firedAt;        ///< UTC
    QDateTime announcedAt;    ///< UTC; invalid: not yet, quiet hours or snoozed
    QDateTime endedAt;        ///< UTC; invalid: it still holds
    QDateTime acknowledgedAt; ///< UTC; invalid: nobody has
    QDateTime snoozedUntil;   ///< UTC; then it is announced again if it still holds
    bool snoozedUntilChange = false;

    /** Holds, and nobody has taken note of it: what the tray icon counts. Good news, never. */
    [[nodiscard]] bool isOpen() const
    {
        return !endedAt.isValid() && !acknowledgedAt.isValid() && !isGoodNews(alert.key.rule);
    }
    [[nodiscard]] bool isSnoozed(const QDateTime &now) const
    {
        return snoozedUntilChange || (snoozedUntil.isValid() && now < snoozedUntil);
    }
    friend bool operator==(const AlertRecord &, const AlertRecord &) = default;
};

} // namespace genauth

Q_DECLARE_METATYPE(genauth::AlertRecord)
