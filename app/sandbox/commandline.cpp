// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/commandline.h"

#include "app/sandbox/demoorders.h"
#include "app/sandbox/demopools.h"
#include "app/sandbox/operations.h"

#include <QCommandLineOption>
#include <QCommandLineParser>

#include <optional>

namespace genauth::sandbox {

namespace {

using namespace Qt::StringLiterals;

CommandLine refuse(const QString &problem)
{
    return {.wish = CommandLine::Wish::Refuse, .text = problem};
}

CommandLine explain(const QString &text)
{
    return {.wish = CommandLine::Wish::Explain, .text = text};
}

struct Options
{
    QCommandLineOption help{{u"h"_s, u"help"_s}, u"Print this help."_s};
    QCommandLineOption version{{u"v"_s, u"version"_s}, u"Print the version."_s};
    QCommandLineOption port{u"port"_s,
        u"Listen on this port of 127.0.0.1; 0, the default, takes any free one."_s, u"N"_s, u"0"_s};
    QCommandLineOption pools{
        u"pools"_s, u"Have this many user pools, 1 to %1."_s.arg(mostDemoPools), u"N"_s, u"5"_s};
    QCommandLineOption fault{u"fault"_s,
        u"Let a pool (its name, id or number, from 1) misbehave, at all operations or at one only. "
        "May be repeated, for other pools and for other operations of a pool; the last one counts."_s,
        u"POOL=KIND[@OPERATION]"_s};
    QCommandLineOption orders{u"orders"_s,
        u"Have this many orders in each pool, 0 to %1, in place of the demonstration's own."_s.arg(
            mostDemoOrders),
        u"N"_s};
    QCommandLineOption lang{u"lang"_s,
        u"The language of the pools' names: en, the default, or zh."_s, u"LANG"_s, u"en"_s};

    [[nodiscard]] QList<QCommandLineOption> all() const
    {
        return {help, version, port, pools, orders, fault, lang};
    }
};

constexpr QStringView helpEnd = uR"(
The program prints one line of JSON on standard output, with its address and
the access keys of its pools, and serves until its standard input closes, or
until SIGTERM or SIGINT. At a terminal, Ctrl+D closes standard input.

Kinds of faults:
)";

/** All that --help prints besides the options. */
QString helpEndText()
{
    QString text = helpEnd.toString() + SandboxFault::help() + u"\nOperations:\n"_s;
    for (const QStringView operation : operationNames)
        text += u"  %1\n"_s.arg(operation);
    return text;
}

/** A number within limits; nothing when the text is anything else. */
std::optional<int> number(const QString &text, int least, int most)
{
    bool isNumber = false;
    const int value = text.toInt(&isNumber);
    return isNumber && value >= least && value <= most ? std::optional(value) : std::nullopt;
}

/** The user pool id for a pool's name, id or number; empty when there is none such. */
QString poolId(const QString &name, const QList<DemoPool> &pools)
{
    if (const auto position = number(name, 1, int(pools.size())))
        return pools[*position - 1].userPoolId;
    for (const DemoPool &pool : pools) {
        if (pool.userPoolId == name || pool.name == name)
            return pool.userPoolId;
    }
    return {};
}

/** What is wrong with the --fault options, after those that are right went into `options`. */
QString readFaults(const QStringList &texts, const QList<DemoPool> &pools, SandboxOptions &options)
{
    for (const QString &text : texts) {
        const qsizetype equals = text.indexOf(u'=');
        if (equals < 0)
            return u"--fault takes POOL=KIND, not \"%1\"."_s.arg(text);
        const QString id = poolId(text.first(equals), pools);
        if (id.isEmpty())
            return u"--fault names a pool that does not exist: \"%1\"."_s.arg(text.first(equals));
        const auto fault = SandboxFault::fromText(QStringView(text).sliced(equals + 1));
        if (!fault)
            return u"--fault has no such kind or operation: \"%1\". --help lists them."_s.arg(
                text.sliced(equals + 1));
        options.setFault(id, *fault);
    }
    return {};
}

CommandLine readValues(const QCommandLineParser &parser, const Options &options)
{
    const auto port = number(parser.value(options.port), 0, 65535);
    if (!port)
        return refuse(u"--port takes a number from 0 to 65535, not \"%1\"."_s.arg(
            parser.value(options.port)));
    const auto poolCount = number(parser.value(options.pools), 1, mostDemoPools);
    if (!poolCount)
        return refuse(u"--pools takes a number from 1 to %1, not \"%2\"."_s.arg(
            QString::number(mostDemoPools), parser.value(options.pools)));
    const QString language = parser.value(options.lang);
    if (language != "en"_L1 && language != "zh"_L1)
        return refuse(u"--lang takes en or zh, not \"%1\"."_s.arg(language));

    const auto orderCount = number(parser.value(options.orders), 0, mostDemoOrders);
    if (parser.isSet(options.orders) && !orderCount)
        return refuse(u"--orders takes a number from 0 to %1, not \"%2\"."_s.arg(
            QString::number(mostDemoOrders), parser.value(options.orders)));

    CommandLine commandLine{.port = quint16(*port)};
    commandLine.options.orderCount = orderCount;
    commandLine.options.poolCount = *poolCount;
    commandLine.options.language =
        language == "zh"_L1 ? SandboxLanguage::Chinese : SandboxLanguage::English;
    const QString problem = readFaults(parser.values(options.fault),
        demoPools(*poolCount, commandLine.options.language), commandLine.options);
    return problem.isEmpty() ? commandLine : refuse(problem);
}

} // namespace

CommandLine parseCommandLine(const QStringList &arguments)
{
    const Options options;
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"A GenAuth on this computer, with demonstration user pools, for trying things out."_s);
    parser.addOptions(options.all());

    // parse(), because process() would exit 1 by itself on a bad option.
    if (!parser.parse(arguments))
        return refuse(parser.errorText());
    if (parser.isSet(options.help))
        return explain(parser.helpText() + helpEndText());
    if (parser.isSet(options.version))
        return explain(u"genauth-sandbox " GENAUTH_VERSION "\n"_s);
    if (!parser.positionalArguments().isEmpty())
        return refuse(u"Unexpected argument \"%1\"."_s.arg(parser.positionalArguments().first()));
    return readValues(parser, options);
}

} // namespace genauth::sandbox
