// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/faults/faultcase.h"

#include "tests/faults/faultstage.h"
#include "tests/support/genauthanswers.h"

#include <QTest>

namespace genauth::test {

using namespace std::chrono_literals;

TransportLimits shortLimits()
{
    return {.inactivity = 500ms, .deadline = 2s};
}

FaultCase ofPackage(
    const QByteArray &row, const QByteArray &name, const Script &script, Outcome outcome)
{
    if (outcome.operation.isEmpty())
        outcome.operation = ApiRequest::currentPackage().name();
    return {row, name,
        [script](FaultStage &stage) { stage.server->answer(packagePath(), {script}); }, outcome};
}

FaultCase ofToken(
    const QByteArray &row, const QByteArray &name, const Script &script, Outcome outcome)
{
    outcome.operation = ApiRequest::managementToken({}).name();
    if (outcome.posts.most == 0)
        outcome.posts = {1, 1};
    outcome.gets = {0, 0};
    return {row, name + ", token",
        [script](FaultStage &stage) {
            stage.clock.advance(3h);
            stage.server->answer(tokenPath(), {script});
        },
        outcome};
}

FaultCase freshPackage(
    const QByteArray &row, const QByteArray &name, const Script &script, const QList<Check> &checks)
{
    return ofPackage(row, name, script, {.checks = checks});
}

Script httpEnvelope(int httpStatus, int statusCode, const QByteArray &headers)
{
    return send(HttpText{.status = httpStatus,
        .headers = headers,
        .body = envelope({.statusCode = statusCode,
            .message = QStringLiteral("the server's words"),
            .requestId = QStringLiteral("req-r")})});
}

Script html(int httpStatus, const QByteArray &headers)
{
    return send(HttpText{.status = httpStatus,
        .contentType = "text/html",
        .headers = headers,
        .body = "<html><body><img src=/dev/zero><h1>sorry</h1></body></html>"});
}

void addFaultRows(const QList<FaultCase> &cases)
{
    QTest::addColumn<FaultCase>("faultCase");
    for (const FaultCase &faultCase : cases)
        QTest::newRow(QByteArray(faultCase.row + ' ' + faultCase.name).constData()) << faultCase;
}

void runFaultRow()
{
    QFETCH(const FaultCase, faultCase);
    const QStringList broken = brokenPromises(faultCase);
    QVERIFY2(broken.isEmpty(), qPrintable(broken.join(QLatin1Char('\n'))));
}

} // namespace genauth::test
