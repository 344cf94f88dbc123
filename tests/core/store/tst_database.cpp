// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Versions of the schema, transactions, and two programs with one file.

#include "core/store/database.h"
#include "tests/support/qtwarnings.h"

#include <QDateTime>
#include <QFile>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint32 Us = 0x1234;

const QStringList First{u"CREATE TABLE thing (name TEXT)"_s, u"INSERT INTO thing VALUES ('a')"_s};
const QStringList Second{u"ALTER TABLE thing ADD COLUMN size INTEGER NOT NULL DEFAULT 7"_s};
const QStringList Broken{u"INSERT INTO thing (name) VALUES ('b')"_s, u"CREATE TABLE thing (x)"_s};

QStringList textsOf(Database &database, const QString &statement)
{
    QStringList texts;
    const bool isRead = database.read(
        statement, {}, [&](const QSqlQuery &row) { texts.append(row.value(0).toString()); });
    return isRead ? texts : QStringList{u"cannot be read"_s};
}

QStringList namesOf(Database &database)
{
    return textsOf(database, u"SELECT name FROM thing ORDER BY name"_s);
}

} // namespace

class TestDatabase : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void goesThroughAllVersions();
    void bringsAnOldFileToTheNewestVersion();
    void aStepThatFailsChangesNothing();
    void aNewerFileIsLeftAlone();
    void anotherProgramsFileIsLeftAlone();
    void aChangeIsWholeOrNot();
    void oneWritesAfterTheOther();
    void putsAsideWithWhatLiesBeside();

private:
    [[nodiscard]] std::unique_ptr<Database> databaseOf(const QList<QStringList> &steps) const
    {
        return std::make_unique<Database>(m_file, DatabaseSchema{Us, steps}, 100);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void TestDatabase::init()
{
    failOnQtWarnings();
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"x.sqlite"_s);
}

void TestDatabase::goesThroughAllVersions()
{
    const auto database = databaseOf({First, Second});
    QVERIFY(!database->open());
    QCOMPARE(namesOf(*database), QStringList{u"a"_s});
    QCOMPARE(textsOf(*database, u"SELECT size FROM thing"_s), QStringList{u"7"_s});
    QCOMPARE(textsOf(*database, u"PRAGMA user_version"_s), QStringList{u"2"_s});
    QCOMPARE(textsOf(*database, u"PRAGMA journal_mode"_s), QStringList{u"wal"_s});
    QVERIFY(!database->open()); // once more
    QCOMPARE(namesOf(*database), QStringList{u"a"_s});
}

void TestDatabase::bringsAnOldFileToTheNewestVersion()
{
    {
        const auto old = databaseOf({First});
        QVERIFY(!old->open());
        QVERIFY(!old->change([&] { return old->run(u"INSERT INTO thing VALUES ('z')"_s); }));
    }
    const auto database = databaseOf({First, Second});
    QVERIFY(!database->open());
    QCOMPARE(namesOf(*database), (QStringList{u"a"_s, u"z"_s}));
    QCOMPARE(textsOf(*database, u"SELECT sum(size) FROM thing"_s), QStringList{u"14"_s});
}

void TestDatabase::aStepThatFailsChangesNothing()
{
    QVERIFY(!databaseOf({First})->open());
    QVERIFY(databaseOf({First, Second, Broken})->open().has_value());
    const auto database = databaseOf({First});
    QVERIFY(!database->open());
    QCOMPARE(namesOf(*database), QStringList{u"a"_s});
}

void TestDatabase::aNewerFileIsLeftAlone()
{
    QVERIFY(!databaseOf({First, Second})->open());
    const auto database = databaseOf({First});
    QCOMPARE(database->open(), std::optional(DatabaseFault::TooNew));
    QVERIFY(!database->isOpen());
    QVERIFY(!databaseOf({First, Second})->open());
}

void TestDatabase::anotherProgramsFileIsLeftAlone()
{
    QVERIFY(!databaseOf({First})->open());
    Database other(m_file, {Us + 1, {First}});
    QCOMPARE(other.open(), std::optional(DatabaseFault::Damaged));
    const auto mine = databaseOf({First});
    QVERIFY(!mine->open());
    QVERIFY(!mine->change([&] { return mine->run(u"PRAGMA application_id = 0"_s); }));
    QCOMPARE(databaseOf({First})->open(), std::optional(DatabaseFault::Damaged));
}

void TestDatabase::aChangeIsWholeOrNot()
{
    const auto database = databaseOf({First});
    QVERIFY(!database->open());
    QVERIFY(database
                ->change([&] {
                    return database->run(u"INSERT INTO thing VALUES (?)"_s, {u"b"_s}) &&
                           database->run(u"INSERT INTO absent VALUES (1)"_s);
                })
                .has_value());
    QCOMPARE(namesOf(*database), QStringList{u"a"_s});
    QVERIFY(!database->change(
        [&] { return database->run(u"INSERT INTO thing VALUES (?)"_s, {u"c"_s}); }));
    QCOMPARE(namesOf(*database), (QStringList{u"a"_s, u"c"_s}));
}

void TestDatabase::oneWritesAfterTheOther()
{
    const auto one = databaseOf({First});
    const auto other = databaseOf({First});
    QVERIFY(!one->open());
    QVERIFY(!other->open());
    std::optional<DatabaseFault> meanwhile;
    QVERIFY(!one->change([&] {
        // It gives up after its patience, and has changed nothing.
        meanwhile = other->change([&] { return other->run(u"INSERT INTO thing VALUES ('no')"_s); });
        return one->run(u"INSERT INTO thing VALUES ('b')"_s) &&
               namesOf(*other) == QStringList{u"a"_s}; // readers do not wait
    }));
    QCOMPARE(meanwhile, std::optional(DatabaseFault::NotWritten));
    QVERIFY(!other->change([&] { return other->run(u"INSERT INTO thing VALUES ('c')"_s); }));
    QCOMPARE(namesOf(*one), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
}

void TestDatabase::putsAsideWithWhatLiesBeside()
{
    const QDateTime now(QDate(2026, 7, 1), QTime(1, 2, 3), Qt::UTC);
    const auto fillAll = [this](const char *content) {
        for (const char *beside : {"", "-wal", "-shm"}) {
            QFile file(m_file + QLatin1String(beside));
            if (!file.open(QIODevice::WriteOnly) || file.write(content) < 0)
                return false;
        }
        return true;
    };
    QVERIFY(fillAll("first"));
    const QString first = setAside(m_file, u"damaged"_s, now);
    QCOMPARE(first, m_file + u".damaged-20260701-010203"_s);
    QVERIFY(fillAll("second"));
    const QString second = setAside(m_file, u"damaged"_s, now);
    QCOMPARE(second, first + u"-2"_s);
    for (const char *beside : {"", "-wal", "-shm"}) {
        QVERIFY(!QFile::exists(m_file + QLatin1String(beside)));
        QFile file(first + QLatin1String(beside));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("first"));
    }
    QVERIFY(setAside(m_file, u"damaged"_s, now).isEmpty()); // there is none
}

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
