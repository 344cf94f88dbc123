// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/sandboxpool.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace genauth::sandbox {

inline constexpr int ownDemoPools = 5;
inline constexpr int mostDemoPools = 1000;

/** How a pool is used: what the made-up history, usage and orders follow. */
struct DemoUse
{
    int mauPercent = 0;        ///< of the MAU bought, in an ordinary whole cycle
    int runningMauPercent = 0; ///< the same so early in the running cycle; 0: it grows by the day
    int overflowMonthsAgo = 0; ///< the one cycle that went over; 0: none did
    QString rightAtLimit{};    ///< the one right that is used up; empty: none is
    bool isUncertain = false;  ///< values are missing or unreadable, and sold for no known price
};

/** A pool of the demonstration: a name, an id, and what its answers are made from. */
struct DemoPool
{
    QString name;
    QString userPoolId;
    /** Per operation name, for dated(); an operation which is not here has a made-up answer. */
    QJsonObject answers;
    DemoUse use{};

    [[nodiscard]] QJsonObject goodsPackage() const;
    /** The MAU the package is for; 0 when it does not say. */
    [[nodiscard]] qint64 mauAmount() const;
};

/**
 * The first `count` pools (1 to mostDemoPools): the five of resources/demo, each with a state of
 * its own, then ones made from further-pools.json. The same at each start.
 */
[[nodiscard]] QList<DemoPool> demoPools(int count, SandboxLanguage language);

} // namespace genauth::sandbox
