// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QSqlDatabase>
#include <QString>
#include <QStringList>
#include <QVariantList>

#include <functional>
#include <optional>

class QSqlError;
class QSqlQuery;

namespace genauth {

/** Why something could not be done with a database. */
enum class DatabaseFault {
    Unreadable, ///< not a regular file, not permitted, a folder that cannot be made or written
    Damaged,    ///< no database, another program's, or one that contradicts itself
    TooNew,     ///< of a schema version this program does not know
    NotWritten, ///< a full disk, another program that holds it for long: all is as it was
};

/** What tables there are. */
struct DatabaseSchema
{
    qint32 applicationId = 0; ///< not 0: whose file it is
    /** What brings version 0, an empty file, to 1, that to 2, and so on. A step that a released
     *  program had is never changed. */
    QList<QStringList> steps;
};

/** One SQLite file. Several programs may use it: each change is one short transaction that waits
 *  for the others'. Whenever a program is killed, a change is there as a whole, or not at all.
 *
 *  The file is of mode 0600 whatever the umask, in a folder of 0700; beside it lie, while it is
 *  open, "<file>-wal" and "<file>-shm" of the same mode. All functions block on the disk, and
 *  belong to the one thread that opened it. */
class Database final
{
public:
    enum class Check { IfSmall, Whole };

    /** Files above this are not looked through when they are opened: a MB takes 6 ms. */
    static constexpr qint64 SmallSize = 8 * 1024 * 1024;
    /** Another program's transaction takes milliseconds, unless it was stopped just then. */
    static constexpr int PatienceMs = 3000;

    /** Other programs are waited for no longer than `patienceMs`. */
    Database(const QString &file, const DatabaseSchema &schema, int patienceMs = PatienceMs);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    /** Makes the file where there is none, looks whether it is whole, and brings it to the newest
     *  version. Afterwards it is open, or there was a fault. */
    [[nodiscard]] std::optional<DatabaseFault> open(Check check = Check::IfSmall);
    /** For reading alone, where open() cannot: on a full disk, or in a folder that cannot be
     *  written, SQLite cannot make what it wants beside the file. Nothing is made or changed. Fails
     *  when a change lies beside the file, of which then nobody could tell how far it has come. */
    [[nodiscard]] std::optional<DatabaseFault> openToRead();
    void close();
    [[nodiscard]] bool isOpen() const { return m_connection.isOpen(); }
    [[nodiscard]] const QString &file() const { return m_file; }

    /** Calls `work` in a transaction. When it returns false, as run() and read() do on a fault, or
     *  the transaction cannot be ended well, nothing of it has happened. */
    [[nodiscard]] std::optional<DatabaseFault> change(const std::function<bool()> &work);
    /** False: fault() says why. */
    [[nodiscard]] bool run(const QString &statement, const QVariantList &values = {});
    /** Calls `row` for each; false: fault() says why, perhaps after some rows. */
    [[nodiscard]] bool read(const QString &statement, const QVariantList &values,
        const std::function<void(const QSqlQuery &)> &row);
    /** Of the last call that failed. */
    [[nodiscard]] DatabaseFault fault() const { return m_fault; }
    /** Was that another program's transaction that lasted longer than the patience? */
    [[nodiscard]] bool isHeldByAnother() const;

private:
    [[nodiscard]] bool makeFile() const;
    [[nodiscard]] bool connectToFile();
    [[nodiscard]] bool connect(const QString &name, const QString &options);
    [[nodiscard]] bool isOurs();
    [[nodiscard]] bool isWhole(Check check);
    [[nodiscard]] bool switchToWal();
    [[nodiscard]] bool migrate();
    [[nodiscard]] std::optional<qint64> number(const QString &statement);
    void note(const QSqlError &error);

    QString m_file;
    DatabaseSchema m_schema;
    int m_patienceMs;
    QString m_name; ///< the connection's, while there is one
    QSqlDatabase m_connection;
    DatabaseFault m_fault = DatabaseFault::Unreadable;
    int m_code = 0; ///< SQLite's own, of the last call that failed
};

/** Renames the database, and what lies beside it, to "<file>.<what>-<time>", or a longer name where
 *  that is taken: nothing is written over. Returns the new name; empty when it could not be. Nobody
 *  may have it open. */
[[nodiscard]] QString setAside(const QString &file, const QString &what, const QDateTime &now);

} // namespace genauth
