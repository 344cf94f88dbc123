// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/faults/faultcase.h"
#include "tests/support/qtwarnings.h"

#include <QTest>

using namespace genauth::test;

/** The fault table's rows about what an answer's status says. */
class TestStatusFaults : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void keepsItsPromises_data() { addFaultRows(statusCases()); }
    void keepsItsPromises() { runFaultRow(); }
};

QTEST_GUILESS_MAIN(TestStatusFaults)
#include "tst_statusfaults.moc"
