// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/demodates.h"
#include "app/sandbox/demopools.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTimeZone>

#include <algorithm>

using namespace genauth;
using namespace genauth::sandbox;
using namespace Qt::StringLiterals;

namespace {

const QTimeZone beijing(8 * 3600);

QJsonObject package(const DemoPool &pool, const QDateTime &now)
{
    return dated(pool.answers["get-current-package-info"_L1], now).toObject();
}

qint64 secondsLeft(const QJsonObject &package, const QDateTime &now)
{
    const QDateTime parsed =
        QDateTime::fromString(package["endTime"_L1].toString(), u"yyyy-MM-dd HH:mm:ss");
    return now.secsTo(QDateTime(parsed.date(), parsed.time(), beijing));
}

bool holdsNumber(const QJsonValue &value)
{
    if (value.isArray())
        return std::ranges::any_of(value.toArray(), &holdsNumber);
    if (value.isObject())
        return std::ranges::any_of(value.toObject(), &holdsNumber);
    return value.isDouble();
}

} // namespace

class TestDemoPools : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void datesFollowTheDayInBeijing();
    void statesHoldAtAnyTimeOfTheDay_data();
    void statesHoldAtAnyTimeOfTheDay();
    void unknownValuesOfTheTrialLab();
    void namesInBothLanguages();
    void fewerAreTheFirstOnes();
    void furtherPools();
};

void TestDemoPools::datesFollowTheDayInBeijing()
{
    const QJsonObject raw{{u"list"_s,
        QJsonArray{QJsonObject{{u"at"_s, QJsonObject{{u"daysFromToday"_s, 2}}}}, u"kept"_s}}};
    const auto text = [&raw](const QDateTime &now) {
        return dated(raw, now)["list"_L1][0]["at"_L1].toString();
    };
    QCOMPARE(
        text(QDateTime(QDate(2028, 2, 27), QTime(15, 59, 59), Qt::UTC)), u"2028-02-29 00:00:00");
    QCOMPARE(text(QDateTime(QDate(2028, 2, 27), QTime(16, 0), Qt::UTC)), u"2028-03-01 00:00:00");
    QCOMPARE(dated(raw, QDateTime::currentDateTimeUtc())["list"_L1][1], u"kept"_s);
}

void TestDemoPools::statesHoldAtAnyTimeOfTheDay_data()
{
    QTest::addColumn<QTime>("time");
    QTest::newRow("just after midnight") << QTime(0, 0, 1);
    QTest::newRow("noon") << QTime(12, 0);
    QTest::newRow("just before midnight") << QTime(23, 59, 59);
}

void TestDemoPools::statesHoldAtAnyTimeOfTheDay()
{
    QFETCH(QTime, time);
    constexpr qint64 day = 86'400;
    const QDateTime now(QDate(2026, 11, 23), time, beijing);
    const QList<DemoPool> pools = demoPools(5, SandboxLanguage::English);

    const QJsonObject overdue = package(pools[0], now);
    QCOMPARE(overdue["overdueDays"_L1].toString(), u"12");
    QCOMPARE((-secondsLeft(overdue, now) + day - 1) / day, 12); // rounded up
    QCOMPARE(overdue["code"_L1].toString(), u"V4_B2C_Enterprise:10000");
    QCOMPARE(overdue["goodsPackage"_L1]["unitPrice"_L1].toString(), u"12900.00");

    const QJsonObject ending = package(pools[1], now);
    QCOMPARE(ending["overdueDays"_L1].toString(), u"0");
    QCOMPARE(secondsLeft(ending, now) / day, 12); // rounded down

    QVERIFY(secondsLeft(package(pools[2], now), now) / day > 100);
    QCOMPARE(package(pools[2], now)["goodsPackage"_L1]["sceneCode"_L1].toString(), u"B2B");
    QVERIFY(secondsLeft(package(pools[3], now), now) / day > 100);
}

void TestDemoPools::unknownValuesOfTheTrialLab()
{
    const QJsonObject lab =
        package(demoPools(5, SandboxLanguage::English)[4], QDateTime::currentDateTimeUtc());
    QVERIFY(lab["overdueDays"_L1].isNull());
    QCOMPARE(lab["endTime"_L1].toString(u"none"_s), u"");
    const QJsonObject goods = lab["goodsPackage"_L1].toObject();
    QCOMPARE(goods["unitPrice"_L1].toString(u"none"_s), u"");
    QVERIFY(!goods.contains("amount"_L1));
    QVERIFY(!goods.contains("nameEn"_L1));
    QVERIFY(!goods["name"_L1].toString().isEmpty());
}

void TestDemoPools::namesInBothLanguages()
{
    const auto names = [](SandboxLanguage language) {
        QStringList list;
        for (const DemoPool &pool : demoPools(6, language))
            list.append(pool.name);
        return list;
    };
    QCOMPARE(names(SandboxLanguage::English),
        (QStringList{u"Production"_s, u"Customer portal"_s, u"Partners"_s, u"Staging"_s,
            u"Trial lab"_s, u"Online shop 6"_s}));
    QCOMPARE(
        names(SandboxLanguage::Chinese), (QStringList{u"生产环境"_s, u"客户门户"_s, u"合作伙伴"_s,
                                             u"预发布环境"_s, u"试用环境"_s, u"网上商城 6"_s}));
}

void TestDemoPools::fewerAreTheFirstOnes()
{
    const QList<DemoPool> pools = demoPools(2, SandboxLanguage::English);
    QCOMPARE(pools.size(), 2);
    QCOMPARE(pools[1].name, u"Customer portal");
}

void TestDemoPools::furtherPools()
{
    const QDateTime now(QDate(2026, 11, 23), QTime(12, 0), beijing);
    const QList<DemoPool> pools = demoPools(1000, SandboxLanguage::English);
    QCOMPARE(pools.size(), 1000);
    const QRegularExpression hexId(u"^[0-9a-f]{24}$"_s);
    const QList<DemoPool> again = demoPools(1000, SandboxLanguage::Chinese);
    QSet<QString> names;
    QSet<QString> ids;
    QSet<QByteArray> packages;
    for (qsizetype i = 0; i < pools.size(); ++i) {
        QVERIFY(hexId.match(pools[i].userPoolId).hasMatch());
        QCOMPARE(again[i].userPoolId, pools[i].userPoolId);
        QCOMPARE(again[i].answers, pools[i].answers);
        QVERIFY(!holdsNumber(package(pools[i], now)));
        names.insert(pools[i].name);
        ids.insert(pools[i].userPoolId);
        packages.insert(QJsonDocument(package(pools[i], now)).toJson());
        if (i >= 5) { // the trial lab knows neither
            const qint64 left = secondsLeft(package(pools[i], now), now);
            const int overdueDays = package(pools[i], now)["overdueDays"_L1].toString().toInt();
            QCOMPARE(overdueDays, left > 0 ? 0 : (-left + 86'399) / 86'400);
        }
    }
    QCOMPARE(names.size(), 1000);
    QCOMPARE(ids.size(), 1000);
    QVERIFY(packages.size() > 70);
}

QTEST_GUILESS_MAIN(TestDemoPools)
#include "tst_demopools.moc"
