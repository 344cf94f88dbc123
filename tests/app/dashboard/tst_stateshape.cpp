// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/stateshape.h"
#include "tests/support/qtwarnings.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <array>
#include <cstdlib>

using namespace genauth;
using namespace Qt::StringLiterals;
using State = SubscriptionState;

namespace {

constexpr std::array AllShapes{StateShape::Good, StateShape::Soon, StateShape::OverQuota,
    StateShape::Bad, StateShape::Unknown, StateShape::NoConnection};

QImage drawn(StateShape shape, int side, const Theme &theme)
{
    QImage image(side + 8, side + 8, QImage::Format_RGB32);
    image.fill(theme.colors().card);
    QPainter painter(&image);
    paintStateShape(painter, QRectF(4, 4, side, side), shape, theme);
    return image;
}

/** The share of the shape's square, in percent, whose brightness differs enough to be seen. */
int differenceInGrey(const QImage &a, const QImage &b, int side)
{
    const QImage greyA = a.convertToFormat(QImage::Format_Grayscale8);
    const QImage greyB = b.convertToFormat(QImage::Format_Grayscale8);
    int different = 0;
    for (int y = 0; y < greyA.height(); ++y) {
        for (int x = 0; x < greyA.width(); ++x)
            different += std::abs(qGray(greyA.pixel(x, y)) - qGray(greyB.pixel(x, y))) > 48;
    }
    return different * 100 / (side * side);
}

} // namespace

class TestStateShape : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnQtWarnings(); }

    void shapesDifferWithoutColor_data();
    void shapesDifferWithoutColor();
    void staysInItsSquare();
    void hasAShapeForEachState_data();
    void hasAShapeForEachState();
    void widgetShowsItsShape();
};

void TestStateShape::shapesDifferWithoutColor_data()
{
    QTest::addColumn<int>("side");
    QTest::addColumn<int>("choice");
    for (const int side : {16, 24, 48}) {
        for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark})
            QTest::addRow("%s, %d", qPrintable(Theme::code(choice)), side)
                << side << static_cast<int>(choice);
    }
}

void TestStateShape::shapesDifferWithoutColor()
{
    QFETCH(int, side);
    QFETCH(int, choice);
    Theme theme;
    theme.apply(static_cast<ThemeChoice>(choice));
    QImage empty(side + 8, side + 8, QImage::Format_RGB32);
    empty.fill(theme.colors().card);
    for (const StateShape one : AllShapes) {
        const QImage image = drawn(one, side, theme);
        QVERIFY(differenceInGrey(image, empty, side) >= 10);
        for (const StateShape other : AllShapes) {
            const int percent = differenceInGrey(image, drawn(other, side, theme), side);
            if (one == other)
                QCOMPARE(percent, 0);
            else
                QVERIFY2(percent >= 7,
                    qPrintable(u"%1 and %2 differ in %3 %"_s.arg(static_cast<int>(one))
                                   .arg(static_cast<int>(other))
                                   .arg(percent)));
        }
    }
}

void TestStateShape::staysInItsSquare()
{
    Theme theme;
    theme.apply(ThemeChoice::Light);
    for (const StateShape shape : AllShapes) {
        QImage image = drawn(shape, 16, theme);
        QPainter(&image).fillRect(4, 4, 16, 16, theme.colors().card);
        QImage empty(image.size(), image.format());
        empty.fill(theme.colors().card);
        QCOMPARE(image, empty);
    }
}

void TestStateShape::hasAShapeForEachState_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("shape");
    QTest::addColumn<int>("tone");
    const auto row = [](const char *name, State state, StateShape shape, Tone tone) {
        QTest::newRow(name) << static_cast<int>(state) << static_cast<int>(shape)
                            << static_cast<int>(tone);
    };
    row("overdue", State::Overdue, StateShape::Bad, Tone::Bad);
    row("ended", State::Ended, StateShape::Bad, Tone::Bad);
    row("ends very soon", State::EndsVerySoon, StateShape::Bad, Tone::Bad);
    row("over MAU", State::OverMau, StateShape::OverQuota, Tone::Soon);
    row("ends soon", State::EndsSoon, StateShape::Soon, Tone::Soon);
    row("contradiction", State::Contradiction, StateShape::Soon, Tone::Soon);
    row("right at limit", State::RightAtLimit, StateShape::OverQuota, Tone::Soon);
    row("not reachable", State::NotReachable, StateShape::NoConnection, Tone::Plain);
    row("unknown", State::Unknown, StateShape::Unknown, Tone::Plain);
    row("no end date", State::NoEndDate, StateShape::Good, Tone::Good);
    row("active", State::Active, StateShape::Good, Tone::Good);
}

void TestStateShape::hasAShapeForEachState()
{
    QFETCH(int, state);
    QTEST(static_cast<int>(shapeOf(static_cast<State>(state))), "shape");
    QTEST(static_cast<int>(toneOf(static_cast<State>(state))), "tone");
}

void TestStateShape::widgetShowsItsShape()
{
    Theme theme;
    theme.apply(ThemeChoice::Light);
    StateShapeWidget widget(theme);
    QCOMPARE(widget.shape(), StateShape::Unknown);
    const QImage before = widget.grab().toImage();
    widget.setShape(StateShape::Bad);
    QCOMPARE(widget.shape(), StateShape::Bad);
    QVERIFY(widget.grab().toImage() != before);
    QVERIFY(widget.width() >= 24 && widget.width() == widget.height());
}

QTEST_MAIN(TestStateShape)
#include "tst_stateshape.moc"
