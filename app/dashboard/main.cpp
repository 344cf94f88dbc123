// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/commandline.h"
#include "app/dashboard/dashboard.h"
#include "app/dashboard/settings.h"
#include "app/platform/singleinstance.h"
#include "app/text/environmenttext.h"
#include "app/text/language.h"
#include "core/base/clock.h"
#include "core/base/console.h"
#include "core/base/kerberostickets.h"
#include "core/base/logfile.h"

#include <QApplication>
#include <QFont>
#include <QIcon>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <thread>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

namespace {

using namespace genauth;

bool hasDisplay()
{
#ifdef Q_OS_LINUX
    // An empty one says as much as none.
    const auto names = [](const char *variable) { return !qEnvironmentVariableIsEmpty(variable); };
    return names("DISPLAY") || names("WAYLAND_DISPLAY") || names("QT_QPA_PLATFORM");
#else
    return true;
#endif
}

/** What needs no window: help, version, a complaint. Empty when a window is wanted. */
std::optional<int> answerWithoutWindow(int argc, char **argv, const CommandLine &early)
{
    const bool noDisplay = !hasDisplay() && early.screenshotFile.isEmpty();
    if (early.error.isEmpty() && !early.help && !early.version && !noDisplay)
        return std::nullopt;
    QCoreApplication application(argc, argv);
    Language language(Language::defaultDirectory());
    language.set(early.language.value_or(Language::ofSystem()));
    const CommandLine line = CommandLine::parse(argumentList(argc, argv)); // again, in words
    if (!line.error.isEmpty()) {
        printLine(stderr, line.error);
        printLine(stderr, QCoreApplication::translate("main", "Try --help."));
        return CommandLine::UsageError;
    }
    if (line.help)
        printLine(stdout, CommandLine::helpText());
    else if (line.version)
        printLine(stdout, QStringLiteral("genauth-dashboard " GENAUTH_VERSION));
    else
        printLine(stderr,
            QCoreApplication::translate("main", "There is no display to open a window on. Use "
                                                "--screenshot FILE for a picture of it."));
    return line.help || line.version ? 0 : 1;
}

/** A picture leaves nothing behind but itself, and of made-up pools there is nothing to report. */
QString logFileOf(const CommandLine &line)
{
    return line.demo || !line.screenshotFile.isEmpty() ? QString() : LogFile::defaultFile();
}

/** Runs of the user's own pools; what shows other pools, or makes a picture, may run beside them.
 */
bool isOneOfItsKind(const CommandLine &line, const EnvironmentReading &environment)
{
    return !line.demo && line.screenshotFile.isEmpty() && !environment.pool && !environment.problem;
}

StartRequest requestOf(const CommandLine &line, const QByteArray &activationToken)
{
    return {.show = !line.minimized,
        .refresh = line.refresh,
        .pool = line.pool,
        .page = line.page ? PoolPages::code(*line.page) : QString(),
        .activationToken = activationToken};
}

/** Another start has taken it over, or cannot be spoken to; nothing: this is the one. */
std::optional<int> handOver(
    SingleInstance &instance, const StartRequest &request, UiLanguage spoken)
{
    Language language(Language::defaultDirectory());
    switch (instance.claim(request, std::chrono::seconds(5))) {
    case SingleInstance::Claim::First:
    case SingleInstance::Claim::Alone:
        break;
    case SingleInstance::Claim::HandedOver:
        return 0;
    case SingleInstance::Claim::NoAnswer:
        language.set(spoken);
        printLine(stderr,
            QCoreApplication::translate("main", "The program runs already, and does not answer."));
        return 1;
    }
    return std::nullopt;
}

/** In a locale that is not Chinese, Han characters would fall back to Japanese shapes. */
void preferChineseGlyphs()
{
    QFont font = QApplication::font();
    font.setFamilies(font.families() << QStringLiteral("Noto Sans CJK SC"));
    QApplication::setFont(font);
}

/** A name lookup that hangs keeps Qt from ending for as long as it hangs. Everything worth keeping
 *  is stored by now, so the program ends anyway: in less than the two seconds that people wait for
 * a window to go away, of which closing it took a part. */
void endWithinASecond(int exitCode)
{
    std::fflush(nullptr);
    std::thread([exitCode] {
        std::this_thread::sleep_for(std::chrono::seconds(1));
        std::_Exit(exitCode);
    }).detach();
}

} // namespace

int main(int argc, char **argv)
{
#ifdef Q_OS_UNIX
    ::umask(077);
#endif
    hideKerberosTickets();
    const CommandLine line = CommandLine::parse(argumentList(argc, argv));
    if (const auto exitCode = answerWithoutWindow(argc, argv, line))
        return *exitCode;
    if (!hasDisplay())
        qputenv("QT_QPA_PLATFORM", "offscreen");

    const QByteArray activationToken = activationTokenOfThisStart();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("genauth-dashboard"));
    QApplication::setApplicationVersion(QStringLiteral(GENAUTH_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("genauth-dashboard"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/genauth-dashboard.svg")));
    preferChineseGlyphs();

    const SystemClock clock;
    const LogFile log(logFileOf(line), clock);
    const EnvironmentReading environment = takeEnvironmentAccount();
    SingleInstance instance;
    if (isOneOfItsKind(line, environment)) {
        if (const auto exitCode = handOver(instance, requestOf(line, activationToken),
                line.language.value_or(Language::ofSystem())))
            return *exitCode;
    }
    Dashboard dashboard(line, environment.pool, logFileOf(line));
    QObject::connect(&instance, &SingleInstance::asked, &dashboard, &Dashboard::take);
    if (environment.problem && !line.demo) {
        printLine(stderr, EnvironmentText::sentence(*environment.problem, environment.subject));
        return CommandLine::UsageError;
    }
    dashboard.start();
    const int exitCode = QApplication::exec();
    endWithinASecond(exitCode);
    return exitCode;
}
