// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace genauth::test {

/** For each test's init(): from here on any Qt warning fails the test function. Allowed is only
 * what the offscreen platform says by itself. A capture of the log (LogCapture) suspends it. */
void failOnQtWarnings();

} // namespace genauth::test
