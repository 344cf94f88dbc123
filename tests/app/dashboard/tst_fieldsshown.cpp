// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every field of the published answers is shown somewhere: the manual says where.

#include "app/dashboard/pages/poolpages.h"
#include "tests/app/dashboard/windowtexts.h"
#include "tests/app/dashboard/windowundertest.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QAbstractItemView>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

class TestFieldsShown : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { failOnQtWarnings(); }

    void everyFieldIsShown_data();
    void everyFieldIsShown();
    void unlistedValuesAreShownAsTheyCame();

private:
    /** All that this page shows, tooltips too, one text a line. */
    [[nodiscard]] QString textsOn(PoolPages::Page page);

    std::unique_ptr<FaultyServer> m_server;
    std::unique_ptr<WindowUnderTest> m_it;
};

namespace {

using Page = PoolPages::Page;

QJsonObject order()
{
    return {{u"orderNo"_s, u"order-canary-1"_s}, {u"goodsName"_s, u"订购的套餐"_s},
        {u"goodsNameEn"_s, u"Ordered package"_s}, {u"goodsUnitPrice"_s, u"601.50"_s},
        {u"quantity"_s, u"602"_s}, {u"actualAmount"_s, u"603.25"_s},
        {u"status"_s, u"status-canary"_s}, {u"orderType"_s, u"type-canary"_s},
        {u"createTime"_s, u"2026-03-04 05:06:07"_s}, {u"source"_s, u"source-canary"_s}};
}

QJsonObject payment()
{
    return {{u"orderNo"_s, u"order-canary-2"_s}, {u"channelOrderNo"_s, u"channel-canary"_s},
        {u"paidAmount"_s, u"701.75"_s}, {u"paidTime"_s, u"2026-03-05 06:07:08"_s},
        {u"paidAccountNo"_s, u"account-canary"_s}, {u"payStatus"_s, u"paystatus-canary"_s},
        {u"createTime"_s, u"2026-03-06 07:08:09"_s}, {u"payType"_s, u"paytype-canary"_s}};
}

void answerWithCanaries(FaultyServer &server)
{
    speakGenAuth(server);
    const QJsonObject goods{{u"name"_s, u"中文名"_s}, {u"nameEn"_s, u"English name"_s},
        {u"unitPrice"_s, u"101.50"_s}, {u"code"_s, u"inner-code"_s}, {u"group"_s, u"GroupCanary"_s},
        {u"sceneCode"_s, u"SceneCanary"_s}, {u"amount"_s, u"1022"_s}};
    server.answer(packagePath(),
        {goodPackage({{u"code"_s, u"code-canary"_s}, {u"endTime"_s, u"2026-06-20 00:00:00"_s},
            {u"overdueDays"_s, u"11"_s}, {u"goodsPackage"_s, goods}})});
    const QJsonObject usage{{u"amount"_s, u"2011"_s}, {u"current"_s, u"2022"_s},
        {u"experience"_s, true}, {u"modelCode"_s, u"UsageCode"_s},
        {u"modelName"_s, u"UsageName：用量名"_s}};
    server.answer(usagePath(), {goodAnswer({{u"usages"_s, QJsonArray{usage}}})});
    const QJsonObject cycle{{u"periodStartTime"_s, u"20260601"_s},
        {u"periodEndTime"_s, u"20260630"_s}, {u"amount"_s, u"3011"_s}, {u"current"_s, u"3022"_s}};
    server.answer(historyPath(), {goodAnswer({{u"records"_s, QJsonArray{cycle}}})});
    const QJsonObject right{{u"rightsModelCode"_s, u"RightCode"_s},
        {u"rightsModelName"_s, u"RightName：权益名"_s}, {u"dataType"_s, u"datatype-canary"_s},
        {u"dataValue"_s, u"value-canary"_s}};
    server.answer(rightsPath(), {goodAnswer({{u"rightsItems"_s, QJsonArray{right}}})});
    server.answer(ordersPath(),
        {goodAnswer({{u"totalCount"_s, u"407"_s}, {u"list"_s, QJsonArray{order()}}})});
    server.answer(u"/api/v3/get-order-detail"_s, {goodAnswer(order())});
    server.answer(u"/api/v3/get-order-pay-detail"_s, {goodAnswer(payment())});
}

} // namespace

void TestFieldsShown::initTestCase()
{
    m_server = std::make_unique<FaultyServer>();
    answerWithCanaries(*m_server);
    m_it = std::make_unique<WindowUnderTest>();
    m_it->open(poolOn(*m_server));
    QVERIFY(m_it->waitForRefresh());
}

QString TestFieldsShown::textsOn(Page page)
{
    auto *pages = m_it->find<PoolPages>("poolPages");
    pages->showPage(page);
    pages->setDetailsVisible(true);
    m_it->settle();
    if (page == Page::Orders) {
        auto *table = m_it->find<QAbstractItemView>("ordersTableView");
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Return);
        (void)QTest::qWaitFor([this] {
            const auto texts = textsOf(*m_it->window).values().join(u'\n');
            return texts.contains(u"channel-canary"_s);
        });
    }
    return textsOf(*pages).values().join(u'\n').remove(QChar(0x200B));
}

void TestFieldsShown::everyFieldIsShown_data()
{
    QTest::addColumn<Page>("page");
    QTest::addColumn<QStringList>("shown");
    QTest::newRow("package") << Page::Package
                             << QStringList{u"中文名"_s, u"English name"_s, u"101.50"_s, u"1,022"_s,
                                    u"GroupCanary"_s, u"SceneCanary"_s, u"code-canary"_s,
                                    u"20 Jun 2026"_s, u"11 days"_s, u"req-p"_s};
    QTest::newRow("usage") << Page::Usage
                           << QStringList{u"2,011"_s, u"2,022"_s, u"UsageCode"_s, u"UsageName"_s,
                                  u"rial"_s, u"req-o"_s};
    QTest::newRow("history") << Page::History
                             << QStringList{u"1 Jun 2026"_s, u"30 Jun 2026"_s, u"3,011"_s,
                                    u"3,022"_s, u"req-o"_s};
    QTest::newRow("rights") << Page::Rights
                            << QStringList{u"RightCode"_s, u"RightName"_s, u"datatype-canary"_s,
                                   u"value-canary"_s, u"req-o"_s};
    QTest::newRow("orders") << Page::Orders
                            << QStringList{u"order-canary-1"_s, u"订购的套餐"_s,
                                   u"Ordered package"_s, u"601.50"_s, u"602"_s, u"603.25"_s,
                                   u"status-canary"_s, u"type-canary"_s, u"4 Mar 2026"_s,
                                   u"source-canary"_s, u"407"_s, u"order-canary-2"_s,
                                   u"channel-canary"_s, u"701.75"_s, u"5 Mar 2026"_s,
                                   u"account-canary"_s, u"paystatus-canary"_s, u"6 Mar 2026"_s,
                                   u"paytype-canary"_s, u"req-o"_s};
}

void TestFieldsShown::everyFieldIsShown()
{
    QFETCH(Page, page);
    QFETCH(QStringList, shown);
    const QString texts = textsOn(page);
    for (const QString &text : shown)
        QVERIFY2(texts.contains(text), qPrintable(text + u" is not in:\n"_s + texts));
}

void TestFieldsShown::unlistedValuesAreShownAsTheyCame()
{
    // In the other language as well: there is no word for them.
    m_it->language.set(UiLanguage::Chinese);
    m_it->settle();
    const QString orders = textsOn(Page::Orders);
    for (const char *canary : {"status-canary", "type-canary", "source-canary", "paystatus-canary",
             "paytype-canary", "account-canary"})
        QVERIFY2(orders.contains(QLatin1String(canary)), canary);
    QVERIFY(textsOn(Page::Rights).contains(u"datatype-canary"_s));
}

QTEST_MAIN(TestFieldsShown)
#include "tst_fieldsshown.moc"
