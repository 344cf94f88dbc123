// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/billing/order.h"
#include "core/models/cyclefacts.h"

#include <QCoreApplication>
#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace genauth {

/** Billing cycles in words, for a table, a chart and those who cannot see it. */
class HistoryText
{
    Q_DECLARE_TR_FUNCTIONS(genauth::HistoryText)

public:
    /** "11 Nov 2026", "2026年11月11日"; the word for unknown of an invalid one. */
    [[nodiscard]] static QString day(QDate day);
    /** "29 Nov", "11月29日" */
    [[nodiscard]] static QString shortDay(QDate day);
    /** A cycle by the month, or the year, in which it begins: "Aug 2026", "2026". Of a short one
     *  the day: "8 Aug 2026". */
    [[nodiscard]] static QString name(const CycleFacts &cycle);
    /** The same for an axis, without the year: "Aug"; of a cycle of a year "2026". Empty: unknown.
     */
    [[nodiscard]] static QString axisName(const CycleFacts &cycle);
    /** The cycle lasts about a year, so that its axisName() is the year. */
    [[nodiscard]] static bool isYear(const CycleFacts &cycle);
    /** For an axis: "0", "800", "8k", "2.5M". */
    [[nodiscard]] static QString axisCount(double count);

    [[nodiscard]] static QString used(const CycleFacts &cycle);
    [[nodiscard]] static QString bought(const CycleFacts &cycle);
    /** "30 Nov 2026, running" */
    [[nodiscard]] static QString runningUntil(QDate day);
    /** What stands in the answer where something cannot be read. */
    [[nodiscard]] static QString asSent(const QString &text);
    /** "104%"; "unknown" and "unlimited" where there is nothing to measure against. */
    [[nodiscard]] static QString share(const CycleFacts &cycle);
    /** "Runs", "Over the quota"; empty when there is nothing to say. */
    [[nodiscard]] static QString note(const CycleFacts &cycle);
    /** All of it in a line: "Aug 2026: 10,420 of 10,000 used (104%), over the quota". */
    [[nodiscard]] static QString line(const CycleFacts &cycle);
    /** What nobody knows for sure about these numbers. */
    [[nodiscard]] static QString caveat();
    /** "12 billing cycles, from Dec 2025 to Nov 2026; highest 10,420 in Aug 2026" */
    [[nodiscard]] static QString summary(const QList<CycleFacts> &cycles);
    /** "Bought 10,000": of a line in a chart. */
    [[nodiscard]] static QString entitlement(qint64 bought);
    /** "As of 27 Nov 2026, 12:00 Beijing time" */
    [[nodiscard]] static QString asOf(const QDateTime &moment);
    /** What the signs in a chart of these cycles and orders stand for; those that are not there are
     *  left out. */
    [[nodiscard]] static QString chartKey(
        const QList<CycleFacts> &cycles, const QList<Order::Type> &orders);

    /** What an order did, and when: "Renewal on 11 Nov 2026". Nothing of orders that changed no
     *  package, were never paid, or are in a status this program does not know. */
    [[nodiscard]] static std::optional<QString> event(const Order &order);
};

} // namespace genauth
