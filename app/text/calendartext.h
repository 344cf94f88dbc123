// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/report/calendarwriter.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

#include <optional>

namespace genauth {

struct Account;
struct PoolSnapshot;

/** What a calendar says of the ends of packages, in the language of the window. */
class CalendarText
{
    Q_DECLARE_TR_FUNCTIONS(genauth::CalendarText)

public:
    /** The calendar's name. */
    [[nodiscard]] static QString name();

    /** The end of this pool's package, on its day in the pool's clock; nothing while no end is
     *  known, or there is none. */
    [[nodiscard]] static std::optional<PackageEndEvent> event(
        const Account &account, const PoolSnapshot &snapshot, const QList<int> &alarmDays);
};

} // namespace genauth
