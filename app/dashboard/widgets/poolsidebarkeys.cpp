// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The sidebar's keys, menus, words and colours.

#include "app/dashboard/poollistproxy.h"
#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/poolsidebar.h"
#include "app/dashboard/widgets/sidebarrow.h"
#include "app/dashboard/widgets/textlabel.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>

namespace genauth {

bool PoolSidebar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && watched == m_filter &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && !m_filter->text().isEmpty()) {
        event->accept(); // elsewhere Escape stops a refresh
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        return keyPressed(watched, key->key(), key->modifiers() & ~Qt::KeypadModifier);
    }
    return QWidget::eventFilter(watched, event);
}

bool PoolSidebar::keyPressed(const QObject *watched, int key, Qt::KeyboardModifiers with)
{
    if (watched == m_filter && key == Qt::Key_Escape && !m_filter->text().isEmpty()) {
        m_filter->clear();
        return true;
    }
    if (watched != m_list && key == Qt::Key_Down && with == Qt::NoModifier) {
        enterList();
        return true;
    }
    if (watched != m_list)
        return false;
    if (key == Qt::Key_Delete && with == Qt::NoModifier && !m_currentPool.isNull()) {
        emit removeRequested(m_currentPool);
        return true;
    }
    if (key == Qt::Key_F10 && with == Qt::ShiftModifier) {
        requestMenu(m_list->visualRect(m_list->currentIndex()).center());
        return true;
    }
    const bool toFirst = key == Qt::Key_Down && !m_list->selectionModel()->hasSelection();
    if (toFirst)
        enterList();
    return toFirst;
}

void PoolSidebar::enterList()
{
    if (m_proxy->rowCount() == 0)
        return;
    m_list->setFocus(Qt::ShortcutFocusReason);
    if (!m_list->selectionModel()->hasSelection())
        choose(firstPool());
}

void PoolSidebar::updateActions()
{
    const QModelIndex current = m_proxy->indexOf(m_currentPool);
    const bool canMove = current.isValid() && !m_proxy->isFiltered();
    m_moveUpAction->setEnabled(canMove && current.row() > 0);
    m_moveDownAction->setEnabled(canMove && current.row() < m_proxy->rowCount() - 1);
    m_worstFirstAction->setChecked(!isOrderedByUser());
}

void PoolSidebar::moveCurrent(int rows)
{
    const int row = m_proxy->indexOf(m_currentPool).row();
    m_proxy->moveRow({}, row, {}, rows < 0 ? row + rows : row + rows + 1);
}

void PoolSidebar::requestMenu(const QPoint &position)
{
    const QModelIndex pool = m_list->indexAt(position);
    if (pool.isValid())
        emit menuRequested(m_proxy->idAt(pool.row()), m_list->viewport()->mapToGlobal(position));
}

void PoolSidebar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PoolSidebar::applyTheme()
{
    const ThemeColors &colors = m_theme.colors();
    QPalette own;
    own.setColor(QPalette::Base, colors.sidebar);
    own.setColor(QPalette::Window, colors.sidebar);
    setPalette(own);
    m_list->setPalette(own);
    QPalette box;
    box.setColor(QPalette::Base, colors.card);
    m_filter->setPalette(box);
}

void PoolSidebar::retranslate()
{
    m_allRow->setText(tr("All pools"));
    m_allRow->setAccessibleDescription(tr("Shows all user pools as a table"));
    m_title->setText(tr("User pools"));
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter the user pools"));
    m_filter->setAccessibleDescription(
        tr("Shows the pools with these words in their name, package, state or host"));
    m_filter->setToolTip(m_filter->accessibleDescription());
    m_nothing->setText(tr("No pool matches."));
    m_list->setAccessibleName(tr("User pools"));
    m_list->setAccessibleDescription(tr("Choose the pool whose package is shown"));
    m_moveUpAction->setText(tr("Move &up"));
    m_moveDownAction->setText(tr("Move &down"));
    m_worstFirstAction->setText(tr("&Worst first"));
    m_proxy->retranslate();
    countPools();
}

} // namespace genauth
