// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/dialogs/stepsedit.h"

#include <QCoreApplication>

namespace genauth {

/** The two lists of steps, for all pools and for one. */
class AlertFields
{
    Q_DECLARE_TR_FUNCTIONS(genauth::AlertFields)

public:
    [[nodiscard]] static StepsEdit *createDays(
        const char *objectName, StepsEdit::Empty empty, QWidget *parent);
    [[nodiscard]] static StepsEdit *createPercents(
        const char *objectName, StepsEdit::Empty empty, QWidget *parent);
    [[nodiscard]] static QString daysHint();
    [[nodiscard]] static QString percentsHint();
};

} // namespace genauth
