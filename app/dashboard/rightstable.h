// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/wordstable.h"

namespace genauth {

/** The rights of a RightsModel for people: the data types as headings, in the model's order
 *  whatever the rights under them are sorted by, and left out when no right of theirs is left. */
class RightsTable final : public WordsTable
{
    Q_OBJECT

public:
    enum Column {
        Name, ///< in the language of the window
        Value,
        Code,
        ColumnCount,
    };

    explicit RightsTable(const Theme &theme, QObject *parent = nullptr);

    [[nodiscard]] QVariant data(
        const QModelIndex &index, int role = Qt::DisplayRole) const override;
    /** Headings are not selected. */
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    /** Rights that the filter leaves; headings are none. */
    [[nodiscard]] int shownRights() const;

    [[nodiscard]] QString tableCode() const override;
    [[nodiscard]] QStringList columnCodes() const override;
    [[nodiscard]] QVariant rawValue(const QModelIndex &sourceRow, int column) const override;
    [[nodiscard]] QString headingTitle() const override;

protected:
    [[nodiscard]] Cell cell(const QModelIndex &index) const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    [[nodiscard]] QVariant sortValue(const QModelIndex &sourceIndex) const override;
    [[nodiscard]] QStringList searched(const QModelIndex &sourceIndex) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
    [[nodiscard]] bool filterAcceptsColumn(
        int sourceColumn, const QModelIndex &sourceParent) const override;
};

} // namespace genauth
