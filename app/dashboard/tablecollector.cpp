// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/tablecollector.h"

#include "app/dashboard/wordstable.h"

#include <utility>

namespace genauth {

namespace {

constexpr int MostRestarts = 5;

} // namespace

TableCollector::TableCollector(const WordsTable &table, const QHeaderView &header, QObject *parent)
    : QObject(parent)
    , m_table(table)
    , m_header(header)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &TableCollector::goOn);
    connect(&table, &QAbstractItemModel::rowsInserted, this, &TableCollector::beginAnew);
    connect(&table, &QAbstractItemModel::rowsRemoved, this, &TableCollector::beginAnew);
    connect(&table, &QAbstractItemModel::rowsMoved, this, &TableCollector::beginAnew);
    connect(&table, &QAbstractItemModel::layoutChanged, this, &TableCollector::beginAnew);
    connect(&table, &QAbstractItemModel::modelReset, this, &TableCollector::beginAnew);
    connect(&table, &QAbstractItemModel::dataChanged, this, &TableCollector::beginAnew);
}

void TableCollector::beginAnew()
{
    if (std::exchange(m_rows, std::nullopt))
        ++m_restarts;
}

void TableCollector::collect(TableForm form, const Done &done)
{
    m_form = form;
    m_done = done;
    m_account = m_table.origin().account;
    m_restarts = 0;
    m_rows.reset();
    m_next.stop();
    goOn();
    if (m_done)
        emit takesTime();
}

void TableCollector::goOn()
{
    if (m_table.origin().account != m_account) {
        m_rows.reset();
        m_done = nullptr;
        emit gaveUp();
        return;
    }
    if (!m_rows)
        m_rows.emplace(m_table, m_header, m_form);
    const bool isRestless = m_restarts >= MostRestarts;
    if (!m_rows->goOn(
            isRestless ? QDeadlineTimer(QDeadlineTimer::Forever) : QDeadlineTimer(m_slice))) {
        m_next.start();
        return;
    }
    const TableRows rows = *std::exchange(m_rows, std::nullopt);
    std::exchange(m_done, nullptr)(rows);
}

} // namespace genauth
