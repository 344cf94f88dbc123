// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/report/checkreport.h"

#include <QByteArray>

namespace genauth {

/** The report in Prometheus's text format 0.0.4: gauges in base units, each with HELP and TYPE, and
 *  of each pool what is known. Labels are `pool`, its name, which stays the same from run to run
 *  (a second pool of a name is "name (2)"), and `host`; never a key, a token or an order. In a
 *  rehearsal each sample has the label simulated="true". Only states that hold have a sample. */
[[nodiscard]] QByteArray prometheusReport(const CheckReport &report);

} // namespace genauth
