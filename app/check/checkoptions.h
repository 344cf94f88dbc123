// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/text/language.h"
#include "core/accounts/account.h"
#include "core/report/checkreport.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace genauth {

/** What was asked for on the command line of genauth-check. Never a secret: everyone may read a
 *  command line. */
struct CheckOptions
{
    enum class Pools { Environment, Named, All, Demo };
    enum class Format { Text, Json, Nagios, Prometheus, Csv };
    /** Where the access key's secret is from. */
    enum class Secret {
        Usual, ///< the keychain, the credentials directory of a service, or the environment
        File,
        StandardInput,
    };

    Pools pools = Pools::Environment;
    QStringList names; ///< Named: as they were written, each once
    QString demoPool;  ///< Demo: empty for all of them
    QString name;      ///< Environment: what the pool is called; empty: as its host
    Format format = Format::Text;
    CheckRules rules;
    // Empty: as the pool's own settings say.
    std::optional<int> warningDays;
    std::optional<int> criticalDays;
    std::optional<int> mauWarningPercent;
    QDateTime asOf; ///< UTC; valid: a rehearsal, which writes no file
    std::chrono::seconds timeout = DefaultTimeout;
    QString outputFile;                        ///< empty: standard output
    std::optional<std::chrono::seconds> watch; ///< from one check to the next
    Secret secret = Secret::Usual;
    QString secretFile; ///< Secret::File
    bool record = false;
    bool verbose = false;
    bool help = false;
    bool version = false;
    std::optional<UiLanguage> language;

    static constexpr std::chrono::seconds DefaultTimeout{60};
    static constexpr std::chrono::seconds LongestTimeout{3600};
    static constexpr std::chrono::seconds ShortestWatch{10};
    static constexpr std::chrono::seconds LongestWatch{24 * 3600};

    /** The thresholds of an account with what the options say instead. Where only one of the two
     *  numbers of days is given, the other one gives way to it. */
    [[nodiscard]] Thresholds thresholdsFor(const Account &account) const;
};

} // namespace genauth
