// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/tablemanners.h"

#include "app/dashboard/tablecollector.h"
#include "app/dashboard/tableexport.h"
#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/columnmenus.h"
#include "app/dashboard/wordstable.h"
#include "app/text/historytext.h"
#include "core/base/displaytext.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>
#include <vector>

namespace genauth {

namespace {

/** The rows on the way from the top of the model to this one: their order is the order shown. */
std::vector<int> placeOf(QModelIndex index)
{
    std::vector<int> place;
    for (; index.isValid(); index = index.parent())
        place.insert(place.begin(), index.row());
    return place;
}

const WordsTable &tableOf(const QAbstractItemView &view)
{
    const auto *table = qobject_cast<const WordsTable *>(view.model());
    Q_ASSERT(table);
    return *table;
}

} // namespace

TableManners::TableManners(
    QAbstractItemView &view, QHeaderView &header, const Theme &theme, int fixedColumn)
    : QObject(&view)
    , m_view(view)
    , m_header(header)
    , m_theme(theme)
    , m_table(tableOf(view))
    , m_copyAction(new QAction(this))
    , m_copyAllAction(new QAction(this))
    , m_rows(new TableCollector(m_table, header, this))
    , m_export(new TableExport(m_table, header, &view))
    , m_columnMenus(new ColumnMenus(view, header, fixedColumn, this))
{
    setUpView();
    offerMenus();
    m_copyAction->setObjectName(QStringLiteral("copyRowsAction"));
    m_copyAction->setShortcut(QKeySequence::Copy);
    m_copyAction->setShortcutContext(Qt::WidgetShortcut);
    m_view.addAction(m_copyAction);
    m_copyAllAction->setObjectName(QStringLiteral("copyAllAction"));
    connect(m_copyAction, &QAction::triggered, this, &TableManners::copySelection);
    connect(m_copyAllAction, &QAction::triggered, this, &TableManners::copyAll);
    connect(m_export, &TableExport::said, this, &TableManners::said);
    connect(
        m_rows, &TableCollector::takesTime, this, [this] { emit said(tr("Copying the rows…")); });
    connect(m_rows, &TableCollector::gaveUp, this,
        [this] { emit said(tr("Another pool is shown: nothing was copied.")); });
    connect(m_columnMenus, &ColumnMenus::columnsChanged, this, &TableManners::columnsChanged);
    connect(&m_view, &QAbstractItemView::doubleClicked, this, &TableManners::rowActivated);
    connect(&m_theme, &Theme::changed, this, &TableManners::applyTheme);
    m_view.installEventFilter(this);
    applyTheme();
    retranslate();
}

void TableManners::setUpView()
{
    m_view.setFrameShape(QFrame::NoFrame);
    m_view.setTabKeyNavigation(false);
    m_view.setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view.setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view.setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_header.setSectionsMovable(true);
    m_header.setHighlightSections(false);
}

void TableManners::offerMenus()
{
    m_view.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(
        &m_view, &QAbstractItemView::customContextMenuRequested, this, [this](const QPoint &at) {
            const QModelIndex row = m_view.indexAt(at);
            const QPoint onScreen = m_view.viewport()->mapToGlobal(at);
            if (row.isValid() && m_asksForRowMenus)
                emit rowMenuRequested(row, onScreen);
            else
                showMenu(onScreen);
        });
    m_header.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&m_header, &QHeaderView::customContextMenuRequested, this,
        [this](const QPoint &at) { showMenu(m_header.mapToGlobal(at)); });
}

void TableManners::leaveRowMenusToOthers()
{
    m_asksForRowMenus = true;
}

QList<QAction *> TableManners::actions() const
{
    return QList{m_copyAction, m_copyAllAction, m_export->menuAction()} + m_columnMenus->actions();
}

void TableManners::showMenu(const QPoint &globalPosition) const
{
    auto *menu = new QMenu(&m_view);
    menu->setObjectName(QStringLiteral("tableMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(actions());
    menu->popup(globalPosition);
}

QModelIndexList TableManners::selectedRows() const
{
    QModelIndexList rows;
    for (const QItemSelectionRange &range : m_view.selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            const QModelIndex index = m_view.model()->index(row, 0, range.parent());
            if (index.flags() & Qt::ItemIsSelectable)
                rows.append(index);
        }
    }
    std::ranges::sort(rows, {}, placeOf);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

void TableManners::copySelection() const
{
    const QModelIndexList rows = selectedRows();
    if (!rows.isEmpty())
        QApplication::clipboard()->setText(TableRows::asLines(m_table, m_header, rows));
}

void TableManners::copyAll()
{
    m_rows->collect(TableForm::AsShown, [this](const TableRows &rows) {
        const WordsTable::Origin &origin = rows.origin();
        QStringList about{displayText(origin.poolName), m_view.accessibleName()};
        if (origin.asOf.isValid())
            about << HistoryText::asOf(origin.asOf);
        about.removeAll(QString());
        QStringList lines{about.join(QStringLiteral(" – ")), origin.missing, rows.asText()};
        lines.removeAll(QString());
        QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
        //: Onto the clipboard
        emit said(tr("%Ln row(s) are copied.", nullptr, int(rows.contents().rows.size())));
    });
}

bool TableManners::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != &m_view)
        return false;
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::FontChange) {
        applyTheme();
    } else if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const bool opens = key == Qt::Key_Return || key == Qt::Key_Enter;
        if (opens && m_view.currentIndex().isValid())
            emit rowActivated(m_view.currentIndex());
        return opens;
    }
    return false;
}

void TableManners::applyTheme()
{
    const ThemeColors &colors = m_theme.colors();
    m_header.setStyleSheet(
        QStringLiteral("QHeaderView { background: transparent; }"
                       "QHeaderView::section { background: transparent; color: %1; border: none; "
                       "border-bottom: 1px solid %2; padding: 8px 12px; }"
                       // Beside the title, not on it, where that stands at the right.
                       "QHeaderView::up-arrow, QHeaderView::down-arrow { width: 8px; height: 8px; "
                       "subcontrol-origin: margin; subcontrol-position: center right; "
                       "right: 2px; }")
            .arg(colors.dim.name(), colors.line.name()));
    // Through the view one sees the card, with its round corners.
    m_view.viewport()->setAutoFillBackground(false);
    m_view.viewport()->update();
}

void TableManners::retranslate()
{
    m_copyAction->setText(tr("&Copy"));
    m_copyAllAction->setText(tr("Co&py all as text"));
    m_export->retranslate();
    m_columnMenus->update();
}

} // namespace genauth
