// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/columnmenus.h"

#include <QAbstractItemView>
#include <QAction>
#include <QActionGroup>
#include <QHeaderView>
#include <QMenu>

namespace genauth {

ColumnMenus::ColumnMenus(
    QAbstractItemView &table, QHeaderView &header, int fixedColumn, QObject *parent)
    : QObject(parent)
    , m_table(table)
    , m_header(header)
    , m_sortMenu(new QMenu(&table))
    , m_columnsMenu(new QMenu(&table))
    , m_sortColumns(new QActionGroup(this))
{
    m_sortMenu->setObjectName(QStringLiteral("sortMenu"));
    m_columnsMenu->setObjectName(QStringLiteral("columnsMenu"));
    for (int column = 0; column < table.model()->columnCount(); ++column) {
        QAction *sorts = m_sortMenu->addAction(QString());
        sorts->setCheckable(true);
        m_sortColumns->addAction(sorts);
        QAction *shows = m_columnsMenu->addAction(QString());
        shows->setCheckable(true);
        shows->setEnabled(column != fixedColumn);
        connect(shows, &QAction::triggered, this, [this, column](bool shown) {
            m_header.setSectionHidden(column, !shown);
            emit columnsChanged();
        });
    }
    m_sortMenu->addSeparator();
    m_ascending = m_sortMenu->addAction(QString());
    m_descending = m_sortMenu->addAction(QString());
    auto *directions = new QActionGroup(this);
    for (QAction *direction : {m_ascending, m_descending}) {
        direction->setCheckable(true);
        directions->addAction(direction);
    }
    connect(m_sortColumns, &QActionGroup::triggered, this, &ColumnMenus::sort);
    connect(directions, &QActionGroup::triggered, this, &ColumnMenus::sort);
    update();
}

ColumnMenus::~ColumnMenus() = default;

QList<QAction *> ColumnMenus::actions()
{
    update();
    return {m_sortMenu->menuAction(), m_columnsMenu->menuAction()};
}

void ColumnMenus::sort()
{
    const auto column = m_sortColumns->actions().indexOf(m_sortColumns->checkedAction());
    m_header.setSortIndicator(static_cast<int>(column),
        m_descending->isChecked() ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void ColumnMenus::update()
{
    m_sortMenu->setTitle(tr("&Sort by"));
    m_columnsMenu->setTitle(tr("C&olumns"));
    m_ascending->setText(tr("&Ascending"));
    m_descending->setText(tr("&Descending"));
    const QList<QAction *> sorts = m_sortColumns->actions();
    for (int column = 0; column < sorts.size(); ++column) {
        const QString title = m_table.model()->headerData(column, Qt::Horizontal).toString();
        QAction *shows = m_columnsMenu->actions().at(column);
        sorts.at(column)->setText(title);
        sorts.at(column)->setChecked(column == m_header.sortIndicatorSection());
        shows->setText(title);
        shows->setChecked(!m_header.isSectionHidden(column));
    }
    const bool descending = m_header.sortIndicatorOrder() == Qt::DescendingOrder;
    (descending ? m_descending : m_ascending)->setChecked(true);
}

} // namespace genauth
