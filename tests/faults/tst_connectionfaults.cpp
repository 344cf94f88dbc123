// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/faults/faultcase.h"
#include "tests/support/qtwarnings.h"

#include <QTest>

using namespace genauth::test;

/** The fault table's rows about how, and with whom, the core speaks. */
class TestConnectionFaults : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void keepsItsPromises_data() { addFaultRows(connectionCases()); }
    void keepsItsPromises() { runFaultRow(); }
};

QTEST_GUILESS_MAIN(TestConnectionFaults)
#include "tst_connectionfaults.moc"
