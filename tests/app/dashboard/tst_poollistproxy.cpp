// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/poollistproxy.h"
#include "app/text/language.h"
#include "tests/app/dashboard/poolsundertest.h"
#include "tests/app/languages.h"
#include "tests/support/qtwarnings.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

/** The order of the list, what its filter finds, and how one asks for another order. */
class TestPoolListProxy : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void putsTheWorstFirst();
    void keepsTheUsersOrder();
    void filtersByEverythingItShows_data();
    void filtersByEverythingItShows();
    void asksForAnotherOrder_data();
    void asksForAnotherOrder();
    void takesADroppedPool();
    void refusesStrangeDrops();
    void movesNothingWhileFiltered();
    void speaks_data() { bothLanguages(); }
    void speaks();

private:
    [[nodiscard]] QStringList shown() const
    {
        QStringList names;
        for (int row = 0; row < m_proxy->rowCount(); ++row)
            names.append(m_proxy->index(row, 0).data().toString());
        return names;
    }

    Language m_language{Language::defaultDirectory()};
    std::unique_ptr<PoolsUnderTest> m_pools;
    std::unique_ptr<PoolListProxy> m_proxy;
};

void TestPoolListProxy::init()
{
    failOnQtWarnings();
    m_language.set(UiLanguage::English);
    m_proxy.reset();
    m_pools = std::make_unique<PoolsUnderTest>();
    m_proxy = std::make_unique<PoolListProxy>();
    new QAbstractItemModelTester(
        m_proxy.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_proxy.get());
    m_proxy->setSourceModel(&m_pools->model);
}

void TestPoolListProxy::putsTheWorstFirst()
{
    m_pools->set({u"long"_s, u"new"_s, u"failed"_s, u"late"_s, u"soon"_s, u"later"_s, u"b"_s,
        u"a"_s, u"week"_s});
    m_proxy->setOrder(PoolListProxy::Order::WorstFirst);
    m_pools->answer(u"long"_s, 300);
    m_pools->fail(u"failed"_s);
    m_pools->answer(u"late"_s, -3);
    m_pools->answer(u"later"_s, -12);
    m_pools->answer(u"soon"_s, 20);
    m_pools->answer(u"week"_s, 5);
    m_pools->answer(u"a"_s, 100);
    m_pools->answer(u"b"_s, 100);
    QCOMPARE(shown(), (QStringList{u"later"_s, u"late"_s, u"week"_s, u"soon"_s, u"failed"_s,
                          u"new"_s, u"a"_s, u"b"_s, u"long"_s}));
    // An answer changes the place at once.
    m_pools->answer(u"later"_s, 400);
    QCOMPARE(shown().last(), u"later"_s);
}

void TestPoolListProxy::keepsTheUsersOrder()
{
    m_pools->set({u"b"_s, u"c"_s, u"a"_s});
    m_pools->answer(u"a"_s, -3);
    QCOMPARE(shown(), (QStringList{u"b"_s, u"c"_s, u"a"_s}));
    m_proxy->setOrder(PoolListProxy::Order::WorstFirst);
    QCOMPARE(shown(), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    m_proxy->setOrder(PoolListProxy::Order::ByUser);
    QCOMPARE(shown(), (QStringList{u"b"_s, u"c"_s, u"a"_s}));
    m_pools->set({u"c"_s, u"a"_s, u"b"_s, u"d"_s});
    QCOMPARE(shown(), (QStringList{u"c"_s, u"a"_s, u"b"_s, u"d"_s}));
}

void TestPoolListProxy::filtersByEverythingItShows_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("found");
    const QString one = u"Production"_s;
    const QString two = u"Staging"_s;
    const QString cn = u"Filiale"_s;
    QTest::newRow("nothing") << QString() << QStringList{one, two, cn};
    QTest::newRow("blanks") << u"  "_s << QStringList{one, two, cn};
    QTest::newRow("name") << u"stag"_s << QStringList{two};
    QTest::newRow("English package name") << u"consumers"_s << QStringList{one};
    QTest::newRow("Chinese package name") << u"消费者"_s << QStringList{one};
    QTest::newRow("state") << u"overdue"_s << QStringList{one};
    QTest::newRow("time left") << u"20 days"_s << QStringList{two};
    QTest::newRow("host") << u"authing"_s << QStringList{cn};
    QTest::newRow("two words") << u" prod   OVER "_s << QStringList{one};
    QTest::newRow("no pool") << u"prod soon"_s << QStringList{};
    QTest::newRow("a pattern is text") << u".*"_s << QStringList{};
}

void TestPoolListProxy::filtersByEverythingItShows()
{
    QFETCH(QString, text);
    Account elsewhere = m_pools->account(u"Filiale"_s);
    elsewhere.host = authingHost();
    m_pools->change(elsewhere);
    m_pools->set({u"Production"_s, u"Staging"_s, u"Filiale"_s});
    const auto name = [this](const QString &pool, int daysLeft, const Reading<QString> &english,
                          const Reading<QString> &chinese) {
        PoolSnapshot answer = m_pools->answer(daysLeft);
        Package package = answer.package.value.value();
        package.nameEn = english;
        package.nameZh = chinese;
        answer.package.value = package;
        m_pools->model.absorb(m_pools->id(pool), answer);
    };
    name(u"Production"_s, -12, {u"Enterprise for consumers"_s, {}}, {u"消费者企业版"_s, {}});
    name(u"Staging"_s, 20, {}, {});
    m_proxy->setFilterText(text);
    QTEST(shown(), "found");
    m_proxy->setFilterText({});
    QCOMPARE(shown().size(), 3);
}

void TestPoolListProxy::asksForAnotherOrder_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("before");
    QTest::addColumn<QString>("order"); // empty: nothing is said
    QTest::newRow("down") << 0 << 2 << u"b a c d"_s;
    QTest::newRow("to the end") << 0 << 4 << u"b c d a"_s;
    QTest::newRow("up") << 3 << 1 << u"a d b c"_s;
    QTest::newRow("to the front") << 2 << 0 << u"c a b d"_s;
    QTest::newRow("before itself") << 1 << 1 << QString();
    QTest::newRow("behind itself") << 1 << 2 << QString();
    QTest::newRow("from nowhere") << 4 << 0 << QString();
    QTest::newRow("too far") << 0 << 5 << QString();
    QTest::newRow("above the top") << 0 << -1 << QString();
}

void TestPoolListProxy::asksForAnotherOrder()
{
    QFETCH(int, from);
    QFETCH(int, before);
    QFETCH(QString, order);
    m_pools->set({u"a"_s, u"b"_s, u"c"_s, u"d"_s});
    QSignalSpy chosen(m_proxy.get(), &PoolListProxy::orderChosen);
    QCOMPARE(m_proxy->moveRow({}, from, {}, before), !order.isEmpty());
    QCOMPARE(chosen.size(), order.isEmpty() ? 0 : 1);
    if (!order.isEmpty())
        QCOMPARE(m_pools->names(chosen.first().first().value<QList<QUuid>>()).join(u' '), order);
    // It only says so.
    QCOMPARE(shown(), (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
}

void TestPoolListProxy::takesADroppedPool()
{
    m_pools->set({u"a"_s, u"b"_s, u"c"_s});
    QSignalSpy chosen(m_proxy.get(), &PoolListProxy::orderChosen);
    const std::unique_ptr<QMimeData> data(m_proxy->mimeData({m_proxy->index(0, 0)}));
    QVERIFY(m_proxy->canDropMimeData(data.get(), Qt::MoveAction, 2, 0, {}));
    QVERIFY(m_proxy->dropMimeData(data.get(), Qt::MoveAction, 2, 0, {}));
    QVERIFY(m_proxy->dropMimeData(data.get(), Qt::MoveAction, -1, -1, {}));
    QCOMPARE(chosen.size(), 2);
    QCOMPARE(m_pools->names(chosen.at(0).first().value<QList<QUuid>>()),
        (QStringList{u"b"_s, u"a"_s, u"c"_s}));
    QCOMPARE(m_pools->names(chosen.at(1).first().value<QList<QUuid>>()),
        (QStringList{u"b"_s, u"c"_s, u"a"_s}));
}

void TestPoolListProxy::refusesStrangeDrops()
{
    m_pools->set({u"a"_s, u"b"_s});
    QSignalSpy chosen(m_proxy.get(), &PoolListProxy::orderChosen);
    QMimeData text;
    text.setText(u"a"_s);
    QVERIFY(!m_proxy->canDropMimeData(&text, Qt::MoveAction, 0, 0, {}));
    QVERIFY(!m_proxy->dropMimeData(&text, Qt::MoveAction, 0, 0, {}));
    // Of another window's pool.
    const std::unique_ptr<QMimeData> data(m_proxy->mimeData({m_proxy->index(0, 0)}));
    data->setData(m_proxy->mimeTypes().first(), QUuid::createUuid().toByteArray());
    QVERIFY(!m_proxy->dropMimeData(data.get(), Qt::MoveAction, 0, 0, {}));
    // Onto a pool, not between two.
    data->setData(m_proxy->mimeTypes().first(), m_pools->id(u"a"_s).toByteArray());
    QVERIFY(!m_proxy->dropMimeData(data.get(), Qt::MoveAction, -1, -1, m_proxy->index(1, 0)));
    QVERIFY(!m_proxy->flags(m_proxy->index(1, 0)).testFlag(Qt::ItemIsDropEnabled));
    QVERIFY(m_proxy->flags({}).testFlag(Qt::ItemIsDropEnabled));
    QCOMPARE(chosen.size(), 0);
}

void TestPoolListProxy::movesNothingWhileFiltered()
{
    m_pools->set({u"a1"_s, u"b"_s, u"a2"_s});
    m_proxy->setFilterText(u"a"_s);
    m_proxy->setFilterText(u"2"_s);
    QSignalSpy chosen(m_proxy.get(), &PoolListProxy::orderChosen);
    m_proxy->setFilterText(u"a"_s);
    QVERIFY(!m_proxy->moveRow({}, 0, {}, 2));
    QVERIFY(!m_proxy->flags(m_proxy->index(0, 0)).testFlag(Qt::ItemIsDragEnabled));
    QVERIFY(!m_proxy->flags({}).testFlag(Qt::ItemIsDropEnabled));
    QCOMPARE(chosen.size(), 0);
    m_proxy->setFilterText({});
    QVERIFY(m_proxy->flags(m_proxy->index(0, 0)).testFlag(Qt::ItemIsDragEnabled));
    QVERIFY(m_proxy->moveRow({}, 0, {}, 3));
    QCOMPARE(chosen.size(), 1);
}

void TestPoolListProxy::speaks()
{
    const bool chinese = languageOfRow() == UiLanguage::Chinese;
    m_language.set(languageOfRow());
    m_pools->set({u"<b>"_s});
    m_pools->answer(u"<b>"_s, 200);
    const QModelIndex pool = m_proxy->index(0, 0);
    const QString line = chinese ? u"正常，剩余 200 天"_s : u"Active, 200 days left"_s;
    QCOMPARE(pool.data(Qt::AccessibleTextRole).toString(), u"<b>, "_s + line);
    QCOMPARE(pool.data(Qt::ToolTipRole).toString(), u"<qt>&lt;b&gt;<br>%1</qt>"_s.arg(line));
    m_pools->answer(u"<b>"_s, -2);
    QCOMPARE(pool.data(Qt::AccessibleTextRole).toString(),
        chinese ? u"<b>, 已逾期 2 天"_s : u"<b>, Overdue 2 days"_s);
    // A new language is searched in its own words.
    m_proxy->setFilterText(chinese ? u"overdue"_s : u"逾期"_s);
    QCOMPARE(m_proxy->rowCount(), 0);
    m_language.set(chinese ? UiLanguage::English : UiLanguage::Chinese);
    m_proxy->retranslate();
    QCOMPARE(m_proxy->rowCount(), 1);
}

QTEST_MAIN(TestPoolListProxy)
#include "tst_poollistproxy.moc"
