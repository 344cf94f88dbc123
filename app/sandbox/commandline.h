// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/sandboxoptions.h"

#include <QString>
#include <QStringList>

namespace genauth::sandbox {

/** What the user asked the program for. */
struct CommandLine
{
    enum class Wish { Serve, Explain, Refuse };

    Wish wish = Wish::Serve;
    QString text{}; ///< for Explain: what to print; for Refuse: what was wrong
    SandboxOptions options{};
    quint16 port = 0;
};

/** `arguments` as QCoreApplication::arguments() gives them: the program's own name comes first. */
[[nodiscard]] CommandLine parseCommandLine(const QStringList &arguments);

} // namespace genauth::sandbox
