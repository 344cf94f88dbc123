// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/sandbox/publishedfields.h"
#include "tests/sandbox/runningsandbox.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <optional>

using namespace genauth;
using namespace Qt::StringLiterals;

namespace {

QStringList numbers(const QJsonObject &page)
{
    QStringList texts;
    const QJsonArray list = page["list"_L1].toArray();
    for (const auto &order : list)
        texts.append(order["orderNo"_L1].toString());
    return texts;
}

} // namespace

/** The billing operations of a healthy sandbox, over real sockets. */
class TestSandboxBilling : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_sandbox.reset(); }

    void answersAreAsPublished_data();
    void answersAreAsPublished();
    void trialLabKnowsNothingForCertain();
    void nothingIsAnsweredWithoutAToken_data();
    void nothingIsAnsweredWithoutAToken();
    void historyNeedsTwoDays_data();
    void historyNeedsTwoDays();
    void historyOfTheAskedDays_data();
    void historyOfTheAskedDays();
    void runningCycleFollowsTheClock();
    void pagesTogetherAreAllOrdersOnce_data();
    void pagesTogetherAreAllOrdersOnce();
    void pagesPastTheEndAreEmpty();
    void wrongPages_data();
    void wrongPages();
    void oneOrder();
    void noSuchOrder_data();
    void noSuchOrder();
    void paymentsOfThePaid();
    void newOrderShiftsThePages();
    void listsMayLie();
    void asManyOrdersAsAskedFor();

private:
    void start(const SandboxOptions &options);
    [[nodiscard]] PlainAnswer get(const QByteArray &pathAndQuery)
    {
        return m_sandbox->client.get("/api/v3/" + pathAndQuery, {{"Authorization", m_bearer}});
    }
    [[nodiscard]] QString poolId() const { return m_sandbox->pool().userPoolId; }

    QDateTime m_now; ///< the server's clock
    std::optional<RunningSandbox> m_sandbox;
    QByteArray m_bearer; ///< of the first pool
};

void TestSandboxBilling::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_now = QDateTime(QDate(2026, 11, 23), QTime(5, 10, 25), Qt::UTC);
    start({.poolCount = 7});
}

void TestSandboxBilling::start(const SandboxOptions &options)
{
    SandboxOptions timed = options;
    timed.now = [this] { return m_now; };
    m_sandbox.emplace(timed);
    QVERIFY(m_sandbox->isListening);
    m_bearer = m_sandbox->client.bearer(m_sandbox->pool());
}

void TestSandboxBilling::answersAreAsPublished_data()
{
    QTest::addColumn<int>("pool");
    for (const int pool : {0, 1, 2, 3, 5, 6}) // the trial lab leaves things out
        QTest::addRow("pool %d", pool + 1) << pool;
}

void TestSandboxBilling::answersAreAsPublished()
{
    QFETCH(int, pool);
    m_bearer = m_sandbox->client.bearer(m_sandbox->pool(pool));
    const QJsonObject usage = get("get-usage-info").data();
    QCOMPARE(usage.keys(), QStringList{u"usages"_s});
    QVERIFY(areAsPublished(usage["usages"_L1], usageFields));
    const QJsonObject history =
        get("get-mau-period-usage-history?startTime=20200101&endTime=20301231").data();
    QCOMPARE(history.keys(), QStringList{u"records"_s});
    QVERIFY(areAsPublished(history["records"_L1], historyFields));
    QCOMPARE(history["records"_L1].toArray().size(), 26);
    const QJsonObject rights = get("get-all-rights-items").data();
    QCOMPARE(rights.keys(), QStringList{u"rightsItems"_s});
    QVERIFY(areAsPublished(rights["rightsItems"_L1], rightsFields));
    const QJsonObject orders = get("get-orders").data();
    QCOMPARE(orders.keys(), (QStringList{u"list"_s, u"totalCount"_s}));
    QVERIFY(orders["totalCount"_L1].isString());
    QVERIFY(areAsPublished(orders["list"_L1], orderFields));
    const QByteArray newest = numbers(orders).value(0).toLatin1();
    QVERIFY(isAsPublished(get("get-order-detail?orderNo=" + newest).data(), orderFields));
    const QByteArray oldest = numbers(
        get("get-orders?limit=1&page=" + orders["totalCount"_L1].toString().toLatin1()).data())
                                  .value(0)
                                  .toLatin1();
    QVERIFY(isAsPublished(get("get-order-pay-detail?orderNo=" + oldest).data(), paymentFields));
}

void TestSandboxBilling::trialLabKnowsNothingForCertain()
{
    m_bearer = m_sandbox->client.bearer(m_sandbox->pool(4));
    const QJsonValue mau = get("get-usage-info").data()["usages"_L1][0];
    QCOMPARE(mau["modelCode"_L1].toString(), u"MAU");
    QCOMPARE(mau["amount"_L1].toString(u"none"_s), u"");
    QVERIFY(mau["current"_L1].isNull());
    QCOMPARE(get("get-all-rights-items").statusCode(), 200);
    QCOMPARE(get("get-all-rights-items").data(), QJsonObject());
    const QJsonArray records =
        get("get-mau-period-usage-history?startTime=20261101&endTime=20261130")
            .data()["records"_L1]
            .toArray();
    QCOMPARE(records.size(), 2); // the running cycle, and the one which does not say its days
    QSet<QStringList> shapes;
    const QJsonArray orders = get("get-orders?limit=50").data()["list"_L1].toArray();
    for (const auto &order : orders) {
        QVERIFY(!order["orderNo"_L1].toString().isEmpty());
        shapes.insert(order.toObject().keys());
    }
    QCOMPARE(orders.size(), 50);
    QVERIFY(shapes.size() > 1);
}

void TestSandboxBilling::nothingIsAnsweredWithoutAToken_data()
{
    QTest::addColumn<QByteArray>("path");
    for (const char *path : {"get-usage-info", "get-mau-period-usage-history",
             "get-all-rights-items", "get-orders", "get-order-detail", "get-order-pay-detail"})
        QTest::newRow(path) << QByteArray(path);
}

void TestSandboxBilling::nothingIsAnsweredWithoutAToken()
{
    QFETCH(QByteArray, path);
    const PlainAnswer answer = m_sandbox->client.get("/api/v3/" + path);
    QCOMPARE(answer.statusCode(), 401);
    QCOMPARE(answer.data(), QJsonObject());
    QCOMPARE(
        m_sandbox->client.post("/api/v3/" + path, "{}", {{"Authorization", m_bearer}}).statusCode(),
        404);
    QCOMPARE(m_sandbox->server.requestCount(QString::fromLatin1(path)), 1);
}

void TestSandboxBilling::historyNeedsTwoDays_data()
{
    QTest::addColumn<QByteArray>("query");
    for (const char *query : {"", "?startTime=20260101", "?endTime=20261231",
             "?startTime=&endTime=", "?startTime=2026-01-01&endTime=2026-12-31",
             "?startTime=20260230&endTime=20260301", "?startTime=202601&endTime=202612",
             "?startTime=20260102&endTime=20260101"})
        QTest::newRow(query) << QByteArray(query);
}

void TestSandboxBilling::historyNeedsTwoDays()
{
    QFETCH(QByteArray, query);
    const PlainAnswer answer = get("get-mau-period-usage-history" + query);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.statusCode(), 400);
}

void TestSandboxBilling::historyOfTheAskedDays_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("last");
    QTest::addColumn<QStringList>("starts");
    QTest::newRow("one day") << QByteArray("20261031") << QByteArray("20261031")
                             << QStringList{u"20261001"_s};
    QTest::newRow("two days") << QByteArray("20261031") << QByteArray("20261101")
                              << QStringList{u"20261001"_s, u"20261101"_s};
    QTest::newRow("a day to come, in the running cycle")
        << QByteArray("20261130") << QByteArray("20270630") << QStringList{u"20261101"_s};
    QTest::newRow("too early") << QByteArray("20200101") << QByteArray("20240930") << QStringList{};
    QTest::newRow("the first") << QByteArray("20200101") << QByteArray("20241001")
                               << QStringList{u"20241001"_s};
    QTest::newRow("too late") << QByteArray("20261201") << QByteArray("20301231") << QStringList{};
}

void TestSandboxBilling::historyOfTheAskedDays()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, last);
    const PlainAnswer answer =
        get("get-mau-period-usage-history?startTime=" + first + "&endTime=" + last);
    QCOMPARE(answer.statusCode(), 200);
    QVERIFY(answer.data()["records"_L1].isArray());
    QStringList starts;
    const QJsonArray records = answer.data()["records"_L1].toArray();
    for (const auto &record : records)
        starts.append(record["periodStartTime"_L1].toString());
    QTEST(starts, "starts");
}

void TestSandboxBilling::runningCycleFollowsTheClock()
{
    m_bearer = m_sandbox->client.bearer(m_sandbox->pool(3)); // a healthy one
    const auto used = [this] {
        return get("get-usage-info").data()["usages"_L1][0]["current"_L1].toString().toInt();
    };
    const int today = used();
    m_now = m_now.addSecs(20 * 60);
    QCOMPARE(used(), today);
    m_now = m_now.addDays(1);
    m_bearer = m_sandbox->client.bearer(m_sandbox->pool(3));
    QVERIFY(used() > today);
    m_now = QDateTime(QDate(2026, 11, 30), QTime(16, 0), Qt::UTC); // the 1st, in Beijing
    m_bearer = m_sandbox->client.bearer(m_sandbox->pool(3));
    QVERIFY(used() < today / 5);
}

void TestSandboxBilling::pagesTogetherAreAllOrdersOnce_data()
{
    QTest::addColumn<QByteArray>("limit");
    QTest::addColumn<int>("pages");
    QTest::newRow("10 by default") << QByteArray() << 14;
    QTest::newRow("50") << QByteArray("&limit=50") << 3;
    QTest::newRow("7") << QByteArray("&limit=7") << 20;
}

void TestSandboxBilling::pagesTogetherAreAllOrdersOnce()
{
    QFETCH(QByteArray, limit);
    QFETCH(int, pages);
    QStringList all;
    QStringList times;
    QList<int> asked;
    for (int page = 1; page <= pages; ++page) {
        const QJsonObject data = get("get-orders?page=" + QByteArray::number(page) + limit).data();
        QCOMPARE(data["totalCount"_L1].toString(), u"137");
        all += numbers(data);
        const QJsonArray list = data["list"_L1].toArray();
        for (const auto &order : list)
            times.append(order["createTime"_L1].toString());
        asked.append(page);
    }
    QCOMPARE(all.size(), 137);
    QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), 137);
    QVERIFY(std::ranges::is_sorted(times, std::ranges::greater()));
    QVERIFY(times.first() > u"2026-11-23 11:30:00" && times.first() < u"2026-11-23 13:10:25");
    QCOMPARE(m_sandbox->server.requestedOrderPages(poolId()), asked);
}

void TestSandboxBilling::pagesPastTheEndAreEmpty()
{
    for (const char *page : {"15", "2147483647"}) {
        const PlainAnswer answer = get(QByteArray("get-orders?page=") + page);
        QCOMPARE(answer.statusCode(), 200);
        QCOMPARE(answer.data()["totalCount"_L1].toString(), u"137");
        QVERIFY(answer.data()["list"_L1].isArray());
        QVERIFY(numbers(answer.data()).isEmpty());
    }
}

void TestSandboxBilling::wrongPages_data()
{
    QTest::addColumn<QByteArray>("query");
    for (const char *query : {"page=0", "page=-1", "page=x", "page=", "page=1.5",
             "page=99999999999", "limit=0", "limit=51", "limit=-10", "limit=ten", "limit="})
        QTest::newRow(query) << QByteArray(query);
}

void TestSandboxBilling::wrongPages()
{
    QFETCH(QByteArray, query);
    QCOMPARE(get("get-orders?" + query).statusCode(), 400);
    QVERIFY(m_sandbox->server.requestedOrderPages(poolId()).isEmpty());
}

void TestSandboxBilling::oneOrder()
{
    const QJsonArray list = get("get-orders?limit=50").data()["list"_L1].toArray();
    for (const int index : {0, 1, 20, 49}) {
        const QByteArray number = list[index]["orderNo"_L1].toString().toLatin1();
        QCOMPARE(get("get-order-detail?orderNo=" + number).data(), list[index].toObject());
    }
}

void TestSandboxBilling::noSuchOrder_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("statusCode");
    QTest::newRow("missing") << QByteArray() << 400;
    QTest::newRow("empty") << QByteArray("?orderNo=") << 400;
    QTest::newRow("unknown") << QByteArray("?orderNo=2022080411591337da0aae9660") << 404;
    QTest::newRow("nonsense") << QByteArray("?orderNo=%E8%AE%A2%E5%8D%95") << 404;
    QTest::newRow("another's") << QByteArray("another") << 404;
}

void TestSandboxBilling::noSuchOrder()
{
    QFETCH(QByteArray, query);
    if (query == "another") {
        const QByteArray own = m_bearer;
        m_bearer = m_sandbox->client.bearer(m_sandbox->pool(1));
        query = "?orderNo=" + numbers(get("get-orders").data()).value(3).toLatin1();
        QCOMPARE(get("get-order-detail" + query).statusCode(), 200);
        m_bearer = own;
    }
    for (const QByteArray operation : {"get-order-detail", "get-order-pay-detail"}) {
        QTEST(get(operation + query).statusCode(), "statusCode");
        QVERIFY(get(operation + query).json()["data"_L1].isNull());
    }
}

void TestSandboxBilling::paymentsOfThePaid()
{
    QSet<QString> statuses;
    const QJsonArray list = get("get-orders?limit=50").data()["list"_L1].toArray();
    for (const auto &order : list) {
        const QString status = order["status"_L1].toString();
        if (statuses.contains(status))
            continue;
        statuses.insert(status);
        const QString number = order["orderNo"_L1].toString();
        const PlainAnswer answer = get("get-order-pay-detail?orderNo=" + number.toLatin1());
        QCOMPARE(answer.statusCode(), status == "2"_L1 || status == "3"_L1 ? 200 : 404);
        if (answer.statusCode() == 200) {
            QCOMPARE(answer.data()["orderNo"_L1].toString(), number);
            QCOMPARE(answer.data()["paidAmount"_L1], order["actualAmount"_L1]);
        }
    }
    QCOMPARE(statuses.size(), 5);
}

void TestSandboxBilling::newOrderShiftsThePages()
{
    const QStringList first = numbers(get("get-orders").data());
    m_sandbox->server.addOrder(poolId());
    const QJsonObject page = get("get-orders").data();
    QCOMPARE(page["totalCount"_L1].toString(), u"138");
    QCOMPARE(numbers(page).sliced(1), first.first(9));
    QVERIFY(numbers(page).value(0).startsWith(u"20261123131025")); // of now, in Beijing
    QCOMPARE(numbers(get("get-orders?page=2").data()).value(0), first[9]);
    QCOMPARE(
        get("get-order-detail?orderNo=" + numbers(page).value(0).toLatin1()).statusCode(), 200);
}

void TestSandboxBilling::listsMayLie()
{
    m_sandbox->server.setStatedOrderCount(poolId(), 1000);
    QCOMPARE(get("get-orders").data()["totalCount"_L1].toString(), u"1000");
    QCOMPARE(numbers(get("get-orders?page=14").data()).size(), 7);

    const QStringList first = numbers(get("get-orders").data());
    m_sandbox->server.setOrdersPageRepeated(poolId(), true);
    QCOMPARE(numbers(get("get-orders?page=9").data()), first);
    m_sandbox->server.setOrdersPageRepeated(poolId(), false);
    QVERIFY(numbers(get("get-orders?page=9").data()) != first);
    QCOMPARE(m_sandbox->server.requestedOrderPages(poolId()), (QList<int>{1, 14, 1, 9, 9}));
    QVERIFY(m_sandbox->server.requestedOrderPages(m_sandbox->pool(1).userPoolId).isEmpty());
}

void TestSandboxBilling::asManyOrdersAsAskedFor()
{
    start({.poolCount = 1000, .orderCount = 100'000});
    QElapsedTimer timer;
    timer.start();
    const QJsonObject last = get("get-orders?limit=50&page=2000").data();
    QVERIFY(timer.elapsed() < 2000); // a page costs what a page costs, wherever it lies
    QCOMPARE(last["totalCount"_L1].toString(), u"100000");
    QCOMPARE(numbers(last).size(), 50);
    QCOMPARE(
        get("get-order-detail?orderNo=" + numbers(last).value(49).toLatin1()).statusCode(), 200);

    start({.orderCount = 0});
    QCOMPARE(get("get-orders").data()["totalCount"_L1].toString(), u"0");
    QVERIFY(numbers(get("get-orders").data()).isEmpty());
}

QTEST_GUILESS_MAIN(TestSandboxBilling)
#include "tst_sandboxbilling.moc"
