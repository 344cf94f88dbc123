// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/dashboard/poolsidebartest.h"
#include "tests/app/languages.h"

#include <QAction>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

/** Choosing among all pools and one, in a list that sorts, filters and grows. */
class TestPoolSidebar : public PoolSidebarTest
{
    Q_OBJECT

private slots:
    void showsTheWorstBesideAllPools();
    void choosesByMouseAndKeyboard();
    void choosesAllPools();
    void keepsTheChoiceWhenTheOrderChanges();
    void keepsTheChoiceUnderAFilter();
    void staysOnItsPoolWhenOthersGo();
    void offersAFilterForManyPools();
    void saysThatNothingMatches();
    void speaks_data() { bothLanguages(); }
    void speaks();
    void followsTheTheme();
};

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

void TestPoolSidebar::showsTheWorstBesideAllPools()
{
    showMany();
    m_sidebar->setCurrentPool(m_pools->id(u"Pool-50"_s));
    m_list->scrollTo(indexOf(u"Pool-50"_s));
    QVERIFY(m_list->verticalScrollBar()->value() > 0);
    m_sidebar->chooseAllPools();
    QCOMPARE(m_list->verticalScrollBar()->value(), 0);
}

QTEST_MAIN(TestPoolSidebar)
#include "tst_poolsidebar.moc"
