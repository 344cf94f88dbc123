// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/faults/faultcase.h"
#include "tests/faults/faultstage.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/heartbeat.h"
#include "tests/support/qtwarnings.h"

#include <QTest>

using namespace genauth;
using namespace genauth::test;
using Framing = HttpText::Framing;

/** The fault table's rows about what an answer consists of. */
class TestBodyFaults : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void keepsItsPromises_data() { addFaultRows(bodyCases()); }
    void keepsItsPromises() { runFaultRow(); }
    void acceptsNoPrefix_data();
    void acceptsNoPrefix();
};

void TestBodyFaults::acceptsNoPrefix_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<Framing>("framing");
    for (const auto &[name, framing] : {std::pair("until close", Framing::UntilClose),
             std::pair("chunked", Framing::Chunked), std::pair("stated", Framing::ContentLength)}) {
        QTest::addRow("package, %s", name) << packagePath() << framing;
        QTest::addRow("token, %s", name) << tokenPath() << framing;
    }
}

/** H20: a good answer, cut at every byte of its body. */
void TestBodyFaults::acceptsNoPrefix()
{
    QFETCH(const QString, path);
    QFETCH(const Framing, framing);
    const bool ofToken = path == tokenPath();
    QJsonObject data = overduePackage();
    if (ofToken)
        data = {{QStringLiteral("access_token"), QStringLiteral("another-token")}};
    const QByteArray body = envelope({.data = data, .requestId = QStringLiteral("r")});
    const QByteArray whole = http({.body = body, .framing = framing});
    FaultStage stage({});
    stage.open();
    stage.refresh();
    const PoolSnapshot before = stage.snapshot();
    QVERIFY(before.package.value && !before.package.error);
    const Heartbeat heartbeat;
    const qsizetype start = whole.indexOf(body);
    for (qsizetype length = start; length < start + body.size(); ++length) {
        const QByteArray cut = whole.first(length);
        stage.server->answer(path, {length % 2 ? sendAndClose(cut) : sendAndReset(cut)});
        stage.clock.advance(std::chrono::hours(ofToken ? 3 : 0) + RefreshScheduler::PauseByHand);
        stage.refresh();
        const PoolSnapshot after = stage.snapshot();
        QVERIFY2(after.package.error, cut.constData());
        QVERIFY(after.package.error->kind == ErrorKind::MalformedAnswer ||
                after.package.error->kind == ErrorKind::ConnectionClosed);
        QCOMPARE(after.package.value, before.package.value);
        QCOMPARE(after.package.receivedAt, before.package.receivedAt);
        QVERIFY(stage.assessment().headline == SubscriptionState::Overdue);
        QVERIFY(stage.nextTry().kind == NextTry::Kind::BackOff);
    }
    QVERIFY2(heartbeat.longestTurn() < 1000, QByteArray::number(heartbeat.longestTurn()));
    stage.mend();
    stage.refresh();
    QVERIFY(!stage.snapshot().package.error);
}

QTEST_GUILESS_MAIN(TestBodyFaults)
#include "tst_bodyfaults.moc"
