// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/billing/mauuse.h"

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace genauth {

/** How many monthly active users there are now, of how many bought, in words that are safe to show
 *  as plain text. */
struct MauText
{
    Q_DECLARE_TR_FUNCTIONS(genauth::MauText)

public:
    explicit MauText(const CurrentMau &mau);

    QString used;               ///< "8,210"
    QString ofBought;           ///< "of 10,000 bought", "unlimited"
    QString tooltip;            ///< where the two come from, and how they are read; several lines
    std::optional<int> percent; ///< of what was bought, where that is a measure
};

} // namespace genauth
