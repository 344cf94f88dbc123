// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/billing/rights.h"

#include <QCoreApplication>
#include <QString>

namespace genauth {

/** What a package includes, in words. Everything is safe to show as plain text; what is unknown
 *  says so. */
class RightsText
{
    Q_DECLARE_TR_FUNCTIONS(genauth::RightsText)

public:
    /** "Quantity", "Number (not metered)"; one that is not listed as it came. */
    [[nodiscard]] static QString dataType(Right::DataType type, const QString &sent);
    /** "1,000", "unlimited", "✓ Included", a text as it came, "unknown" */
    [[nodiscard]] static QString value(const Right &right);
    [[nodiscard]] static bool isValueKnown(const Right &right);
    /** What stands behind a row, a line each: the code, the value and the type as they came. */
    [[nodiscard]] static QString details(const Right &right);
    /** "42 rights" */
    [[nodiscard]] static QString summary(int rights);
};

} // namespace genauth
