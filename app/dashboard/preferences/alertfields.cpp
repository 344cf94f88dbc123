// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/preferences/alertfields.h"

namespace genauth {

namespace {

// As AlertThresholds has them.
constexpr StepsEdit::Range Days{1, 3650, StepsEdit::Order::Descending};
constexpr StepsEdit::Range Percents{1, 1000, StepsEdit::Order::Ascending};

} // namespace

StepsEdit *AlertFields::createDays(const char *objectName, StepsEdit::Empty empty, QWidget *parent)
{
    return new StepsEdit(objectName, Days, empty, parent);
}

StepsEdit *AlertFields::createPercents(
    const char *objectName, StepsEdit::Empty empty, QWidget *parent)
{
    return new StepsEdit(objectName, Percents, empty, parent);
}

QString AlertFields::daysHint()
{
    return tr("Whole days before the end, with commas between them.");
}

QString AlertFields::percentsHint()
{
    return tr("Percent of the MAU bought, with commas between them.");
}

} // namespace genauth
