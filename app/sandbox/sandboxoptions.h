// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/sandboxfault.h"
#include "app/sandbox/sandboxpool.h"

#include <QDateTime>
#include <QMultiHash>
#include <QString>

#include <chrono>
#include <functional>
#include <optional>

namespace genauth {

/** How a sandbox is set up; the defaults are what the program does without options. */
struct SandboxOptions
{
    int poolCount = 5; ///< 1 to 1000; the first five have a state each, the others are made up
    SandboxLanguage language = SandboxLanguage::English;
    /** By user pool id. One of a pool's faults may strike all its operations; at an operation that
     *  has a fault of its own, that one alone counts. */
    QMultiHash<QString, SandboxFault> faults{};
    std::function<QDateTime()> now = &QDateTime::currentDateTimeUtc; ///< the server's clock
    std::chrono::seconds tokenLifetime{7200};
    std::optional<int> orderCount{}; ///< so many in each pool, 0 to 100,000; else as in the demo

    /** In place of the fault the pool had with the same reach, which is one operation or all. */
    void setFault(const QString &userPoolId, const SandboxFault &fault);
    /** What is wrong with this pool at this operation. */
    [[nodiscard]] SandboxFault faultAt(const QString &userPoolId, QStringView operation) const;
};

} // namespace genauth
