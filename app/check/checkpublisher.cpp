// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/check/checkpublisher.h"

#include "app/check/checktext.h"
#include "app/check/outputfile.h"
#include "core/base/console.h"
#include "core/base/displaytext.h"
#include "core/report/csvreport.h"
#include "core/report/jsonreport.h"
#include "core/report/nagiosreport.h"
#include "core/report/prometheusreport.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <unistd.h>

namespace genauth {

namespace {

void printError(const QString &sentence)
{
    printLine(stderr, displayText(sentence, 2000));
}

/** https://no-color.org: any value that is not empty. */
CheckText::Colour terminalColour()
{
    const bool isWanted = ::isatty(STDOUT_FILENO) != 0 && qEnvironmentVariableIsEmpty("NO_COLOR") &&
                          qgetenv("TERM") != "dumb";
    return isWanted ? CheckText::Colour::Ansi : CheckText::Colour::None;
}

} // namespace

CheckPublisher::CheckPublisher(const CheckOptions &options, unsigned fileMode)
    : m_options(options)
    , m_fileMode(fileMode)
{
}

CheckPublisher::Published CheckPublisher::publish(
    CheckReport report, const QList<CheckedPool> &pools) const
{
    for (PoolReport &pool : report.pools)
        pool.words = CheckText::words(pool);
    const QByteArray bytes = bytesOf(report, pools);
    errno = 0;
    const QString problem = m_options.outputFile.isEmpty()
                                ? print(bytes)
                                : OutputFile::write(m_options.outputFile, bytes, m_fileMode);
    const bool isReaderGone = m_options.outputFile.isEmpty() && errno == EPIPE;
    if (problem.isEmpty())
        return {report.level()};
    printError(problem);
    return {worseOf(report.level(), AlertLevel::Unknown), isReaderGone};
}

QByteArray CheckPublisher::bytesOf(const CheckReport &report, const QList<CheckedPool> &pools) const
{
    switch (m_options.format) {
    case CheckOptions::Format::Text:
        return CheckText::table(report, pools,
            m_options.outputFile.isEmpty() ? terminalColour() : CheckText::Colour::None)
            .toUtf8();
    case CheckOptions::Format::Json:
        return jsonReport(report);
    case CheckOptions::Format::Nagios:
        return nagiosReport(report);
    case CheckOptions::Format::Prometheus:
        return prometheusReport(report);
    case CheckOptions::Format::Csv:
        return csvReport(report);
    }
    Q_UNREACHABLE();
}

QString CheckPublisher::print(const QByteArray &bytes)
{
    const bool isPrinted = std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()),
                               stdout) == static_cast<size_t>(bytes.size()) &&
                           std::fflush(stdout) == 0;
    return isPrinted ? QString() : QString::fromLocal8Bit(std::strerror(errno));
}

void CheckPublisher::complain(const QString &sentence) const
{
    printError(sentence);
    if (m_options.format == CheckOptions::Format::Nagios)
        (void)print(nagiosProblem(sentence));
}

} // namespace genauth
