// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/billing/allowance.h"

#include <QDateTime>
#include <QList>

namespace genauth {

/** One usage figure of one refresh. */
struct UsageSample
{
    QDateTime at; ///< when the answer came, UTC
    qint64 used = 0;
    std::optional<qint64> bought; ///< above zero; empty: unlimited, or unknown

    friend bool operator==(const UsageSample &, const UsageSample &) = default;
};

/** Oldest first. */
using UsageSamples = QList<UsageSample>;

} // namespace genauth

Q_DECLARE_METATYPE(genauth::UsageSample)
