// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/theme.h"
#include "tests/support/qtwarnings.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

#include <algorithm>
#include <cmath>

using namespace genauth;
using namespace Qt::StringLiterals;

namespace {

/** As WCAG 2.1 defines it. */
double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

/** Everywhere the window writes or draws one colour on another. */
QStringList weakPairs(const ThemeColors &c)
{
    struct Pair
    {
        const char *name;
        QColor front;
        QColor ground;
        double least = 4.5;
    };
    const Pair pairs[] = {
        {"text on window", c.text, c.window},
        {"text on sidebar", c.text, c.sidebar},
        {"text on card", c.text, c.card},
        {"text on selection", c.text, c.selection},
        {"text on bad banner", c.text, c.badBanner},
        {"text on soon banner", c.text, c.soonBanner},
        {"text on plain banner", c.text, c.plainBanner},
        {"dim on window", c.dim, c.window},
        {"dim on sidebar", c.dim, c.sidebar},
        {"dim on card", c.dim, c.card},
        {"dim on selection", c.dim, c.selection},
        {"dim on bad banner", c.dim, c.badBanner},
        {"dim on soon banner", c.dim, c.soonBanner},
        {"dim on plain banner", c.dim, c.plainBanner},
        {"accent on window", c.accent, c.window},
        {"accent on card", c.accent, c.card},
        {"on accent", c.onAccent, c.accent},
        {"on the demo label", c.onAccent, c.dim},
        {"good on card", c.good, c.card},
        {"good on sidebar", c.good, c.sidebar},
        {"good on selection", c.good, c.selection},
        {"soon on card", c.soon, c.card},
        {"soon on sidebar", c.soon, c.sidebar},
        {"soon on selection", c.soon, c.selection},
        {"soon on its banner", c.soon, c.soonBanner},
        {"bad on card", c.bad, c.card},
        {"bad on sidebar", c.bad, c.sidebar},
        {"bad on selection", c.bad, c.selection},
        {"bad on its banner", c.bad, c.badBanner},
        // Marks inside shapes are no text.
        {"mark in good", c.card, c.good, 3},
        {"mark in soon", c.card, c.soon, 3},
        {"mark in bad", c.card, c.bad, 3},
    };
    QStringList weak;
    for (const Pair &pair : pairs) {
        const double found = contrast(pair.front, pair.ground);
        if (found < pair.least)
            weak << u"%1: %2"_s.arg(QLatin1String(pair.name)).arg(found, 0, 'f', 2);
    }
    return weak;
}

QPalette desktopPalette(QRgb window, QRgb text, QRgb highlight, QRgb highlighted)
{
    QPalette palette;
    for (const auto role : {QPalette::Window, QPalette::Base, QPalette::Button})
        palette.setColor(role, QColor(window));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(role, QColor(text));
    palette.setColor(QPalette::Highlight, QColor(highlight));
    palette.setColor(QPalette::HighlightedText, QColor(highlighted));
    return palette;
}

/** A desktop with this palette, for as long as it lives. */
class Desktop
{
public:
    explicit Desktop(const QPalette &palette)
        : m_before(QApplication::palette())
    {
        QApplication::setPalette(palette);
    }
    ~Desktop() { QApplication::setPalette(m_before); }
    Q_DISABLE_COPY_MOVE(Desktop)

private:
    QPalette m_before;
};

const QPalette BreezeLight = desktopPalette(0xEFF0F1, 0x232629, 0x3DAEE9, 0xFFFFFF);
const QPalette BreezeDark = desktopPalette(0x2A2E32, 0xFCFCFC, 0x3DAEE9, 0xFCFCFC);
const QPalette WhiteOnBlack = desktopPalette(0x000000, 0xFFFFFF, 0xFFFF00, 0x000000);
const QPalette BlackOnWhite = desktopPalette(0xFFFFFF, 0x000000, 0x000080, 0xFFFFFF);
const QPalette YellowOnBlue = desktopPalette(0x000060, 0xFFFF40, 0xFFFFFF, 0x000060);
const QPalette BlackOnGrey = desktopPalette(0xA8A8A8, 0x000000, 0x303030, 0xFFFFFF);

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnQtWarnings(); }

    void isReadable_data();
    void isReadable();
    void colorsPalettes_data();
    void colorsPalettes();
    void followsTheDesktop_data();
    void followsTheDesktop();
    void keepsADesktopOfItsOwnKind_data();
    void keepsADesktopOfItsOwnKind();
    void colorsTooltips_data() { colorsPalettes_data(); }
    void colorsTooltips();
    void tellsOnceItIsApplied();
    void goesBackToTheDesktop();
    void hasAColorForEachTone();
    void scalesTheApplicationsFont();
    void readsCodes();
};

void TestTheme::isReadable_data()
{
    QTest::addColumn<QStringList>("weak");
    QTest::newRow("light") << weakPairs(Theme::lightColors());
    QTest::newRow("dark") << weakPairs(Theme::darkColors());
    QTest::newRow("white on black") << weakPairs(Theme::derivedColors(WhiteOnBlack));
    QTest::newRow("black on white") << weakPairs(Theme::derivedColors(BlackOnWhite));
    QTest::newRow("yellow on blue") << weakPairs(Theme::derivedColors(YellowOnBlue));
    QTest::newRow("black on grey") << weakPairs(Theme::derivedColors(BlackOnGrey));
}

void TestTheme::isReadable()
{
    QFETCH(QStringList, weak);
    QVERIFY2(weak.isEmpty(), qPrintable(weak.join(u'\n')));
}

void TestTheme::colorsPalettes_data()
{
    QTest::addColumn<int>("choice");
    QTest::newRow("light") << static_cast<int>(ThemeChoice::Light);
    QTest::newRow("dark") << static_cast<int>(ThemeChoice::Dark);
}

void TestTheme::colorsPalettes()
{
    QFETCH(int, choice);
    const Desktop desktop(BreezeLight);
    Theme theme;
    theme.apply(static_cast<ThemeChoice>(choice));
    const QPalette palette = QApplication::palette();
    const std::pair<QPalette::ColorRole, QPalette::ColorRole> pairs[] = {
        {QPalette::WindowText, QPalette::Window},
        {QPalette::Text, QPalette::Base},
        {QPalette::Text, QPalette::AlternateBase},
        {QPalette::ButtonText, QPalette::Button},
        {QPalette::ToolTipText, QPalette::ToolTipBase},
        {QPalette::HighlightedText, QPalette::Highlight},
        {QPalette::PlaceholderText, QPalette::Base},
        {QPalette::Link, QPalette::Window},
        {QPalette::LinkVisited, QPalette::Base},
    };
    for (const auto &[front, ground] : pairs) {
        for (const auto group : {QPalette::Active, QPalette::Inactive}) {
            const double found =
                contrast(palette.color(group, front), palette.color(group, ground));
            QVERIFY2(found >= 4.5, qPrintable(u"%1 on %2: %3"_s.arg(front).arg(ground).arg(found)));
        }
    }
    // What is disabled may be fainter, and still differs.
    QVERIFY(contrast(palette.color(QPalette::Disabled, QPalette::WindowText),
                palette.color(QPalette::Window)) > 2);
    QVERIFY(palette.color(QPalette::Disabled, QPalette::WindowText) !=
            palette.color(QPalette::WindowText));
}

void TestTheme::followsTheDesktop_data()
{
    QTest::addColumn<QPalette>("desktop");
    QTest::addColumn<QColor>("window");
    QTest::newRow("light") << BreezeLight << Theme::lightColors().window;
    QTest::newRow("dark") << BreezeDark << Theme::darkColors().window;
}

void TestTheme::followsTheDesktop()
{
    QFETCH(QPalette, desktop);
    const Desktop set(desktop);
    Theme theme;
    theme.apply(ThemeChoice::System);
    QTEST(theme.colors().window, "window");
    QTEST(QApplication::palette().color(QPalette::Window), "window");
    QCOMPARE(theme.choice(), ThemeChoice::System);
}

void TestTheme::keepsADesktopOfItsOwnKind_data()
{
    QTest::addColumn<QPalette>("desktop");
    QTest::newRow("white on black") << WhiteOnBlack;
    QTest::newRow("black on white") << BlackOnWhite;
    QTest::newRow("yellow on blue") << YellowOnBlue;
}

void TestTheme::keepsADesktopOfItsOwnKind()
{
    QFETCH(QPalette, desktop);
    const Desktop set(desktop);
    Theme theme;
    theme.apply(ThemeChoice::System);
    for (const auto role : {QPalette::Window, QPalette::WindowText, QPalette::Highlight})
        QCOMPARE(QApplication::palette().color(role), desktop.color(role));
    QCOMPARE(theme.colors().window, desktop.color(QPalette::Window));
    QCOMPARE(theme.colors().text, desktop.color(QPalette::WindowText));
    QCOMPARE(theme.colors().accent, desktop.color(QPalette::Highlight));
    QVERIFY2(
        weakPairs(theme.colors()).isEmpty(), qPrintable(weakPairs(theme.colors()).join(u'\n')));
}

void TestTheme::colorsTooltips()
{
    QFETCH(int, choice);
    const QPalette before = QToolTip::palette();
    const QPalette desktops = desktopPalette(0xFFFFDC, 0x000000, 0x000080, 0xFFFFFF);
    const Desktop set(WhiteOnBlack);
    QToolTip::setPalette(desktops);
    Theme theme;
    theme.apply(static_cast<ThemeChoice>(choice));
    const QPalette ours = QToolTip::palette();
    // A desktop that keeps its own palette keeps that of its tooltips too.
    theme.apply(ThemeChoice::System);
    const QPalette theirs = QToolTip::palette();
    QToolTip::setPalette(before);
    theme.apply(static_cast<ThemeChoice>(choice));
    QCOMPARE(ours.color(QPalette::ToolTipText), theme.colors().text);
    QCOMPARE(ours.color(QPalette::ToolTipBase), theme.colors().card);
    QCOMPARE(theirs, desktops);
    QToolTip::setPalette(before);
}

void TestTheme::tellsOnceItIsApplied()
{
    Theme theme;
    QSignalSpy changed(&theme, &Theme::changed);
    QColor seen;
    connect(&theme, &Theme::changed, this, [&] { seen = theme.colors().window; });
    theme.apply(ThemeChoice::Dark);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(seen, Theme::darkColors().window);
    QCOMPARE(theme.choice(), ThemeChoice::Dark);
}

void TestTheme::goesBackToTheDesktop()
{
    const Desktop desktop(BreezeLight);
    Theme theme;
    theme.apply(ThemeChoice::Dark);
    theme.apply(ThemeChoice::System);
    QCOMPARE(theme.colors().window, Theme::lightColors().window);
}

void TestTheme::hasAColorForEachTone()
{
    Theme theme;
    theme.apply(ThemeChoice::Light);
    const ThemeColors &colors = theme.colors();
    QCOMPARE(theme.toneColor(Tone::Good), colors.good);
    QCOMPARE(theme.toneColor(Tone::Soon), colors.soon);
    QCOMPARE(theme.toneColor(Tone::Bad), colors.bad);
    QCOMPARE(theme.toneColor(Tone::Plain), colors.dim);
    QCOMPARE(theme.bannerColor(Tone::Bad), colors.badBanner);
    QCOMPARE(theme.bannerColor(Tone::Soon), colors.soonBanner);
    QCOMPARE(theme.bannerColor(Tone::Plain), colors.plainBanner);
    QCOMPARE(theme.bannerColor(Tone::Good), colors.plainBanner);
}

void TestTheme::scalesTheApplicationsFont()
{
    const QFont before = QApplication::font();
    QFont font = before;
    font.setPointSizeF(10);
    QApplication::setFont(font);
    QCOMPARE(Theme::font(1.7).pointSizeF(), 17.0);
    QCOMPARE(Theme::font(2.0, QFont::Bold).weight(), QFont::Bold);
    QCOMPARE(Theme::font(1.0).families(), font.families());
    font.setPixelSize(20);
    QApplication::setFont(font);
    QCOMPARE(Theme::font(1.7).pixelSize(), 34);
    QApplication::setFont(before);
}

void TestTheme::readsCodes()
{
    for (const ThemeChoice choice : {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark})
        QCOMPARE(Theme::fromCode(Theme::code(choice)), std::optional(choice));
    QCOMPARE(Theme::fromCode(u"dark"_s), std::optional(ThemeChoice::Dark));
    for (const QString &code : {QString(), u"Dark"_s, u"black"_s, u" dark"_s})
        QVERIFY(!Theme::fromCode(code));
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
