// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/accounts/secretentry.h"
#include "core/accounts/secretkeeper.h"
#include "tests/support/qtwarnings.h"

#include <QTest>

using namespace genauth;

class TestSecretEntry : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnQtWarnings(); }

    void isOneLineOfJson();
    void comesBackAsItWas_data();
    void comesBackAsItWas();
    void writesNothingThatWouldNotBeRead_data();
    void writesNothingThatWouldNotBeRead();
    void readsWhatOlderAndNewerProgramsAdd();
    void takesGarbageForNoKey_data();
    void takesGarbageForNoKey();
};

void TestSecretEntry::isOneLineOfJson()
{
    QCOMPARE(entryFrom({.key = {QStringLiteral("an id"), "a secret"}}),
        R"({"id":"an id","secret":"a secret","v":1})");
    QCOMPARE(entryFrom({.key = {QStringLiteral("i"), "s"}, .proxyPassword = "p"}),
        R"({"id":"i","proxyPassword":"p","secret":"s","v":1})");
}

void TestSecretEntry::comesBackAsItWas_data()
{
    QTest::addColumn<PoolSecrets>("secrets");
    const QByteArray longest(MaxKeyLength, '"'); // quotes take two bytes each in JSON
    QTest::newRow("plain") << PoolSecrets{.key = {QStringLiteral("i"), "s"}};
    QTest::newRow("proxy") << PoolSecrets{.key = {QStringLiteral("i"), "s"}, .proxyPassword = "p"};
    QTest::newRow("quotes") << PoolSecrets{
        .key = {QStringLiteral("\"\\/"), "'\"\\u0041{}"}, .proxyPassword = " \" "};
    QTest::newRow("beyond ASCII") << PoolSecrets{
        .key = {QStringLiteral("\u4f60\U0001f511"), "\xe4\xbd\xa0\xf0\x9f\x94\x91"}};
    QTest::newRow("longest") << PoolSecrets{
        .key = {QString::fromLatin1(longest), longest}, .proxyPassword = longest};
}

void TestSecretEntry::comesBackAsItWas()
{
    QFETCH(PoolSecrets, secrets);
    const QByteArray entry = entryFrom(secrets);
    QVERIFY(!entry.isEmpty());
    const std::optional<PoolSecrets> read = secretsFrom(entry);
    QVERIFY(read);
    QCOMPARE(*read, secrets);
}

void TestSecretEntry::writesNothingThatWouldNotBeRead_data()
{
    QTest::addColumn<PoolSecrets>("secrets");
    const QByteArray tooLong(MaxKeyLength + 1, 's');
    QTest::newRow("nothing") << PoolSecrets{};
    QTest::newRow("no secret") << PoolSecrets{.key = {QStringLiteral("i"), {}}};
    QTest::newRow("no id") << PoolSecrets{.key = {{}, "s"}};
    QTest::newRow("no text") << PoolSecrets{.key = {QStringLiteral("i"), "\xff"}};
    QTest::newRow("control") << PoolSecrets{.key = {QStringLiteral("i\n"), "s"}};
    QTest::newRow("too long") << PoolSecrets{.key = {QStringLiteral("i"), tooLong}};
    QTest::newRow("proxy too long")
        << PoolSecrets{.key = {QStringLiteral("i"), "s"}, .proxyPassword = tooLong};
}

void TestSecretEntry::writesNothingThatWouldNotBeRead()
{
    QFETCH(PoolSecrets, secrets);
    QCOMPARE(entryFrom(secrets), QByteArray());
}

void TestSecretEntry::readsWhatOlderAndNewerProgramsAdd()
{
    const std::optional<PoolSecrets> read =
        secretsFrom(R"( {"v": 1, "new": [1], "id": "i", "secret": "s"} )");
    QVERIFY(read);
    QCOMPARE(*read, (PoolSecrets{.key = {QStringLiteral("i"), "s"}}));
}

void TestSecretEntry::takesGarbageForNoKey_data()
{
    QTest::addColumn<QByteArray>("entry");
    const auto row = [](const char *name, const QByteArray &entry) {
        QTest::newRow(name) << entry;
    };
    row("empty", {});
    row("somebody's password", "correct horse");
    row("binary", QByteArray("\x00\xff\xfe\x01", 4));
    row("cut", R"({"v":1,"id":"i","secret":"s)");
    row("array", R"([{"v":1,"id":"i","secret":"s"}])");
    row("no version", R"({"id":"i","secret":"s"})");
    row("newer version", R"({"v":2,"id":"i","secret":"s"})");
    row("version as text", R"({"v":"1","id":"i","secret":"s"})");
    row("broken version", R"({"v":1.5,"id":"i","secret":"s"})");
    row("no id", R"({"v":1,"secret":"s"})");
    row("empty id", R"({"v":1,"id":"","secret":"s"})");
    row("id as number", R"({"v":1,"id":7,"secret":"s"})");
    row("no secret", R"({"v":1,"id":"i"})");
    row("secret null", R"({"v":1,"id":"i","secret":null})");
    row("secret with control", R"({"v":1,"id":"i","secret":"s\u0000t"})");
    row("proxy as number", R"({"v":1,"id":"i","secret":"s","proxyPassword":1})");
    row("proxy null", R"({"v":1,"id":"i","secret":"s","proxyPassword":null})");
    row("long secret",
        R"({"v":1,"id":"i","secret":")" + QByteArray(MaxKeyLength + 1, 's') + R"("})");
    row("oversized", R"({"v":1,"id":"i","secret":"s"})" + QByteArray(MaxSecretEntry, ' '));
    row("deep", QByteArray(10'000, '['));
}

void TestSecretEntry::takesGarbageForNoKey()
{
    QFETCH(QByteArray, entry);
    QVERIFY(!secretsFrom(entry));
}

QTEST_APPLESS_MAIN(TestSecretEntry)
#include "tst_secretentry.moc"
