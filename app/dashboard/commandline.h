// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/pages/poolpages.h"
#include "app/dashboard/theme.h"
#include "app/text/language.h"

#include <QCoreApplication>
#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace genauth {

/** What was asked for on the command line. Never a secret: everyone may read a command line. */
struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(genauth::CommandLine)

public:
    std::optional<UiLanguage> language;
    std::optional<ThemeChoice> theme;
    bool demo = false;
    bool demoIfEmpty = false;
    QString screenshotFile; ///< empty: open a window
    std::optional<PoolPages::Page> page;
    QString pool;           ///< as it was written; empty: the one whose state is the worst
    QSize size;             ///< invalid: as remembered
    bool minimized = false; ///< no window at first, where there is a tray to open it from
    bool refresh = false;   ///< asks again at once, also where the program runs already
    bool help = false;
    bool version = false;
    QString error; ///< what is wrong with the options, as a sentence; empty when nothing is

    /** The exit code for options that cannot be followed. */
    static constexpr int UsageError = 2;

    /** Reads the arguments, the first being the program. Needs no application object; its words are
     *  in the language that is installed by then. */
    [[nodiscard]] static CommandLine parse(const QStringList &arguments);
    [[nodiscard]] static QString helpText();
};

} // namespace genauth
