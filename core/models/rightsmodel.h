// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/billing/poolsnapshot.h"
#include "core/models/answerstate.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QList>

#include <memory>
#include <optional>

namespace genauth {

template <class Model>
struct RowTeller;

/** What the package of one pool includes, in two levels: the data types there are, in the order of
 *  Right::DataType with unlisted ones last, and under each its rights, in the order sent. Raw
 *  values: texts that passed displayText(), codes; no word in any language, and an invalid QVariant
 *  for what is unknown. A data type has the values of its first column alone. */
class RightsModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column {
        NameColumn,     ///< QString: as sent; its two halves under roles
        ValueColumn,    ///< QString: as sent
        IncludedColumn, ///< bool: see Right::isIncluded()
        TypeColumn,     ///< int: Right::DataType
        CodeColumn,     ///< QString
        ColumnCount,
    };

    enum Role {
        RawRole = Qt::UserRole, ///< as Qt::DisplayRole: the column's raw value
        SortRole, ///< comparable within its column and data type: quantities as numbers; unknown is
                  ///< an invalid QVariant
        // Of the row, whatever the column:
        IsTypeRole,   ///< bool: the row is a data type
        TypeRole,     ///< int: Right::DataType, the row's own or the right's
        TypeSentRole, ///< QString: as sent
        RightRole,    ///< Right; rights only
        NameEnRole,   ///< QString; rights only
        NameZhRole,   ///< QString; rights only
    };

    explicit RightsModel(QObject *parent = nullptr);
    ~RightsModel() override;

    [[nodiscard]] QModelIndex index(
        int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    using QAbstractItemModel::parent;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(
        const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /** Shows the last good answer. Rows are told apart by their code, within their data type; the
     *  first of several with the same code stays the first. A row that is there again is kept, and
     *  changed where it differs. */
    void setRights(const OperationState<Rights> &rights, bool loading);

    /** How many there are, of all data types. */
    [[nodiscard]] int count() const;
    /** There is an answer; it may be an empty one. */
    [[nodiscard]] bool isKnown() const { return m_state.known; }
    [[nodiscard]] bool isLoading() const { return m_state.loading; }
    /** Of the last attempt; the rows are of the one that succeeded last. */
    [[nodiscard]] const std::optional<ApiError> &error() const { return m_state.error; }

signals:
    /** isKnown(), isLoading() or error() has changed. */
    void stateChanged();

private:
    struct Row
    {
        QString key;
        Right right;

        friend bool operator==(const Row &, const Row &) = default;
    };
    /** Has an address that stays: the indexes of its rights hold it. */
    struct Group
    {
        Right::DataType type = Right::DataType::Unlisted;
        Reading<QString> sent; ///< of unlisted ones
        QList<Row> rows;
    };
    struct GroupRow
    {
        QString key;
        std::shared_ptr<Group> group;

        friend bool operator==(const GroupRow &a, const GroupRow &b) { return a.key == b.key; }
    };
    friend struct RowTeller<RightsModel>;
    [[nodiscard]] static QList<GroupRow> grouped(const QList<Right> &rights);
    [[nodiscard]] static QVariant typeValue(const Group &group, int column, int role);
    [[nodiscard]] static QVariant columnValue(const Right &right, int column);
    [[nodiscard]] static QVariant sortValue(const Right &right, int column);
    [[nodiscard]] static QVariant rightValue(const Right &right, int column, int role);

    QList<GroupRow> m_groups;
    AnswerState m_state;
};

} // namespace genauth

Q_DECLARE_METATYPE(genauth::Right)
