// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/wordstable.h"
#include "core/alerts/alert.h"

#include <chrono>
#include <optional>

namespace genauth {

struct Account;
class AlertsModel;
class Clock;
class PoolsModel;

/** The alerts of an AlertsModel as a table for people: all of them, or those that are open. A pool
 *  that is still there is called as it is called now, and its clock tells the moments. */
class AlertsTable final : public WordsTable
{
    Q_OBJECT

public:
    enum Column {
        When, ///< it fired
        Pool,
        What,
        Numbers, ///< on which it fired
        Standing,
        ColumnCount,
    };

    struct Collaborators
    {
        AlertsModel &alerts;
        const PoolsModel &pools;
        const Theme &theme;
        const Clock &clock;
    };

    /** Rehearsed ones have not fired: their moments lie ahead, and nothing is to be said of how
     *  they stand. */
    enum class Kind { Fired, Rehearsed };

    /** What is given must outlive the table. */
    explicit AlertsTable(
        const Collaborators &with, Kind kind = Kind::Fired, QObject *parent = nullptr);

    void setOpenOnly(bool openOnly);

    [[nodiscard]] const AlertRecord &recordAt(int row) const;
    /** Nothing: the pool is not watched any more. */
    [[nodiscard]] std::optional<Account> accountOf(const AlertRecord &record) const;
    [[nodiscard]] std::chrono::seconds clockOffsetOf(const AlertRecord &record) const;

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
    [[nodiscard]] QStringList searched(const QModelIndex &sourceIndex) const override;
    [[nodiscard]] bool filterAcceptsRow(
        int sourceRow, const QModelIndex &sourceParent) const override;
    [[nodiscard]] bool filterAcceptsColumn(
        int sourceColumn, const QModelIndex &sourceParent) const override;

private:
    [[nodiscard]] QString poolName(const AlertRecord &record) const;
    [[nodiscard]] QVariant color(const QModelIndex &index) const;

    Collaborators m_with;
    Kind m_kind;
    bool m_openOnly = false;
};

} // namespace genauth
