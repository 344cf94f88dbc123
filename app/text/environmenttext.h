// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/environmentaccount.h"

#include <QCoreApplication>
#include <QString>

namespace genauth {

/** What is wrong with the GENAUTH_* variables, as a sentence. Names variables and files, no values.
 */
class EnvironmentText
{
    Q_DECLARE_TR_FUNCTIONS(genauth::EnvironmentText)

public:
    [[nodiscard]] static QString sentence(EnvironmentProblem problem, const QString &subject);
};

} // namespace genauth
