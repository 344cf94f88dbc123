// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/demohistory.h"
#include "app/sandbox/demorights.h"

#include <QJsonObject>

namespace genauth::sandbox {

/** What get-usage-info answers: MAU as in the running cycle, then the rights that are metered. */
[[nodiscard]] QJsonObject usageAnswer(
    const DemoPool &pool, const RightsCatalogue &catalogue, const MauCycle &running);

} // namespace genauth::sandbox
