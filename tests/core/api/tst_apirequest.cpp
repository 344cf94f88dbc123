// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/apirequest.h"
#include "tests/support/qtwarnings.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUrl>
#include <QUrlQuery>

using namespace genauth;

class TestApiRequest : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnQtWarnings(); }

    void namesEveryOperation();
    void carriesKeyInBody();
    void asksForMauPeriod();
    void refusesMauPeriod_data();
    void refusesMauPeriod();
    void asksForOrderPage_data();
    void asksForOrderPage();
    void escapesOrderNumber_data();
    void escapesOrderNumber();
    void refusesEmptyOrderNumber();
};

void TestApiRequest::namesEveryOperation()
{
    using Operation = ApiRequest::Operation;
    const QDate day(2026, 7, 1);
    const struct
    {
        ApiRequest request;
        Operation operation;
        const char *path;
    } all[] = {
        {ApiRequest::managementToken({QStringLiteral("id"), "secret"}), Operation::ManagementToken,
            "/api/v3/get-management-token"},
        {ApiRequest::currentPackage(), Operation::CurrentPackage,
            "/api/v3/get-current-package-info"},
        {ApiRequest::usage(), Operation::Usage, "/api/v3/get-usage-info"},
        {ApiRequest::mauHistory(day, day), Operation::MauHistory,
            "/api/v3/get-mau-period-usage-history"},
        {ApiRequest::allRights(), Operation::AllRights, "/api/v3/get-all-rights-items"},
        {ApiRequest::orders(1, 10), Operation::Orders, "/api/v3/get-orders"},
        {ApiRequest::orderDetail(QStringLiteral("1")), Operation::OrderDetail,
            "/api/v3/get-order-detail"},
        {ApiRequest::orderPayDetail(QStringLiteral("1")), Operation::OrderPayDetail,
            "/api/v3/get-order-pay-detail"},
    };
    for (const auto &[request, operation, path] : all) {
        QVERIFY(request.isValid());
        QCOMPARE(request.operation(), operation);
        QCOMPARE(request.path(), QLatin1String(path));
        const bool isToken = operation == Operation::ManagementToken;
        QCOMPARE(request.verb(), isToken ? ApiRequest::Verb::Post : ApiRequest::Verb::Get);
        QCOMPARE(request.body().isEmpty(), !isToken);
    }
}

void TestApiRequest::carriesKeyInBody()
{
    const QString id = QStringLiteral("id \"quoted\"");
    const QString secret = QStringLiteral("s\\ecret 密钥");
    const ApiRequest request = ApiRequest::managementToken({id, secret.toUtf8()});
    const QJsonObject body = QJsonDocument::fromJson(request.body()).object();
    QCOMPARE(body, (QJsonObject{{QStringLiteral("accessKeyId"), id},
                       {QStringLiteral("accessKeySecret"), secret}}));
    QVERIFY(request.query().isEmpty());

    QVERIFY(!ApiRequest::managementToken({}).isValid());
    QVERIFY(!ApiRequest::managementToken({id, {}}).isValid());
    QVERIFY(!ApiRequest::managementToken({{}, "secret"}).isValid());
}

void TestApiRequest::asksForMauPeriod()
{
    const ApiRequest request = ApiRequest::mauHistory(QDate(2024, 2, 29), QDate(2026, 1, 1));
    QVERIFY(request.isValid());
    QCOMPARE(request.query(), "startTime=20240229&endTime=20260101");
}

void TestApiRequest::refusesMauPeriod_data()
{
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("to");
    const QDate day(2026, 7, 1);
    QTest::newRow("backwards") << day << day.addDays(-1);
    QTest::newRow("no start") << QDate() << day;
    QTest::newRow("no end") << day << QDate();
    QTest::newRow("five-digit year") << day << QDate(10000, 1, 1);
    QTest::newRow("before our era") << QDate(-1, 1, 1) << day;
}

void TestApiRequest::refusesMauPeriod()
{
    QFETCH(const QDate, from);
    QFETCH(const QDate, to);
    QVERIFY(!ApiRequest::mauHistory(from, to).isValid());
}

void TestApiRequest::asksForOrderPage_data()
{
    QTest::addColumn<int>("page");
    QTest::addColumn<int>("limit");
    QTest::addColumn<bool>("valid");
    QTest::newRow("first") << 1 << 1 << true;
    QTest::newRow("largest") << 1'000'000 << 50 << true;
    QTest::newRow("page 0") << 0 << 10 << false;
    QTest::newRow("page -1") << -1 << 10 << false;
    QTest::newRow("limit 0") << 1 << 0 << false;
    QTest::newRow("limit 51") << 1 << 51 << false;
}

void TestApiRequest::asksForOrderPage()
{
    QFETCH(const int, page);
    QFETCH(const int, limit);
    QFETCH(const bool, valid);
    const ApiRequest request = ApiRequest::orders(page, limit);
    QCOMPARE(request.isValid(), valid);
    if (valid)
        QCOMPARE(request.query(), QStringLiteral("page=%1&limit=%2").arg(page).arg(limit).toUtf8());
}

void TestApiRequest::escapesOrderNumber_data()
{
    QTest::addColumn<QString>("number");
    QTest::newRow("digits") << QStringLiteral("2022080911591337");
    QTest::newRow("separators") << QStringLiteral("a&limit=50#x?y=z;w");
    QTest::newRow("percent") << QStringLiteral("100%25");
    QTest::newRow("plus and blank") << QStringLiteral("a+b c");
    QTest::newRow("Chinese") << QStringLiteral("订单一");
    QTest::newRow("line break") << QStringLiteral("a\r\nX-Evil: 1");
}

void TestApiRequest::escapesOrderNumber()
{
    QFETCH(const QString, number);
    for (const ApiRequest &request :
        {ApiRequest::orderDetail(number), ApiRequest::orderPayDetail(number)}) {
        QVERIFY(request.isValid());
        const QUrlQuery query(QString::fromLatin1(request.query()));
        QCOMPARE(query.queryItems().size(), 1);
        QCOMPARE(query.queryItemValue(QStringLiteral("orderNo"), QUrl::FullyDecoded), number);
        QVERIFY(!request.query().contains('\n'));
        QVERIFY(!request.query().contains('+')); // servers read it as a blank
    }
}

void TestApiRequest::refusesEmptyOrderNumber()
{
    QVERIFY(!ApiRequest::orderDetail({}).isValid());
    QVERIFY(!ApiRequest::orderPayDetail({}).isValid());
}

QTEST_GUILESS_MAIN(TestApiRequest)
#include "tst_apirequest.moc"
