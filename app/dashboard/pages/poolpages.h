// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/pages/poolpage.h"

#include <QPersistentModelIndex>
#include <QString>
#include <QWidget>

#include <array>
#include <functional>
#include <optional>

class QStackedWidget;
class QTabBar;

namespace genauth {

class Theme;

/** The pages about one pool, under tabs: the same tabs for every pool, so that one can go through
 *  the pools on the same page. A page is made when it is first looked at. */
class PoolPages final : public QWidget
{
    Q_OBJECT

public:
    enum class Page { Package, Usage, History, Rights, Orders, Changes };
    static constexpr std::array Pages{
        Page::Package, Page::Usage, Page::History, Page::Rights, Page::Orders, Page::Changes};

    /** Makes a page; the widget it returns is the PoolPage too. */
    struct Made
    {
        QWidget *widget = nullptr;
        PoolPage *page = nullptr;
    };
    using Maker = std::function<Made(QWidget *parent)>;

    explicit PoolPages(const Theme &theme, QWidget *parent = nullptr);

    /** For each page once, before it is shown. */
    void setMaker(Page page, Maker maker);

    [[nodiscard]] Page currentPage() const;
    void showPage(Page page);
    /** The keyboard goes to the page that is seen. Not by a focus proxy: Qt would then find the
     * tabs only on the way back. */
    void focusPage();
    /** "package", "usage", "history", "rights", "orders", "changes"; nothing for anything else. */
    [[nodiscard]] static std::optional<Page> fromCode(const QString &code);
    [[nodiscard]] static QString code(Page page);

    void setPool(const QModelIndex &index);
    /** Of the page that is seen: the others are told when they are. */
    void updateContents();
    void setDetailsVisible(bool visible);

signals:
    void pageShown(genauth::PoolPages::Page page);

protected:
    void changeEvent(QEvent *event) override;

private:
    void tabChosen(int tab);
    void applyTheme();
    void retranslate();
    [[nodiscard]] Made &made(Page page);

    const Theme &m_theme;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    std::array<Maker, Pages.size()> m_makers;
    std::array<Made, Pages.size()> m_made;
    QPersistentModelIndex m_pool;
    bool m_detailsVisible = false;
};

} // namespace genauth
