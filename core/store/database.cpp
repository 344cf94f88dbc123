// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/database.h"

#include "core/base/logging.h"
#include "core/base/privatefile.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QThread>
#include <QUrl>
#include <QVariant>

#include <atomic>

namespace genauth {

using namespace Qt::StringLiterals;

namespace {

// SQLite's own numbers (its header sqlite3.h); extended ones carry them in their lowest byte.
constexpr int Misread = 1; // a table or a column is not there: no statement here is wrong
constexpr int Busy = 5;
constexpr int Corrupt = 11;
constexpr int Full = 13;
constexpr int IoError = 10;
constexpr int NotADatabase = 26;

/** SQLite's smallest page. */
constexpr qint64 SmallestSize = 512;

constexpr auto Private = QFile::ReadOwner | QFile::WriteOwner;

int codeOf(const QSqlError &error)
{
    return error.nativeErrorCode().toInt() & 0xff;
}

QString newConnectionName()
{
    static std::atomic<int> number = 0;
    return u"genauth-store-%1"_s.arg(++number);
}

} // namespace

Database::Database(const QString &file, const DatabaseSchema &schema, int patienceMs)
    : m_file(file)
    , m_schema(schema)
    , m_patienceMs(patienceMs)
{
}

Database::~Database()
{
    close();
}

std::optional<DatabaseFault> Database::open(Check check)
{
    close();
    m_fault = DatabaseFault::Unreadable;
    if (makeFile() && connectToFile() && isOurs() && switchToWal() && isWhole(check) && migrate())
        return std::nullopt;
    close();
    return m_fault;
}

std::optional<DatabaseFault> Database::openToRead()
{
    close();
    m_fault = DatabaseFault::Unreadable;
    if (QFileInfo(m_file).isFile() && QFileInfo(m_file + u"-wal"_s).size() == 0) {
        QUrl url = QUrl::fromLocalFile(QFileInfo(m_file).absoluteFilePath());
        url.setQuery(u"immutable=1"_s);
        if (connect(
                url.toString(QUrl::FullyEncoded), u"QSQLITE_OPEN_URI;QSQLITE_OPEN_READONLY"_s) &&
            isOurs() && isWhole(Check::Whole))
            return std::nullopt;
    }
    close();
    return m_fault;
}

void Database::close()
{
    if (m_name.isEmpty())
        return;
    m_connection = {};
    QSqlDatabase::removeDatabase(m_name);
    m_name.clear();
}

bool Database::makeFile() const
{
    const QFileInfo info(m_file);
    if (!info.exists()) {
        makePrivateFolder(info.path());
        QFile file;
        return openPrivately(file, m_file).isEmpty();
    }
    if (!info.isFile())
        return false;
    // Not opened for that: closing any descriptor of a file ends the locks that SQLite has on it.
    constexpr auto Others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                            QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    if (info.permissions() & Others)
        QFile::setPermissions(m_file, Private);
    return true;
}

bool Database::connectToFile()
{
    return connect(m_file, u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(m_patienceMs));
}

bool Database::connect(const QString &name, const QString &options)
{
    m_name = newConnectionName();
    m_connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    m_connection.setDatabaseName(name);
    m_connection.setConnectOptions(options);
    if (!m_connection.open()) {
        note(m_connection.lastError());
        return false;
    }
    // Nothing in a file that was tampered with may run code of its own.
    return run(u"PRAGMA trusted_schema = OFF"_s) && run(u"PRAGMA cell_size_check = ON"_s) &&
           run(u"PRAGMA foreign_keys = ON"_s) && run(u"PRAGMA secure_delete = ON"_s) &&
           run(u"PRAGMA temp_store = MEMORY"_s);
}

std::optional<qint64> Database::number(const QString &statement)
{
    std::optional<qint64> number;
    const bool isRead =
        read(statement, {}, [&](const QSqlQuery &query) { number = query.value(0).toLongLong(); });
    return isRead ? number : std::nullopt;
}

bool Database::isOurs()
{
    const auto tables = number(u"SELECT count(*) FROM sqlite_schema"_s);
    const auto application = number(u"PRAGMA application_id"_s);
    const auto version = number(u"PRAGMA user_version"_s);
    if (!tables || !application || !version)
        return false;
    const bool isFresh = *tables == 0 && *application == 0 && *version == 0;
    m_fault = DatabaseFault::Damaged;
    if (isFresh) // SQLite would also take a few bytes of something else for nothing at all
        return QFileInfo(m_file).size() == 0 || QFileInfo(m_file).size() >= SmallestSize;
    if (*application != m_schema.applicationId || *version < 1)
        return false;
    m_fault = DatabaseFault::TooNew;
    return *version <= m_schema.steps.size();
}

bool Database::switchToWal()
{
    // With a log that is written ahead, readers and a writer do not wait for each other, and a
    // commit waits for no disk: what it costs is the last changes after a power failure, never the
    // file's being whole. SQLite does not wait by itself here for another program that does this.
    constexpr int StepMs = 10;
    for (int waited = 0; !run(u"PRAGMA journal_mode = WAL"_s); waited += StepMs) {
        if (m_code != Busy || waited > m_patienceMs)
            return false;
        QThread::msleep(StepMs);
    }
    return run(u"PRAGMA synchronous = NORMAL"_s) &&
           run(u"PRAGMA journal_size_limit = %1"_s.arg(SmallSize));
}

bool Database::isWhole(Check check)
{
    if (check == Check::IfSmall && QFileInfo(m_file).size() > SmallSize)
        return true;
    bool isWhole = false;
    const auto look = [&](const QSqlQuery &query) {
        isWhole = query.value(0).toString() == "ok"_L1;
    };
    // Not the quick one: an index that lies would have the same pool in the file twice.
    if (!read(u"PRAGMA integrity_check(1)"_s, {}, look))
        return false;
    m_fault = DatabaseFault::Damaged;
    return isWhole;
}

bool Database::migrate()
{
    const auto newest = m_schema.steps.size();
    const auto version = number(u"PRAGMA user_version"_s);
    if (version == newest)
        return true;
    const auto fault = change([&] {
        // Another program may have been here first.
        const auto from = number(u"PRAGMA user_version"_s);
        if (!from)
            return false;
        for (auto step = *from; step < newest; ++step) {
            for (const QString &statement : m_schema.steps.at(step)) {
                if (!run(statement))
                    return false;
            }
        }
        return run(u"PRAGMA application_id = %1"_s.arg(m_schema.applicationId)) &&
               run(u"PRAGMA user_version = %1"_s.arg(newest));
    });
    return !fault;
}

std::optional<DatabaseFault> Database::change(const std::function<bool()> &work)
{
    if (!run(u"BEGIN IMMEDIATE"_s))
        return m_fault;
    if (work() && run(u"COMMIT"_s))
        return std::nullopt;
    const DatabaseFault fault = m_fault;
    // SQLite may have rolled it back by itself already.
    QSqlQuery(m_connection).exec(u"ROLLBACK"_s);
    return fault;
}

bool Database::run(const QString &statement, const QVariantList &values)
{
    return read(statement, values, [](const QSqlQuery &) {});
}

bool Database::read(const QString &statement, const QVariantList &values,
    const std::function<void(const QSqlQuery &)> &row)
{
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    bool isGood = query.prepare(statement);
    for (const QVariant &value : values)
        query.addBindValue(value);
    isGood = isGood && query.exec();
    while (isGood && query.next())
        row(query);
    isGood = isGood && !query.lastError().isValid();
    if (!isGood)
        note(query.lastError());
    return isGood;
}

bool Database::isHeldByAnother() const
{
    return m_code == Busy;
}

void Database::note(const QSqlError &error)
{
    m_code = codeOf(error);
    if (m_code == Misread || m_code == Corrupt || m_code == NotADatabase)
        m_fault = DatabaseFault::Damaged;
    else if (m_code == Full || m_code == Busy || m_code == IoError)
        m_fault = DatabaseFault::NotWritten;
    else
        m_fault = DatabaseFault::Unreadable;
    qCInfo(lcStore, "database fault %d: %ls", m_code, qUtf16Printable(error.databaseText()));
}

QString setAside(const QString &file, const QString &what, const QDateTime &now)
{
    const QString wanted =
        u"%1.%2-%3"_s.arg(file, what, now.toUTC().toString(u"yyyyMMdd-hhmmss"_s));
    const auto isTaken = [](const QString &name) {
        return QFileInfo::exists(name) || QFileInfo::exists(name + "-wal"_L1);
    };
    QString name = wanted;
    for (int number = 2; isTaken(name); ++number)
        name = u"%1-%2"_s.arg(wanted).arg(number);
    // What lies beside it goes first: a new file of the old name must not find it.
    for (const auto &beside : {"-wal"_L1, "-shm"_L1}) {
        if (QFileInfo::exists(file + beside) && !QFile::rename(file + beside, name + beside))
            return {};
    }
    return QFile::rename(file, name) ? name : QString();
}

} // namespace genauth
