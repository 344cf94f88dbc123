// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/faults/faultcase.h"
#include "tests/support/qtwarnings.h"

#include <QTest>

using namespace genauth::test;

/** The fault table's rows about the token, and the key that buys it. */
class TestTokenFaults : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void keepsItsPromises_data() { addFaultRows(tokenCases()); }
    void keepsItsPromises() { runFaultRow(); }
};

QTEST_GUILESS_MAIN(TestTokenFaults)
#include "tst_tokenfaults.moc"
