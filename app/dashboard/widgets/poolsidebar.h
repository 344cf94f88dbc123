// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QModelIndex>
#include <QUuid>
#include <QWidget>

class QAction;
class QLineEdit;
class QListView;

namespace genauth {

class PoolListProxy;
class PoolsModel;
class SidebarRow;
class TextLabel;
class Theme;

/** The window's left side: a row for all pools together, and the pools, worst first or in the
 * user's order. One of these is chosen, and stays so however the list is sorted, filtered or
 * extended. The sidebar changes no pool and no order: it says what was asked for. */
class PoolSidebar final : public QWidget
{
    Q_OBJECT

public:
    /** Above so many pools there is a box to filter them. */
    static constexpr int PoolsWithoutFilter = 8;

    /** `model` and `theme` must outlive the sidebar. Nothing is chosen at first. */
    PoolSidebar(PoolsModel &model, const Theme &theme, QWidget *parent = nullptr);

    /** The chosen pool; null while all pools are chosen, or nothing is: as after a reset of the
     *  model. It may be one that the filter hides. */
    [[nodiscard]] QUuid currentPool() const { return m_currentPool; }
    /** Of the PoolsModel itself. */
    [[nodiscard]] QModelIndex currentIndex() const;
    /** Chooses a pool as if it was clicked; a filter that hides it goes. Unknown ids are ignored.
     */
    void setCurrentPool(const QUuid &accountId);
    /** The topmost pool that is shown; null when there is none. */
    [[nodiscard]] QUuid firstPool() const;

    [[nodiscard]] bool isAllPoolsChosen() const;
    /** As if the row was pressed; says so each time. */
    void chooseAllPools();

    /** The order of the model instead of worst first. */
    void setOrderedByUser(bool byUser);
    [[nodiscard]] bool isOrderedByUser() const;

    /** Gives the keyboard to the list, or to the row for all pools while that is chosen. */
    void focusChoice();

    // For menus. The first two have keys that work in the list; the last is checkable.
    [[nodiscard]] QAction *moveUpAction() const { return m_moveUpAction; }
    [[nodiscard]] QAction *moveDownAction() const { return m_moveDownAction; }
    [[nodiscard]] QAction *worstFirstAction() const { return m_worstFirstAction; }

signals:
    /** Another pool is chosen; the index is of the PoolsModel itself. */
    void poolChosen(const QModelIndex &pool);
    void allPoolsChosen();
    /** All pools in the order the user gave them; from now on that is the order, once the owner has
     *  put the model into it and said setOrderedByUser(true). */
    void orderChosen(const QList<QUuid> &accountIds);
    void worstFirstChosen();
    void menuRequested(const QUuid &accountId, const QPoint &globalPosition);
    void removeRequested(const QUuid &accountId);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void createFilter();
    void createList();
    void createActions();
    void followModel();
    [[nodiscard]] bool keyPressed(const QObject *watched, int key, Qt::KeyboardModifiers with);
    void enterList();
    void selectionChanged();
    void choose(const QUuid &accountId);
    void showChoice();
    void currentLeft();
    void keepCurrentVisible();
    void filterChanged();
    void countPools();
    void updateActions();
    void moveCurrent(int rows);
    void requestMenu(const QPoint &position);
    void applyTheme();
    void retranslate();

    PoolsModel &m_model;
    const Theme &m_theme;
    PoolListProxy *m_proxy;
    SidebarRow *m_allRow;
    TextLabel *m_title;
    QLineEdit *m_filter;
    TextLabel *m_nothing; ///< said in place of an empty list
    QListView *m_list;
    QAction *m_moveUpAction;
    QAction *m_moveDownAction;
    QAction *m_worstFirstAction;
    QUuid m_currentPool;
    int m_quiet = 0;              ///< > 0: the list's selection changes, and it is nobody's choice
    bool m_currentLeaves = false; ///< the model is about to lose the chosen pool
    bool m_currentWasVisible = false;
};

} // namespace genauth
