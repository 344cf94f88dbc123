// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace genauth {

/** Where a caller has closed standard input, output or error, the next file that is opened would
 *  be taken for it: opens something in its place that neither gives nor takes anything. Before
 *  anything else. */
void occupyStandardStreams();

} // namespace genauth
