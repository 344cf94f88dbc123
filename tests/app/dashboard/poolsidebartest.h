// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/poolsidebar.h"
#include "app/text/language.h"
#include "tests/app/dashboard/poolsundertest.h"
#include "tests/support/qtwarnings.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QListView>
#include <QTest>

#include <memory>

namespace genauth::test {

using namespace Qt::StringLiterals;

/** A sidebar on made-up pools, anew for each test, in English and light. */
class PoolSidebarTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
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

protected:
    void showPools(const QStringList &names)
    {
        m_pools->set(names);
        m_sidebar->show();
        QVERIFY(QTest::qWaitForWindowActive(m_sidebar.get()));
    }
    void showMany()
    {
        QStringList names;
        for (int i = 10; i < 60; ++i)
            names.append(u"Pool-%1"_s.arg(i));
        showPools(names);
        for (int i = 10; i < 60; ++i)
            m_pools->answer(u"Pool-%1"_s.arg(i), 40 + i);
    }
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

} // namespace genauth::test
