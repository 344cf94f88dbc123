// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRandomGenerator>
#include <QString>

namespace genauth::sandbox {

/** That many hexadecimal digits nobody can guess. */
[[nodiscard]] inline QString randomHex(int digits)
{
    QString text;
    text.reserve(digits);
    for (int i = 0; i < digits; ++i)
        text += QString::number(QRandomGenerator::system()->bounded(16), 16);
    return text;
}

} // namespace genauth::sandbox
