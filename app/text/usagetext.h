// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/billing/usage.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

namespace genauth {

/** Rights in use, in words. Everything is safe to show as plain text; what is unknown says so. */
class UsageText
{
    Q_DECLARE_TR_FUNCTIONS(genauth::UsageText)

public:
    /** In the language of the window; the code where there is no name. */
    [[nodiscard]] static QString name(
        const Reading<QString> &modelName, const Reading<QString> &modelCode);
    [[nodiscard]] static QString code(const Reading<QString> &modelCode);
    /** "8,210 of 10,000", "12,000 used, unlimited", "unknown" */
    [[nodiscard]] static QString use(const RightUsage &right);
    /** Neither what is used nor what is included is known. */
    [[nodiscard]] static bool isUseKnown(const RightUsage &right);
    /** "82%"; where there is nothing to measure against "unlimited", "none included", "unknown" */
    [[nodiscard]] static QString percent(const RightUsage &right);
    /** "Trial", nothing, or "unknown" */
    [[nodiscard]] static QString trial(const RightUsage &right);
    /** What stands behind a row, a line each: the code, what was sent where it cannot be read, that
     *  it is a trial. */
    [[nodiscard]] static QString details(const RightUsage &right);
    /** "9 rights, 1 at its limit" */
    [[nodiscard]] static QString summary(const QList<RightUsage> &rights);
};

} // namespace genauth
