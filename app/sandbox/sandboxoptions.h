// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/sandboxfault.h"
#include "app/sandbox/sandboxpool.h"

#include <QDateTime>
#include <QHash>
#include <QString>

#include <chrono>
#include <functional>

namespace genauth {

/** How a sandbox is set up; the defaults are what the program does without options. */
struct SandboxOptions
{
    int poolCount = 5; ///< 1 to 1000; the first five have a state each, the others are made up
    SandboxLanguage language = SandboxLanguage::English;
    QHash<QString, SandboxFault> faults{};                           ///< by user pool id
    std::function<QDateTime()> now = &QDateTime::currentDateTimeUtc; ///< the server's clock
    std::chrono::seconds tokenLifetime{7200};
};

} // namespace genauth
