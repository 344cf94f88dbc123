// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/wordstable.h"
#include "app/text/packagetext.h"

#include <QUuid>

namespace genauth {

class Clock;
class RefreshScheduler;
class Theme;

/** The pools of a PoolsModel as a table for people: the facts in words. Pools that are equal in a
 *  column stand worst first. */
class PoolsTable final : public WordsTable
{
    Q_OBJECT

public:
    enum Column {
        Name,
        PackageName, ///< in the language of the window
        Mau,
        Price,
        Ends,
        Left,
        Overdue,
        State, ///< ascending: worst first
        Updated,
        ColumnCount,
    };

    struct Collaborators
    {
        const Theme &theme;
        const Clock &clock;
        const RefreshScheduler &scheduler; ///< for how long an answer is fresh
    };

    /** What is given must outlive the table. */
    explicit PoolsTable(const Collaborators &with, QObject *parent = nullptr);

    [[nodiscard]] QUuid idAt(int row) const;

    [[nodiscard]] QVariant data(
        const QModelIndex &index, int role = Qt::DisplayRole) const override;

    [[nodiscard]] QString tableCode() const override;
    [[nodiscard]] QString lastingWords(const QModelIndex &index) const override;
    [[nodiscard]] QStringList columnCodes() const override;
    [[nodiscard]] QVariant rawValue(const QModelIndex &sourceRow, int column) const override;

protected:
    [[nodiscard]] Cell cell(const QModelIndex &index) const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    [[nodiscard]] QVariant sortValue(const QModelIndex &sourceIndex) const override;
    [[nodiscard]] bool comesFirst(
        const QModelIndex &sourceLeft, const QModelIndex &sourceRight) const override;
    [[nodiscard]] bool filterAcceptsColumn(
        int sourceColumn, const QModelIndex &sourceParent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    using Fact = PackageText::Fact;
    [[nodiscard]] Fact fact(const QModelIndex &index) const;
    [[nodiscard]] Fact left(const PackageText &text, const QModelIndex &index) const;
    [[nodiscard]] Fact state(const QModelIndex &index) const;
    [[nodiscard]] Fact updated(const QModelIndex &index) const;
    [[nodiscard]] QVariant color(const QModelIndex &index) const;
    [[nodiscard]] bool isStaleRow(const QModelIndex &index) const;

    Collaborators m_with;
};

} // namespace genauth
