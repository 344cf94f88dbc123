// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/faults/faultcase.h"
#include "tests/support/qtwarnings.h"

#include <QTest>

using namespace genauth::test;

/** The fault table's rows about hostile or odd text. */
class TestTextFaults : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void keepsItsPromises_data() { addFaultRows(textCases()); }
    void keepsItsPromises() { runFaultRow(); }
};

QTEST_GUILESS_MAIN(TestTextFaults)
#include "tst_textfaults.moc"
