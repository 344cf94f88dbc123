// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/check/watchdog.h"

#include "app/check/checkrun.h"

#include <csignal>
#include <cstring>

#include <unistd.h>

namespace genauth {

namespace {

constexpr std::chrono::seconds Grace = CheckRun::LongestRecording + std::chrono::seconds(5);

constexpr char Line[] = "GENAUTH UNKNOWN - the check did not end in time\n";
int stream = STDERR_FILENO;

/** Nothing that a signal may not call. */
void sayAndEnd(int)
{
    (void)!::write(stream, Line, std::strlen(Line));
    ::_exit(3);
}

} // namespace

void endAnyway(const CheckOptions &options)
{
    if (options.watch)
        return;
    if (options.format == CheckOptions::Format::Nagios && options.outputFile.isEmpty())
        stream = STDOUT_FILENO;
    struct sigaction action = {};
    action.sa_handler = sayAndEnd;
    ::sigaction(SIGALRM, &action, nullptr);
    ::alarm(static_cast<unsigned>((options.timeout + Grace).count()));
}

} // namespace genauth
