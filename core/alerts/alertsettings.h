// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alerts/alert.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QSet>
#include <QTime>
#include <QUuid>

#include <optional>

namespace genauth {

/** Which alerts fire, and at which steps. */
struct AlertThresholds
{
    static constexpr int MostSteps = 12;
    [[nodiscard]] static QList<int> defaultEndDays();     ///< 30, 14, 7, 3, 1
    [[nodiscard]] static QList<int> defaultMauPercents(); ///< 80, 90, 100

    QSet<AlertRule> off = {};                      ///< these do not fire
    QList<int> endDays = defaultEndDays();         ///< 1 to 3650, descending, no doubles
    QList<int> mauPercents = defaultMauPercents(); ///< 1 to 1000, ascending, no doubles

    /** Sorted, without doubles and without what is out of range; at most MostSteps of each. */
    [[nodiscard]] AlertThresholds cleaned() const;
    friend bool operator==(const AlertThresholds &, const AlertThresholds &) = default;
};

/** What one pool has otherwise than all; what is empty is as for all. */
struct AlertOverrides
{
    QHash<AlertRule, bool> on = {}; ///< false: does not fire for this pool
    std::optional<QList<int>> endDays = {};
    std::optional<QList<int>> mauPercents = {};

    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] AlertThresholds appliedTo(const AlertThresholds &global) const;
    friend bool operator==(const AlertOverrides &, const AlertOverrides &) = default;
};

/** Between these times of day, on this computer's clock, nothing is announced. May run over
 *  midnight; equal times: none. */
struct QuietHours
{
    bool isOn = false;
    QTime from{22, 0};
    QTime to{7, 0};

    /** `local` is in this computer's zone. */
    [[nodiscard]] bool holdAt(const QDateTime &local) const;
    /** The next moment after `local` at which they begin or end; invalid when there are none. */
    [[nodiscard]] QDateTime nextChange(const QDateTime &local) const;
    friend bool operator==(const QuietHours &, const QuietHours &) = default;
};

/** All that the user chose about alerts. */
struct AlertSettings
{
    AlertThresholds thresholds = {};
    QHash<QUuid, AlertOverrides> overrides = {}; ///< by account; no empty ones
    QuietHours quietHours = {};

    [[nodiscard]] AlertThresholds of(const QUuid &account) const;

    /** Compact JSON of schema version 1, for the settings file. */
    [[nodiscard]] QByteArray toJson() const;
    /** What cannot be read is as by default: a damaged file silences no alert. */
    [[nodiscard]] static AlertSettings fromJson(const QByteArray &json);
    friend bool operator==(const AlertSettings &, const AlertSettings &) = default;
};

} // namespace genauth
