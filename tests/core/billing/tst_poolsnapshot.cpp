// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/billing/poolsnapshot.h"

#include <QRegularExpression>
#include <QTest>

#include <limits>

using namespace genauth;
using namespace std::chrono_literals;

namespace {

const QDateTime Noon(QDate(2024, 2, 29), QTime(12, 0), Qt::UTC);

Package packageNamed(const char *name)
{
    Package package;
    package.nameEn = {QString::fromLatin1(name), QString::fromLatin1(name)};
    return package;
}

PoolSnapshot answered(const char *name, const QDateTime &at, const char *requestId = "r-good")
{
    PoolSnapshot snapshot;
    snapshot.server = QStringLiteral("api.genauth.ai");
    snapshot.poolId = QStringLiteral("pool-1");
    snapshot.package.value = packageNamed(name);
    snapshot.package.receivedAt = at;
    snapshot.package.attemptedAt = at;
    snapshot.package.answer = {.httpStatus = 200, .requestId = QString::fromLatin1(requestId)};
    return snapshot;
}

PoolSnapshot failed(ErrorKind kind, const QDateTime &at, int httpStatus = 0)
{
    PoolSnapshot snapshot;
    snapshot.package.attemptedAt = at;
    snapshot.package.answer.httpStatus = httpStatus;
    snapshot.package.error = ApiError{.kind = kind, .httpStatus = httpStatus};
    return snapshot;
}

} // namespace

class TestPoolSnapshot : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void absorbsAnAnswer();
    void keepsTheAnswerWhenALaterAttemptFails();
    void forgetsTheErrorWhenALaterAttemptSucceeds();
    void forgetsThatTheKeyWasMissing();
    void absorbingNothingChangesNothing();
    void aStoppedAttemptChangesNothing();
    void keepsTheRequestIdOfTheLastAnswer();
    void forgetsTheAnswersOfAnotherPool();
    void absorbsTheClockSkew();
    void correctsNowAboveTwoMinutes_data();
    void correctsNowAboveTwoMinutes();
    void staleness_data();
    void staleness();
    void withoutRefreshesADayIsFresh();
};

void TestPoolSnapshot::absorbsAnAnswer()
{
    PoolSnapshot known;
    const PoolSnapshot first = answered("first", Noon);
    known.absorb(first);
    QVERIFY(known == first);
    const PoolSnapshot second = answered("second", Noon.addSecs(60), "r-2");
    known.absorb(second);
    QVERIFY(known == second);
    QVERIFY(!known.lastAttemptFailed());
}

void TestPoolSnapshot::keepsTheAnswerWhenALaterAttemptFails()
{
    PoolSnapshot known = answered("first", Noon);
    known.absorb(failed(ErrorKind::TimedOut, Noon.addSecs(60)));
    QVERIFY(known.lastAttemptFailed());
    QVERIFY(known.package.error->kind == ErrorKind::TimedOut);
    QVERIFY(known.package.value == packageNamed("first"));
    QCOMPARE(known.package.receivedAt, Noon);
    QCOMPARE(known.package.attemptedAt, Noon.addSecs(60));
    QCOMPARE(known.server, QStringLiteral("api.genauth.ai"));
    QCOMPARE(known.poolId, QStringLiteral("pool-1"));
}

void TestPoolSnapshot::forgetsTheErrorWhenALaterAttemptSucceeds()
{
    PoolSnapshot known = failed(ErrorKind::TimedOut, Noon);
    known.absorb(answered("first", Noon.addSecs(60)));
    QVERIFY(!known.lastAttemptFailed());
    QVERIFY(known.package.value == packageNamed("first"));
}

void TestPoolSnapshot::forgetsThatTheKeyWasMissing()
{
    for (const ErrorKind kind : {ErrorKind::KeychainLocked, ErrorKind::KeychainUnavailable,
             ErrorKind::KeychainSilent, ErrorKind::KeyMissing, ErrorKind::KeyUnusable}) {
        PoolSnapshot snapshot = answered("Basic", Noon);
        snapshot.absorb(failed(kind, Noon.addSecs(60)));
        snapshot.forgetKeychainProblem();
        PoolSnapshot expected = answered("Basic", Noon);
        expected.package.attemptedAt = {};
        QCOMPARE(snapshot, expected);
        QVERIFY(isStale(snapshot, Noon.addSecs(60), 1h));
    }
    PoolSnapshot refused = answered("Basic", Noon);
    refused.absorb(failed(ErrorKind::KeyRefused, Noon.addSecs(60), 400));
    PoolSnapshot same = refused;
    same.forgetKeychainProblem();
    QCOMPARE(same, refused);
}

void TestPoolSnapshot::absorbingNothingChangesNothing()
{
    PoolSnapshot known = answered("first", Noon);
    known.absorb(PoolSnapshot());
    QVERIFY(known == answered("first", Noon));
    PoolSnapshot broken = failed(ErrorKind::TimedOut, Noon);
    broken.absorb(PoolSnapshot());
    QVERIFY(broken == failed(ErrorKind::TimedOut, Noon));
}

void TestPoolSnapshot::aStoppedAttemptChangesNothing()
{
    const PoolSnapshot stopped = failed(ErrorKind::Canceled, Noon.addSecs(60));
    for (const PoolSnapshot &before :
        {PoolSnapshot(), answered("first", Noon), failed(ErrorKind::TimedOut, Noon)}) {
        PoolSnapshot known = before;
        known.absorb(stopped);
        QVERIFY(known == before);
    }
}

void TestPoolSnapshot::keepsTheRequestIdOfTheLastAnswer()
{
    PoolSnapshot known = answered("first", Noon, "r-1");
    known.absorb(failed(ErrorKind::TimedOut, Noon));
    QCOMPARE(known.package.answer.requestId, QStringLiteral("r-1"));

    PoolSnapshot refused = failed(ErrorKind::UnreadableField, Noon);
    refused.package.answer = {.httpStatus = 200, .requestId = QStringLiteral("r-2")};
    known.absorb(refused);
    QCOMPARE(known.package.answer.requestId, QStringLiteral("r-2"));

    // An answer without a requestId must not be filed under that of an older one.
    known.absorb(failed(ErrorKind::ServerError, Noon, 502));
    QVERIFY(known.package.answer.requestId.isEmpty());
    known.absorb(refused);
    known.absorb(answered("second", Noon, ""));
    QVERIFY(known.package.answer.requestId.isEmpty());
}

void TestPoolSnapshot::forgetsTheAnswersOfAnotherPool()
{
    PoolSnapshot other = failed(ErrorKind::TimedOut, Noon.addSecs(60));
    other.poolId = QStringLiteral("pool-2");
    other.poolIsNamedByToken = true;
    PoolSnapshot guessed = answered("first", Noon);
    guessed.absorb(other); // the first id was what the user entered: perhaps no pool's at all
    QVERIFY(guessed.package.value);

    PoolSnapshot known = answered("first", Noon);
    known.poolIsNamedByToken = true;
    known.usage.value = Usage();
    known.usage.error = ApiError{.kind = ErrorKind::TimedOut};
    known.absorb(known);
    QVERIFY(known.package.value);
    known.absorb(other);
    QVERIFY(!known.package.value && !known.usage.value && !known.usage.error);
    QVERIFY(known.package.data.isEmpty() && !known.package.receivedAt.isValid());
    QVERIFY(known.lastAttemptFailed());
    QCOMPARE(known.poolId, QStringLiteral("pool-2"));
}

void TestPoolSnapshot::absorbsTheClockSkew()
{
    PoolSnapshot known = answered("first", Noon);
    PoolSnapshot newer = answered("second", Noon);
    newer.clockSkew = 200s;
    known.absorb(newer);
    QVERIFY(known.clockSkew == 200s);
    known.absorb(answered("third", Noon));
    QVERIFY(known.clockSkew == 200s);
    newer.clockSkew = 0s;
    known.absorb(newer);
    QVERIFY(known.clockSkew == 0s);
}

void TestPoolSnapshot::correctsNowAboveTwoMinutes_data()
{
    QTest::addColumn<int>("skew");
    QTest::addColumn<int>("correction");
    QTest::newRow("none") << 0 << 0;
    QTest::newRow("exactly two minutes") << 120 << 0;
    QTest::newRow("above") << 121 << 121;
    QTest::newRow("exactly two minutes behind") << -120 << 0;
    QTest::newRow("above, behind") << -121 << -121;
    QTest::newRow("two hours") << 7200 << 7200;
    QTest::newRow("a year behind") << -31'536'000 << -31'536'000;
}

void TestPoolSnapshot::correctsNowAboveTwoMinutes()
{
    QFETCH(int, skew);
    QFETCH(int, correction);
    PoolSnapshot snapshot;
    QCOMPARE(correctedNow(snapshot, Noon), Noon);
    snapshot.clockSkew = std::chrono::seconds(skew);
    QCOMPARE(correctedNow(snapshot, Noon), Noon.addSecs(correction));
    QVERIFY(!correctedNow(snapshot, QDateTime()).isValid());
}

void TestPoolSnapshot::staleness_data()
{
    QTest::addColumn<PoolSnapshot>("snapshot");
    QTest::addColumn<QDateTime>("now");
    QTest::addColumn<bool>("stale");

    const PoolSnapshot good = answered("first", Noon);
    QTest::newRow("nothing known") << PoolSnapshot() << Noon << false;
    QTest::newRow("nothing known, failed") << failed(ErrorKind::TimedOut, Noon) << Noon << false;
    QTest::newRow("just received") << good << Noon << false;
    QTest::newRow("two intervals old") << good << Noon.addSecs(7200) << false;
    QTest::newRow("a moment older") << good << Noon.addSecs(7200).addMSecs(1) << true;
    QTest::newRow("clock set back a little") << good << Noon.addSecs(-300) << false;
    QTest::newRow("clock set back more") << good << Noon.addSecs(-301) << true;
    QTest::newRow("clock set back a year") << good << Noon.addYears(-1) << true;

    PoolSnapshot refused = good;
    refused.absorb(failed(ErrorKind::KeyRefused, Noon));
    QTest::newRow("last attempt failed") << refused << Noon << true;
    refused.absorb(good);
    QTest::newRow("recovered") << refused << Noon << false;

    PoolSnapshot fromDisk = good;
    fromDisk.package.attemptedAt = QDateTime();
    QTest::newRow("from disk") << fromDisk << Noon << true;
}

void TestPoolSnapshot::staleness()
{
    QFETCH(PoolSnapshot, snapshot);
    QFETCH(QDateTime, now);
    QTEST(isStale(snapshot, now, 1h), "stale");
}

void TestPoolSnapshot::withoutRefreshesADayIsFresh()
{
    PoolSnapshot good = answered("first", Noon);
    QVERIFY(!isStale(good, Noon.addDays(1), 0s));
    QVERIFY(isStale(good, Noon.addDays(1).addMSecs(1), 0s));
    QVERIFY(isStale(good, Noon.addSecs(-301), 0s));
    good.absorb(failed(ErrorKind::TimedOut, Noon));
    QVERIFY(isStale(good, Noon, 0s));
}

QTEST_APPLESS_MAIN(TestPoolSnapshot)
#include "tst_poolsnapshot.moc"
