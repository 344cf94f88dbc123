// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QSortFilterProxyModel>
#include <QStringList>
#include <QUuid>

namespace genauth {

/** The pools of a PoolsModel as a list shows them: with what a screen reader and a tooltip say
 * about them in the window's language, in the user's order or worst first, and only those that
 * match a filter. Rows can be moved, by drag and drop or by moveRow(): the model stays as it is
 * then, and orderChosen() says which order was asked for. */
class PoolListProxy final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Order {
        ByUser, ///< as the model has them
        WorstFirst,
    };

    /** In the user's order, with no filter. */
    explicit PoolListProxy(QObject *parent = nullptr);

    void setOrder(Order order);
    [[nodiscard]] Order order() const { return m_order; }

    /** Shows the pools in whose name, package names, state or host every word of the text occurs.
     */
    void setFilterText(const QString &text);
    [[nodiscard]] bool isFiltered() const { return !m_words.isEmpty(); }

    [[nodiscard]] QUuid idAt(int row) const;
    /** An invalid index: the filter hides it, or there is no such pool. */
    [[nodiscard]] QModelIndex indexOf(const QUuid &accountId) const;

    [[nodiscard]] QVariant data(
        const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override;
    [[nodiscard]] Qt::DropActions supportedDragActions() const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row,
        int column, const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
        const QModelIndex &parent) override;
    /** False, and nothing is said, while there is a filter. */
    bool moveRows(const QModelIndex &sourceParent, int sourceRow, int count,
        const QModelIndex &destinationParent, int destinationChild) override;

    /** The language has changed: everything reads differently now. */
    void retranslate();

signals:
    /** All pools in the order the user gave them. */
    void orderChosen(const QList<QUuid> &accountIds);

protected:
    [[nodiscard]] bool filterAcceptsRow(
        int sourceRow, const QModelIndex &sourceParent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    Order m_order = Order::ByUser;
    QStringList m_words;
};

} // namespace genauth
