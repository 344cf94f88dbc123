// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/account.h"
#include "core/billing/poolsnapshot.h"
#include "core/billing/subscriptionstate.h"

#include <QAbstractTableModel>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QSet>
#include <QUuid>

#include <memory>
#include <vector>

namespace genauth {

class Clock;

/** One row per user pool, one column per fact. Raw values: numbers, dates, texts that passed
 *  displayText(), codes; no word in any language, and an invalid QVariant for what is unknown.
 *  Words and formats are the views' affair. */
class PoolsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        NameColumn,        ///< QString: the user's own name for the pool
        NameZhColumn,      ///< QString
        NameEnColumn,      ///< QString
        MauQuantityColumn, ///< qint64
        UnitPriceColumn,   ///< QString: exact decimal, ASCII
        CurrencyColumn,    ///< QString: ISO 4217, a setting
        EndTimeColumn,  ///< QDateTime in the pool's clock; invalid also for a package without end:
                        ///< EndsNeverRole
        TimeLeftColumn, ///< qint64: seconds, > 0
        OverdueDaysColumn, ///< qint64
        EditionColumn,     ///< QString
        SceneColumn,       ///< QString
        PackageCodeColumn, ///< QString
        StateColumn,       ///< int: SubscriptionState
        UpdatedColumn,     ///< QDateTime, UTC
        ServerColumn,      ///< QString
        PoolIdColumn,      ///< QString
        ColumnCount,
    };

    enum Role {
        RawRole = Qt::UserRole, ///< as Qt::DisplayRole: the column's raw value
        SortRole,   ///< comparable within its column; unknown is an invalid QVariant, which
                    ///< QSortFilterProxyModel puts after everything known
        AsSentRole, ///< QString: the server's own text of the column's field, also if unreadable
        // Of the row, whatever the column:
        AccountRole,    ///< Account
        SnapshotRole,   ///< PoolSnapshot
        AssessmentRole, ///< SubscriptionAssessment
        LevelRole,      ///< int: AlertLevel
        RefreshingRole, ///< bool
        EndsNeverRole,  ///< bool: the package is said to have no end
        // Every package field, whatever the column:
        NameZhRole,
        NameEnRole,
        MauQuantityRole,
        UnitPriceRole,
        EndTimeRole,
        OverdueDaysRole,
        EditionRole,
        SceneRole,
        PackageCodeRole,
    };

    /** `clock` must outlive the model. */
    explicit PoolsModel(const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(
        const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /** Makes these the rows, in this order. An account that was there before keeps its row and what
     *  is known of it: rows come, go and move, so selections and persistent indexes stay with their
     *  pools. The model is reset only when no account stays. An id that comes twice counts once. */
    void setAccounts(const QList<Account> &accounts);
    void setRefreshing(const QUuid &accountId, bool refreshing);
    /** Adds what a refresh learned: nothing known is replaced by a failure. Unknown ids are
     * ignored. */
    void absorb(const QUuid &accountId, const PoolSnapshot &learned);
    /** The same of many at once: views hear of one change, and sort once. */
    void absorb(const QHash<QUuid, PoolSnapshot> &learned);
    /** The key of this pool is here: that it was missing is forgotten, and it counts as not tried.
     */
    void forgetKeychainProblem(const QUuid &accountId);
    /** Judges every pool anew at the clock's now. */
    void reassess();

    /** The next moment at which reassess() would change something; invalid when there is none. */
    [[nodiscard]] QDateTime nextBoundary() const;

    [[nodiscard]] int rowOf(const QUuid &accountId) const; ///< -1: none

private:
    struct Row
    {
        Account account;
        PoolSnapshot snapshot;
        SubscriptionAssessment assessment;
        bool refreshing = false;
    };
    using Rows = std::vector<std::unique_ptr<Row>>;

    // What setAccounts() is made of; `accounts` have no id twice.
    void replaceAll(const QList<Account> &accounts);
    void removeOthers(const QSet<QUuid> &kept);
    void reorder(const QList<QUuid> &order);
    [[nodiscard]] bool moveOne(const QList<QUuid> &order);
    void insertMissing(const QList<Account> &accounts);
    void updateAccounts(const QList<Account> &accounts);

    [[nodiscard]] Row &rowAt(int row) const { return *m_rows[static_cast<std::size_t>(row)]; }
    [[nodiscard]] std::unique_ptr<Row> newRow(const Account &account) const;
    /** Writes down anew where the rows from `first` on stand. */
    void noteRows(int first);
    void assessRow(Row &row) const;
    void absorbInto(Row &row, const PoolSnapshot &learned) const;
    void emitRowChanged(int row);
    [[nodiscard]] static QVariant columnValue(const Row &row, int column);
    [[nodiscard]] static QVariant sortValue(const Row &row, int column);
    [[nodiscard]] static QVariant rowValue(const Row &row, int role);

    const Clock &m_clock;
    Rows m_rows;
    QHash<QUuid, int> m_rowOf;
};

} // namespace genauth

Q_DECLARE_METATYPE(genauth::SubscriptionAssessment)
