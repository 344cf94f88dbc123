// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/demodates.h"
#include "app/sandbox/demohistory.h"
#include "app/sandbox/demopools.h"
#include "app/sandbox/demousage.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace genauth;
using namespace genauth::sandbox;
using namespace Qt::StringLiterals;

namespace {

constexpr int production = 0;
constexpr int customerPortal = 1;
constexpr int partners = 2;
constexpr int staging = 3;
constexpr int trialLab = 4;

/** The codes of the rights that are used up, MAU among them; -1 and 0 bound nothing. */
QStringList usedUp(const QJsonObject &usage)
{
    QStringList codes;
    const QJsonArray rows = usage["usages"_L1].toArray();
    for (const auto &row : rows) {
        const qint64 amount = row["amount"_L1].toString().toLongLong();
        if (amount > 0 && row["current"_L1].toString().toLongLong() >= amount)
            codes.append(row["modelCode"_L1].toString());
    }
    return codes;
}

} // namespace

/** What the sandbox makes up about entitlements and their use. */
class TestDemoUse : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void cyclesAreTheLastCalendarMonths();
    void ownPoolsKeepTheirStatesAllTheYear();
    void furtherPoolsAreWell();
    void theRunningCycleGrowsDayByDay();
    void pastCyclesGrowWithADipInFebruary();
    void usageShowsEveryKindOfRight();
    void usageAgreesWithHistoryAndRights();
    void rightsOfAllFourTypes();
    void rightsFollowThePackage();
    void daysOfMonthsAreDated();

private:
    [[nodiscard]] QJsonObject usage(const DemoPool &pool, QDate today) const
    {
        return usageAnswer(pool, m_rights, mauCycle(pool, today, 0));
    }

    QList<DemoPool> m_pools = demoPools(1000, SandboxLanguage::English);
    RightsCatalogue m_rights;
};

void TestDemoUse::cyclesAreTheLastCalendarMonths()
{
    const QList<MauCycle> cycles = mauCycles(m_pools[staging], QDate(2028, 2, 29));
    QCOMPARE(cycles.size(), 26);
    QCOMPARE(cycles.first().firstDay, QDate(2026, 1, 1));
    QCOMPARE(cycles.last().firstDay, QDate(2028, 2, 1));
    QCOMPARE(cycles.last().lastDay, QDate(2028, 2, 29));
    for (int i = 1; i < cycles.size(); ++i)
        QCOMPARE(cycles[i - 1].lastDay.addDays(1), cycles[i].firstDay);
    const QJsonValue last = historyAnswer(cycles)["records"_L1].toArray().last();
    QCOMPARE(last["periodStartTime"_L1].toString(), u"20280201");
    QCOMPARE(last["periodEndTime"_L1].toString(), u"20280229");
    QCOMPARE(last["amount"_L1].toString(), u"500");
}

void TestDemoUse::ownPoolsKeepTheirStatesAllTheYear()
{
    for (QDate today(2026, 11, 1); today < QDate(2028, 3, 2); today = today.addDays(1)) {
        QCOMPARE(usedUp(usage(m_pools[production], today)), QStringList());
        QCOMPARE(
            usedUp(usage(m_pools[customerPortal], today)), QStringList{u"SocialConnections"_s});
        QCOMPARE(usedUp(usage(m_pools[partners], today)), QStringList{u"MAU"_s});
        QCOMPARE(usedUp(usage(m_pools[staging], today)), QStringList());
        const MauCycle portal = mauCycle(m_pools[customerPortal], today, 0);
        QVERIFY(portal.current * 100 / portal.amount >= 80);
        QVERIFY(portal.current * 100 / portal.amount <= 84);
    }
    const auto overflows = [this](int pool) {
        QList<int> monthsAgo;
        const QList<MauCycle> cycles = mauCycles(m_pools[pool], QDate(2026, 11, 23));
        for (int i = 0; i < cycles.size(); ++i) {
            if (cycles[i].current > cycles[i].amount)
                monthsAgo.append(demoCycles - 1 - i);
        }
        return monthsAgo;
    };
    QCOMPARE(overflows(production), QList<int>{5});
    QCOMPARE(overflows(customerPortal), QList<int>());
    QCOMPARE(overflows(partners), QList<int>{0});
    QCOMPARE(overflows(staging), QList<int>());
}

void TestDemoUse::furtherPoolsAreWell()
{
    const QDate lastDay(2026, 12, 31); // of the month in which most is used
    QSet<qint64> percentages;
    for (const DemoPool &pool : m_pools.sliced(ownDemoPools)) {
        QCOMPARE(usedUp(usage(pool, lastDay)), QStringList());
        const QList<MauCycle> cycles = mauCycles(pool, lastDay);
        for (const MauCycle &cycle : cycles)
            QVERIFY(cycle.current > 0 && cycle.current < cycle.amount);
        percentages.insert(cycles.last().current * 100 / cycles.last().amount);
    }
    QVERIFY(percentages.size() > 50);
}

void TestDemoUse::theRunningCycleGrowsDayByDay()
{
    for (const int pool : {production, partners, staging}) {
        qint64 before = 0;
        for (int day = 1; day <= 30; ++day) {
            const qint64 current = mauCycle(m_pools[pool], QDate(2026, 11, day), 0).current;
            QVERIFY(current > before);
            before = current;
        }
    }
    QCOMPARE(mauCycle(m_pools[partners], QDate(2026, 11, 23), 0).current, 2000 * 1063 / 1000);
}

void TestDemoUse::pastCyclesGrowWithADipInFebruary()
{
    const QList<MauCycle> cycles = mauCycles(m_pools[staging], QDate(2026, 11, 23));
    QVERIFY(cycles[24].current > cycles[0].current * 3 / 2);
    for (int i = 1; i < 25; ++i) {
        if (cycles[i].firstDay.month() == 2) {
            QVERIFY(cycles[i].current < cycles[i - 1].current * 9 / 10);
            QVERIFY(cycles[i].current < cycles[i + 1].current * 9 / 10);
        }
    }
    QCOMPARE(cycles[11].amount, 350); // a smaller package once, and then an upgrade
    QCOMPARE(cycles[12].amount, 500);
}

void TestDemoUse::usageShowsEveryKindOfRight()
{
    const QJsonArray rows = usage(m_pools[production], QDate(2026, 11, 23))["usages"_L1].toArray();
    QVERIFY(rows.size() >= 9 && rows.size() <= 13);
    QCOMPARE(rows[0]["modelCode"_L1].toString(), u"MAU");
    QCOMPARE(rows[0]["modelName"_L1].toString(), u"MAU：月活跃用户");
    int trials = 0;
    QStringList amounts;
    QStringList names;
    for (const auto &row : rows) {
        trials += row["experience"_L1].toBool() ? 1 : 0;
        amounts.append(row["amount"_L1].toString());
        names.append(row["modelName"_L1].toString());
    }
    QCOMPARE(trials, 1);
    QCOMPARE(amounts.count(u"-1"_s), 1);
    QCOMPARE(amounts.count(u"0"_s), 1);
    QVERIFY(names.contains(u"SocialConnections：社交账号链接"));
    QVERIFY(names.contains(u"Webhooks")); // not every right has a Chinese name
}

void TestDemoUse::usageAgreesWithHistoryAndRights()
{
    const QDate today(2026, 11, 23);
    for (const DemoPool &pool : {m_pools[production], m_pools[partners], m_pools[77]}) {
        QHash<QString, QString> values; // by code
        const QJsonArray rights = m_rights.rightsAnswer(pool)["rightsItems"_L1].toArray();
        for (const auto &right : rights)
            values.insert(right["rightsModelCode"_L1].toString(), right["dataValue"_L1].toString());
        const QJsonArray rows = usage(pool, today)["usages"_L1].toArray();
        for (const auto &row : rows)
            QCOMPARE(row["amount"_L1].toString(), values.value(row["modelCode"_L1].toString()));
        QCOMPARE(rows[0]["amount"_L1].toString(), pool.goodsPackage()["amount"_L1].toString());
        const QJsonValue running = historyAnswer(mauCycles(pool, today))["records"_L1][25];
        QCOMPARE(rows[0]["current"_L1], running["current"_L1]);
        QCOMPARE(rows[0]["amount"_L1], running["amount"_L1]);
    }
}

void TestDemoUse::rightsOfAllFourTypes()
{
    const QJsonArray rights =
        m_rights.rightsAnswer(m_pools[production])["rightsItems"_L1].toArray();
    QCOMPARE(rights.size(), 30);
    QSet<QString> codes;
    QSet<QString> types;
    QSet<QString> answers; // to yes/no
    int chineseNames = 0;
    for (const auto &right : rights) {
        const QString code = right["rightsModelCode"_L1].toString();
        const QString name = right["rightsModelName"_L1].toString();
        codes.insert(code);
        types.insert(right["dataType"_L1].toString());
        if (right["dataType"_L1].toString() == "3"_L1)
            answers.insert(right["dataValue"_L1].toString());
        QVERIFY(name == code || name.startsWith(code + u'：'));
        chineseNames += name == code ? 0 : 1;
    }
    QCOMPARE(codes.size(), 30);
    QCOMPARE(types, (QSet<QString>{u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
    QCOMPARE(answers, (QSet<QString>{u"true"_s, u"false"_s, u"1"_s, u"0"_s}));
    QVERIFY(chineseNames > 20 && chineseNames < 30);
}

void TestDemoUse::rightsFollowThePackage()
{
    const auto value = [this](int pool, QLatin1StringView code) {
        const QJsonArray rights = m_rights.rightsAnswer(m_pools[pool])["rightsItems"_L1].toArray();
        const auto right = std::ranges::find_if(rights, [code](const QJsonValue &item) {
            return item["rightsModelCode"_L1].toString() == code;
        });
        return (*right)["dataValue"_L1].toString();
    };
    QCOMPARE(value(production, "SmsMessages"_L1), u"20000");
    QCOMPARE(value(customerPortal, "SmsMessages"_L1), u"10000");
    QCOMPARE(value(production, "CustomBranding"_L1), u"true");
    QCOMPARE(value(customerPortal, "CustomBranding"_L1), u"false"); // a lower edition
    QCOMPARE(value(customerPortal, "AdaptiveMfa"_L1), u"0");
}

void TestDemoUse::daysOfMonthsAreDated()
{
    const QJsonObject history = dated(m_pools[trialLab].answers["get-mau-period-usage-history"_L1],
        QDateTime(QDate(2028, 2, 29), QTime(15, 59, 59), Qt::UTC))
                                    .toObject();
    const QJsonValue running = history["records"_L1].toArray().last();
    QCOMPARE(running["periodStartTime"_L1].toString(), u"20280201");
    QCOMPARE(running["periodEndTime"_L1].toString(), u"20280229");
    QVERIFY(running["amount"_L1].isNull());
    QVERIFY(running["current"_L1].isUndefined());
    QCOMPARE(history["records"_L1][0]["periodEndTime"_L1].toString(), u"20271130");
}

QTEST_GUILESS_MAIN(TestDemoUse)
#include "tst_demouse.moc"
