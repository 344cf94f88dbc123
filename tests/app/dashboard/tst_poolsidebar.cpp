// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/poollistproxy.h"
#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/poolsidebar.h"
#include "app/text/language.h"
#include "tests/app/dashboard/poolsundertest.h"
#include "tests/app/languages.h"
#include "tests/support/qtwarnings.h"

#include <QAbstractButton>
#include <QAction>
#include <QContextMenuEvent>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <memory>

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

/** Choosing among all pools and one, in a list that sorts, filters and grows. */
class TestPoolSidebar : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void choosesByMouseAndKeyboard();
    void choosesAllPools();
    void keepsTheChoiceWhenTheOrderChanges();
    void keepsTheChoiceUnderAFilter();
    void staysOnItsPoolWhenOthersGo();
    void offersAFilterForManyPools();
    void saysThatNothingMatches();
    void reordersByKeyboard();
    void reordersByDrop();
    void goesBackToWorstFirst();
    void asksForAMenu();
    void asksToRemove();
    void speaks_data() { bothLanguages(); }
    void speaks();
    void followsTheTheme();

private:
    void showPools(const QStringList &names);
    void showMany();
    [[nodiscard]] QString current()
    {
        return m_pools->names({m_sidebar->currentPool()}).join(u' ');
    }
    [[nodiscard]] QString selected() const
    {
        const QModelIndexList rows = m_list->selectionModel()->selectedIndexes();
        return rows.isEmpty() ? QString() : rows.first().data().toString();
    }
    [[nodiscard]] QModelIndex indexOf(const QString &name) const
    {
        return m_list->model()->match(m_list->model()->index(0, 0), Qt::DisplayRole, name).value(0);
    }
    void click(const QString &name)
    {
        QTest::mouseClick(
            m_list->viewport(), Qt::LeftButton, {}, m_list->visualRect(indexOf(name)).center());
    }

    Theme m_theme;
    Language m_language{Language::defaultDirectory()};
    std::unique_ptr<PoolsUnderTest> m_pools;
    std::unique_ptr<PoolSidebar> m_sidebar;
    QListView *m_list = nullptr;
    QLineEdit *m_filter = nullptr;
    QAbstractButton *m_allRow = nullptr;
};

void TestPoolSidebar::init()
{
    failOnQtWarnings();
    m_language.set(UiLanguage::English);
    m_theme.apply(ThemeChoice::Light);
    m_sidebar.reset();
    m_pools = std::make_unique<PoolsUnderTest>();
    m_sidebar = std::make_unique<PoolSidebar>(m_pools->model, m_theme);
    m_list = m_sidebar->findChild<QListView *>(u"poolListView"_s);
    m_filter = m_sidebar->findChild<QLineEdit *>(u"poolFilterEdit"_s);
    m_allRow = m_sidebar->findChild<QAbstractButton *>(u"allPoolsRow"_s);
    m_sidebar->resize(232, 500);
}

void TestPoolSidebar::showPools(const QStringList &names)
{
    m_pools->set(names);
    m_sidebar->show();
    QVERIFY(QTest::qWaitForWindowActive(m_sidebar.get()));
}

void TestPoolSidebar::showMany()
{
    QStringList names;
    for (int i = 10; i < 60; ++i)
        names.append(u"Pool-%1"_s.arg(i));
    showPools(names);
    for (int i = 10; i < 60; ++i)
        m_pools->answer(u"Pool-%1"_s.arg(i), 40 + i);
}

void TestPoolSidebar::choosesByMouseAndKeyboard()
{
    showPools({u"a"_s, u"b"_s, u"c"_s});
    QVERIFY(m_sidebar->currentPool().isNull()); // nothing is chosen at first
    QSignalSpy chosen(m_sidebar.get(), &PoolSidebar::poolChosen);
    click(u"b"_s);
    QCOMPARE(current(), u"b"_s);
    QCOMPARE(chosen.size(), 1);
    const auto index = chosen.first().first().toModelIndex();
    QCOMPARE(index.model(), &m_pools->model);
    QCOMPARE(index.data().toString(), u"b"_s);
    click(u"b"_s);
    QCOMPARE(chosen.size(), 1);
    QTest::keyClick(m_list, Qt::Key_Down);
    QCOMPARE(current(), u"c"_s);
    QTest::keyClicks(m_list, u"a"_s);
    QCOMPARE(current(), u"a"_s);
    m_sidebar->setCurrentPool(m_pools->id(u"b"_s));
    QCOMPARE(selected(), u"b"_s);
    QCOMPARE(chosen.size(), 4);
    m_sidebar->setCurrentPool(QUuid::createUuid());
    QCOMPARE(current(), u"b"_s);
    // It cannot be unchosen, only exchanged.
    QTest::mouseClick(m_list->viewport(), Qt::LeftButton, Qt::ControlModifier,
        m_list->visualRect(indexOf(u"b"_s)).center());
    QCOMPARE(selected(), u"b"_s);
    QCOMPARE(chosen.size(), 4);
}

void TestPoolSidebar::choosesAllPools()
{
    showPools({u"a"_s, u"b"_s});
    m_sidebar->setCurrentPool(m_pools->id(u"b"_s));
    QSignalSpy all(m_sidebar.get(), &PoolSidebar::allPoolsChosen);
    QSignalSpy chosen(m_sidebar.get(), &PoolSidebar::poolChosen);
    for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Return}) {
        m_allRow->setFocus();
        QTest::keyClick(m_allRow, key);
        QVERIFY(m_sidebar->isAllPoolsChosen());
        QVERIFY(m_sidebar->currentPool().isNull());
        QCOMPARE(selected(), QString());
        // Coming by with Tab chooses nothing.
        QTest::keyClick(m_allRow, Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), m_list);
        QVERIFY(m_sidebar->isAllPoolsChosen());
        QTest::keyClick(m_list, Qt::Key_Down);
        QCOMPARE(current(), u"a"_s);
        QVERIFY(!m_allRow->isChecked());
    }
    QCOMPARE(all.size(), 2);
    QCOMPARE(chosen.size(), 2);
    QTest::mouseClick(m_allRow, Qt::LeftButton);
    QTest::mouseClick(m_allRow, Qt::LeftButton);
    QVERIFY(m_allRow->isChecked());
    // From the row the arrow leads into the list.
    QTest::keyClick(m_allRow, Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget(), m_list);
    QCOMPARE(current(), u"a"_s);
    click(u"b"_s);
    m_sidebar->chooseAllPools();
    click(u"b"_s);
    QCOMPARE(current(), u"b"_s);
}

void TestPoolSidebar::keepsTheChoiceWhenTheOrderChanges()
{
    showMany();
    m_sidebar->setCurrentPool(m_pools->id(u"Pool-12"_s));
    QSignalSpy chosen(m_sidebar.get(), &PoolSidebar::poolChosen);
    const auto isSeen = [this] {
        return m_list->viewport()->rect().contains(m_list->visualRect(m_list->currentIndex()));
    };
    m_pools->answer(u"Pool-12"_s, 500); // now the last
    QCOMPARE(m_list->currentIndex().row(), 49);
    QCOMPARE(selected(), u"Pool-12"_s);
    QVERIFY(isSeen());
    m_pools->answer(u"Pool-12"_s, -1); // and the first
    QCOMPARE(m_list->currentIndex().row(), 0);
    QVERIFY(isSeen());
    // Others that move past leave it alone, and where the user has scrolled to as well.
    m_pools->answer(u"Pool-50"_s, -9);
    QCOMPARE(selected(), u"Pool-12"_s);
    m_list->verticalScrollBar()->setValue(m_list->verticalScrollBar()->maximum());
    m_pools->answer(u"Pool-12"_s, -8);
    m_pools->answer(u"Pool-51"_s, -20);
    QVERIFY(!isSeen());
    m_sidebar->setOrderedByUser(true);
    QCOMPARE(m_list->currentIndex().row(), 2);
    QVERIFY(isSeen());
    QCOMPARE(current(), u"Pool-12"_s);
    QCOMPARE(chosen.size(), 0);
}

void TestPoolSidebar::keepsTheChoiceUnderAFilter()
{
    showMany();
    m_sidebar->setCurrentPool(m_pools->id(u"Pool-12"_s));
    QSignalSpy chosen(m_sidebar.get(), &PoolSidebar::poolChosen);
    QTest::keyClicks(m_filter, u"pool-3"_s);
    QCOMPARE(m_list->model()->rowCount(), 10);
    QCOMPARE(selected(), QString());
    QCOMPARE(current(), u"Pool-12"_s);
    QCOMPARE(m_sidebar->currentIndex().data().toString(), u"Pool-12"_s);
    QTest::keyClick(m_filter, Qt::Key_Escape);
    QCOMPARE(m_filter->text(), QString());
    QCOMPARE(selected(), u"Pool-12"_s);
    // A pool that no longer matches by itself is not exchanged for another.
    m_filter->setText(u"52 days"_s);
    QCOMPARE(selected(), u"Pool-12"_s);
    m_pools->answer(u"Pool-12"_s, 90);
    QCOMPARE(selected(), QString());
    QCOMPARE(current(), u"Pool-12"_s);
    QCOMPARE(chosen.size(), 0);
    // The arrow leads to what was found.
    m_filter->setText(u"pool-40"_s);
    m_filter->setFocus();
    QTest::keyClick(m_filter, Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget(), m_list);
    QCOMPARE(current(), u"Pool-40"_s);
    // Who wants a hidden pool shown gets to see it.
    m_sidebar->setCurrentPool(m_pools->id(u"Pool-12"_s));
    QCOMPARE(m_filter->text(), QString());
    QCOMPARE(selected(), u"Pool-12"_s);
}

void TestPoolSidebar::staysOnItsPoolWhenOthersGo()
{
    showPools({u"a"_s, u"b"_s, u"c"_s, u"d"_s});
    m_sidebar->setCurrentPool(m_pools->id(u"b"_s));
    QSignalSpy chosen(m_sidebar.get(), &PoolSidebar::poolChosen);
    m_pools->set({u"x"_s, u"b"_s, u"c"_s, u"d"_s});
    m_pools->set({u"d"_s, u"c"_s, u"b"_s});
    QCOMPARE(selected(), u"b"_s);
    QCOMPARE(chosen.size(), 0);
    // It goes itself: a neighbour takes its place, and that is told.
    m_pools->set({u"d"_s, u"c"_s});
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(current(), u"c"_s);
    QCOMPARE(selected(), u"c"_s);
    m_pools->set({u"d"_s});
    QCOMPARE(current(), u"d"_s);
    // Wholly other pools: the owner chooses.
    m_pools->set({u"y"_s, u"z"_s});
    QVERIFY(m_sidebar->currentPool().isNull());
    QVERIFY(!m_sidebar->isAllPoolsChosen());
    QCOMPARE(m_sidebar->firstPool(), m_pools->id(u"y"_s));
    QCOMPARE(chosen.size(), 2);
}

void TestPoolSidebar::offersAFilterForManyPools()
{
    const QStringList eight{u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s, u"g"_s, u"h"_s};
    showPools(eight);
    QVERIFY(!m_filter->isVisible());
    m_pools->set(eight + QStringList{u"i9"_s});
    QVERIFY(m_filter->isVisible());
    m_filter->setText(u"i9"_s);
    QCOMPARE(m_list->model()->rowCount(), 1);
    // A filter that is not seen does not filter.
    m_pools->set(eight);
    QVERIFY(!m_filter->isVisible());
    QCOMPARE(m_list->model()->rowCount(), 8);
}

void TestPoolSidebar::saysThatNothingMatches()
{
    showMany();
    auto *label = m_sidebar->findChild<QLabel *>(u"noPoolMatchesLabel"_s);
    QVERIFY(!label->isVisible());
    m_filter->setText(u"no such pool"_s);
    QVERIFY(label->isVisible());
    QTest::keyClick(m_filter, Qt::Key_Down); // leads nowhere
    m_filter->clear();
    QVERIFY(!label->isVisible());
}

void TestPoolSidebar::reordersByKeyboard()
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

void TestPoolSidebar::reordersByDrop()
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

void TestPoolSidebar::goesBackToWorstFirst()
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

void TestPoolSidebar::asksForAMenu()
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

void TestPoolSidebar::asksToRemove()
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

void TestPoolSidebar::speaks()
{
    const UiLanguage language = languageOfRow();
    showMany();
    // Created in English, it follows.
    m_language.set(language);
    QTRY_VERIFY(isSaidIn(language, m_list->accessibleName()));
    for (const QWidget *widget :
        {static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_filter)}) {
        QVERIFY(isSaidIn(language, widget->accessibleName()));
        QVERIFY(isSaidIn(language, widget->accessibleDescription()));
    }
    QVERIFY(isSaidIn(language, m_filter->placeholderText()));
    QCOMPARE(m_allRow->text(), language == UiLanguage::Chinese ? u"全部用户池"_s : u"All pools"_s);
    QVERIFY(isSaidIn(language, m_allRow->accessibleDescription()));
    QVERIFY(isSaidIn(language, m_sidebar->findChild<QLabel *>(u"noPoolMatchesLabel"_s)->text()));
    for (const QAction *action :
        {m_sidebar->moveUpAction(), m_sidebar->moveDownAction(), m_sidebar->worstFirstAction()})
        QVERIFY(isSaidIn(language, action->text()));
    QCOMPARE(m_list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(),
        language == UiLanguage::Chinese ? u"Pool-10, 正常，剩余 50 天"_s
                                        : u"Pool-10, Active, 50 days left"_s);
}

void TestPoolSidebar::followsTheTheme()
{
    showPools({u"a"_s, u"b"_s});
    for (const ThemeChoice choice : {ThemeChoice::Dark, ThemeChoice::Light}) {
        m_theme.apply(choice);
        const QImage picture = m_sidebar->grab().toImage();
        QCOMPARE(picture.pixelColor(1, 1), m_theme.colors().sidebar);
        QCOMPARE(picture.pixelColor(1, picture.height() - 20), m_theme.colors().sidebar);
        QCOMPARE(m_filter->palette().color(QPalette::Base), m_theme.colors().card);
        QCOMPARE(m_filter->palette().color(QPalette::Text), m_theme.colors().text);
    }
}

QTEST_MAIN(TestPoolSidebar)
#include "tst_poolsidebar.moc"
