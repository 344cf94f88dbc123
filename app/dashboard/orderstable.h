// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/wordstable.h"
#include "core/billing/order.h"
#include "core/billing/ordertotals.h"

#include <optional>

namespace genauth {

class OrdersModel;

/** The loaded orders for people, those that match a filter. */
class OrdersTable final : public WordsTable
{
    Q_OBJECT

public:
    enum Column {
        Number,
        Name, ///< in the language of the window
        Type,
        Status,
        Amount,
        Quantity,
        UnitPrice,
        Created,
        Source,
        ColumnCount,
    };

    /** What is given must outlive the table. */
    OrdersTable(OrdersModel &orders, const Theme &theme, QObject *parent = nullptr);

    /** ISO 4217, or empty. */
    void setCurrency(const QString &currency);
    /** Nothing: all of them. Unlisted: those that are not listed. */
    void setStatusFilter(std::optional<Order::Status> status);
    void setTypeFilter(std::optional<Order::Type> type);

    [[nodiscard]] const Order &orderAt(int row) const;
    /** -1: none of that number is seen. */
    [[nodiscard]] int rowOf(const QString &orderNo) const;
    /** Of all rows. */
    [[nodiscard]] OrderTotals totals() const;

    [[nodiscard]] QString tableCode() const override;
    [[nodiscard]] QStringList columnCodes() const override;
    [[nodiscard]] QVariant rawValue(const QModelIndex &sourceRow, int column) const override;

protected:
    [[nodiscard]] Cell cell(const QModelIndex &index) const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    [[nodiscard]] QVariant sortValue(const QModelIndex &sourceIndex) const override;
    [[nodiscard]] QStringList searched(const QModelIndex &sourceIndex) const override;
    [[nodiscard]] bool filterAcceptsColumn(
        int sourceColumn, const QModelIndex &sourceParent) const override;
    [[nodiscard]] bool filterAcceptsRow(
        int sourceRow, const QModelIndex &sourceParent) const override;

private:
    OrdersModel &m_orders;
    QString m_currency;
    std::optional<Order::Status> m_status;
    std::optional<Order::Type> m_type;
};

} // namespace genauth
