// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/commandline.h"

#include "app/dashboard/mainwindow.h"

#include <QCommandLineParser>
#include <QRegularExpression>

namespace genauth {

namespace {

constexpr QSize LargestSize{8192, 8192};

QString inWords(const QSize &size)
{
    return QStringLiteral("%1x%2").arg(size.width()).arg(size.height());
}

struct OptionSet
{
    Q_DECLARE_TR_FUNCTIONS(genauth::CommandLine)

public:
    QCommandLineOption language{
        QStringLiteral("lang"), tr("Language of the window: en or zh."), QStringLiteral("en|zh")};
    QCommandLineOption theme{
        QStringLiteral("theme"), tr("Colours of the window."), QStringLiteral("light|dark|system")};
    QCommandLineOption demo{
        QStringLiteral("demo"), tr("Show made-up pools from a small GenAuth on this computer.")};
    QCommandLineOption demoIfEmpty{
        QStringLiteral("demo-if-empty"), tr("As --demo, but only while no pool is connected.")};
    QCommandLineOption page{QStringLiteral("page"), tr("Which page of a pool is opened."),
        QStringLiteral("package|usage|history|rights|orders|changes")};
    QCommandLineOption pool{QStringLiteral("pool"),
        tr("Which pool is opened: its name, the beginning of its name, or its user pool id."),
        QStringLiteral("name")};
    QCommandLineOption screenshot{QStringLiteral("screenshot"),
        tr("Refresh once, save a picture of the window, print one line per pool, and end: 0 when "
           "the refresh succeeded, 1 when not."),
        QStringLiteral("file")};
    QCommandLineOption size{
        QStringLiteral("size"), tr("Size of the window, such as 1180x800."), QStringLiteral("WxH")};
    QCommandLineOption minimized{QStringLiteral("minimized"),
        tr("Start in the tray, without a window; where there is no tray, with the window "
           "minimized.")};
    QCommandLineOption refresh{QStringLiteral("refresh"),
        tr("Ask GenAuth again at once, also when the program runs already.")};
    QCommandLineOption help{{QStringLiteral("h"), QStringLiteral("help")}, tr("Print this help.")};
    QCommandLineOption version{
        {QStringLiteral("v"), QStringLiteral("version")}, tr("Print the version.")};

    void addTo(QCommandLineParser &parser) const
    {
        parser.addOptions({language, theme, demo, demoIfEmpty, page, pool, screenshot, size,
            minimized, refresh, help, version});
    }
};

QSize parseSize(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,5})x(\\d{1,5})$"));
    const QRegularExpressionMatch match = form.match(text);
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    const bool sane = size == size.expandedTo(MainWindow::SmallestSize).boundedTo(LargestSize);
    return match.hasMatch() && sane ? size : QSize();
}

} // namespace

CommandLine CommandLine::parse(const QStringList &arguments)
{
    const OptionSet options;
    QCommandLineParser parser;
    options.addTo(parser);
    CommandLine line;
    if (!parser.parse(arguments)) {
        line.error = parser.errorText();
        // Also of a line that is wrong elsewhere: the complaint should be in this language.
        line.language = Language::fromCode(parser.value(options.language));
        return line;
    }
    line.help = parser.isSet(options.help);
    line.version = parser.isSet(options.version);
    line.demo = parser.isSet(options.demo);
    line.demoIfEmpty = parser.isSet(options.demoIfEmpty);
    line.screenshotFile = parser.value(options.screenshot);
    line.language = Language::fromCode(parser.value(options.language));
    line.theme = Theme::fromCode(parser.value(options.theme));
    line.page = PoolPages::fromCode(parser.value(options.page));
    line.pool = parser.value(options.pool).trimmed();
    line.minimized = parser.isSet(options.minimized);
    line.refresh = parser.isSet(options.refresh);
    line.size = parseSize(parser.value(options.size));
    if (!parser.positionalArguments().isEmpty())
        line.error = tr("“%1” is not an option of this program.")
                         .arg(parser.positionalArguments().constFirst());
    else if (parser.isSet(options.language) && !line.language)
        line.error = tr("“%1” is not a language this program speaks: use en or zh.")
                         .arg(parser.value(options.language));
    else if (parser.isSet(options.theme) && !line.theme)
        line.error =
            tr("“%1” is not a theme: use light, dark or system.").arg(parser.value(options.theme));
    else if (parser.isSet(options.page) && !line.page)
        line.error =
            tr("“%1” is not a page: use package, usage, history, rights, orders or changes.")
                .arg(parser.value(options.page));
    else if (parser.isSet(options.pool) && line.pool.isEmpty())
        line.error = tr("--pool needs the name of a user pool.");
    else if (parser.isSet(options.size) && !line.size.isValid())
        line.error = tr("“%1” is not a size: use width x height, from %2 to %3, such as 1180x800.")
                         .arg(parser.value(options.size), inWords(MainWindow::SmallestSize),
                             inWords(LargestSize));
    else if (parser.isSet(options.screenshot) && line.screenshotFile.isEmpty())
        line.error = tr("--screenshot needs the name of a file.");
    return line;
}

QString CommandLine::helpText()
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        tr("Shows the package of your GenAuth user pools.\n\n"
           "A pool can be given by the environment: GENAUTH_ACCESS_KEY_ID, and "
           "GENAUTH_ACCESS_KEY_SECRET_FILE or "
           "GENAUTH_ACCESS_KEY_SECRET; optionally GENAUTH_HOST and GENAUTH_USERPOOL_ID. It is kept "
           "in memory only."));
    OptionSet().addTo(parser);
    return parser.helpText();
}

} // namespace genauth
