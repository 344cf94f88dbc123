// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/pages/poolspage.h"
#include "app/dashboard/poolstable.h"
#include "app/dashboard/settings.h"
#include "app/dashboard/theme.h"
#include "app/text/language.h"
#include "core/api/proxyresolver.h"
#include "core/sync/poolsrefresher.h"
#include "core/sync/refreshscheduler.h"
#include "tests/app/dashboard/poolsundertest.h"
#include "tests/support/qtwarnings.h"

#include <QLabel>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace genauth::test {

using namespace Qt::StringLiterals;

/** The page of all pools on made-up ones, anew for each test, in English and light. */
class PoolsPageTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        failOnQtWarnings();
        m_language.set(UiLanguage::English);
        m_theme.apply(ThemeChoice::Light);
        m_page.reset();
        m_scheduler.reset();
        m_refresher.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(m_folder->filePath(u"dashboard.ini"_s));
        m_pools = std::make_unique<PoolsUnderTest>();
        m_refresher = std::make_unique<PoolsRefresher>(
            RefreshContext{.clock = &m_pools->clock, .proxies = &m_proxies}, 1);
        m_scheduler = std::make_unique<RefreshScheduler>(*m_refresher, m_pools->clock);
        makePage();
    }

protected:
    void showPage(const QStringList &names)
    {
        m_pools->set(names);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    void makePage()
    {
        m_page.reset();
        m_page = std::make_unique<PoolsPage>(PoolsPage::Collaborators{
            m_pools->model, m_theme, m_pools->clock, *m_scheduler, *m_settings});
        m_table = m_page->findChild<QTableView *>(u"poolsTableView"_s);
        m_page->resize(1000, 600);
    }
    [[nodiscard]] int rowOf(const QString &name) const
    {
        for (int row = 0; row < m_table->model()->rowCount(); ++row) {
            if (m_table->model()->index(row, PoolsTable::Name).data().toString() == name)
                return row;
        }
        return -1;
    }
    [[nodiscard]] QVariant cell(const QString &name, int column, int role = Qt::DisplayRole) const
    {
        return m_table->model()->index(rowOf(name), column).data(role);
    }
    [[nodiscard]] QStringList rowText(const QString &name) const
    {
        QStringList cells;
        for (int column = 0; column < PoolsTable::ColumnCount; ++column)
            cells << cell(name, column).toString();
        return cells;
    }
    [[nodiscard]] QString summary() const
    {
        return m_page->findChild<QLabel *>(u"poolsSummaryLabel"_s)->text();
    }

    Theme m_theme;
    Language m_language{Language::defaultDirectory()};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<PoolsUnderTest> m_pools;
    ProxyResolver m_proxies;
    std::unique_ptr<PoolsRefresher> m_refresher;
    std::unique_ptr<RefreshScheduler> m_scheduler;
    std::unique_ptr<PoolsPage> m_page;
    QTableView *m_table = nullptr;
};

} // namespace genauth::test
