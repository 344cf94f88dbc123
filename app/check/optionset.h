// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QString>

namespace genauth {

/** The options of genauth-check, each with its line of help, in the language that is installed when
 *  they are made. */
struct CheckOptionSet
{
    Q_DECLARE_TR_FUNCTIONS(genauth::CheckCommandLine)

public:
    QCommandLineOption pool{QStringLiteral("pool"),
        tr("Check this pool of the dashboard's list: its name, the beginning of its name, or its "
           "user pool id. May be repeated."),
        QStringLiteral("name")};
    QCommandLineOption all{QStringLiteral("all"), tr("Check every pool of the dashboard's list.")};
    QCommandLineOption demo{QStringLiteral("demo"),
        tr("Check made-up pools from a small GenAuth on this computer, or the one that is named "
           "behind it.")};
    QCommandLineOption name{QStringLiteral("name"),
        tr("What the environment's pool is called in what is printed; its host if not given."),
        QStringLiteral("name")};
    QCommandLineOption format{QStringLiteral("format"), tr("What is printed; text if not given."),
        QStringLiteral("text|json|nagios|prometheus|csv")};
    QCommandLineOption onError{QStringLiteral("on-error"),
        tr("What a pool counts as that cannot be asked: the network, the key; unknown if not "
           "given."),
        QStringLiteral("warning|critical|unknown")};
    QCommandLineOption warningDays{{QStringLiteral("w"), QStringLiteral("warning-days")},
        tr("WARNING from so many days before the end; else as set for the pool."),
        QStringLiteral("days")};
    QCommandLineOption criticalDays{{QStringLiteral("c"), QStringLiteral("critical-days")},
        tr("CRITICAL from so many days before the end; else as set for the pool."),
        QStringLiteral("days")};
    QCommandLineOption mauWarningPercent{QStringLiteral("mau-warning-percent"),
        tr("WARNING from this percentage of the MAU bought, up to 100, which means above it. Else "
           "as set for the pool."),
        QStringLiteral("percent")};
    QCommandLineOption mauCriticalPercent{QStringLiteral("mau-critical-percent"),
        tr("CRITICAL from this percentage of the MAU bought; 100: above it. Else never."),
        QStringLiteral("percent")};
    QCommandLineOption asOf{QStringLiteral("as-of"),
        tr("A rehearsal: judge as if it were then. Such as 2026-11-01 or 2026-11-01T08:00; "
           "Beijing time, unless it ends with Z or an offset such as +01:00. Marked SIMULATED."),
        QStringLiteral("moment")};
    QCommandLineOption timeout{{QStringLiteral("t"), QStringLiteral("timeout")},
        tr("End after so many seconds; 60 if not given."), QStringLiteral("seconds")};
    QCommandLineOption output{QStringLiteral("output"),
        tr("Write to this file instead, whole or not at all; - is standard output. Others may read "
           "it if your umask lets them."),
        QStringLiteral("file")};
    QCommandLineOption watch{QStringLiteral("watch"),
        tr("Check again every so many seconds, from 10 on, until stopped."),
        QStringLiteral("seconds")};
    QCommandLineOption secretFile{QStringLiteral("secret-file"),
        tr("Read the secret of the access key from this file, which only you may read."),
        QStringLiteral("file")};
    QCommandLineOption secretStdin{QStringLiteral("secret-stdin"),
        tr("Read the secret of the access key from standard input.")};
    QCommandLineOption record{
        QStringLiteral("record"), tr("Keep the answers for the dashboard's history.")};
    QCommandLineOption verbose{{QStringLiteral("v"), QStringLiteral("verbose")},
        tr("Say on standard error what is asked, and how it is answered. Never a secret.")};
    QCommandLineOption language{{QStringLiteral("language"), QStringLiteral("lang")},
        tr("Language of the text: en or zh."), QStringLiteral("en|zh")};
    QCommandLineOption help{{QStringLiteral("h"), QStringLiteral("help")}, tr("Print this help.")};
    QCommandLineOption version{
        {QStringLiteral("V"), QStringLiteral("version")}, tr("Print the version.")};

    void addTo(QCommandLineParser &parser) const
    {
        parser.addOptions({pool, all, demo, name, format, onError, warningDays, criticalDays,
            mauWarningPercent, mauCriticalPercent, asOf, timeout, output, watch, secretFile,
            secretStdin, record, verbose, language, help, version});
    }
};

} // namespace genauth
