// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace genauth {

/** The words of a menu entry or a label without their mnemonic: "&Host" is "Host", and "主机(&H)",
 *  as Chinese sets it, is "主机". */
[[nodiscard]] QString withoutMnemonic(QString text);

} // namespace genauth
