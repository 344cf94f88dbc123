// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/api/httpexchange.h"
#include "core/base/result.h"
#include "core/billing/poolsnapshot.h"
#include "core/sync/retrypolicy.h"
#include "tests/support/serverscript.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace genauth::test {

class FaultStage;

/** At least and at most how often. */
struct Times
{
    int least = 0;
    int most = 0;
};

/** How the core stands after the faulty refresh. */
struct Aftermath
{
    const FaultStage &stage;
    PoolSnapshot before;
    PoolSnapshot after;
    QByteArray log;
};

/** What is wrong, in words; empty when nothing is. */
using Check = std::function<QString(const Aftermath &)>;

/** What must come of a fault, besides the invariants. */
struct Outcome
{
    std::optional<ErrorKind> error = {}; ///< none: a good answer
    NextTry::Kind next = NextTry::Kind::Poll;
    int told = 0; ///< NextTry::Kind::AsTold: seconds
    Times posts = {};
    Times gets = {1, 1};
    QString operation = {};              ///< ApiError::operation
    std::optional<QString> subject = {}; ///< ApiError::subject; none: whatever it is
    QString requestId = {};              ///< that the server named; empty: none came
    TlsProblem tls = TlsProblem::None;
    QList<Check> checks = {};
};

/** One way of a row of the fault table to go wrong: after a good refresh of an overdue pool, the
 *  next one meets `fault`. */
struct FaultCase
{
    QByteArray row;  ///< "H1"
    QByteArray name; ///< which variant of it
    std::function<void(FaultStage &)> fault;
    Outcome outcome;
    std::function<void(FaultStage &)> prepare = {}; ///< before the good refresh
    TransportLimits limits = {};
    bool mends = true; ///< FaultStage::mend() can undo it
};

// Every case, by the test program that runs it.
[[nodiscard]] QList<FaultCase> statusCases();
[[nodiscard]] QList<FaultCase> bodyCases();
[[nodiscard]] QList<FaultCase> connectionCases();
[[nodiscard]] QList<FaultCase> valueCases();
[[nodiscard]] QList<FaultCase> tokenCases();
[[nodiscard]] QList<FaultCase> textCases();

/** For faults that are silence: long enough for a slow computer's good refresh. */
[[nodiscard]] TransportLimits shortLimits();

// The package is answered so, with a token that is still good; the token is answered so, when the
// last one has expired.
[[nodiscard]] FaultCase ofPackage(
    const QByteArray &row, const QByteArray &name, const Script &script, Outcome outcome);
[[nodiscard]] FaultCase ofToken(
    const QByteArray &row, const QByteArray &name, const Script &script, Outcome outcome);
/** Good answers that say odd things: FRESH, with these checks. */
[[nodiscard]] FaultCase freshPackage(const QByteArray &row, const QByteArray &name,
    const Script &script, const QList<Check> &checks = {});

// Envelopes with the requestId "req-r".
[[nodiscard]] Script httpEnvelope(int httpStatus, int statusCode, const QByteArray &headers = {});
[[nodiscard]] Script html(int httpStatus, const QByteArray &headers = {});

/** Runs one case: each promise that was broken, in words. */
[[nodiscard]] QStringList brokenPromises(const FaultCase &faultCase);

/** Fills a test function's table with the cases; runs the one of its row. */
void addFaultRows(const QList<FaultCase> &cases);
void runFaultRow();

} // namespace genauth::test

Q_DECLARE_METATYPE(genauth::test::FaultCase)
