// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/noticebanner.h"
#include "app/dashboard/widgets/stateshape.h"
#include "app/sandbox/sandboxserver.h"
#include "tests/app/dashboard/windowundertest.h"
#include "tests/app/languages.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QListView>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

/** A sandbox whose clock is the window's. */
SandboxOptions optionsFor(const WindowUnderTest &it, int pools = 5)
{
    SandboxOptions options;
    options.poolCount = pools;
    options.language = it.language.current() == UiLanguage::Chinese ? SandboxLanguage::Chinese
                                                                    : SandboxLanguage::English;
    options.now = [&it] { return it.clock.nowUtc(); };
    return options;
}

bool isBannerShown(WindowUnderTest &it, const char *name)
{
    return it.find<QWidget>(name)->isVisible();
}

} // namespace

/** The demo pools, and how one chooses among them. */
class TestWindowPools : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void showsEachDemoPool_data();
    void showsEachDemoPool();
    void showsEachDemoPoolInChinese();
    void choosesByKeyboard();
    void choosesByMouse();
    void speaksToScreenReaders_data() { bothLanguages(); }
    void speaksToScreenReaders();
    void hidesAListOfOne();
    void keepsMarkupText();
    void saysThatAPoolWasHereAlready_data() { bothLanguages(); }
    void saysThatAPoolWasHereAlready();
    void saysWhatItCannotRead_data() { bothLanguages(); }
    void saysWhatItCannotRead();
    void refreshesManyPools();
    void leadsToThePoolsAlerts();
};

void TestWindowPools::showsEachDemoPool_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("headline"); // empty: no banner
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QStringList>("values");
    QTest::newRow("overdue") << 0 << u"Overdue 12 days"_s << u"Overdue by 12 days"_s
                             << QStringList{u"Enterprise for consumers"_s, u"消费者企业版"_s}
                             << QStringList{u"of 10,000 bought"_s, u"12,900.00"_s, u"20 Jun 2026"_s,
                                    u"12 days"_s};
    QTest::newRow("over MAU") << 1 << u"Over MAU, 199 days left"_s << u"More MAU used than bought"_s
                              << QStringList{u"Enterprise for organizations"_s, u"机构企业版"_s}
                              << QStringList{u"of 2,000 bought"_s, u"9,900.00"_s, u"17 Jan 2027"_s,
                                     u"0 days"_s};
    QTest::newRow("ends soon") << 2 << u"Ends in 12 days"_s << u"Ends in 12 days"_s
                               << QStringList{u"Professional for consumers"_s, u"消费者专业版"_s}
                               << QStringList{u"of 5,000 bought"_s, u"4,680.00"_s, u"14 Jul 2026"_s,
                                      u"0 days"_s};
    QTest::newRow("healthy") << 4 << u"Active, 309 days left"_s << QString()
                             << QStringList{u"Enterprise for employees"_s, u"员工企业版"_s}
                             << QStringList{u"of 500 bought"_s, u"3,600.00"_s, u"7 May 2027"_s,
                                    u"0 days"_s};
    QTest::newRow("unknown") << 3 << u"Unknown"_s << u"The end time is unknown"_s
                             << QStringList{u"Name unknown"_s, u"体验版"_s}
                             << QStringList{u"unknown"_s, u"unknown"_s, u"unknown"_s, u"unknown"_s};
}

void TestWindowPools::showsEachDemoPool()
{
    QFETCH(int, row);
    QFETCH(QString, line);
    QFETCH(QString, headline);
    QFETCH(QStringList, names);
    QFETCH(QStringList, values);
    WindowUnderTest it;
    SandboxServer server(optionsFor(it));
    QVERIFY(server.listen());
    it.open(poolsOf(server));
    QVERIFY(it.waitForRefresh());
    it.select(row);

    const QModelIndex pool = it.find<QListView>("poolListView")->currentIndex();
    QVERIFY2(pool.data(Qt::AccessibleTextRole).toString().endsWith(u", "_s + line),
        qPrintable(pool.data(Qt::AccessibleTextRole).toString()));
    QCOMPARE(isBannerShown(it, "statusBanner"), !headline.isEmpty());
    if (!headline.isEmpty())
        QCOMPARE(it.text("statusBanner", "headlineLabel"), headline);
    QCOMPARE((QStringList{it.text("packageNameLabel"), it.text("otherNameLabel")}), names);
    QVERIFY(it.find<QLabel>("packageNameLabel")->isVisible());
    QVERIFY(it.find<QLabel>("otherNameLabel")->isVisible());
    const bool used =
        it.find<QWidget>("mauQuantityCard")->findChild<QWidget *>(u"besideLabel"_s)->isVisible();
    QCOMPARE((QStringList{it.text("mauQuantityCard", used ? "besideLabel" : "valueLabel"),
                 it.text("unitPriceCard", "valueLabel"), it.text("endTimeCard", "valueLabel"),
                 it.text("overdueCard", "valueLabel")}),
        values);
    QVERIFY(!isBannerShown(it, "errorBanner"));
    QVERIFY(!isBannerShown(it, "fieldsBanner"));
}

void TestWindowPools::showsEachDemoPoolInChinese()
{
    WindowUnderTest it(UiLanguage::Chinese);
    SandboxServer server(optionsFor(it));
    QVERIFY(server.listen());
    it.open(poolsOf(server));
    QVERIFY(it.waitForRefresh());
    QCOMPARE(it.text("packageNameLabel"), u"消费者企业版"_s);
    QCOMPARE(it.text("otherNameLabel"), u"Enterprise for consumers"_s);
    QCOMPARE(it.text("endTimeCard", "valueLabel"), u"2026年6月20日"_s);
    QCOMPARE(it.text("statusBanner", "headlineLabel"), u"已逾期 12 天"_s);
    it.select(3);
    QCOMPARE(it.text("packageNameLabel"), u"体验版"_s);
    QCOMPARE(it.text("otherNameLabel"), u"未知"_s);
    QCOMPARE(it.text("overdueCard", "valueLabel"), u"未知"_s);
}

void TestWindowPools::choosesByKeyboard()
{
    WindowUnderTest it;
    SandboxServer server(optionsFor(it));
    QVERIFY(server.listen());
    it.open(poolsOf(server));
    QVERIFY(it.waitForRefresh());
    auto *list = it.find<QListView>("poolListView");
    QCOMPARE(QApplication::focusWidget(), list); // where the window opens
    QCOMPARE(list->currentIndex().row(), 0);
    const auto press = [&](Qt::Key key) {
        QTest::keyClick(list, key);
        return it.text("packageNameLabel");
    };
    QCOMPARE(press(Qt::Key_Down), u"Enterprise for organizations"_s);
    QCOMPARE(press(Qt::Key_Down), u"Professional for consumers"_s);
    QCOMPARE(press(Qt::Key_Up), u"Enterprise for organizations"_s);
    QCOMPARE(press(Qt::Key_End), u"Enterprise for employees"_s);
    QCOMPARE(press(Qt::Key_Home), u"Enterprise for consumers"_s);
    QTest::keyClicks(list, u"stag"_s);
    QCOMPARE(it.text("packageNameLabel"), u"Enterprise for employees"_s);
    // The selection stays where it is when the answers are new.
    it.refreshAgain();
    QCOMPARE(list->currentIndex().row(), 4);
    QCOMPARE(it.text("packageNameLabel"), u"Enterprise for employees"_s);
}

void TestWindowPools::choosesByMouse()
{
    WindowUnderTest it;
    SandboxServer server(optionsFor(it));
    QVERIFY(server.listen());
    it.open(poolsOf(server));
    QVERIFY(it.waitForRefresh());
    auto *list = it.find<QListView>("poolListView");
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
        list->visualRect(list->model()->index(1, 0)).center());
    QCOMPARE(it.text("packageNameLabel"), u"Enterprise for organizations"_s);
    QVERIFY(it.text("freshnessLabel").contains(server.pools().at(2).userPoolId));
}

void TestWindowPools::speaksToScreenReaders()
{
    const UiLanguage language = languageOfRow();
    WindowUnderTest it(language);
    SandboxServer server(optionsFor(it));
    QVERIFY(server.listen());
    it.open(poolsOf(server));
    QVERIFY(it.waitForRefresh());
    auto *list = it.find<QListView>("poolListView");
    QVERIFY(isSaidIn(language, list->accessibleName()));
    const QList<int> worstFirst{0, 2, 1, 4, 3};
    for (int row = 0; row < 5; ++row) {
        const QString &name = server.pools().at(worstFirst.at(row)).name;
        const QString said = list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(isSaidIn(language, said), qPrintable(said));
        QVERIFY(said.startsWith(name));
        QVERIFY(said.size() > name.size() + 2);
    }
    for (const char *card : {"mauQuantityCard", "unitPriceCard", "endTimeCard", "overdueCard"}) {
        const auto *widget = it.find<QWidget>(card);
        QVERIFY(!widget->accessibleName().isEmpty());
        QVERIFY(widget->accessibleDescription().startsWith(it.text(card, "valueLabel")));
    }
    QCOMPARE(it.find<QWidget>("statusBanner")->accessibleName(),
        it.text("statusBanner", "headlineLabel"));
}

void TestWindowPools::hidesAListOfOne()
{
    WindowUnderTest it;
    SandboxServer server(optionsFor(it, 1));
    QVERIFY(server.listen());
    it.open(poolsOf(server));
    QVERIFY(it.waitForRefresh());
    QVERIFY(!it.find<QListView>("poolListView")->isVisible());
    QCOMPARE(it.text("packageNameLabel"), u"Enterprise for consumers"_s);
}

void TestWindowPools::keepsMarkupText()
{
    WindowUnderTest it;
    SandboxOptions options = optionsFor(it, 2);
    SandboxServer server(options);
    QVERIFY(server.listen());
    for (const SandboxPool &pool : server.pools())
        server.setFault(pool.userPoolId, {SandboxFault::Kind::Markup, {}});
    QList<PoolAccess> pools = poolsOf(server);
    const QString markup = u"<b>Bold</b><img src=/dev/zero>"_s;
    pools[0].account.name = markup;
    const Heartbeat heartbeat;
    it.open(pools);
    QVERIFY(it.waitForRefresh());
    QCOMPARE(it.text("packageNameLabel"), markup);
    QCOMPARE(it.text("otherNameLabel"), markup);
    it.window->grab();
    for (const QLabel *label : it.find<QWidget>("packagePage")->findChildren<QLabel *>())
        QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->objectName()));
    QCOMPARE(it.find<QLabel>("freshnessLabel")->textFormat(), Qt::PlainText);
    const QModelIndex first = it.find<QListView>("poolListView")->model()->index(0, 0);
    QCOMPARE(first.data(Qt::ToolTipRole).toString(),
        u"<qt>&lt;b&gt;Bold&lt;/b&gt;&lt;img src=/dev/zero&gt;<br>Overdue 12 days</qt>"_s);
    for (const QWidget *widget : it.window->findChildren<QWidget *>())
        QVERIFY2(!widget->toolTip().contains(markup), qPrintable(widget->toolTip()));
    QVERIFY2(heartbeat.longestTurn() < 1000, qPrintable(QString::number(heartbeat.longestTurn())));
}

void TestWindowPools::saysThatAPoolWasHereAlready()
{
    const UiLanguage language = languageOfRow();
    WindowUnderTest it(language, {}, DataOrigin::RealPools);
    SandboxServer server(optionsFor(it, 2));
    QVERIFY(server.listen());
    it.show(poolsOf(server));
    PoolAccess again = poolsOf(server).constFirst();
    const QString name = again.account.name;
    again.account.name = u"Again"_s;
    PoolSnapshot found;
    found.poolId = again.account.poolId;
    it.session.add(again, found);
    it.settle();
    QCOMPARE(it.model.rowCount(), 2);
    QCOMPARE(it.statusMessage(),
        (language == UiLanguage::Chinese
                ? u"此用户池已经以“%1”的名称存在；现在使用新的访问方式。"_s
                : u"This pool was here already as “%1”; it now uses the new access."_s)
            .arg(name));
}

void TestWindowPools::saysWhatItCannotRead()
{
    const UiLanguage language = languageOfRow();
    const bool chinese = language == UiLanguage::Chinese;
    WindowUnderTest it(language);
    SandboxServer server(optionsFor(it));
    QVERIFY(server.listen());
    it.open(poolsOf(server));
    QVERIFY(it.waitForRefresh());
    QVERIFY(!isBannerShown(it, "fieldsBanner"));
    const QString healthy = server.pools().at(3).userPoolId;
    server.setFault(healthy, {SandboxFault::Kind::BadOverdue, {}});
    it.refreshAgain();
    it.select(4);
    QCOMPARE(it.text("overdueCard", "valueLabel"), chinese ? u"未知"_s : u"unknown"_s);
    QVERIFY(isBannerShown(it, "fieldsBanner"));
    QCOMPARE(it.text("fieldsBanner", "adviceLabel"),
        chinese ? u"字段“overdueDays”无法读取：GenAuth 返回“n/a”。"_s
                : u"The field “overdueDays” cannot be read: GenAuth sent “n/a”."_s);
    // The rest of the answer is used, and its end time still decides.
    QCOMPARE(
        it.text("mauQuantityCard", "besideLabel"), chinese ? u"已购 500"_s : u"of 500 bought"_s);
    QVERIFY(!isBannerShown(it, "errorBanner"));
    // Cured, it goes.
    server.setFault(healthy, {});
    it.refreshAgain();
    QVERIFY(!isBannerShown(it, "fieldsBanner"));
}

void TestWindowPools::refreshesManyPools()
{
    WindowUnderTest it;
    SandboxServer server(optionsFor(it, 40));
    QVERIFY(server.listen());
    const Heartbeat heartbeat;
    it.open(poolsOf(server));
    QVERIFY(it.waitForRefresh());
    QCOMPARE(server.requestCount(u"get-current-package-info"), 40);
    QVERIFY2(heartbeat.longestTurn() < 1000, qPrintable(QString::number(heartbeat.longestTurn())));
}

void TestWindowPools::leadsToThePoolsAlerts()
{
    FaultyServer server;
    server.answerRest(silence());
    QList<PoolAccess> pools = poolOn(server) + poolOn(server);
    for (PoolAccess &pool : pools)
        pool.account.id = QUuid::createUuid();
    WindowUnderTest it(UiLanguage::English, TransportLimits(), DataOrigin::RealPools);
    it.open(pools);
    it.select(1);
    const auto shown = it.model.index(1, 0).data(PoolsModel::AccountRole).value<Account>();
    it.find<QAction>("poolAlertsAction")->trigger();
    it.settle();
    QVERIFY(it.find<QDialog>("preferencesDialog")->isVisible());
    const auto *pool = it.find<QComboBox>("overridesPoolComboBox");
    QVERIFY(pool->isVisible());
    QCOMPARE(pool->currentData().toUuid(), shown.id);
    it.refresher.cancel();
}

QTEST_MAIN(TestWindowPools)
#include "tst_windowpools.moc"
