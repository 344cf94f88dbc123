// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/billing/order.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>

#include <memory>
#include <optional>
#include <vector>

namespace genauth {

/** The orders of one pool that have been loaded, newest first; those of an unknown time are last.
 *  Raw values; words are the views' affair, and an unknown value is an invalid QVariant. A
 *  text of which nothing is to be seen counts as unknown.
 *
 *  An order is told from others by its number. Of orders without a readable number each is a row of
 *  its own; one that is equal in every field to such a row is taken for the same one, come again,
 *  and of more than MostUnnumbered the further ones are left out: nothing tells them apart.
 *
 *  Adding a page to n rows costs as much as the page and its places among them, not as n. */
class OrdersModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        NumberColumn,    ///< QString
        NameZhColumn,    ///< QString
        NameEnColumn,    ///< QString
        TypeColumn,      ///< int: Order::Type; invalid: not listed, and AsSentRole has it
        StatusColumn,    ///< int: Order::Status; likewise
        AmountColumn,    ///< QString: exact decimal, ASCII
        QuantityColumn,  ///< qint64
        UnitPriceColumn, ///< QString: exact decimal, ASCII
        CreatedColumn,   ///< QDateTime in the pool's clock
        SourceColumn,    ///< int: Order::Source; as the type
        ColumnCount,
    };

    enum Role {
        RawRole = Qt::UserRole, ///< as Qt::DisplayRole: the column's raw value
        SortRole,   ///< comparable within its column, money as Decimal; what is not listed comes
                    ///< after what is; invalid: unknown
        AsSentRole, ///< QString: the server's own text of the column's field, also if unreadable
        // Of the row, whatever the column:
        OrderRole, ///< Order; its unreadableFields are empty
        NameZhRole,
        NameEnRole,
    };

    static constexpr int MostUnnumbered = 500;

    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(
        const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /** What merge() found. */
    struct Merged
    {
        int added = 0; ///< not seen before
        int known = 0; ///< there already, or twice among those given
    };
    /** Takes in a page: new orders are inserted, known ones changed in place where they differ, and
     *  moved when their time does. None is ever removed. */
    Merged merge(const QList<Order> &orders);
    /** The pool is another one. */
    void clear();

    [[nodiscard]] const Order &orderAt(int row) const { return rowAt(row).order; }
    /** -1: none of that number. */
    [[nodiscard]] int rowOf(const QString &orderNo) const;

    /** How far loading them has come; whoever loads them says it. */
    struct State
    {
        bool known = false;    ///< there is an answer; it may be an empty one
        bool loading = false;  ///< a page is under way
        bool complete = false; ///< there are no more, as far as can be told
        /** How many there are by the server's word, which may be wrong. */
        std::optional<qint64> stated = {};
        std::optional<ApiError> error = {}; ///< of the last attempt at a further page

        friend bool operator==(const State &, const State &) = default;
    };
    [[nodiscard]] const State &state() const { return m_state; }
    void setState(const State &state);

signals:
    void stateChanged();

private:
    struct Row
    {
        Order order;
        qint64 time = 0;   ///< since 1970, in ms; the least of all when it is unknown
        qint64 serial = 0; ///< in which turn it came: between rows of one time
    };
    using Rows = std::vector<std::unique_ptr<Row>>;

    [[nodiscard]] const Row &rowAt(int row) const { return *m_rows[static_cast<std::size_t>(row)]; }
    [[nodiscard]] static bool isBefore(const Row &a, const Row &b);
    /** Where it stands, or would. */
    [[nodiscard]] int placeOf(const Row &row) const;
    [[nodiscard]] bool isKnownUnnumbered(const Order &order) const;
    void change(Row &row, const Order &order);
    void insert(Rows rows);
    [[nodiscard]] static QVariant columnValue(const Order &order, int column);
    [[nodiscard]] static QVariant sortValue(const Order &order, int column);
    [[nodiscard]] static QString asSent(const Order &order, int column);

    Rows m_rows;
    QHash<QString, Row *> m_numbered;
    std::vector<Row *> m_unnumbered;
    qint64 m_serial = 0;
    State m_state;
};

} // namespace genauth
