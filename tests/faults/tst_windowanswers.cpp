// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/faults/faultwindow.h"
#include "tests/support/qtwarnings.h"

#include <QTest>

using namespace genauth::test;

/** The fault table before the real window, in both languages: what comes, and is odd. */
class TestWindowAnswers : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void saysItInBothLanguages_data() { addFaultRows(bodyCases() + valueCases() + textCases()); }
    void saysItInBothLanguages();
};

void TestWindowAnswers::saysItInBothLanguages()
{
    QFETCH(const FaultCase, faultCase);
    const QStringList broken = brokenBeforeTheWindow(faultCase);
    QVERIFY2(broken.isEmpty(), qPrintable(broken.join(QLatin1Char('\n'))));
}

QTEST_MAIN(TestWindowAnswers)
#include "tst_windowanswers.moc"
