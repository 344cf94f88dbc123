// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/commandline.h"
#include "app/dashboard/poolchoice.h"
#include "tests/app/dashboard/poolsundertest.h"
#include "tests/app/languages.h"
#include "tests/support/qtwarnings.h"

#include <QTest>

using namespace genauth;
using namespace Qt::StringLiterals;

namespace {

CommandLine parsed(const QStringList &options)
{
    return CommandLine::parse(QStringList{u"genauth-dashboard"_s} + options);
}

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        test::failOnQtWarnings();
        m_language.set(UiLanguage::English);
    }

    void wantsNothingByDefault();
    void readsLanguages_data();
    void readsLanguages();
    void readsThemes_data();
    void readsThemes();
    void readsSizes_data();
    void readsSizes();
    void readsPages_data();
    void readsPages();
    void findsThePoolThatIsMeant_data();
    void findsThePoolThatIsMeant();
    void namesThePoolsThereAre();
    void waitsForWhatAnAnswerMayTell();
    void readsAllTogether();
    void refusesInBothLanguages_data();
    void refusesInBothLanguages();
    void complainsInTheLanguageAskedFor();
    void explainsItself_data() { test::bothLanguages(); }
    void explainsItself();
    void takesNoSecret();

private:
    Language m_language{Language::defaultDirectory()};
};

void TestCommandLine::wantsNothingByDefault()
{
    const CommandLine line = parsed({});
    QVERIFY(line.error.isEmpty());
    QVERIFY(!line.language && !line.theme && !line.size.isValid());
    QVERIFY(!line.demo && !line.demoIfEmpty && !line.help && !line.version);
    QVERIFY(line.screenshotFile.isEmpty());
    QVERIFY(!line.page && line.pool.isEmpty());
}

void TestCommandLine::readsLanguages_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("language");
    for (const char *code : {"en", "en_US"})
        QTest::newRow(code) << QString::fromLatin1(code) << static_cast<int>(UiLanguage::English);
    for (const char *code : {"zh", "zh_CN", "zh-CN"})
        QTest::newRow(code) << QString::fromLatin1(code) << static_cast<int>(UiLanguage::Chinese);
}

void TestCommandLine::readsLanguages()
{
    QFETCH(QString, code);
    QFETCH(int, language);
    for (const QStringList &options :
        {QStringList{u"--lang"_s, code}, QStringList{u"--lang="_s + code}}) {
        const CommandLine line = parsed(options);
        QCOMPARE(line.error, QString());
        QCOMPARE(line.language, std::optional(static_cast<UiLanguage>(language)));
    }
}

void TestCommandLine::readsThemes_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("theme");
    QTest::newRow("light") << u"light"_s << static_cast<int>(ThemeChoice::Light);
    QTest::newRow("dark") << u"dark"_s << static_cast<int>(ThemeChoice::Dark);
    QTest::newRow("system") << u"system"_s << static_cast<int>(ThemeChoice::System);
}

void TestCommandLine::readsThemes()
{
    QFETCH(QString, code);
    QFETCH(int, theme);
    const CommandLine line = parsed({u"--theme"_s, code});
    QCOMPARE(line.error, QString());
    QCOMPARE(line.theme, std::optional(static_cast<ThemeChoice>(theme)));
}

void TestCommandLine::readsSizes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QSize>("size"); // invalid: refused
    const auto row = [](const char *text, const QSize &size = {}) {
        QTest::newRow(text) << QString::fromUtf8(text) << size;
    };
    row("1180x800", {1180, 800});
    row("640x400", {640, 400});
    row("8192x8192", {8192, 8192});
    for (const char *wrong : {"639x400", "640x399", "8193x800", "800x8193", "0x0", "-800x600",
             "800", "x800", "800x", "800X600", "800 x 600", "800x600x2", "99999x99999", "800x600px",
             "999999999999x800", "", "八百x六百"})
        row(wrong);
}

void TestCommandLine::readsSizes()
{
    QFETCH(QString, text);
    QFETCH(QSize, size);
    const CommandLine line = parsed({u"--size"_s, text});
    QCOMPARE(line.error.isEmpty(), size.isValid());
    QCOMPARE(line.size, size);
}

void TestCommandLine::readsPages_data()
{
    QTest::addColumn<PoolPages::Page>("page");
    QTest::newRow("package") << PoolPages::Page::Package;
    QTest::newRow("usage") << PoolPages::Page::Usage;
    QTest::newRow("history") << PoolPages::Page::History;
    QTest::newRow("rights") << PoolPages::Page::Rights;
    QTest::newRow("orders") << PoolPages::Page::Orders;
}

void TestCommandLine::readsPages()
{
    QFETCH(PoolPages::Page, page);
    const CommandLine line =
        parsed({u"--page"_s, QString::fromLatin1(QTest::currentDataTag()), u"--pool= Über "_s});
    QCOMPARE(line.error, QString());
    QVERIFY(line.page == page);
    QCOMPARE(line.pool, u"Über"_s);
}

void TestCommandLine::findsThePoolThatIsMeant_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("meant"); // empty: none
    QTest::newRow("name") << u"Staging"_s << u"Staging"_s;
    QTest::newRow("any case") << u"sTAGING"_s << u"Staging"_s;
    QTest::newRow("beginning") << u"prod"_s << u"Production"_s;
    QTest::newRow("a name before a beginning") << u"test"_s << u"Test"_s;
    QTest::newRow("Chinese") << u"生产"_s << u"生产环境"_s;
    QTest::newRow("user pool id") << u"id of Test 2"_s << u"Test 2"_s;
    QTest::newRow("middle") << u"duction"_s << QString();
    QTest::newRow("two beginnings") << u"te"_s << QString();
    QTest::newRow("two of a name") << u"twin"_s << QString();
    QTest::newRow("nothing like it") << u"*"_s << QString();
}

void TestCommandLine::findsThePoolThatIsMeant()
{
    QFETCH(QString, written);
    QFETCH(QString, meant);
    test::PoolsUnderTest pools;
    QList<Account> accounts;
    for (const char *name :
        {"Production", "Staging", "Test", "Test 2", "生产环境", "Twin", "Twin"}) {
        Account account = pools.account(QString::fromUtf8(name));
        account.id = QUuid::createUuid();
        account.poolId = u"id of "_s + account.name;
        accounts.append(account);
    }
    pools.model.setAccounts(accounts);
    const PoolChoice choice(pools.model, written);
    QCOMPARE(choice.id.isNull(), meant.isEmpty());
    QCOMPARE(choice.error.isEmpty(), !meant.isEmpty());
    if (!meant.isEmpty())
        QCOMPARE(accounts.at(pools.model.rowOf(choice.id)).name, meant);
}

void TestCommandLine::namesThePoolsThereAre()
{
    test::PoolsUnderTest pools;
    QCOMPARE(
        PoolChoice(pools.model, u"X"_s).error, u"There is no user pool “X”: none is connected."_s);
    pools.set({u"Test 1"_s, u"Test\n2"_s});
    QCOMPARE(PoolChoice(pools.model, u"X"_s).error,
        u"There is no user pool “X”. There are: Test 1, Test\uFFFD2."_s);
    QCOMPARE(PoolChoice(pools.model, u"test"_s).error,
        u"“test” may be each of these user pools: Test 1, Test\uFFFD2."_s);
}

void TestCommandLine::waitsForWhatAnAnswerMayTell()
{
    test::PoolsUnderTest pools;
    pools.set({u"One"_s, u"Two"_s});
    const auto mayStillCome = [&](const char *written) {
        return PoolChoice(pools.model, QLatin1String(written)).mayStillCome;
    };
    QVERIFY(!PoolChoice(PoolsModel(pools.clock), u"X"_s).mayStillCome);
    QVERIFY(mayStillCome("pool-1"));
    QVERIFY(!mayStillCome("On"));
    pools.fail(u"One"_s);
    PoolSnapshot answer = pools.answer(100);
    answer.poolId = u"pool-2"_s;
    pools.model.setRefreshing(pools.id(u"One"_s), true);
    pools.model.absorb(pools.id(u"Two"_s), answer);
    QCOMPARE(PoolChoice(pools.model, u"pool-2"_s).id, pools.id(u"Two"_s));
    QVERIFY(!mayStillCome("pool-2"));
    QVERIFY(mayStillCome("pool-1")); // which is under way
    pools.model.setRefreshing(pools.id(u"One"_s), false);
    QVERIFY(!mayStillCome("pool-1"));
    QVERIFY(!PoolChoice(pools.model, u"pool-1"_s).error.isEmpty());
}

void TestCommandLine::readsAllTogether()
{
    const CommandLine line = parsed({u"--demo"_s, u"--demo-if-empty"_s, u"--lang"_s, u"zh"_s,
        u"--theme=dark"_s, u"--screenshot"_s, u"a b.png"_s, u"--size=800x500"_s});
    QCOMPARE(line.error, QString());
    QVERIFY(line.demo && line.demoIfEmpty);
    QCOMPARE(line.language, std::optional(UiLanguage::Chinese));
    QCOMPARE(line.theme, std::optional(ThemeChoice::Dark));
    QCOMPARE(line.screenshotFile, u"a b.png"_s);
    QCOMPARE(line.size, QSize(800, 500));
    for (const QString &option : {u"--help"_s, u"-h"_s})
        QVERIFY(parsed({option}).help);
    for (const QString &option : {u"--version"_s, u"-v"_s})
        QVERIFY(parsed({option}).version);
}

void TestCommandLine::refusesInBothLanguages_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("names"); // what the complaint is about
    QTest::newRow("language") << QStringList{u"--lang"_s, u"klingon"_s} << u"klingon"_s;
    QTest::newRow("theme") << QStringList{u"--theme=pink"_s} << u"pink"_s;
    QTest::newRow("page") << QStringList{u"--page=alerts"_s} << u"alerts"_s;
    QTest::newRow("pool") << QStringList{u"--pool= "_s} << u"--pool"_s;
    QTest::newRow("size") << QStringList{u"--size"_s, u"1x1"_s} << u"640x400"_s;
    QTest::newRow("argument") << QStringList{u"file.txt"_s} << u"file.txt"_s;
    QTest::newRow("no file") << QStringList{u"--screenshot"_s, QString()} << u"--screenshot"_s;
    QTest::newRow("placeholder") << QStringList{u"--theme=%2%3"_s} << u"%2%3"_s;
    // In Qt's own words.
    QTest::newRow("unknown option") << QStringList{u"--secret=x"_s} << u"secret"_s;
    QTest::newRow("value missing") << QStringList{u"--lang"_s} << u"lang"_s;
    QTest::newRow("value too many") << QStringList{u"--demo=yes"_s} << u"demo"_s;
}

void TestCommandLine::refusesInBothLanguages()
{
    QFETCH(QStringList, options);
    QFETCH(QString, names);
    for (const UiLanguage language : {UiLanguage::English, UiLanguage::Chinese}) {
        m_language.set(language);
        const QString error = parsed(options).error;
        QVERIFY2(error.contains(names), qPrintable(error));
        QCOMPARE(test::hasHan(error), language == UiLanguage::Chinese);
    }
}

void TestCommandLine::complainsInTheLanguageAskedFor()
{
    // Known even of a line that is wrong elsewhere.
    const CommandLine line = parsed({u"--lang"_s, u"zh"_s, u"--nonsense"_s});
    QVERIFY(!line.error.isEmpty());
    QCOMPARE(line.language, std::optional(UiLanguage::Chinese));
}

void TestCommandLine::explainsItself()
{
    m_language.set(test::languageOfRow());
    const QString help = CommandLine::helpText();
    for (const QString &option : {u"--lang"_s, u"--theme"_s, u"--demo"_s, u"--demo-if-empty"_s,
             u"--screenshot"_s, u"--size"_s, u"--help"_s, u"--version"_s,
             u"GENAUTH_ACCESS_KEY_ID"_s, u"GENAUTH_ACCESS_KEY_SECRET_FILE"_s,
             u"GENAUTH_ACCESS_KEY_SECRET"_s, u"GENAUTH_HOST"_s, u"GENAUTH_USERPOOL_ID"_s})
        QVERIFY2(help.contains(option), qPrintable(option));
    QCOMPARE(test::hasHan(help), test::languageOfRow() == UiLanguage::Chinese);
}

void TestCommandLine::takesNoSecret()
{
    for (const char *option : {"--secret", "--access-key-secret", "--key", "--password"})
        QVERIFY(!parsed({QString::fromLatin1(option), u"x"_s}).error.isEmpty());
}

QTEST_MAIN(TestCommandLine)
#include "tst_commandline.moc"
