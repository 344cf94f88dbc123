// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the list on disk looks like, and what becomes of a file that is none.

#include "core/accounts/accountjson.h"
#include "core/accounts/accountstore.h"
#include "tests/core/accounts/sampleaccounts.h"
#include "tests/core/accounts/storefiles.h"
#include "tests/support/qtwarnings.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

using Problem = AccountStoreProblem;
Q_DECLARE_METATYPE(genauth::AccountStoreProblem)

class TestAccountStore : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void beginsEmpty();
    void keepsEverything();
    void looksLikeThis();
    void leavesTheFileWhenNothingChanged();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void putsAsideWhatItCannotRead();
    void keepsEntriesItCannotRead();
    void refusesWhatCouldNotBeReadAgain_data();
    void refusesWhatCouldNotBeReadAgain();
    void followsLinks();
    void knowsLinksThatLeadNowhere();
    void removesWhatKilledWritersLeft();
    void standsManyAccounts();
    void hasNoPlaceWithoutHome();

private:
    /** Puts this list of entries into a file that is all right otherwise. */
    [[nodiscard]] bool fillWithPools(const QByteArray &pools) const
    {
        return fill(
            m_file, R"({"format": "genauth-dashboard-pools-store", "schemaVersion": 1, "pools": )" +
                        pools + "}");
    }
    [[nodiscard]] std::optional<Problem> add(int number) const
    {
        return AccountStore(m_file).change(
            [&](AccountList &list) { list.accounts.append(plainAccount(number)); });
    }

    std::optional<QTemporaryDir> m_folder;
    QString m_file;
};

void TestAccountStore::init()
{
    failOnQtWarnings();
    m_folder.emplace();
    QVERIFY(m_folder->isValid());
    m_file = m_folder->filePath(u"pools.json"_s);
}

void TestAccountStore::beginsEmpty()
{
    const AccountStore store(m_folder->filePath(u"a/b/pools.json"_s));
    const auto reading = store.load();
    QVERIFY(!reading.problem && reading.list == AccountList());
    QVERIFY(!AccountStore(m_folder->path() + u"//./a//pools.json"_s).load().problem);
    QCOMPARE(namesIn(m_folder->path()), QStringList()); // reading makes nothing
}

void TestAccountStore::keepsEverything()
{
    const AccountList list{
        .accounts = {plainAccount(2), fullAccount(), plainAccount(1)},
        .orderedByUser = true,
        .masterKeyAccepted = {idOf(1), idOf(2), idOf(7)},
        .keysToRemove = {idOf(9), idOf(8)},
        .notUnderstood = {},
    };
    AccountStore store(m_file);
    QVERIFY(!store.change([&](AccountList &now) { now = list; }));
    const auto reading = AccountStore(m_file).load();
    QVERIFY(!reading.problem);
    QVERIFY(reading.list == list);
    QCOMPARE(modeOf(m_file), 0600U);
    QCOMPARE(namesIn(m_folder->path()), QStringList({u"pools.json"_s, u"pools.json.lock"_s}));
    QCOMPARE(modeOf(m_file + u".lock"_s), 0600U);
}

void TestAccountStore::looksLikeThis()
{
    QVERIFY(!AccountStore(m_file).change([](AccountList &list) {
        list = {.accounts = {plainAccount(1)},
            .orderedByUser = false,
            .masterKeyAccepted = {idOf(3), idOf(1), idOf(2)},
            .keysToRemove = {idOf(5)},
            .notUnderstood = {}};
    }));
    QCOMPARE(contentOf(m_file), R"({
    "format": "genauth-dashboard-pools-store",
    "keysToRemove": [
        "5f0c3b0e-6a1d-4c5f-9d3b-000000000005"
    ],
    "masterKeyAccepted": [
        "5f0c3b0e-6a1d-4c5f-9d3b-000000000001",
        "5f0c3b0e-6a1d-4c5f-9d3b-000000000002",
        "5f0c3b0e-6a1d-4c5f-9d3b-000000000003"
    ],
    "orderedByUser": false,
    "pools": [
        {
            "clockOffsetSeconds": 28800,
            "host": "https://api.genauth.ai",
            "id": "5f0c3b0e-6a1d-4c5f-9d3b-000000000001",
            "name": "Pool 1",
            "proxy": {
                "mode": "system"
            },
            "thresholds": {
                "endsSoonDays": 30,
                "endsVerySoonDays": 7,
                "mauPercent": 100
            }
        }
    ],
    "schemaVersion": 1
}
)");
}

void TestAccountStore::leavesTheFileWhenNothingChanged()
{
    QVERIFY(!add(1));
    const ino_t before = inodeOf(m_file);
    int calls = 0;
    const auto sameAgain = [&](AccountList &list) {
        ++calls;
        list.accounts.append(plainAccount(2));
        list.accounts.removeLast();
    };
    QVERIFY(!AccountStore(m_file).change(sameAgain));
    QCOMPARE(calls, 1);
    QCOMPARE(inodeOf(m_file), before);
    QVERIFY(!add(2));
    QVERIFY(inodeOf(m_file) != before);
}

void TestAccountStore::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<Problem>("problem");
    const auto row = [](const char *name, const QByteArray &members, Problem problem) {
        QTest::newRow(name) << R"({"format": "genauth-dashboard-pools-store", )" + members + "}"
                            << problem;
    };
    const Problem none = Problem::NotUnderstood;
    QTest::newRow("empty") << QByteArray("") << none;
    QTest::newRow("NULs") << QByteArray(200, '\0') << none;
    QTest::newRow("no JSON") << QByteArray("pools = 1") << none;
    QTest::newRow("half") << QByteArray(R"({"format": "genauth-dashboard-pools-store", "pool)")
                          << none;
    QTest::newRow("a list") << QByteArray("[]") << none;
    QTest::newRow("another form")
        << QByteArray(R"({"format": "genauth-dashboard-pools", "schemaVersion": 1, "pools": []})")
        << none;
    QTest::newRow("deep") << QByteArray(100'000, '[') << none;
    row("no version", R"("pools": [])", none);
    row("version 0", R"("schemaVersion": 0, "pools": [])", none);
    row("version 1.5", R"("schemaVersion": 1.5, "pools": [])", none);
    row("version as text", R"("schemaVersion": "2", "pools": [])", none);
    row("version 2", R"("schemaVersion": 2, "anything": true)", Problem::NewerVersion);
    row("version 1e300", R"("schemaVersion": 1e300)", Problem::NewerVersion);
    row("no pools", R"("schemaVersion": 1)", none);
    row("pools no list", R"("schemaVersion": 1, "pools": {})", none);
    row("order no bool", R"("schemaVersion": 1, "pools": [], "orderedByUser": 1)", none);
    row("ids no list", R"("schemaVersion": 1, "pools": [], "keysToRemove": "x")", none);
    row("ids no ids", R"("schemaVersion": 1, "pools": [], "keysToRemove": ["x"])", none);
    row("ids null", R"("schemaVersion": 1, "pools": [], "masterKeyAccepted": [null])", none);
    row("too large", R"("schemaVersion": 1, "pools": [])" + QByteArray(AccountStore::MaxBytes, ' '),
        Problem::Unreadable);
}

void TestAccountStore::saysWhatIsWrong()
{
    QFETCH(const QByteArray, content);
    QFETCH(const Problem, problem);
    QVERIFY(fill(m_file, content));
    const auto reading = AccountStore(m_file).load();
    QVERIFY(reading.problem == problem);
    QVERIFY(reading.list == AccountList());

    // A change of nothing leaves such a file; one of something, unless it can be put aside.
    const ino_t before = inodeOf(m_file);
    const auto untouched = AccountStore(m_file).change([](AccountList &) {});
    QCOMPARE(untouched.has_value(), problem != Problem::NotUnderstood);
    QCOMPARE(inodeOf(m_file), before);
    if (problem == Problem::NotUnderstood)
        return;
    QVERIFY(add(1) == problem);
    QCOMPARE(inodeOf(m_file), before);
    QCOMPARE(contentOf(m_file), content);
}

void TestAccountStore::putsAsideWhatItCannotRead()
{
    // Whatever has such a name already stays, be it a link into nowhere.
    const QString aside = m_file + u".damaged-%1"_s;
    QVERIFY(fill(aside.arg(1), "older"));
    QVERIFY(QFile::link(u"/nowhere/at/all"_s, aside.arg(2)));
    QVERIFY(QDir().mkdir(aside.arg(3)));
    QVERIFY(fill(m_file, "my passwords"));
    QVERIFY(QFile::setPermissions(m_file, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));

    QVERIFY(!add(1));
    QVERIFY(AccountStore(m_file).load().list.accounts == QList{plainAccount(1)});
    QCOMPARE(modeOf(m_file), 0600U);
    QCOMPARE(contentOf(aside.arg(4)), "my passwords");
    QCOMPARE(modeOf(aside.arg(4)), 0600U);
    QCOMPARE(contentOf(aside.arg(1)), "older");
    QCOMPARE(QFile::symLinkTarget(aside.arg(2)), u"/nowhere/at/all"_s);
    QVERIFY(!QFile::exists(aside.arg(5)));

    // Killed between putting aside and writing: it has its second name already.
    QVERIFY(fill(m_file, "again"));
    QCOMPARE(
        ::link(QFile::encodeName(m_file).constData(), QFile::encodeName(aside.arg(5)).constData()),
        0);
    QVERIFY(!add(2));
    QCOMPARE(contentOf(aside.arg(5)), "again");
    QVERIFY(!QFile::exists(aside.arg(6)));
}

void TestAccountStore::keepsEntriesItCannotRead()
{
    const auto entry = [](int number) {
        return QJsonDocument(toJson(plainAccount(number))).toJson();
    };
    const QByteArray strange =
        R"({"id": "later", "host": {"deep": [1, 12345678901, 0.1, null, "\ud800"]}})";
    QVERIFY(fillWithPools(
        "[" + entry(1) + "," + strange + ", null, \"text\"," + entry(2) + "," + entry(1) + "]"));
    const auto reading = AccountStore(m_file).load();
    QVERIFY(!reading.problem);
    QVERIFY(reading.list.accounts == QList({plainAccount(1), plainAccount(2)}));
    const QJsonArray expected{QJsonDocument::fromJson(strange).object(), QJsonValue(), u"text"_s,
        toJson(plainAccount(1))};
    QCOMPARE(reading.list.notUnderstood, expected);

    QVERIFY(!add(3));
    QCOMPARE(AccountStore(m_file).load().list.notUnderstood, expected);
    QVERIFY(!AccountStore(m_file).change([](AccountList &list) { list.accounts.removeFirst(); }));
    const AccountList after = AccountStore(m_file).load().list;
    // The pool whose id came twice is gone, and not back by its second entry.
    QVERIFY(after.accounts == QList({plainAccount(2), plainAccount(3)}));
    QCOMPARE(after.notUnderstood, QJsonArray({expected.at(0), expected.at(1), expected.at(2)}));
}

void TestAccountStore::refusesWhatCouldNotBeReadAgain_data()
{
    QTest::addColumn<AccountList>("list");
    const auto row = [](const char *name, const Account &account) {
        QTest::newRow(name) << AccountList{.accounts = {plainAccount(1), account},
            .masterKeyAccepted = {},
            .keysToRemove = {},
            .notUnderstood = {}};
    };
    Account account = plainAccount(1);
    row("an id twice", account);
    account.id = QUuid();
    row("no id", account);
    account = plainAccount(2);
    account.host.setPath(u"/"_s);
    row("a host with a slash", account);
    account = plainAccount(2);
    account.thresholds.mauPercent = 0;
    row("a threshold", account);
    account = plainAccount(2);
    account.name = QString(AccountStore::MaxBytes, u'x');
    row("too much", account);
}

void TestAccountStore::refusesWhatCouldNotBeReadAgain()
{
    QFETCH(const AccountList, list);
    QVERIFY(!add(1));
    const QByteArray before = contentOf(m_file);
    QVERIFY(
        AccountStore(m_file).change([&](AccountList &now) { now = list; }) == Problem::NotWritten);
    QCOMPARE(contentOf(m_file), before);
}

void TestAccountStore::followsLinks()
{
    const QDir folder(m_folder->path());
    QVERIFY(folder.mkpath(u"dotfiles/sub"_s));
    // A link to a link, both relative to where they lie.
    QCOMPARE(::symlink("sub/real.json", QFile::encodeName(folder.filePath(u"dotfiles/l"_s))), 0);
    QCOMPARE(::symlink("dotfiles/l", QFile::encodeName(m_file)), 0);
    const QString real = folder.filePath(u"dotfiles/sub/real.json"_s);

    QVERIFY(!AccountStore(m_file).load().problem);
    for (int number : {1, 2}) {
        QVERIFY(!add(number));
        QVERIFY(QFileInfo(m_file).isSymLink());
        QVERIFY(!QFileInfo(real).isSymLink());
        QCOMPARE(AccountStore(real).load().list.accounts.size(), number);
        QCOMPARE(AccountStore(m_file).load().list.accounts.size(), number);
        QCOMPARE(modeOf(real), 0600U);
    }
    QCOMPARE(namesIn(folder.path()), QStringList({u"dotfiles"_s, u"pools.json"_s}));
}

void TestAccountStore::knowsLinksThatLeadNowhere()
{
    QVERIFY(QFile::link(m_folder->filePath(u"not-mounted/pools.json"_s), m_file));
    QVERIFY(AccountStore(m_file).load().problem == Problem::Unreadable);
    QVERIFY(add(1).has_value());
    QCOMPARE(namesIn(m_folder->path()), QStringList({u"pools.json"_s}));

    QVERIFY(QFile::remove(m_file));
    QCOMPARE(::symlink("pools.json", QFile::encodeName(m_file)), 0);
    QVERIFY(AccountStore(m_file).load().problem == Problem::Unreadable);
    QVERIFY(add(1).has_value());
    QVERIFY(QFileInfo(m_file).isSymLink());
}

void TestAccountStore::removesWhatKilledWritersLeft()
{
    const QStringList theirs{u"new-AbCdEf"_s, u"new-ZZzzaa"_s};
    const QStringList others{u"backup"_s, u"AbCdEf"_s, u"new-AbCdE"_s, u"new-AbCdEfG"_s,
        u"new-AbCdE1"_s, u"new"_s, u"damaged-1"_s};
    for (const QString &name : theirs + others)
        QVERIFY(fill(m_file + u'.' + name, "x"));
    QVERIFY(fill(m_folder->filePath(u"poolsXjson.new-AbCdEf"_s), "x"));
    QVERIFY(!add(1));
    for (const QString &name : theirs)
        QVERIFY2(!QFile::exists(m_file + u'.' + name), qPrintable(name));
    for (const QString &name : others)
        QVERIFY2(QFile::exists(m_file + u'.' + name), qPrintable(name));
    QVERIFY(QFile::exists(m_folder->filePath(u"poolsXjson.new-AbCdEf"_s)));
}

void TestAccountStore::standsManyAccounts()
{
    const auto timeOf = [&](int count) {
        QFile::remove(m_file);
        const auto fillUp = [&](AccountList &list) {
            for (int i = 1; i <= count; ++i)
                list.accounts.append(plainAccount(i));
        };
        if (AccountStore(m_file).change(fillUp))
            return qint64(-1);
        QElapsedTimer timer;
        timer.start();
        const auto reading = AccountStore(m_file).load();
        const qint64 time = timer.nsecsElapsed() / 1000;
        return reading.list.accounts.size() == count ? time : qint64(-1);
    };
    const qint64 few = timeOf(500);
    const qint64 many = timeOf(5000);
    QVERIFY(few >= 0 && many >= 0);
    qInfo("500 accounts are read in %lld us, 5,000 in %lld us: %.1f times as long", few, many,
        double(many) / double(std::max<qint64>(few, 1)));
}

void TestAccountStore::hasNoPlaceWithoutHome()
{
    QVERIFY(AccountStore::defaultFile().endsWith("/genauth-dashboard/pools.json"_L1));
    QVERIFY(AccountStore({}).load().problem == Problem::NoPlace);
    QVERIFY(AccountStore({}).change([](AccountList &) {}) == Problem::NoPlace);
    const int without = inChild([] {
        qunsetenv("HOME");
        qunsetenv("XDG_CONFIG_HOME");
        return AccountStore::defaultFile().isEmpty() ? 0 : 1;
    });
    QCOMPARE(without, 0);
}

QTEST_APPLESS_MAIN(TestAccountStore)
#include "tst_accountstore.moc"
