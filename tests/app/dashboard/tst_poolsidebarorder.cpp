// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/dashboard/poolsidebartest.h"

#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QSignalSpy>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

/** The list, where a drop can be made without dragging. */
class DropTarget : public QListView
{
public:
    static void drop(QListView &list, QDropEvent &event)
    {
        (list.*(&DropTarget::dropEvent))(&event);
    }
};

} // namespace

/** What is asked for at the list: another order, a menu, a removal. */
class TestPoolSidebarOrder : public PoolSidebarTest
{
    Q_OBJECT

private slots:
    void reordersByKeyboard();
    void reordersByDrop();
    void goesBackToWorstFirst();
    void asksForAMenu();
    void asksToRemove();
};

void TestPoolSidebarOrder::reordersByKeyboard()
{
    showPools({u"a"_s, u"b"_s, u"c"_s});
    m_sidebar->setCurrentPool(m_pools->id(u"b"_s));
    m_sidebar->focusChoice();
    QSignalSpy order(m_sidebar.get(), &PoolSidebar::orderChosen);
    const auto asked = [&] {
        return m_pools->names(order.takeLast().first().value<QList<QUuid>>()).join(u' ');
    };
    QTest::keyClick(m_list, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(asked(), u"b a c"_s);
    QTest::keyClick(m_list, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(asked(), u"a c b"_s);
    QCOMPARE(current(), u"b"_s); // nothing was moved, and nothing else chosen
    // At the ends, and without a choice, there is nowhere to go.
    m_sidebar->setCurrentPool(m_pools->id(u"a"_s));
    QVERIFY(!m_sidebar->moveUpAction()->isEnabled());
    QVERIFY(m_sidebar->moveDownAction()->isEnabled());
    m_sidebar->setCurrentPool(m_pools->id(u"c"_s));
    QVERIFY(m_sidebar->moveUpAction()->isEnabled());
    QVERIFY(!m_sidebar->moveDownAction()->isEnabled());
    m_sidebar->chooseAllPools();
    QVERIFY(!m_sidebar->moveUpAction()->isEnabled());
    QVERIFY(!m_sidebar->moveDownAction()->isEnabled());
    QCOMPARE(order.size(), 0);
}

void TestPoolSidebarOrder::reordersByDrop()
{
    showPools({u"a"_s, u"b"_s, u"c"_s});
    m_sidebar->setOrderedByUser(true);
    m_sidebar->setCurrentPool(m_pools->id(u"a"_s));
    QCOMPARE(m_list->dragDropMode(), QAbstractItemView::InternalMove);
    m_list->setDragDropMode(QAbstractItemView::DragDrop); // takes a drop that no drag began
    // As the owner does.
    connect(m_sidebar.get(), &PoolSidebar::orderChosen, m_sidebar.get(),
        [this](const QList<QUuid> &ids) { m_pools->set(m_pools->names(ids)); });
    QSignalSpy order(m_sidebar.get(), &PoolSidebar::orderChosen);
    QSignalSpy chosen(m_sidebar.get(), &PoolSidebar::poolChosen);
    const std::unique_ptr<QMimeData> data(m_list->model()->mimeData({m_list->currentIndex()}));
    const auto drop = [&](const QPoint &at) {
        QDropEvent event(at, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        event.ignore(); // as it arrives
        DropTarget::drop(*m_list, event);
    };
    // The lower part of b's row: between b and c.
    drop(m_list->visualRect(indexOf(u"b"_s)).bottomLeft() + QPoint(20, -2));
    QCOMPARE(order.size(), 1);
    QCOMPARE(m_pools->names(order.first().first().value<QList<QUuid>>()).join(u' '), u"b a c"_s);
    QCOMPARE(m_list->currentIndex().row(), 1);
    QCOMPARE(selected(), u"a"_s);
    // Below everything: to the end.
    drop(m_list->viewport()->rect().bottomLeft() + QPoint(20, -2));
    QCOMPARE(m_list->currentIndex().row(), 2);
    QCOMPARE(selected(), u"a"_s);
    QCOMPARE(chosen.size(), 0);
    QCOMPARE(m_pools->model.rowCount(), 3);
}

void TestPoolSidebarOrder::goesBackToWorstFirst()
{
    showPools({u"a"_s, u"b"_s});
    QSignalSpy worst(m_sidebar.get(), &PoolSidebar::worstFirstChosen);
    QVERIFY(!m_sidebar->isOrderedByUser());
    QVERIFY(m_sidebar->worstFirstAction()->isChecked());
    m_sidebar->setOrderedByUser(true);
    QVERIFY(!m_sidebar->worstFirstAction()->isChecked());
    m_sidebar->worstFirstAction()->trigger();
    QCOMPARE(worst.size(), 1);
    QVERIFY(!m_sidebar->worstFirstAction()->isChecked()); // so far it was only asked for
    m_sidebar->setOrderedByUser(false);
    QVERIFY(m_sidebar->worstFirstAction()->isChecked());
}

void TestPoolSidebarOrder::asksForAMenu()
{
    showPools({u"a"_s, u"b"_s});
    m_sidebar->setCurrentPool(m_pools->id(u"b"_s));
    m_sidebar->focusChoice();
    QSignalSpy menus(m_sidebar.get(), &PoolSidebar::menuRequested);
    const QPoint of = m_list->visualRect(indexOf(u"a"_s)).center();
    QContextMenuEvent byMouse(QContextMenuEvent::Mouse, of, m_list->viewport()->mapToGlobal(of));
    QApplication::sendEvent(m_list->viewport(), &byMouse);
    QCOMPARE(menus.size(), 1);
    QCOMPARE(menus.at(0).at(0).toUuid(), m_pools->id(u"a"_s));
    QCOMPARE(menus.at(0).at(1).toPoint(), m_list->viewport()->mapToGlobal(of));
    QTest::keyClick(m_list, Qt::Key_F10, Qt::ShiftModifier);
    const QRect row = m_list->visualRect(m_list->currentIndex());
    QContextMenuEvent byKey(
        QContextMenuEvent::Keyboard, row.center(), m_list->viewport()->mapToGlobal(row.center()));
    QApplication::sendEvent(m_list, &byKey);
    QCOMPARE(menus.size(), 3);
    for (const int which : {1, 2}) {
        QCOMPARE(menus.at(which).at(0).toUuid(), m_pools->id(u"b"_s));
        QVERIFY(row.contains(m_list->viewport()->mapFromGlobal(menus.at(which).at(1).toPoint())));
    }
    // Where no pool is there is no menu.
    const QPoint below = m_list->viewport()->rect().bottomLeft();
    QContextMenuEvent beside(
        QContextMenuEvent::Mouse, below, m_list->viewport()->mapToGlobal(below));
    QApplication::sendEvent(m_list->viewport(), &beside);
    QCOMPARE(menus.size(), 3);
}

void TestPoolSidebarOrder::asksToRemove()
{
    showPools({u"a"_s, u"b"_s});
    QSignalSpy removals(m_sidebar.get(), &PoolSidebar::removeRequested);
    m_list->setFocus();
    QTest::keyClick(m_list, Qt::Key_Delete);
    QCOMPARE(removals.size(), 0); // nothing is chosen
    m_sidebar->setCurrentPool(m_pools->id(u"b"_s));
    QTest::keyClick(m_list, Qt::Key_Delete);
    QCOMPARE(removals.size(), 1);
    QCOMPARE(removals.first().first().toUuid(), m_pools->id(u"b"_s));
    QCOMPARE(m_pools->model.rowCount(), 2);
}

QTEST_MAIN(TestPoolSidebarOrder)
#include "tst_poolsidebarorder.moc"
