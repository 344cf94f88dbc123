// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <memory>

using namespace genauth;

class TestResult : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void holdsAValueOrAnError();
    void movesItsValueOut();
    void namesEveryKindOnce();
    void systemClockIsInUtc();
};

void TestResult::holdsAValueOrAnError()
{
    const Result<int> good = 5;
    QVERIFY(good);
    QVERIFY(good.isOk());
    QCOMPARE(good.value(), 5);

    const ApiError error{.kind = ErrorKind::Throttled, .httpStatus = 429};
    const Result<int> bad = error;
    QVERIFY(!bad);
    QVERIFY(bad.error() == error);
    QVERIFY(good != bad);
    QVERIFY(bad == Result<int>(error));
}

void TestResult::movesItsValueOut()
{
    Result<std::unique_ptr<int>> result = std::make_unique<int>(7);
    const std::unique_ptr<int> value = std::move(result).value();
    QCOMPARE(*value, 7);
}

void TestResult::namesEveryKindOnce()
{
    QSet<QByteArray> names;
    for (int kind = 0; kind <= static_cast<int>(ErrorKind::ServerError); ++kind)
        names.insert(errorKindName(static_cast<ErrorKind>(kind)));
    QCOMPARE(names.size(), static_cast<int>(ErrorKind::ServerError) + 1);
    QCOMPARE(errorKindName(ErrorKind::TimedOut), "TimedOut");
    QCOMPARE(errorKindName(ErrorKind::ServerError), "ServerError");
}

void TestResult::systemClockIsInUtc()
{
    const QDateTime now = SystemClock().nowUtc();
    QCOMPARE(now.timeSpec(), Qt::UTC);
    QVERIFY(std::abs(now.secsTo(QDateTime::currentDateTimeUtc())) <= 60);
}

QTEST_APPLESS_MAIN(TestResult)
#include "tst_result.moc"
