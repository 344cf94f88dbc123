// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/sandboxpool.h"

#include <QDateTime>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

namespace genauth::sandbox {

inline constexpr int ownDemoPools = 5;
inline constexpr int mostDemoPools = 1000;

/** A pool of the demonstration: a name, an id, and what each operation answers for it. */
struct DemoPool
{
    QString name;
    QString userPoolId;
    /** Per operation name; a day is still {"daysFromToday": n}, which dated() turns into text. */
    QJsonObject answers;
};

/**
 * The first `count` pools (1 to mostDemoPools): the five of resources/demo, each with a state of
 * its own, then ones made from further-pools.json. The same at each start.
 */
[[nodiscard]] QList<DemoPool> demoPools(int count, SandboxLanguage language);

/**
 * The answer with every {"daysFromToday": n} replaced by that day's midnight in Beijing
 * (UTC+08:00), "yyyy-MM-dd HH:mm:ss", so that the demonstration never goes stale.
 */
[[nodiscard]] QJsonValue dated(const QJsonValue &answer, const QDateTime &now);

} // namespace genauth::sandbox
