// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/report/checkreport.h"

#include <QByteArray>

namespace genauth {

/** The report as CSV without a byte order mark: a row of column names, which are codes, and one row
 *  per pool. Raw values: exact decimals, whole numbers, times in UTC; what is unknown is an empty
 *  cell. Formula-safe: see tableAsCsv(). */
[[nodiscard]] QByteArray csvReport(const CheckReport &report);

} // namespace genauth
