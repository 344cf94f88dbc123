// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The chart of billing cycles: it draws the model's numbers and no others, and says them.

#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/burnupchart.h"
#include "app/dashboard/widgets/mauchart.h"
#include "app/dashboard/widgets/mauplot.h"
#include "app/text/language.h"
#include "core/models/historymodel.h"
#include "tests/app/dashboard/historysamples.h"
#include "tests/support/qtwarnings.h"

#include <QAction>
#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

static const QDate Today(2026, 11, 27);

class TestMauChart : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void drawsTheModelsNumbers();
    void drawsUnknownAsAGap();
    void stepsWhereMoreWasBought();
    void colorsCarryState();
    void followsTheTheme();
    void saysItInEitherLanguage();
    void walksWithTheKeyboard();
    void saysWhatIsUnderThePointer();
    void zoomsAndComesBack();
    void keepsWhatIsLookedAt();
    void hangsMarkersWhereTheyBelong();
    void leavesTheWheelToThePage();
    void drawsHundredsOfCycles();
    void drawsTheForecastItIsGiven();
    void zoomsIntoTheseCyclesOnly();
    void keepsEscapeForItself();

private:
    void showChart(const QList<MauCycle> &cycles, MauChart::Use use = MauChart::Use::Exploring);
    void wheel(int delta, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    [[nodiscard]] QString readout() const
    {
        return m_chart->findChild<QLabel *>(u"chartReadoutLabel"_s)->text();
    }
    [[nodiscard]] QWidget *canvas() const
    {
        return m_chart->findChild<QWidget *>(u"chartCanvas"_s);
    }

    Theme m_theme;
    Language m_language{Language::defaultDirectory()};
    std::unique_ptr<HistoryModel> m_model;
    std::unique_ptr<MauChart> m_chart;
};

void TestMauChart::init()
{
    failOnQtWarnings();
    m_language.set(UiLanguage::English);
    m_theme.apply(ThemeChoice::Light);
    m_chart.reset();
    m_model = std::make_unique<HistoryModel>();
}

void TestMauChart::showChart(const QList<MauCycle> &cycles, MauChart::Use use)
{
    m_model->setCycles(cycles, Today);
    m_chart = std::make_unique<MauChart>(*m_model, m_theme, use);
    m_chart->resize(800, 300);
    m_chart->show();
    QVERIFY(QTest::qWaitForWindowActive(m_chart.get()));
}

void TestMauChart::drawsTheModelsNumbers()
{
    showChart(sampleYear());
    const auto agrees = [this] {
        for (int row = 0; row < m_model->rowCount(); ++row) {
            const CycleFacts facts = CycleFacts::of(m_model->index(row, 0));
            const auto used = m_chart->plot().drawnUse(row);
            const auto bought = m_chart->plot().drawnEntitlement(row);
            if (!used || static_cast<qint64>(*used) != *facts.used || !bought ||
                static_cast<qint64>(*bought) != *facts.bought)
                return false;
        }
        return !m_chart->plot().drawnUse(m_model->rowCount());
    };
    QVERIFY(agrees());
    QList<MauCycle> changed = sampleYear();
    changed.removeFirst();
    changed.last().current.value = 9999;
    m_model->setCycles(changed, Today);
    QTRY_VERIFY(agrees());
    QCOMPARE(*m_chart->plot().drawnUse(10), 9999.0);
    m_model->setCycles({}, Today);
    QTRY_VERIFY(!m_chart->plot().drawnUse(0));
}

void TestMauChart::drawsUnknownAsAGap()
{
    QList<MauCycle> cycles = sampleYear();
    cycles[3].current = {{}, u"n/a"_s};
    cycles[4].amount = {};
    cycles[5].amount = {Allowance::Kind::Unlimited, 0, u"-1"_s};
    cycles[6].amount.count = 0;
    cycles[7].current.value = 0;
    showChart(cycles);
    QVERIFY(!m_chart->plot().drawnUse(3));
    QVERIFY(m_chart->plot().isDrawnUnknown(3));
    QVERIFY(!m_chart->plot().isDrawnUnknown(2));
    for (const int row : {4, 5, 6})
        QVERIFY(!m_chart->plot().drawnEntitlement(row));
    QVERIFY(m_chart->plot().drawnEntitlement(7));
    QCOMPARE(*m_chart->plot().drawnUse(7), 0.0); // a zero that was sent is one
    QVERIFY(!m_chart->plot().isDrawnUnknown(7));
    m_chart->setCurrentRow(3);
    QCOMPARE(readout(), u"Mar 2026: use unknown, bought 10,000"_s);
}

void TestMauChart::stepsWhereMoreWasBought()
{
    QList<MauCycle> cycles = sampleYear();
    for (int row = 9; row < 12; ++row)
        cycles[row].amount.count = 12'000;
    showChart(cycles);
    QCOMPARE(*m_chart->plot().drawnEntitlement(8), 10'000.0);
    QCOMPARE(*m_chart->plot().drawnEntitlement(9), 12'000.0);
    QCOMPARE(m_chart->plot().entitlementLabel(), u"Bought 12,000"_s);
}

void TestMauChart::colorsCarryState()
{
    showChart(sampleYear());
    const ThemeColors &colors = m_theme.colors();
    QCOMPARE(m_chart->plot().barColor(0), colors.accent);
    QCOMPARE(m_chart->plot().barColor(8), colors.soon);
    const QColor running = m_chart->plot().barColor(11);
    QVERIFY(running != colors.accent && running.lightness() > colors.accent.lightness());
}

void TestMauChart::followsTheTheme()
{
    showChart(sampleYear());
    const QImage light = m_chart->grab().toImage();
    QCOMPARE(light.pixelColor(3, 3), Theme::lightColors().card);
    m_theme.apply(ThemeChoice::Dark);
    QCOMPARE(m_chart->plot().barColor(0), Theme::darkColors().accent);
    QTRY_COMPARE(m_chart->grab().toImage().pixelColor(3, 3), Theme::darkColors().card);
    m_theme.apply(ThemeChoice::Light);
    QTRY_COMPARE(m_chart->grab().toImage(), light);
}

void TestMauChart::saysItInEitherLanguage()
{
    showChart(sampleYear());
    m_chart->setCurrentRow(8);
    const QString english = readout();
    QCOMPARE(english, u"Aug 2026: 10,420 of 10,000 used (104%), over the quota"_s);
    QCoreApplication::processEvents();
    const QImage before = m_chart->grab().toImage();
    m_language.set(UiLanguage::Chinese);
    QTRY_VERIFY(readout().contains(u"2026年8月"_s));
    QTRY_VERIFY(m_chart->grab().toImage() != before);
    m_language.set(UiLanguage::English);
    QTRY_COMPARE(readout(), english);
    QTRY_COMPARE(m_chart->grab().toImage(), before);
}

void TestMauChart::walksWithTheKeyboard()
{
    showChart(sampleYear());
    const QString summary =
        u"12 billing cycles, from Dec 2025 to Nov 2026; highest 10,420 in Aug 2026"_s;
    QCOMPARE(m_chart->accessibleDescription(), summary);
    QCOMPARE(readout(), summary);
    m_chart->setFocus();
    const QSignalSpy chosen(m_chart.get(), &MauChart::currentRowChosen);
    QTest::keyClick(m_chart.get(), Qt::Key_Left);
    QCOMPARE(m_chart->currentRow(), 11);
    QCOMPARE(readout(), u"Nov 2026: 8,210 of 10,000 used (82%), running"_s);
    QTest::keyClick(m_chart.get(), Qt::Key_Right);
    QCOMPARE(m_chart->currentRow(), 11);
    QTest::keyClick(m_chart.get(), Qt::Key_Left);
    QCOMPARE(m_chart->currentRow(), 10);
    QCOMPARE(chosen.size(), 2);
    QVERIFY(m_chart->accessibleDescription().contains(u"Oct 2026: 8,800"_s));
}

void TestMauChart::saysWhatIsUnderThePointer()
{
    showChart(sampleYear());
    const QPoint place = canvas()->mapFrom(m_chart.get(), m_chart->placeOfRow(2));
    QTest::mouseMove(canvas(), place);
    QTRY_COMPARE(m_chart->currentRow(), 2);
    QVERIFY(readout().startsWith(u"Feb 2026: 6,100"_s));
}

void TestMauChart::zoomsAndComesBack()
{
    showChart(sampleYear());
    auto *reset = m_chart->findChild<QPushButton *>(u"zoomResetButton"_s);
    QVERIFY(reset->isHidden());
    m_chart->setFocus();
    const std::array<std::function<void()>, 4> waysBack{
        [this] { QTest::keyClick(m_chart.get(), Qt::Key_Escape); },
        [this] { QTest::keyClick(m_chart.get(), Qt::Key_Home); },
        [this] { QTest::mouseDClick(canvas(), Qt::LeftButton); },
        [reset] { reset->click(); },
    };
    for (const auto &comeBack : waysBack) {
        for (int i = 0; i < 20; ++i)
            wheel(120);
        QVERIFY(m_chart->plot().isZoomed());
        QVERIFY(!reset->isHidden());
        comeBack();
        QVERIFY(!m_chart->plot().isZoomed());
        QVERIFY(reset->isHidden());
        m_chart->setFocus();
    }
    QTest::keyClick(m_chart.get(), Qt::Key_Plus);
    QVERIFY(m_chart->plot().isZoomed());
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(m_chart.get(), Qt::Key_Minus);
    QVERIFY(!m_chart->plot().isZoomed()); // and no further
    // Walking brings what is walked to into sight.
    for (int i = 0; i < 9; ++i)
        QTest::keyClick(m_chart.get(), Qt::Key_Plus);
    m_chart->setCurrentRow(0);
    QVERIFY(m_chart->rect().contains(m_chart->placeOfRow(0)));
    m_chart->setCurrentRow(11);
    QVERIFY(m_chart->rect().contains(m_chart->placeOfRow(11)));
}

void TestMauChart::keepsWhatIsLookedAt()
{
    showChart(sampleYear());
    m_chart->setCurrentRow(8);
    QList<MauCycle> older = monthsFrom(QDate(2025, 6, 1), {1, 2, 3, 4, 5, 6}) + sampleYear();
    m_model->setCycles(older, Today);
    QTRY_COMPARE(m_chart->currentRow(), 14);
    QVERIFY(readout().startsWith(u"Aug 2026"_s));
    m_model->setCycles(monthsFrom(QDate(2025, 6, 1), {1, 2}), Today);
    QTRY_VERIFY(readout().startsWith(u"2 billing cycles"_s));
    QCOMPARE(m_chart->currentRow(), -1);
}

void TestMauChart::hangsMarkersWhereTheyBelong()
{
    showChart(sampleYear());
    m_chart->setMarkers({marker({2026, 3, 11}, Order::Type::Renew, u"Renewal on 11 Mar 2026"_s),
        marker({2026, 3, 31}, Order::Type::Upgrade, u"Upgrade on 31 Mar 2026"_s),
        marker({2020, 1, 1}, Order::Type::Renew, u"long ago"_s)});
    QCOMPARE(m_chart->plot().drawnMarkers(), 2);
    QCOMPARE(m_chart->plot().markersOf(3), u"Renewal on 11 Mar 2026\nUpgrade on 31 Mar 2026"_s);
    QVERIFY(m_chart->plot().markersOf(4).isEmpty());
    m_chart->setCurrentRow(3);
    QVERIFY(readout().endsWith(u" · Renewal on 11 Mar 2026 · Upgrade on 31 Mar 2026"_s));
    m_model->setCycles(sampleYear().sliced(5), Today);
    QTRY_COMPARE(m_chart->plot().drawnMarkers(), 0);
}

void TestMauChart::leavesTheWheelToThePage()
{
    showChart(sampleYear());
    m_chart->clearFocus();
    wheel(120);
    QVERIFY(!m_chart->plot().isZoomed());
    wheel(120, Qt::ControlModifier);
    QVERIFY(m_chart->plot().isZoomed());
    showChart(sampleYear(), MauChart::Use::Glance);
    wheel(120, Qt::ControlModifier);
    QVERIFY(!m_chart->plot().isZoomed());
    QCOMPARE(m_chart->focusPolicy(), Qt::NoFocus);
}

void TestMauChart::wheel(int delta, Qt::KeyboardModifiers modifiers)
{
    const QPointF place = canvas()->rect().center();
    QWheelEvent event(place, canvas()->mapToGlobal(place), {}, {0, delta}, Qt::NoButton, modifiers,
        Qt::NoScrollPhase, false);
    QApplication::sendEvent(canvas(), &event);
}

void TestMauChart::drawsHundredsOfCycles()
{
    QList<qint64> uses;
    for (int i = 0; i < 240; ++i)
        uses << 100 * i;
    showChart(monthsFrom(QDate(2007, 1, 1), uses));
    QVERIFY(!m_chart->grab().isNull());
    QCOMPARE(*m_chart->plot().drawnUse(239), 23'900.0);
}

void TestMauChart::drawsTheForecastItIsGiven()
{
    BurnUpChart chart(m_theme);
    const BurnUp burnUp = sampleBurnUp();
    chart.show(burnUp);
    QCOMPARE(chart.drawnSamples().size(), 5);
    QCOMPARE(chart.drawnSamples().last().value, 4000.0);
    const auto line = chart.drawnForecast();
    QCOMPARE(line.size(), 2);
    QCOMPARE(line.last().at, static_cast<double>(burnUp.forecast->reachesAt.toSecsSinceEpoch()));
    QCOMPARE(line.last().value, burnUp.forecast->usedAt(burnUp.forecast->reachesAt));
    QVERIFY(chart.accessibleDescription().contains(u"4,000"_s));
    QCOMPARE(chart.boughtLabel(), u"Bought 10,000"_s);
    chart.show(BurnUp());
    QCOMPARE(chart.boughtLabel(), QString());
    QVERIFY(chart.drawnSamples().isEmpty());
    QVERIFY(chart.drawnForecast().isEmpty());
}

void TestMauChart::zoomsIntoTheseCyclesOnly()
{
    showChart(sampleYear());
    m_chart->setFocus();
    QTest::keyClick(m_chart.get(), Qt::Key_Plus);
    QList<MauCycle> next = sampleYear();
    next.last().current.value = 8300;
    m_model->setCycles(next, Today);
    QTRY_COMPARE(m_chart->plot().drawnUse(11), 8300.0);
    QVERIFY(m_chart->plot().isZoomed());
    m_model->setCycles(monthsFrom({2024, 12, 1}, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}), Today);
    QTRY_COMPARE(m_chart->plot().drawnUse(11), 12.0);
    QVERIFY(!m_chart->plot().isZoomed());
}

void TestMauChart::keepsEscapeForItself()
{
    showChart(sampleYear());
    QAction windows; // as of a search, or a panel
    windows.setShortcut(Qt::Key_Escape);
    m_chart->addAction(&windows);
    const QSignalSpy taken(&windows, &QAction::triggered);
    m_chart->setFocus();
    QTest::keyClick(m_chart.get(), Qt::Key_Plus);
    QTest::keyClick(m_chart.get(), Qt::Key_Escape);
    QVERIFY(!m_chart->plot().isZoomed());
    QCOMPARE(taken.size(), 0);
    QTest::keyClick(m_chart.get(), Qt::Key_Escape);
    QCOMPARE(taken.size(), 1);
}

QTEST_MAIN(TestMauChart)
#include "tst_mauchart.moc"
