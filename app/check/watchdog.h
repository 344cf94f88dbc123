// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/check/checkoptions.h"

namespace genauth {

/** The last resort where a call of the system does not come back, such as one for a file on a disk
 *  that is gone: some seconds after the timeout the program says so, as the format wants it, and
 *  ends with 3. Not while watching. Once. */
void endAnyway(const CheckOptions &options);

} // namespace genauth
