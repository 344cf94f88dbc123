// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/wordstable.h"

namespace genauth {

/** The rights in use of a UsageModel as a table for people. Rights that are equal in a column stand
 *  worst first: those nearest to their limit, then unlimited ones, then unknown ones. */
class UsageTable final : public WordsTable
{
    Q_OBJECT

public:
    enum Column {
        Name,    ///< in the language of the window
        Use,     ///< "8,210 of 10,000"
        Percent, ///< with a bar: TableDelegate::UsedRole
        Trial,
        Code,
        ColumnCount,
    };

    using WordsTable::WordsTable;

    [[nodiscard]] QVariant data(
        const QModelIndex &index, int role = Qt::DisplayRole) const override;

    [[nodiscard]] QString tableCode() const override;
    [[nodiscard]] QStringList columnCodes() const override;
    [[nodiscard]] QVariant rawValue(const QModelIndex &sourceRow, int column) const override;

protected:
    [[nodiscard]] Cell cell(const QModelIndex &index) const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    [[nodiscard]] QVariant sortValue(const QModelIndex &sourceIndex) const override;
    [[nodiscard]] bool comesFirst(
        const QModelIndex &sourceLeft, const QModelIndex &sourceRight) const override;
    [[nodiscard]] QStringList searched(const QModelIndex &sourceIndex) const override;
    [[nodiscard]] bool filterAcceptsColumn(
        int sourceColumn, const QModelIndex &sourceParent) const override;
};

} // namespace genauth
