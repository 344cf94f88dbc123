// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is said of many orders together.

#include "app/text/formatting.h"
#include "app/text/ordertext.h"

namespace genauth {

QString OrderText::heading(const Loaded &loaded)
{
    if (loaded.agedSince.isValid()) {
        Loaded counts = loaded;
        counts.agedSince = {};
        //: %1 "Loaded 100 of 137 orders", %2 date and time
        return tr("%1; those after the newest 50 as of %2")
            .arg(heading(counts), Formatting::dateTime(loaded.agedSince));
    }
    const int orders = loaded.orders;
    if (loaded.matching)
        return tr("%1 of the %Ln loaded order(s) match", nullptr, orders)
            .arg(Formatting::count(*loaded.matching));
    const bool agrees = !loaded.stated || *loaded.stated == orders;
    if (loaded.complete && agrees)
        return orders == 0 ? tr("No orders") : tr("All %Ln order(s)", nullptr, orders);
    if (loaded.complete)
        return tr("All %Ln order(s); GenAuth says %1", nullptr, orders)
            .arg(Formatting::count(*loaded.stated));
    if (!loaded.stated)
        return tr("Loaded %Ln order(s)", nullptr, orders);
    if (*loaded.stated < orders)
        return tr("Loaded %1; GenAuth says %2")
            .arg(Formatting::count(orders), Formatting::count(*loaded.stated));
    return tr("Loaded %1 of %2 orders")
        .arg(Formatting::count(orders), Formatting::count(*loaded.stated));
}

QString OrderText::missing(const Loaded &loaded)
{
    if (loaded.complete)
        return {};
    if (loaded.stated && *loaded.stated > loaded.orders)
        return tr("Only %1 of %2 orders are loaded.")
            .arg(Formatting::count(loaded.orders), Formatting::count(*loaded.stated));
    return tr("Only %Ln order(s) are loaded; there may be more.", nullptr, loaded.orders);
}

QString OrderText::totals(const OrderTotals &totals, const QString &currency)
{
    if (totals.orders() == 0)
        return {};
    if (totals.settled() == 0)
        return tr("Nothing of these %Ln order(s) is paid or completed.", nullptr, totals.orders());
    QString sum = Formatting::unknown();
    if (!totals.sum())
        sum = tr("too large to add up");
    else if (totals.unknownAmounts() < totals.settled())
        sum = Formatting::money(*totals.sum(), currency);
    //: %1 a sum of money, %2 a number of orders
    QString line = tr("Paid and completed, %2 of these %Ln order(s): %1", nullptr, totals.orders())
                       .arg(sum, Formatting::count(totals.settled()));
    if (totals.unknownAmounts() > 0)
        //: %1 "Paid and completed, 9 of these 12 orders: ¥ 99.00"
        line = tr("%1 (%Ln amount(s) unknown)", nullptr, totals.unknownAmounts()).arg(line);
    return line;
}

QString OrderText::progress(const Loaded &loaded)
{
    if (!loaded.stated)
        return tr("Loading; %Ln order(s) so far…", nullptr, loaded.orders);
    return tr("Loading %1 of %2…")
        .arg(Formatting::count(loaded.orders), Formatting::count(*loaded.stated));
}

} // namespace genauth
