// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/faults/faultcase.h"

#include <QByteArrayList>

namespace genauth::test {

/** A row of the fault table: what goes wrong, and what shows that the promise is kept. */
struct FaultRow
{
    QByteArray id;       ///< "H1"
    QByteArray fault;    ///< in words
    QByteArrayList also; ///< tests besides its cases: "tst_transport::followsNoRedirect"
    QByteArray note;     ///< what cannot be provoked here, and why; may be empty
};

/** H1 to H33, V1 to V17, T1 to T6, X1 to X10, in this order. */
[[nodiscard]] QList<FaultRow> faultRows();

/** A test function that runs cases. */
struct FaultTest
{
    QByteArray name; ///< "tst_statusfaults::keepsItsPromises"
    QList<FaultCase> cases;
};
[[nodiscard]] QList<FaultTest> faultTests();

} // namespace genauth::test
