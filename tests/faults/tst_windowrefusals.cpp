// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/faults/faultwindow.h"
#include "tests/support/qtwarnings.h"

#include <QTest>

using namespace genauth::test;

/** The fault table before the real window, in both languages: what is refused or never comes. */
class TestWindowRefusals : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void saysItInBothLanguages_data()
    {
        addFaultRows(statusCases() + connectionCases() + tokenCases());
    }
    void saysItInBothLanguages();
};

void TestWindowRefusals::saysItInBothLanguages()
{
    QFETCH(const FaultCase, faultCase);
    const QStringList broken = brokenBeforeTheWindow(faultCase);
    QVERIFY2(broken.isEmpty(), qPrintable(broken.join(QLatin1Char('\n'))));
}

QTEST_MAIN(TestWindowRefusals)
#include "tst_windowrefusals.moc"
