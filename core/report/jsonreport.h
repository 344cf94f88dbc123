// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/report/checkreport.h"

#include <QByteArray>

namespace genauth {

/** The "schemaVersion" of what jsonReport() writes. It grows when a member changes its meaning or
 *  goes, not when one is added. */
constexpr int JsonReportVersion = 1;

/** The report as one indented JSON document that follows
 *  resources/docs/genauth-check.schema.json. What is unknown is absent, never 0 or null; money is
 *  an exact string; times are absolute, in UTC. Ends with a line break. */
[[nodiscard]] QByteArray jsonReport(const CheckReport &report);

} // namespace genauth
