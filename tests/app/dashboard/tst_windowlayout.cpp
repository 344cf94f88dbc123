// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/dialogs/aboutdialog.h"
#include "app/dashboard/pages/packagepage.h"
#include "app/dashboard/pages/welcomepage.h"
#include "app/sandbox/sandboxserver.h"
#include "tests/app/dashboard/windowcuts.h"
#include "tests/app/dashboard/windowundertest.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QAction>
#include <QLabel>
#include <QListView>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

/** What of the toolbar is not there, one line each. */
QStringList missingTools(const QWidget &window)
{
    QStringList missing;
    for (const char *name : {"demoLabel", "languageButton", "refreshButton"}) {
        const auto *tool = window.findChild<QWidget *>(QLatin1String(name));
        if (!tool->isVisible() || tool->visibleRegion().boundingRect().size() != tool->size())
            missing << QLatin1String(name);
    }
    return missing;
}

/** The state of each pool that its line in the list has no room for. */
QStringList elidedStates(WindowUnderTest &it)
{
    QStringList elided;
    const auto *list = it.find<QListView>("poolListView");
    const QFontMetrics metrics(Theme::font(0.92));
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        const QModelIndex index = list->model()->index(row, 0);
        const QString state =
            index.data(Qt::AccessibleTextRole).toString().section(u", "_s, -1, -1);
        const int around = 5 * Space::Small + 2 + list->fontMetrics().height();
        if (metrics.horizontalAdvance(state) > list->visualRect(index).width() - around)
            elided << state;
    }
    return elided;
}

void compareAll(WindowUnderTest &it)
{
    it.settle();
    QCOMPARE(cutTexts(*it.window).join(u'\n'), QString());
    QCOMPARE(missingTools(*it.window).join(u'\n'), QString());
    QCOMPARE(elidedStates(it).join(u'\n'), QString());
    QCOMPARE(it.find<PackagePage>("packagePage")->horizontalScrollBar()->maximum(), 0);
}

} // namespace

/** At no size of window or type, in no language, is a word cut. */
class TestWindowLayout : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { failOnQtWarnings(); }

    void cutsNoWord_data();
    void cutsNoWord();
    void showsWhyItIsEmpty_data() { cutsNoWord_data(); }
    void showsWhyItIsEmpty();
    void keepsLongWordsOnThePage();
    void dropsWhatTheTooltipHas();
    void putsWhatIsWrongFirst();
    void staysQuietWhileItRefreshes();

private:
    SandboxServer m_server;
    QList<PoolAccess> m_pools;
    QList<PoolSnapshot> m_answers; ///< of each pool
    PoolSnapshot m_trouble;        ///< of the first pool: all that can be wrong at once
};

/** Asks once for what all windows then show. */
void TestWindowLayout::initTestCase()
{
    QVERIFY(m_server.listen());
    m_pools = poolsOf(m_server);
    WindowUnderTest it;
    const auto snapshotOf = [&it](int row) {
        return it.model.index(row, 0).data(PoolsModel::SnapshotRole).value<PoolSnapshot>();
    };
    it.open(m_pools);
    QVERIFY(it.waitForRefresh());
    for (int row = 0; row < m_pools.size(); ++row)
        m_answers << snapshotOf(row);
    const QString first = m_pools.constFirst().account.poolId;
    m_server.setFault(first, {SandboxFault::Kind::BadOverdue, {}});
    it.refreshAgain();
    m_server.setFault(first, {SandboxFault::Kind::Forbidden, {}});
    it.refreshAgain();
    m_trouble = snapshotOf(0);
}

void TestWindowLayout::cutsNoWord_data()
{
    QTest::addColumn<int>("language");
    QTest::addColumn<int>("percent");
    QTest::addColumn<QSize>("size");
    for (const UiLanguage language : {UiLanguage::English, UiLanguage::Chinese}) {
        for (const int percent : {100, 150, 200}) {
            for (const QSize size : {MainWindow::SmallestSize, QSize(800, 500), QSize(1180, 800)}) {
                if (percent == 200 && size == MainWindow::SmallestSize)
                    continue; // pages scroll sideways there
                QTest::addRow("%s, %d %%, %d x %d", qPrintable(Language::code(language)), percent,
                    size.width(), size.height())
                    << static_cast<int>(language) << percent << size;
            }
        }
    }
}

void TestWindowLayout::cutsNoWord()
{
    QFETCH(int, language);
    QFETCH(int, percent);
    QFETCH(QSize, size);
    const TypeScale scale(percent);
    WindowUnderTest it(static_cast<UiLanguage>(language));
    it.clock.set(QDateTime::currentDateTimeUtc()); // the server's, to which the dates belong
    it.window->resize(size);
    it.show(m_pools);
    for (int row = 0; row < m_pools.size(); ++row)
        it.model.absorb(m_pools.at(row).account.id, m_answers.at(row));
    QCOMPARE(it.window->size(), size);
    for (int row = 0; row < m_pools.size(); ++row) {
        it.select(row);
        compareAll(it);
    }

    it.model.absorb(m_pools.constFirst().account.id, m_trouble);
    it.select(0);
    for (const char *banner : {"statusBanner", "errorBanner", "fieldsBanner"})
        QVERIFY(it.find<QWidget>(banner)->isVisible());
    compareAll(it);

    it.window->refresh(); // Stop joins the toolbar
    QVERIFY(it.refresher.isRunning());
    compareAll(it);
    it.window->refresh();
    QVERIFY(!it.statusMessage().isEmpty());
    compareAll(it);
}

void TestWindowLayout::showsWhyItIsEmpty()
{
    QFETCH(int, language);
    QFETCH(int, percent);
    QFETCH(QSize, size);
    const TypeScale scale(percent);
    WindowUnderTest it(static_cast<UiLanguage>(language));
    it.window->resize(size);
    it.window->show();
    auto *page = it.find<WelcomePage>("welcomePage");
    for (const auto state :
        {Session::State::Empty, Session::State::DemoStarting, Session::State::DemoFailed}) {
        page->setState(state);
        it.settle();
        QCOMPARE(it.window->size(), size);
        QCOMPARE(cutTexts(*it.window).join(u'\n'), QString());
        QCOMPARE(page->horizontalScrollBar()->maximum(), 0);
    }
    it.find<QAction>("aboutAction")->trigger();
    it.settle();
    QCOMPARE(cutTexts(*it.window->findChild<AboutDialog *>()).join(u'\n'), QString());
}

void TestWindowLayout::keepsLongWordsOnThePage()
{
    FaultyServer server;
    const QString word(1000, u'W');
    QJsonObject package = samplePackage();
    QJsonObject goods = package[u"goodsPackage"_s].toObject();
    for (const char *field : {"name", "nameEn", "unitPrice", "group", "sceneCode"})
        goods[QLatin1String(field)] = word;
    package[u"goodsPackage"_s] = goods;
    package[u"code"_s] = word;
    package[u"overdueDays"_s] = word;
    speakGenAuth(server);
    server.answer(packagePath(), {goodPackage(package), refusal(500, {}, word)});
    WindowUnderTest it;
    it.window->resize(800, 500);
    it.open(poolOn(server));
    QVERIFY(it.waitForRefresh());
    it.refreshAgain();
    it.settle();
    QVERIFY(it.find<QWidget>("errorBanner")->isVisible());
    QCOMPARE(cutTexts(*it.window).join(u'\n'), QString());
    QCOMPARE(it.find<PackagePage>("packagePage")->horizontalScrollBar()->maximum(), 0);
    // A chip is short, its tooltip whole.
    QVERIFY(it.text("packageCodeChip").size() <= 40);
    QVERIFY(it.find<QLabel>("packageCodeChip")->toolTip().contains(QString(150, u'W')));
}

void TestWindowLayout::dropsWhatTheTooltipHas()
{
    FaultyServer server;
    speakGenAuth(server);
    const TypeScale scale(200);
    WindowUnderTest it;
    it.window->resize(640, 500);
    it.open(poolOn(server));
    QVERIFY(it.waitForRefresh());
    const auto *line = it.find<QLabel>("freshnessLabel");
    QVERIFY2(line->text().startsWith(u"Updated just now"_s), qPrintable(line->text()));
    QVERIFY(!line->text().contains(claimedPool()));
    QVERIFY(line->toolTip().contains(claimedPool()));
    QVERIFY(line->toolTip().contains(u"127.0.0.1:"_s));
    it.window->resize(1600, 500);
    it.settle();
    QVERIFY2(line->text().contains(claimedPool()), qPrintable(line->text()));
}

void TestWindowLayout::putsWhatIsWrongFirst()
{
    WindowUnderTest it;
    it.show(m_pools);
    it.model.absorb(m_pools.constFirst().account.id, m_trouble);
    it.select(0); // the worst of them by now
    const auto placeOf = [&it](const QWidget *widget) {
        return widget->mapTo(it.window.get(), QPoint(0, 0));
    };
    int above = -1;
    for (const char *name : {"statusBanner", "errorBanner", "fieldsBanner", "packageNameLabel",
             "otherNameLabel", "editionChip", "mauQuantityCard"}) {
        const auto *widget = it.find<QWidget>(name);
        QVERIFY2(widget->isVisible() && placeOf(widget).y() > above, name);
        above = placeOf(widget).y();
    }
    int before = -1;
    for (const char *name : {"mauQuantityCard", "unitPriceCard", "endTimeCard", "overdueCard"}) {
        const auto *card = it.find<QWidget>(name);
        QVERIFY2(placeOf(card).x() > before, name);
        QCOMPARE(placeOf(card).y(), above);
        before = placeOf(card).x();
    }
}

void TestWindowLayout::staysQuietWhileItRefreshes()
{
    FaultyServer server;
    speakGenAuth(server);
    server.answer(packagePath(), {goodPackage(), silence()});
    WindowUnderTest it;
    it.open(poolOn(server));
    QVERIFY(it.waitForRefresh());
    const auto places = [&it] {
        it.settle();
        QList<QRect> all;
        for (const QWidget *widget : it.find<QWidget>("packagePage")->findChildren<QWidget *>())
            all << QRect(widget->mapTo(it.window.get(), QPoint()), widget->size());
        return all;
    };
    const QList<QRect> before = places();
    it.clock.advance(std::chrono::seconds(5));
    it.window->refresh();
    QVERIFY(it.refresher.isRunning());
    QCOMPARE(places(), before);
    it.refresher.cancel();
    QVERIFY(it.waitForRefresh());
    QCOMPARE(places(), before);
}

QTEST_MAIN(TestWindowLayout)
#include "tst_windowlayout.moc"
