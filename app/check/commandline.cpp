// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/check/commandline.h"

#include "app/check/optionset.h"

#include <QRegularExpression>

#include <utility>

namespace genauth {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostDays = 3650;
constexpr int MostPercent = 1000;
/** More than was bought is a warning whatever the threshold. */
constexpr int MostWarningPercent = 100;

/** "--demo=NAME" is what people write who know other programs; Qt's parser has no optional value.
 */
QStringList withDemoApart(const QStringList &arguments)
{
    QStringList apart;
    for (const QString &argument : arguments) {
        if (argument.startsWith("--demo="_L1))
            apart << u"--demo"_s << argument.mid(7);
        else
            apart << argument;
    }
    return apart;
}

/** Invalid when it is no moment. Without a zone it is in GenAuth's own clock, as all its times. */
QDateTime momentIn(const QString &text)
{
    static const QRegularExpression form(uR"(^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?))?)"
                                         uR"((Z|[+-]\d{2}:\d{2})?$)"_s);
    const QRegularExpressionMatch match = form.match(text.trimmed());
    const QDate day = QDate::fromString(match.captured(1), Qt::ISODate);
    const QString written = match.captured(2);
    const QTime time = written.isEmpty() ? QTime(0, 0) : QTime::fromString(written, Qt::ISODate);
    if (!day.isValid() || !time.isValid())
        return {};
    const QString zone = match.captured(3);
    if (zone.isEmpty())
        return QDateTime(day, time, Qt::OffsetFromUTC, static_cast<int>(BeijingOffset.count()))
            .toUTC();
    return QDateTime::fromString(
        day.toString(Qt::ISODate) + u'T' + time.toString(Qt::ISODate) + zone, Qt::ISODate)
        .toUTC();
}

std::optional<CheckOptions::Format> formatIn(const QString &text)
{
    using enum CheckOptions::Format;
    for (const auto &[name, format] :
        {std::pair("text"_L1, Text), std::pair("json"_L1, Json), std::pair("nagios"_L1, Nagios),
            std::pair("prometheus"_L1, Prometheus), std::pair("csv"_L1, Csv)}) {
        if (text == name)
            return format;
    }
    return std::nullopt;
}

std::optional<AlertLevel> errorLevelIn(const QString &text)
{
    using enum AlertLevel;
    for (const auto &[name, level] : {std::pair("warning"_L1, Warning),
             std::pair("critical"_L1, Critical), std::pair("unknown"_L1, Unknown)}) {
        if (text == name)
            return level;
    }
    return std::nullopt;
}

/** Reads one option after the other; the first thing that is wrong stays. */
class Reader
{
    Q_DECLARE_TR_FUNCTIONS(genauth::CheckCommandLine)

public:
    explicit Reader(const QStringList &arguments)
    {
        m_set.addTo(m_parser);
        const bool isReadable = m_parser.parse(withDemoApart(arguments));
        readWishes();
        if (!isReadable) {
            complain(m_parser.errorText());
            return;
        }
        readPools();
        readThresholds();
        readTimes();
        readSecret();
        refuseContradictions();
    }

    CheckCommandLine line;

private:
    void complain(const QString &sentence)
    {
        if (line.error.isEmpty())
            line.error = sentence;
    }

    /** What also counts when something else is wrong: how to say so. */
    void readWishes()
    {
        CheckOptions &options = line.options;
        options.help = m_parser.isSet(m_set.help);
        options.version = m_parser.isSet(m_set.version);
        options.verbose = m_parser.isSet(m_set.verbose);
        options.record = m_parser.isSet(m_set.record);
        options.language = Language::fromCode(m_parser.value(m_set.language));
        if (m_parser.isSet(m_set.format)) {
            const QString written = m_parser.value(m_set.format);
            if (const auto format = formatIn(written))
                options.format = *format;
            else
                complain(tr("“%1” is not a format: use text, json, nagios, prometheus or csv.")
                             .arg(written));
        }
        if (m_parser.isSet(m_set.language) && !options.language)
            complain(tr("“%1” is not a language this program speaks: use en or zh.")
                         .arg(m_parser.value(m_set.language)));
    }

    void readPools()
    {
        CheckOptions &options = line.options;
        const QStringList others = m_parser.positionalArguments();
        const bool isDemo = m_parser.isSet(m_set.demo);
        const int ways =
            int(isDemo) + int(m_parser.isSet(m_set.all)) + int(m_parser.isSet(m_set.pool));
        if (ways > 1)
            complain(tr("Use one of --pool, --all and --demo."));
        if (others.size() > (isDemo ? 1 : 0))
            complain(tr("“%1” is not an option of this program.").arg(others.constLast()));
        if (isDemo) {
            options.pools = CheckOptions::Pools::Demo;
            options.demoPool = others.value(0).trimmed();
        } else if (m_parser.isSet(m_set.all)) {
            options.pools = CheckOptions::Pools::All;
        } else if (m_parser.isSet(m_set.pool)) {
            options.pools = CheckOptions::Pools::Named;
            for (const QString &name : m_parser.values(m_set.pool))
                options.names << name.trimmed();
            options.names.removeDuplicates();
            if (options.names.contains(QString()))
                complain(tr("--pool needs the name of a user pool."));
        }
        options.name = m_parser.value(m_set.name).trimmed();
        if (m_parser.isSet(m_set.name) && options.name.isEmpty())
            complain(tr("--name needs a name."));
        if (m_parser.isSet(m_set.name) && options.pools != CheckOptions::Pools::Environment)
            complain(tr("--name is for the pool of the environment: the others have names."));
    }

    std::optional<int> number(const QCommandLineOption &option, int least, int most)
    {
        if (!m_parser.isSet(option))
            return std::nullopt;
        bool isNumber = false;
        const QString written = m_parser.value(option);
        const int value = written.toInt(&isNumber);
        if (isNumber && value >= least && value <= most)
            return value;
        complain(tr("--%1 needs a whole number from %2 to %3, not “%4”.")
                     .arg(option.names().constLast())
                     .arg(least)
                     .arg(most)
                     .arg(written));
        return std::nullopt;
    }

    void readThresholds()
    {
        CheckOptions &options = line.options;
        if (m_parser.isSet(m_set.onError)) {
            const QString written = m_parser.value(m_set.onError);
            if (const auto level = errorLevelIn(written))
                options.rules.onError = *level;
            else
                complain(tr("“%1” is not a level: use warning, critical or unknown.").arg(written));
        }
        options.warningDays = number(m_set.warningDays, 0, MostDays);
        options.criticalDays = number(m_set.criticalDays, 0, MostDays);
        options.mauWarningPercent = number(m_set.mauWarningPercent, 1, MostWarningPercent);
        options.rules.mauCriticalPercent = number(m_set.mauCriticalPercent, 1, MostPercent);
        options.rules.needsMau = options.mauWarningPercent || options.rules.mauCriticalPercent;
        if (options.warningDays && options.criticalDays &&
            *options.warningDays < *options.criticalDays)
            complain(tr("--warning-days cannot be less than --critical-days."));
    }

    void readTimes()
    {
        CheckOptions &options = line.options;
        if (m_parser.isSet(m_set.asOf)) {
            options.asOf = momentIn(m_parser.value(m_set.asOf));
            if (!options.asOf.isValid())
                complain(tr("“%1” is not a moment: use a form such as 2026-11-01T08:00.")
                             .arg(m_parser.value(m_set.asOf)));
        }
        const auto seconds = [&](const QCommandLineOption &option, std::chrono::seconds least,
                                 std::chrono::seconds most) {
            return number(option, int(least.count()), int(most.count()));
        };
        using namespace std::chrono_literals;
        if (const auto value = seconds(m_set.timeout, 1s, CheckOptions::LongestTimeout))
            options.timeout = std::chrono::seconds(*value);
        if (const auto value =
                seconds(m_set.watch, CheckOptions::ShortestWatch, CheckOptions::LongestWatch))
            options.watch = std::chrono::seconds(*value);
        options.outputFile = m_parser.value(m_set.output);
        if (m_parser.isSet(m_set.output) && options.outputFile.isEmpty())
            complain(tr("--output needs the name of a file."));
        if (options.outputFile == "-"_L1 || options.outputFile == "/dev/stdout"_L1)
            options.outputFile.clear();
    }

    void readSecret()
    {
        CheckOptions &options = line.options;
        const bool fromFile = m_parser.isSet(m_set.secretFile);
        const bool fromInput = m_parser.isSet(m_set.secretStdin);
        if (fromFile && fromInput)
            complain(tr("Use one of --secret-file and --secret-stdin."));
        options.secretFile = m_parser.value(m_set.secretFile);
        if (fromFile && options.secretFile.isEmpty())
            complain(tr("--secret-file needs the name of a file."));
        if (fromFile)
            options.secret = CheckOptions::Secret::File;
        else if (fromInput)
            options.secret = CheckOptions::Secret::StandardInput;
    }

    void refuseContradictions()
    {
        const CheckOptions &options = line.options;
        using Pools = CheckOptions::Pools;
        const bool isOnePool = options.pools == Pools::Environment ||
                               (options.pools == Pools::Named && options.names.size() == 1);
        const bool isListed = options.pools == Pools::Named || options.pools == Pools::All;
        if (options.secret != CheckOptions::Secret::Usual && !isOnePool)
            complain(tr("A secret belongs to one pool: use --pool, once, or the environment."));
        if (options.asOf.isValid() && (!options.outputFile.isEmpty() || options.record))
            complain(tr("A rehearsal writes no file: leave out --output and --record."));
        if (options.record && !isListed)
            complain(tr("--record is for pools of the dashboard's list: use --pool or --all."));
    }

    CheckOptionSet m_set;
    QCommandLineParser m_parser;
};

} // namespace

CheckCommandLine CheckCommandLine::parse(const QStringList &arguments)
{
    return Reader(arguments).line;
}

QString CheckCommandLine::helpText()
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        tr("Checks the packages of GenAuth user pools, for scripts and monitoring systems.\n\n"
           "Without --pool, --all or --demo, the pool is given by the environment: "
           "GENAUTH_ACCESS_KEY_ID, optionally GENAUTH_HOST and GENAUTH_USERPOOL_ID. The secret of "
           "its access key is read from --secret-stdin, --secret-file, "
           "GENAUTH_ACCESS_KEY_SECRET_FILE, the file genauth-secret in a service's "
           "CREDENTIALS_DIRECTORY, or GENAUTH_ACCESS_KEY_SECRET; it is never an argument.\n\n"
           "Ends with 0 OK, 1 WARNING, 2 CRITICAL or 3 UNKNOWN: the worst of all pools."));
    CheckOptionSet().addTo(parser);
    return parser.helpText();
}

} // namespace genauth
