// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/pages/poolpages.h"

#include "app/dashboard/theme.h"

#include <QEvent>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace genauth {

namespace {

std::size_t place(PoolPages::Page page)
{
    return static_cast<std::size_t>(page);
}

} // namespace

PoolPages::PoolPages(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_tabs(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
{
    m_tabs->setObjectName(QStringLiteral("poolTabs"));
    // A page scrolls: it need not be higher than what other things leave.
    m_stack->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_tabs->setDocumentMode(true);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (const Page page : Pages)
        m_tabs->setTabData(m_tabs->addTab(QString()), code(page));
    // Whatever holds a tab bar with a style sheet has one too, and is left out when the palette
    // changes, with all that is on it: so that is not what holds the pages.
    auto *strip = new QWidget(this);
    auto *bar = new QVBoxLayout(strip);
    bar->setContentsMargins(Space::Huge, Space::Small, Space::Huge, 0);
    bar->addWidget(m_tabs);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(strip);
    layout->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &PoolPages::tabChosen);
    connect(&m_theme, &Theme::changed, this, &PoolPages::applyTheme);
    applyTheme();
    retranslate();
}

void PoolPages::setMaker(Page page, Maker maker)
{
    m_makers.at(place(page)) = std::move(maker);
    if (page == currentPage())
        tabChosen(m_tabs->currentIndex());
}

PoolPages::Page PoolPages::currentPage() const
{
    return Pages.at(static_cast<std::size_t>(std::max(m_tabs->currentIndex(), 0)));
}

void PoolPages::showPage(Page page)
{
    m_tabs->setCurrentIndex(static_cast<int>(page));
}

std::optional<PoolPages::Page> PoolPages::fromCode(const QString &code)
{
    for (const Page page : Pages) {
        if (PoolPages::code(page) == code)
            return page;
    }
    return std::nullopt;
}

QString PoolPages::code(Page page)
{
    switch (page) {
    case Page::Package:
        return QStringLiteral("package");
    case Page::Usage:
        return QStringLiteral("usage");
    case Page::History:
        return QStringLiteral("history");
    case Page::Rights:
        return QStringLiteral("rights");
    case Page::Orders:
        return QStringLiteral("orders");
    case Page::Changes:
        return QStringLiteral("changes");
    }
    Q_UNREACHABLE();
}

PoolPages::Made &PoolPages::made(Page page)
{
    Made &made = m_made.at(place(page));
    const Maker &maker = m_makers.at(place(page));
    if (!made.widget && maker) {
        made = maker(m_stack);
        m_stack->addWidget(made.widget);
    }
    return made;
}

void PoolPages::tabChosen(int /*tab*/)
{
    const Page page = currentPage();
    const Made &chosen = made(page);
    if (!chosen.widget)
        return;
    chosen.page->setPool(m_pool);
    chosen.page->setDetailsVisible(m_detailsVisible);
    m_stack->setCurrentWidget(chosen.widget);
    emit pageShown(page);
}

void PoolPages::focusPage()
{
    if (QWidget *page = m_stack->currentWidget())
        page->setFocus();
}

void PoolPages::setPool(const QModelIndex &index)
{
    m_pool = index;
    if (PoolPage *page = made(currentPage()).page)
        page->setPool(index);
}

void PoolPages::updateContents()
{
    if (PoolPage *page = made(currentPage()).page)
        page->updateContents();
}

void PoolPages::setDetailsVisible(bool visible)
{
    m_detailsVisible = visible;
    if (PoolPage *page = made(currentPage()).page)
        page->setDetailsVisible(visible);
}

void PoolPages::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PoolPages::applyTheme()
{
    const ThemeColors &colors = m_theme.colors();
    m_tabs->setStyleSheet(
        QStringLiteral("QTabBar { background: transparent; }"
                       "QTabBar::tab { background: transparent; border: none; "
                       "border-bottom: 2px solid transparent; color: %1; padding: 8px 2px; "
                       "margin-right: 20px; }"
                       "QTabBar::tab:selected { color: %2; border-bottom: 2px solid %3; }"
                       "QTabBar::tab:hover { color: %2; }"
                       "QTabBar::tab:focus { color: %3; }")
            .arg(colors.dim.name(), colors.text.name(), colors.accent.name()));
}

void PoolPages::retranslate()
{
    m_tabs->setAccessibleName(tr("Pages of this user pool"));
    m_tabs->setAccessibleDescription(tr("The arrow keys choose a page"));
    // Qt names what scrolls the tabs once, in the language of that moment.
    const auto name = [this](const char *button, const QString &words) {
        if (auto *found = m_tabs->findChild<QToolButton *>(QLatin1String(button)))
            found->setAccessibleName(words);
    };
    name("ScrollLeftButton", tr("Earlier pages"));
    name("ScrollRightButton", tr("Further pages"));
    m_tabs->setTabText(static_cast<int>(Page::Package), tr("Package"));
    m_tabs->setTabText(static_cast<int>(Page::Usage), tr("Usage"));
    m_tabs->setTabText(static_cast<int>(Page::History), tr("MAU history"));
    m_tabs->setTabText(static_cast<int>(Page::Rights), tr("Rights"));
    m_tabs->setTabText(static_cast<int>(Page::Orders), tr("Orders"));
    m_tabs->setTabText(static_cast<int>(Page::Changes), tr("Changes"));
}

} // namespace genauth
