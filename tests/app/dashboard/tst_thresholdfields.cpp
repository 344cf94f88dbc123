// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/dialogs/thresholdfields.h"

#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/formgrid.h"
#include "tests/app/languages.h"
#include "tests/support/qtwarnings.h"

#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QWheelEvent>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

class TestThresholdFields : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void beginsWithTheUsual();
    void givesBackWhatItWasGiven();
    void keepsToTheRanges();
    void namesAContradiction_data() { bothLanguages(); }
    void namesAContradiction();
    void saysWhenSomethingChanges();
    void speaks_data() { bothLanguages(); }
    void speaks();
    void isNotMovedByTheWheelInPassing();

private:
    [[nodiscard]] QSpinBox *box(const char *name) const
    {
        return m_grid->findChild<QSpinBox *>(QLatin1String(name));
    }

    Theme m_theme;
    Language m_language{Language::defaultDirectory()};
    std::unique_ptr<FormGrid> m_grid;
    ThresholdFields *m_fields = nullptr;
};

void TestThresholdFields::init()
{
    failOnQtWarnings();
    m_language.set(UiLanguage::English);
    m_grid = std::make_unique<FormGrid>(m_theme);
    m_fields = new ThresholdFields(*m_grid, m_grid.get());
    m_fields->retranslate();
}

void TestThresholdFields::beginsWithTheUsual()
{
    QCOMPARE(m_fields->thresholds(), Thresholds{});
    QCOMPARE(box("endsVerySoonSpinBox")->value(), 7);
    QCOMPARE(box("endsSoonSpinBox")->value(), 30);
    QCOMPARE(box("mauPercentSpinBox")->value(), 100);
    QCOMPARE(m_fields->controls().size(), 3);
}

void TestThresholdFields::givesBackWhatItWasGiven()
{
    for (const Thresholds &some :
        {Thresholds{0, 0, 1}, Thresholds{3650, 3650, 1000}, Thresholds{3, 14, 80}}) {
        m_fields->setThresholds(some);
        QCOMPARE(m_fields->thresholds(), some);
    }
}

void TestThresholdFields::keepsToTheRanges()
{
    m_fields->setThresholds({-1, 3651, 0});
    QCOMPARE(m_fields->thresholds(), (Thresholds{0, 3650, 1}));
    m_fields->setThresholds({9999, -9, 9999});
    QCOMPARE(m_fields->thresholds(), (Thresholds{3650, 0, 1000}));
}

void TestThresholdFields::namesAContradiction()
{
    const UiLanguage language = languageOfRow();
    m_language.set(language);
    m_fields->retranslate();
    QWidget *first = m_fields->controls().constFirst();
    m_fields->setThresholds({30, 30, 100});
    m_fields->judge();
    QCOMPARE(m_grid->problem(first), QString());
    m_fields->setThresholds({31, 30, 100});
    m_fields->judge();
    QVERIFY(isSaidIn(language, m_grid->problem(first)));
    QCOMPARE(first->accessibleDescription(), m_grid->problem(first));
    m_fields->setThresholds({30, 31, 100});
    m_fields->judge();
    QCOMPARE(m_grid->problem(first), QString());
}

void TestThresholdFields::saysWhenSomethingChanges()
{
    QSignalSpy edited(m_fields, &ThresholdFields::edited);
    for (QWidget *control : m_fields->controls())
        qobject_cast<QSpinBox *>(control)->stepDown();
    QCOMPARE(edited.count(), 3);
    QCOMPARE(m_fields->thresholds(), (Thresholds{6, 29, 99}));
}

void TestThresholdFields::speaks()
{
    const UiLanguage language = languageOfRow();
    m_language.set(language);
    m_fields->retranslate();
    const bool chinese = language == UiLanguage::Chinese;
    QCOMPARE(box("endsSoonSpinBox")->text(), chinese ? u"30 天"_s : u"30 days"_s);
    QCOMPARE(box("mauPercentSpinBox")->text(), u"100 %"_s);
    for (const QWidget *control : m_fields->controls()) {
        QVERIFY2(
            isSaidIn(language, control->accessibleName()), qPrintable(control->accessibleName()));
        QVERIFY2(isSaidIn(language, control->accessibleDescription()),
            qPrintable(control->accessibleDescription()));
    }
}

void TestThresholdFields::isNotMovedByTheWheelInPassing()
{
    m_grid->show();
    QVERIFY(QTest::qWaitForWindowActive(m_grid.get()));
    QSpinBox *under = box("endsSoonSpinBox");
    const auto turn = [&] {
        QWheelEvent wheel(QPointF(5, 5), under->mapToGlobal(QPointF(5, 5)), {}, {0, -120},
            Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(under, &wheel);
    };
    box("mauPercentSpinBox")->setFocus();
    turn();
    QCOMPARE(under->value(), 30);
    QVERIFY(!under->hasFocus());
    under->setFocus();
    turn();
    QCOMPARE(under->value(), 29);
}

QTEST_MAIN(TestThresholdFields)
#include "tst_thresholdfields.moc"
