// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/accounts/poollistfile.h"
#include "core/base/displaytext.h"
#include "tests/core/accounts/sampleaccounts.h"
#include "tests/support/qtwarnings.h"

#include <QFile>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

using Problem = PoolListProblem;
Q_DECLARE_METATYPE(genauth::PoolListProblem)

namespace {

/** Of pool entries as they stand between the brackets. */
QByteArray listOf(const QByteArray &pools)
{
    return R"({"format": "genauth-dashboard-pools", "schemaVersion": 1, "pools": [)" + pools + "]}";
}

QByteArray pool(const QByteArray &moreMembers = {}, int number = 1)
{
    return R"({"id": ")" + idOf(number).toByteArray(QUuid::WithoutBraces) +
           R"(", "host": "https://api.genauth.ai")" + moreMembers + "}";
}

QList<QUuid> idsOf(const QList<Account> &accounts)
{
    QList<QUuid> ids;
    for (const Account &account : accounts)
        ids.append(account.id);
    return ids;
}

Account poolAt(int number, const QUrl &host, const QString &poolId)
{
    Account account = plainAccount(number);
    account.host = host;
    account.poolId = poolId;
    return account;
}

} // namespace

class TestPoolListFile : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void looksLikeThis();
    void isReadAgain();
    void leavesOutWhoSignsIn();
    void leavesOutWhereFilesLie();
    void refusesOtherThings_data();
    void refusesOtherThings();
    void namesTheBadPool_data();
    void namesTheBadPool();
    void takesWhatEditorsDo();
    void takesAsManyAsAllowed();
    void keepsStrangeNames();
    void offersOnlyNewPools();
    void neverReusesAnIdWhoseKeyMayRemain();
};

void TestPoolListFile::looksLikeThis()
{
    QFile golden(QStringLiteral(GENAUTH_FIXTURES "/shared-pools.json"));
    QVERIFY(golden.open(QIODevice::ReadOnly));
    Account second = plainAccount(1);
    second.proxy.mode = ProxyChoice::Mode::None;
    second.proxy.host = u"not-in-use.example"_s;
    QCOMPARE(toPoolListFile({fullAccount(), second}), golden.readAll());
    QCOMPARE(toPoolListFile({}), R"({
    "format": "genauth-dashboard-pools",
    "pools": [
    ],
    "schemaVersion": 1
}
)");
}

void TestPoolListFile::isReadAgain()
{
    Account full = fullAccount();
    full.proxy.user.clear();
    full.caFile.clear();
    const QList<Account> accounts{full, plainAccount(3), plainAccount(2)};
    const PoolListReading reading = readPoolListFile(toPoolListFile(accounts));
    QVERIFY(!reading.problem);
    QVERIFY(reading.accounts == accounts);
    QVERIFY(!readPoolListFile(toPoolListFile({})).problem);
}

void TestPoolListFile::leavesOutWhoSignsIn()
{
    Account account = fullAccount();
    account.proxy.user = u"canary-user"_s;
    QVERIFY(!toPoolListFile({account}).contains("canary"));
    QVERIFY(toPoolListFile({account}).contains("proxy.example"));
    const PoolListReading reading = readPoolListFile(listOf(pool(
        R"(, "proxy": {"mode": "given", "host": "p", "port": 1, "user": "canary"},
            "accessKey": "canary", "secret": "canary")")));
    QVERIFY(!reading.problem);
    QCOMPARE(reading.accounts.first().proxy.host, u"p"_s);
    QVERIFY(reading.accounts.first().proxy.user.isEmpty());
}

void TestPoolListFile::leavesOutWhereFilesLie()
{
    Account account = fullAccount();
    account.caFile = u"/home/canary/ca.pem"_s;
    QVERIFY(!toPoolListFile({account}).contains("canary"));
    // An older list may name one: nobody's files are read because a list says so.
    const PoolListReading reading =
        readPoolListFile(listOf(pool(R"(, "caFile": "/home/canary/ca.pem")")));
    QVERIFY(!reading.problem);
    QVERIFY(reading.accounts.first().caFile.isEmpty());
}

void TestPoolListFile::refusesOtherThings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Problem>("problem");
    const auto row = [](const char *name, const QByteArray &bytes, Problem problem) {
        QTest::newRow(name) << bytes << problem;
    };
    const auto withHead = [](const QByteArray &members) { return QByteArray("{" + members + "}"); };
    const QByteArray format = R"("format": "genauth-dashboard-pools", )";
    const Problem none = Problem::NotAPoolList;
    row("empty", "", none);
    row("NULs", QByteArray(100, '\0'), none);
    row("a picture", "\x89PNG\r\n\x1a\n", none);
    row("a text", "pools", none);
    row("half", listOf(pool()).chopped(3), none);
    row("two", listOf(pool()) + listOf(pool()), none);
    row("a list", "[" + pool() + "]", none);
    row("no form", withHead(R"("schemaVersion": 1, "pools": [])"), none);
    row("the program's own list",
        withHead(R"("format": "genauth-dashboard-pools-store", "schemaVersion": 1, "pools": [])"),
        none);
    row("no version", withHead(format + R"("pools": [])"), none);
    row("version 0", withHead(format + R"("schemaVersion": 0, "pools": [])"), none);
    row("version -1", withHead(format + R"("schemaVersion": -1, "pools": [])"), none);
    row("version 1.5", withHead(format + R"("schemaVersion": 1.5, "pools": [])"), none);
    row("version as text", withHead(format + R"("schemaVersion": "1", "pools": [])"), none);
    row("version NaN", withHead(format + R"("schemaVersion": NaN, "pools": [])"), none);
    row("version 1e999", withHead(format + R"("schemaVersion": 1e999, "pools": [])"), none);
    row("version 2", withHead(format + R"("schemaVersion": 2)"), Problem::NewerVersion);
    row("no pools", withHead(format + R"("schemaVersion": 1)"), none);
    row("pools an object", withHead(format + R"("schemaVersion": 1, "pools": {})"), none);
    row("pools null", withHead(format + R"("schemaVersion": 1, "pools": null)"), none);
    row("deep", QByteArray(1'000'000, '['), none);
    row("deep objects", QByteArray(R"({"a":)").repeated(100'000), none);
    row("deep in a pool", listOf(pool(R"(, "x": )" + QByteArray(5000, '['))), none);
    row("a byte too many", listOf({}) + QByteArray(MaxPoolListBytes, ' '), Problem::TooLarge);
    row("too many pools", listOf(QByteArray("0,").repeated(MaxPoolsInList) + "0"),
        Problem::TooLarge);
    row("numbers without end", listOf(QByteArray("0,").repeated(2'000'000) + "0"),
        Problem::TooLarge);
}

void TestPoolListFile::refusesOtherThings()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const Problem, problem);
    const PoolListReading reading = readPoolListFile(bytes);
    QVERIFY(reading.problem == problem);
    QVERIFY(reading.accounts.isEmpty());
    QCOMPARE(reading.badPool, 0);
}

void TestPoolListFile::namesTheBadPool_data()
{
    QTest::addColumn<QByteArray>("bad");
    const auto row = [](const char *bad) { QTest::newRow(bad) << QByteArray(bad); };
    row("null");
    row("1");
    row("\"text\"");
    row("[]");
    row("{}");
    row(R"({"id": "5f0c3b0e-6a1d-4c5f-9d3b-0123456789ab"})");
    row(R"({"id": "5f0c3b0e-6a1d-4c5f-9d3b-0123456789ab", "host": "http://evil.example"})");
    row(R"({"id": "5f0c3b0e-6a1d-4c5f-9d3b-0123456789ab", "host": "https://a@evil.example"})");
    row(R"({"id": "5f0c3b0e-6a1d-4c5f-9d3b-0123456789ab", "host": "file:///etc/passwd"})");
    row(R"({"id": "../../etc", "host": "https://host"})");
    for (const char *member :
        {R"("name": 1)", R"("poolId": "a\r\nX-Header: b")", R"("clockOffsetSeconds": 1e300)",
            R"("clockOffsetSeconds": "28800")", R"("currency": "Bitcoin")",
            R"("thresholds": {"mauPercent": 0})", R"("proxy": {"mode": "given"})",
            R"("proxy": {"mode": "given", "host": "a\nb", "port": 1})", R"("caFile": "\u0000")"})
        row(pool(QByteArray(", ") + member).constData());
}

void TestPoolListFile::namesTheBadPool()
{
    QFETCH(const QByteArray, bad);
    const PoolListReading reading =
        readPoolListFile(listOf(pool({}, 1) + "," + pool({}, 2) + "," + bad));
    QVERIFY(reading.problem == Problem::BadPool);
    QCOMPARE(reading.badPool, 3);
    QVERIFY(reading.accounts.isEmpty()); // not the good ones either
}

void TestPoolListFile::takesWhatEditorsDo()
{
    const QByteArray windows =
        "\xEF\xBB\xBF" + toPoolListFile({plainAccount(1)}).replace("\n", "\r\n") + "\r\n\r\n";
    QVERIFY(readPoolListFile(windows).accounts == QList{plainAccount(1)});
    const PoolListReading more = readPoolListFile(listOf(pool(R"(, "comment": ["ours"])")));
    QVERIFY(!more.problem);
}

void TestPoolListFile::takesAsManyAsAllowed()
{
    QList<Account> accounts;
    for (int i = 1; i <= MaxPoolsInList; ++i)
        accounts.append(plainAccount(i));
    QVERIFY(readPoolListFile(toPoolListFile(accounts)).accounts == accounts);
}

void TestPoolListFile::keepsStrangeNames()
{
    const PoolListReading reading =
        readPoolListFile(listOf(pool(R"(, "name": "<b>a\u202e\n\u001b[31m\ud800\u0000")")));
    QVERIFY(!reading.problem);
    const QString name = reading.accounts.first().name;
    QCOMPARE(name, u"<b>a\u202e\n\x1b[31m"_s + QChar(0xd800) + QChar(0));
    // As it is shown.
    QCOMPARE(displayText(name), u"<b>a\ufffd\ufffd[31m\ufffd\ufffd"_s);
}

void TestPoolListFile::offersOnlyNewPools()
{
    const QUrl host = defaultHost();
    const QList<Account> known{
        poolAt(1, host, u"a"_s), poolAt(2, host, {}), poolAt(3, authingHost(), u"c"_s)};
    // The same id, whatever else it says: its key must not go elsewhere.
    QVERIFY(newPoolsOf({poolAt(1, QUrl(u"https://evil.example"_s), u"x"_s)}, known).isEmpty());
    // The same pool, as somebody else has it.
    QVERIFY(newPoolsOf({poolAt(11, host, u"a"_s)}, known).isEmpty());
    const QList<Account> offered{
        poolAt(12, host, u"c"_s),          // the same pool id at another host
        poolAt(13, authingHost(), u"a"_s), // the same
        poolAt(14, host, {}),              // which pool it is, only its key will tell
        poolAt(15, host, {}),
        poolAt(16, host, u"A"_s),
    };
    QVERIFY(newPoolsOf(offered, known) == offered); // in their order, unchanged
    QVERIFY(newPoolsOf(known, known).isEmpty());
    QVERIFY(newPoolsOf(known, {}) == known);

    // Each once.
    const QList<Account> twice{poolAt(20, host, u"n"_s), poolAt(20, host, u"m"_s),
        poolAt(21, host, u"n"_s), poolAt(22, host, {})};
    QCOMPARE(idsOf(newPoolsOf(twice, known)), QList({idOf(20), idOf(22)}));
    QCOMPARE(idsOf(newPoolsOf(twice + twice, {})), QList({idOf(20), idOf(22)}));
}

void TestPoolListFile::neverReusesAnIdWhoseKeyMayRemain()
{
    const Account removed = poolAt(5, QUrl(u"https://evil.example"_s), u"x"_s);
    const QList<Account> added = newPoolsOf({removed, removed}, {}, {idOf(4), idOf(5)});
    QCOMPARE(added.size(), 1);
    QVERIFY(!added.first().id.isNull());
    QVERIFY(added.first().id != idOf(5));
    Account expected = removed;
    expected.id = added.first().id;
    QVERIFY(added.first() == expected);
}

QTEST_APPLESS_MAIN(TestPoolListFile)
#include "tst_poollistfile.moc"
