// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/check/checkoptions.h"

#include <QCoreApplication>

namespace genauth {

/** The command line of genauth-check, read. */
struct CheckCommandLine
{
    Q_DECLARE_TR_FUNCTIONS(genauth::CheckCommandLine)

public:
    CheckOptions options; ///< where there is an error: as far as they could be read
    QString error;        ///< what is wrong, as a sentence; empty when nothing is

    /** Reads the arguments, the first being the program. Needs no application object; its words are
     *  in the language that is installed by then. */
    [[nodiscard]] static CheckCommandLine parse(const QStringList &arguments);
    [[nodiscard]] static QString helpText();
};

} // namespace genauth
