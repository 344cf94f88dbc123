// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/text/language.h"
#include "core/billing/order.h"
#include "core/billing/ordertotals.h"
#include "core/billing/payment.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace genauth {

/** Orders in words, in the language of the window. Everything is safe to show as plain text; what
 *  is unknown, or would leave nothing to be seen, says so, and what is not listed or not readable
 * is shown as it came. */
class OrderText
{
    Q_DECLARE_TR_FUNCTIONS(genauth::OrderText)

public:
    /** One value, and whether it is known at all. */
    struct Fact
    {
        QString value;
        bool known = true;
    };

    /** "Paid"; of Unlisted "Other": for a choice among them. */
    [[nodiscard]] static QString statusName(Order::Status status);
    [[nodiscard]] static QString typeName(Order::Type type);

    [[nodiscard]] static Fact number(const Order &order);
    /** The name in the language of the window; else the other one, which is told as not known. */
    [[nodiscard]] static Fact name(const Order &order);
    [[nodiscard]] static Fact type(const Order &order);
    [[nodiscard]] static Fact status(const Order &order);
    [[nodiscard]] static Fact source(const Order &order);
    [[nodiscard]] static Fact money(const Reading<Decimal> &amount, const QString &currency);
    [[nodiscard]] static Fact quantity(const Order &order);
    /** Date, time and clock. */
    [[nodiscard]] static Fact moment(const Reading<QDateTime> &moment);
    /** What is to be known of an order of this status: that an unpaid one closes. May be empty. */
    [[nodiscard]] static QString statusNote(const Order &order);

    /** A line of the sheet of an order. */
    struct Line
    {
        QString label;
        QString value;
        bool known = true;
    };
    [[nodiscard]] static QList<Line> orderLines(const Order &order, const QString &currency);
    /** Of this order; where the payment names another one, that is told first. */
    [[nodiscard]] static QList<Line> paymentLines(
        const Order &order, const Payment &payment, const QString &currency);

    /** All lines of an order and of its payment, as far as it is known, to be pasted elsewhere: in
     *  this language whatever the window speaks, amounts and times in one exact spelling. */
    [[nodiscard]] static QString sheet(const Order &order, const std::optional<Payment> &payment,
        const QString &currency, UiLanguage language,
        const QString &directory = Language::defaultDirectory());

    /** How many orders are loaded. */
    struct Loaded
    {
        int orders = 0;
        bool complete = false;             ///< there are no more
        std::optional<qint64> stated = {}; ///< by the server's word
        std::optional<int> matching = {};  ///< while a filter is set
        QDateTime agedSince = {};          ///< those behind the first page are as old; or invalid
    };
    /** The counts, and how old those are that are not asked for again by themselves.
     *  "Loaded 100 of 137 orders", "All 137 orders", "12 of the 100 loaded orders match" */
    [[nodiscard]] static QString heading(const Loaded &loaded);
    /** A sentence for those who get the rows alone; empty when all orders are loaded. */
    [[nodiscard]] static QString missing(const Loaded &loaded);
    /** What was paid for the orders that are seen, and what is not in it. */
    [[nodiscard]] static QString totals(const OrderTotals &totals, const QString &currency);
    /** "Loading 150 of 137…" */
    [[nodiscard]] static QString progress(const Loaded &loaded);
};

} // namespace genauth
