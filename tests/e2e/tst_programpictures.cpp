// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/e2e/program.h"
#include "tests/e2e/testhome.h"
#include "tests/support/qtwarnings.h"

#include <QImage>
#include <QTest>

#include <algorithm>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

QStringList screenshot(const TestHome &home, const QStringList &more = {})
{
    return QStringList{u"--screenshot"_s, home.path(u"pictures/window.png"_s)} + more;
}

QImage pictureIn(const TestHome &home)
{
    return QImage(home.path(u"pictures/window.png"_s));
}

/** Of the page, beside all cards. */
QColor backgroundOf(const QImage &picture)
{
    return picture.pixelColor(picture.width() - 4, picture.height() / 2);
}

} // namespace

class TestProgramPictures : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void demo_data();
    void demo();
    void eachPage_data();
    void eachPage();
    void aPoolThatIsNotThere();
    void theUsersChoicesAreFollowedAndStay();
    void demoIfEmpty();
    void withoutAPool();
    void whereNothingCanBeWritten();
};

void TestProgramPictures::demo_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("theme");
    QTest::addColumn<QStringList>("starts");
    QTest::addColumn<QStringList>("ends");
    const QStringList english{
        u"Production | 消费者企业版 | Enterprise for consumers | MAU 10,000 | unit price "_s,
        u"Customer portal | "_s, u"Partners | "_s, u"Staging | "_s, u"Trial lab | "_s};
    const QStringList chinese{
        u"生产环境 | 消费者企业版 | Enterprise for consumers | MAU 10,000 | 单价 "_s,
        u"客户门户 | "_s, u"合作伙伴 | "_s, u"预发布环境 | "_s, u"试用环境 | "_s};
    const QStringList englishStates{u" | Overdue 12 days"_s};
    const QStringList chineseStates{u" | 已逾期 12 天"_s};
    QTest::newRow("English, light") << u"en"_s << u"light"_s << english << englishStates;
    QTest::newRow("English, dark") << u"en"_s << u"dark"_s << english << englishStates;
    QTest::newRow("Chinese, light") << u"zh"_s << u"light"_s << chinese << chineseStates;
    QTest::newRow("Chinese, dark") << u"zh_CN"_s << u"dark"_s << chinese << chineseStates;
}

void TestProgramPictures::demo()
{
    QFETCH(QString, language);
    QFETCH(QString, theme);
    QFETCH(QStringList, starts);
    QFETCH(QStringList, ends);
    const TestHome home;
    const Ended ended = runDashboard(
        screenshot(home,
            {u"--demo"_s, u"--lang"_s, language, u"--theme"_s, theme, u"--size"_s, u"1000x700"_s}),
        home);
    QCOMPARE(ended.errors, QString());
    QCOMPARE(ended.exitCode, 0);
    const QStringList lines = ended.lines();
    QCOMPARE(lines.size(), 5);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QVERIFY2(lines[i].startsWith(starts[i]), qUtf8Printable(lines[i]));
        QCOMPARE(lines[i].count(u" | "_s), 7);
    }
    QVERIFY2(lines[0].endsWith(ends[0]), qUtf8Printable(lines[0]));
    // Said where it is so, and only there.
    QCOMPARE(std::ranges::count_if(lines,
                 [](const QString &line) {
                     return line.contains(u"unknown"_s) || line.contains(u"未知"_s);
                 }),
        1);

    const QImage picture = pictureIn(home);
    QCOMPARE(picture.size(), QSize(1000, 700));
    QCOMPARE(backgroundOf(picture).lightness() < 128, theme == u"dark"_s);
    // A demo leaves nothing behind: no file, not even a temporary one, and no process.
    QCOMPARE(home.files().keys(), QStringList());
    QCOMPARE(home.processes(), QList<qint64>());
}

void TestProgramPictures::eachPage_data()
{
    QTest::addColumn<QString>("language");
    for (const char *language : {"en", "zh"})
        QTest::newRow(language) << QString::fromLatin1(language);
}

void TestProgramPictures::eachPage()
{
    QFETCH(QString, language);
    const TestHome home;
    const QString pool = language == u"en"_s ? u"stag"_s : u"预发布环境"_s;
    QList<QImage> pictures;
    for (const QString &page :
        {u"package"_s, u"usage"_s, u"history"_s, u"rights"_s, u"orders"_s, u"changes"_s}) {
        const Ended ended = runDashboard(
            screenshot(
                home, {u"--demo"_s, u"--lang"_s, language, u"--page"_s, page, u"--pool"_s, pool}),
            home);
        QCOMPARE(ended.errors, QString());
        QCOMPARE(ended.exitCode, 0);
        const QImage picture = pictureIn(home);
        QCOMPARE(picture.size(), QSize(1180, 800));
        QVERIFY2(!pictures.contains(picture), qPrintable(page));
        pictures << picture;
    }
}

void TestProgramPictures::aPoolThatIsNotThere()
{
    const TestHome home;
    const Ended demo =
        runDashboard(screenshot(home, {u"--demo"_s, u"--pool=Nowhere"_s, u"--lang=en"_s}), home);
    QCOMPARE(demo.exitCode, 2);
    QCOMPARE(demo.errors, u"There is no user pool “Nowhere”. There are: Production, Customer "
                          "portal, Partners, Staging, Trial lab.\n"_s);
    QCOMPARE(home.processes(), QList<qint64>());
    const Ended empty = runDashboard(screenshot(home, {u"--pool=Nowhere"_s, u"--lang=en"_s}), home);
    QCOMPARE(empty.exitCode, 2);
    QCOMPARE(empty.errors, u"There is no user pool “Nowhere”: none is connected.\n"_s);
    QVERIFY(pictureIn(home).isNull());
}

void TestProgramPictures::theUsersChoicesAreFollowedAndStay()
{
    TestHome home;
    home.write(u".config/genauth-dashboard/dashboard.ini"_s,
        "[General]\nlanguage=zh\ntheme=dark\n\n[window]\ngeometry=@ByteArray(odd)\n");
    home.write(u".config/genauth-dashboard/of-somebody-else"_s, "kept");
    const auto before = home.files();
    const Ended chosen = runDashboard(screenshot(home, {u"--demo"_s}), home);
    QCOMPARE(chosen.exitCode, 0);
    QVERIFY2(chosen.lines().value(0).startsWith(u"生产环境"_s), qUtf8Printable(chosen.output));
    QVERIFY(backgroundOf(pictureIn(home)).lightness() < 128);
    QCOMPARE(home.files(), before);

    // The command line is for this run alone.
    const Ended told =
        runDashboard(screenshot(home, {u"--demo"_s, u"--lang=en"_s, u"--theme=light"_s}), home);
    QVERIFY2(told.lines().value(0).startsWith(u"Production"_s), qUtf8Printable(told.output));
    QVERIFY(backgroundOf(pictureIn(home)).lightness() >= 128);
    QCOMPARE(home.files(), before);
}

void TestProgramPictures::demoIfEmpty()
{
    const TestHome home;
    const Ended ended =
        runDashboard(screenshot(home, {u"--demo-if-empty"_s, u"--size=640x400"_s}), home);
    QCOMPARE(ended.exitCode, 0);
    QCOMPARE(ended.lines().size(), 5);
    QCOMPARE(pictureIn(home).size(), QSize(640, 400)); // the smallest there is
}

void TestProgramPictures::withoutAPool()
{
    TestHome home;
    const Ended english = runDashboard(screenshot(home), home);
    QCOMPARE(english.exitCode, 1);
    QCOMPARE(english.output, QString());
    QCOMPARE(english.errors, u"No user pool could be shown.\n"_s);
    QCOMPARE(pictureIn(home).size(), QSize(1180, 800));
    QCOMPARE(home.files().keys(), QStringList());

    home.write(u".config/genauth-dashboard/dashboard.ini"_s, "[General]\nlanguage=zh\n");
    QCOMPARE(runDashboard(screenshot(home), home).errors, u"没有可显示的用户池。\n"_s);
}

void TestProgramPictures::whereNothingCanBeWritten()
{
    const TestHome home;
    const QString file = home.path(u"no/such/folder/window.png"_s);
    const Ended ended = runDashboard({u"--demo"_s, u"--screenshot"_s, file}, home);
    QCOMPARE(ended.exitCode, 1);
    QCOMPARE(ended.lines().size(), 5);
    QCOMPARE(ended.errors, u"The picture cannot be written to %1.\n"_s.arg(file));
}

QTEST_GUILESS_MAIN(TestProgramPictures)
#include "tst_programpictures.moc"
