// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alerts/alertrules.h"

#include <QDateTime>

#include <chrono>

namespace genauth {

/** One run of findAlerts(): each function judges a part of the rules. The parts of it that are
 *  public beside run() are for the files of this class alone. */
class AlertJudge final
{
public:
    /** All must outlive it. */
    AlertJudge(const AlertFacts &facts, const AlertThresholds &thresholds,
        const std::optional<AlertMemory> &memory, const QDateTime &localNow,
        std::chrono::seconds interval);

    [[nodiscard]] AlertFinding run();

private:
    void judgeEnd();
    void judgeOverdue();
    void judgeContradiction();
    void judgeMau();
    void judgeForecast(const AlertNumbers &numbers);
    void judgeRights();
    void judgeOrders();
    void judgeAsking();

    [[nodiscard]] bool isFresh(const OperationAttempt &attempt) const;
    /** Above 0 by the answer, or, where it does not say, by the one before of the same end. */
    [[nodiscard]] bool isOverdue() const;
    /** Of the package. */
    [[nodiscard]] QString cycle() const;
    [[nodiscard]] QString mauCycle() const;
    [[nodiscard]] AlertNumbers numbersOfPackage() const;
    void hold(AlertRule rule, int step, const QString &subject, const QString &cycle,
        const AlertNumbers &numbers);
    void tell(
        AlertRule rule, const QString &subject, const QString &cycle, const AlertNumbers &numbers);

    const AlertFacts &m_facts;
    const PoolSnapshot &m_snapshot;
    const AlertThresholds &m_thresholds;
    const AlertMemory m_before; ///< empty where there is none
    const QDateTime m_localNow;
    const QDateTime m_now; ///< by GenAuth's clock where that is believed
    const std::chrono::seconds m_interval;
    AlertFinding m_finding;
};

/** Seconds until the package ends, by whole seconds, as assess() counts; nothing: it has no end, or
 *  none that is known. */
[[nodiscard]] std::optional<qint64> alertSecondsLeft(
    const PoolSnapshot &snapshot, const QDateTime &correctedNow);

} // namespace genauth
