// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/dashboard/poolspagetest.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDataStream>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

/** What one does with the table: opening, copying, arranging its columns. */
class TestPoolsPageTable : public PoolsPageTest
{
    Q_OBJECT

private slots:
    void opensAPool();
    void copiesWhatIsShown();
    void remembersItsArrangement();
    void forgetsAnArrangementThatDoesNotFit_data();
    void forgetsAnArrangementThatDoesNotFit();
    void hidesColumns();
    void sortsFromAMenu();
    void asksForAMenuAboutARow();
    void isQuickWithManyPools();
};

void TestPoolsPageTable::opensAPool()
{
    showPage({u"a"_s, u"b"_s});
    QSignalSpy activated(m_page.get(), &PoolsPage::poolActivated);
    m_page->setFocus();
    m_table->setCurrentIndex(m_table->model()->index(rowOf(u"b"_s), PoolsTable::Ends));
    QTest::keyClick(m_table, Qt::Key_Return);
    QTest::keyClick(m_table, Qt::Key_Enter, Qt::KeypadModifier);
    const QPoint at =
        m_table->visualRect(m_table->model()->index(rowOf(u"a"_s), PoolsTable::Name)).center();
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(activated.size(), 2);
    QTest::mouseDClick(m_table->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(activated.size(), 3);
    QCOMPARE(activated.at(0).first().toUuid(), m_pools->id(u"b"_s));
    QCOMPARE(activated.at(1).first().toUuid(), m_pools->id(u"b"_s));
    QCOMPARE(activated.at(2).first().toUuid(), m_pools->id(u"a"_s));
}

void TestPoolsPageTable::copiesWhatIsShown()
{
    showPage({u"a"_s, u"b"_s, u"c"_s});
    m_pools->answer(u"a"_s, 200);
    m_pools->answer(u"b"_s, -2);
    QHeaderView *header = m_table->horizontalHeader();
    for (int column = PoolsTable::PackageName; column < PoolsTable::ColumnCount; ++column)
        header->setSectionHidden(
            column, column != PoolsTable::Overdue && column != PoolsTable::State);
    m_table->selectAll();
    m_page->setFocus();
    QTest::keyClick(m_table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(),
        u"b\tOverdue 2 days (on 1 Jul 2026)\t2 days\nc\tUnknown (on 1 Jul 2026)\tunknown\na\t"
        u"Active (on 1 Jul 2026)\t0 days"_s);
}

void TestPoolsPageTable::remembersItsArrangement()
{
    showPage({u"a"_s});
    QHeaderView *header = m_table->horizontalHeader();
    header->moveSection(header->visualIndex(PoolsTable::Updated), 1);
    header->resizeSection(PoolsTable::Mau, 77);
    header->setSectionHidden(PoolsTable::Price, true);
    m_table->sortByColumn(PoolsTable::Ends, Qt::DescendingOrder);
    makePage();
    header = m_table->horizontalHeader();
    QCOMPARE(header->visualIndex(PoolsTable::Updated), 1);
    QCOMPARE(header->sectionSize(PoolsTable::Mau), 77);
    QVERIFY(header->isSectionHidden(PoolsTable::Price));
    QCOMPARE(header->sortIndicatorSection(), int(PoolsTable::Ends));
    const auto *proxy = qobject_cast<QSortFilterProxyModel *>(m_table->model());
    QCOMPARE(proxy->sortColumn(), int(PoolsTable::Ends));
    QCOMPARE(proxy->sortOrder(), Qt::DescendingOrder);
}

void TestPoolsPageTable::forgetsAnArrangementThatDoesNotFit_data()
{
    QTest::addColumn<QByteArray>("stored");
    const auto stored = [](quint32 version, qint32 columns, const QByteArray &state) {
        QByteArray bytes;
        QDataStream stream(&bytes, QIODevice::WriteOnly);
        stream.setVersion(QDataStream::Qt_6_4);
        stream << version << columns << state;
        return bytes;
    };
    QHeaderView other(Qt::Horizontal);
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("rubbish") << "rubbish\0\xff"_ba;
    QTest::newRow("other columns") << stored(1, 3, other.saveState());
    QTest::newRow("another version") << stored(2, PoolsTable::ColumnCount, other.saveState());
    QTest::newRow("cut") << stored(1, PoolsTable::ColumnCount, "\0\0\0\xff"_ba);
}

void TestPoolsPageTable::forgetsAnArrangementThatDoesNotFit()
{
    QFETCH(QByteArray, stored);
    m_settings->setPoolsTable(stored);
    makePage();
    const QHeaderView *header = m_table->horizontalHeader();
    QCOMPARE(header->count(), int(PoolsTable::ColumnCount));
    QCOMPARE(header->hiddenSectionCount(), 0);
    QCOMPARE(header->visualIndex(PoolsTable::Name), 0);
    QCOMPARE(header->sortIndicatorSection(), int(PoolsTable::State));
    QCOMPARE(header->sortIndicatorOrder(), Qt::AscendingOrder);
    QVERIFY(header->sectionsMovable());
    QVERIFY(header->sectionSize(PoolsTable::Name) > 50);
}

void TestPoolsPageTable::hidesColumns()
{
    showPage({u"a"_s});
    QHeaderView *header = m_table->horizontalHeader();
    // What the offscreen platform says of any menu.
    QTest::ignoreMessage(QtWarningMsg, "This plugin does not support raise()");
    QTest::ignoreMessage(QtWarningMsg, "This plugin does not support grabbing the keyboard");
    emit header->customContextMenuRequested(QPoint(5, 5));
    auto *menu = m_page->findChild<QMenu *>(u"tableMenu"_s);
    QVERIFY(menu->isVisible());
    const auto *columns = m_page->findChild<QMenu *>(u"columnsMenu"_s);
    QVERIFY(menu->actions().contains(columns->menuAction()));
    for (QAction *action : columns->actions()) {
        if (action->text() == u"Unit price"_s)
            action->trigger();
        if (action->text() == u"User pool"_s)
            QVERIFY(!action->isEnabled()); // without it nobody knows whose row it is
    }
    QVERIFY(header->isSectionHidden(PoolsTable::Price));
    menu->close();
    makePage();
    QVERIFY(m_table->horizontalHeader()->isSectionHidden(PoolsTable::Price));
}

void TestPoolsPageTable::sortsFromAMenu()
{
    showPage({u"a"_s, u"b"_s});
    const QHeaderView *header = m_table->horizontalHeader();
    const auto entry = [this](const QString &text) {
        static_cast<void>(m_page->tableActions()); // as whoever opens the menu does
        for (QAction *action : m_page->findChild<QMenu *>(u"sortMenu"_s)->actions()) {
            if (action->text() == text)
                return action;
        }
        qFatal("there is no such entry");
    };
    QVERIFY(entry(u"State"_s)->isChecked());
    QVERIFY(entry(u"&Ascending"_s)->isChecked());
    entry(u"User pool"_s)->trigger();
    QCOMPARE(header->sortIndicatorSection(), int(PoolsTable::Name));
    QCOMPARE(rowOf(u"a"_s), 0);
    entry(u"&Descending"_s)->trigger();
    QCOMPARE(header->sortIndicatorSection(), int(PoolsTable::Name));
    QCOMPARE(rowOf(u"b"_s), 0);
    // And what the mouse does is seen there.
    m_table->sortByColumn(PoolsTable::Mau, Qt::AscendingOrder);
    QVERIFY(entry(u"MAU"_s)->isChecked() && !entry(u"User pool"_s)->isChecked());
    QVERIFY(entry(u"&Ascending"_s)->isChecked() && !entry(u"&Descending"_s)->isChecked());
    entry(u"Ends"_s)->trigger();
    makePage();
    QCOMPARE(m_table->horizontalHeader()->sortIndicatorSection(), int(PoolsTable::Ends));
    m_language.set(UiLanguage::Chinese);
    QTRY_COMPARE(m_page->findChild<QMenu *>(u"sortMenu"_s)->title(), u"排序方式(&S)"_s);
}

void TestPoolsPageTable::asksForAMenuAboutARow()
{
    showPage({u"a"_s, u"b"_s});
    QSignalSpy menus(m_page.get(), &PoolsPage::menuRequested);
    m_page->setFocus();
    m_table->setCurrentIndex(m_table->model()->index(rowOf(u"b"_s), PoolsTable::Name));
    // The Menu key, as Qt translates it.
    const QPoint at = m_table->inputMethodQuery(Qt::ImCursorRectangle).toRect().center();
    QContextMenuEvent event(QContextMenuEvent::Keyboard, at, m_table->mapToGlobal(at));
    QCoreApplication::sendEvent(m_table, &event);
    QCOMPARE(menus.size(), 1);
    QCOMPARE(menus.first().first().toUuid(), m_pools->id(u"b"_s));
}

void TestPoolsPageTable::isQuickWithManyPools()
{
    QStringList names;
    for (int i = 0; i < 500; ++i)
        names << QString::number(i);
    QElapsedTimer timer;
    timer.start();
    showPage(names);
    for (int i = 0; i < 500; ++i)
        m_pools->answer(names.at(i), i - 50);
    m_page->grab();
    for (int value = 0; value < m_table->verticalScrollBar()->maximum(); value += 500) {
        m_table->verticalScrollBar()->setValue(value);
        m_page->grab();
    }
    QTRY_VERIFY(summary().startsWith(u"500 pools: "_s));
    // Far above what it takes, far below a width or a text for every row at every change.
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_MAIN(TestPoolsPageTable)
#include "tst_poolspagetable.moc"
