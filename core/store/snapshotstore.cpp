// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/snapshotstore.h"

#include "core/store/database.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>

namespace genauth {

using namespace Qt::StringLiterals;

namespace {

/** Calls `use` with each operation's state and its name in the table. */
template <class Snapshot, class Use>
void forEachNamed(Snapshot &snapshot, Use use)
{
    use(u"package"_s, snapshot.package);
    use(u"usage"_s, snapshot.usage);
    use(u"rights"_s, snapshot.rights);
    use(u"mauHistory"_s, snapshot.mauHistory);
    use(u"orders"_s, snapshot.orders);
}

QVariant nullable(const std::optional<int> &number)
{
    return number ? QVariant(*number) : QVariant(QMetaType::fromType<int>());
}

QVariant nullable(const QDateTime &moment)
{
    return moment.isValid() ? QVariant(moment.toMSecsSinceEpoch())
                            : QVariant(QMetaType::fromType<qint64>());
}

std::optional<int> numberFrom(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(value.toInt());
}

QDateTime momentFrom(const QVariant &value)
{
    return value.isNull() ? QDateTime()
                          : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

/** An empty text, not a missing one. */
QString present(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

QString hostOf(const Account &account)
{
    return account.host.toString(QUrl::FullyEncoded);
}

QByteArray checksum(const QString &operation, qint64 received, const QByteArray &data)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(operation.toUtf8() + ' ' + QByteArray::number(received) + ' ');
    hash.addData(data);
    return hash.result();
}

/** What a Row is read from. */
const QString Rows = u"SELECT account, host, server, poolId, poolIsNamedByToken, operation, "
                     "received, httpStatus, statusCode, apiCode, requestId, serverDate, data, "
                     "checksum FROM pool JOIN answer ON answer.pool = pool.id"_s;

/** An answer received after that is of the future: a clock went wrong. */
qint64 soonAfter(const QDateTime &now)
{
    return now.toMSecsSinceEpoch() + qint64(ReportedClockSkew.count()) * 1000;
}

/** One row of readAll(). */
struct Row
{
    explicit Row(const QSqlQuery &query)
        : operation(query.value(5).toString())
        , received(query.value(6).toLongLong())
        , answer{query.value(7).toInt(), numberFrom(query.value(8)), numberFrom(query.value(9)),
              query.value(10).toString(), momentFrom(query.value(11))}
        , data(query.value(12).toByteArray())
        , isAsWritten(query.value(13).toByteArray() == checksum(operation, received, data))
    {
    }

    QString operation;
    qint64 received;
    AnswerFacts answer;
    QByteArray data;
    bool isAsWritten;
};

template <class T>
void take(const Row &row, const Account &account, OperationState<T> &state)
{
    const QJsonDocument document = QJsonDocument::fromJson(row.data);
    if (!document.isObject())
        return;
    Result<T> decoded = T::fromJson(document.object(), account.clockOffset);
    if (!decoded)
        return;
    state.value = std::move(decoded).value();
    state.data = row.data;
    state.receivedAt = QDateTime::fromMSecsSinceEpoch(row.received, Qt::UTC);
    state.answer = row.answer;
}

} // namespace

QString accountKey(const QUuid &accountId)
{
    return accountId.toString(QUuid::WithoutBraces);
}

SnapshotStore::SnapshotStore(Database &database)
    : m_database(database)
{
}

bool SnapshotStore::save(const Account &account, const PoolSnapshot &learned, const QDateTime &now)
{
    const QString key = accountKey(account.id);
    const QString host = hostOf(account);
    const qint64 soon = soonAfter(now);
    bool isSaved =
        m_database.run(u"DELETE FROM pool WHERE account = ? AND (host <> ? OR "
                       "(? AND poolIsNamedByToken AND poolId <> ?))"_s,
            {key, host, learned.poolIsNamedByToken && !learned.poolId.isEmpty(),
                present(learned.poolId)}) &&
        m_database.run(u"INSERT INTO pool (account, host, server, poolId, poolIsNamedByToken) "
                       "VALUES (?, ?, '', '', 0) ON CONFLICT (account) DO NOTHING"_s,
            {key, host});
    if (isSaved && !learned.server.isEmpty())
        isSaved = m_database.run(
            u"UPDATE pool SET server = ? WHERE account = ?"_s, {learned.server, key});
    if (isSaved && !learned.poolId.isEmpty())
        isSaved = m_database.run(
            u"UPDATE pool SET poolId = ?, poolIsNamedByToken = ? WHERE account = ?"_s,
            {learned.poolId, learned.poolIsNamedByToken, key});
    forEachNamed(learned, [&](const QString &operation, const auto &state) {
        if (!isSaved || !state.value || !state.receivedAt.isValid())
            return;
        // After a failure what is known of the answer is the failure's.
        const AnswerFacts answer = state.error ? AnswerFacts{} : state.answer;
        const qint64 received = state.receivedAt.toMSecsSinceEpoch();
        if (state.data.isEmpty() || state.data.size() > LargestAnswer) {
            isSaved = m_database.run(
                u"DELETE FROM answer WHERE operation = ? AND (received <= ? OR received > ?) "
                "AND pool IN (SELECT id FROM pool WHERE account = ?)"_s,
                {operation, received, soon, key});
            return;
        }
        isSaved = m_database.run(
            u"INSERT INTO answer (pool, operation, received, httpStatus, statusCode, "
            "apiCode, requestId, serverDate, data, checksum) "
            "SELECT id, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM pool WHERE account = ? "
            "ON CONFLICT (pool, operation) DO UPDATE SET received = excluded.received, "
            "httpStatus = excluded.httpStatus, statusCode = excluded.statusCode, "
            "apiCode = excluded.apiCode, requestId = excluded.requestId, "
            "serverDate = excluded.serverDate, data = excluded.data, checksum = excluded.checksum "
            "WHERE excluded.received >= answer.received OR answer.received > ?"_s,
            {operation, received, answer.httpStatus, nullable(answer.statusCode),
                nullable(answer.apiCode), present(answer.requestId), nullable(answer.serverDate),
                state.data, checksum(operation, received, state.data), key, soon});
    });
    return isSaved;
}

bool SnapshotStore::forget(const QUuid &accountId)
{
    return m_database.run(u"DELETE FROM pool WHERE account = ?"_s, {accountKey(accountId)});
}

bool SnapshotStore::forgetOthers(const QList<Account> &accounts)
{
    QStringList others;
    const bool isRead = m_database.read(u"SELECT account FROM pool"_s, {},
        [&](const QSqlQuery &query) { others.append(query.value(0).toString()); });
    for (const Account &account : accounts)
        others.removeAll(accountKey(account.id));
    return isRead && std::ranges::all_of(others, [this](const QString &key) {
        return m_database.run(u"DELETE FROM pool WHERE account = ?"_s, {key});
    });
}

bool SnapshotStore::readAll(const QList<Account> &accounts, QHash<QUuid, PoolSnapshot> &known) const
{
    QHash<QString, const Account *> wanted;
    for (const Account &account : accounts)
        wanted.insert(accountKey(account.id), &account);
    return m_database.read(Rows, {}, [&](const QSqlQuery &query) {
        const Account *account = wanted.value(query.value(0).toString());
        if (!account || query.value(1).toString() != hostOf(*account))
            return;
        const Row row(query);
        if (!row.isAsWritten)
            return;
        PoolSnapshot &snapshot = known[account->id];
        forEachNamed(snapshot, [&](const QString &operation, auto &state) {
            if (operation == row.operation)
                take(row, *account, state);
        });
        snapshot.server = query.value(2).toString();
        snapshot.poolId = query.value(3).toString();
        snapshot.poolIsNamedByToken = query.value(4).toBool();
    });
}

bool SnapshotStore::readReplaced(const Account &account, const PoolSnapshot &learned,
    const QDateTime &now, PoolSnapshot &replaced) const
{
    const auto isReplaced = [soon = soonAfter(now)](const Row &row, const QDateTime &by) {
        return row.received <= by.toMSecsSinceEpoch() || row.received > soon;
    };
    const auto takeReplaced = [&](const Row &row, const auto &by, auto &state) {
        if (by.value && by.receivedAt.isValid() && isReplaced(row, by.receivedAt))
            take(row, account, state);
    };
    return m_database.read(Rows + u" WHERE account = ? AND host = ? AND NOT "
                                  "(? AND poolIsNamedByToken AND poolId <> ?)"_s,
        {accountKey(account.id), hostOf(account),
            learned.poolIsNamedByToken && !learned.poolId.isEmpty(), present(learned.poolId)},
        [&](const QSqlQuery &query) {
            const Row row(query);
            if (!row.isAsWritten)
                return;
            if (row.operation == "package"_L1)
                takeReplaced(row, learned.package, replaced.package);
            else if (row.operation == "orders"_L1)
                takeReplaced(row, learned.orders, replaced.orders);
        });
}

} // namespace genauth
