// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/e2e/program.h"
#include "tests/e2e/testhome.h"
#include "tests/support/qtwarnings.h"

#include <QRegularExpression>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

class TestProgramOptions : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void help();
    void version();
    void badOptions_data();
    void badOptions();
    void sayingWhatIsWrongInChinese();
    void theSystemsLanguageByItself();
    void withoutADisplay();
    void nothingIsWritten();
};

void TestProgramOptions::help()
{
    const TestHome home;
    const Ended english = runDashboard({u"--help"_s}, home);
    QCOMPARE(english.exitCode, 0);
    QCOMPARE(english.errors, QString());
    for (const QString &word :
        {u"--lang <en|zh>"_s, u"--theme <light|dark|system>"_s, u"--demo"_s, u"--demo-if-empty"_s,
            u"--screenshot <file>"_s, u"--size <WxH>"_s, u"--version"_s, u"GENAUTH_ACCESS_KEY_ID"_s,
            u"GENAUTH_ACCESS_KEY_SECRET_FILE"_s, u"GENAUTH_HOST"_s, u"GENAUTH_USERPOOL_ID"_s})
        QVERIFY2(english.output.contains(word), qUtf8Printable(word));

    for (const QString &code : {u"zh"_s, u"zh_CN"_s, u"zh-CN"_s}) {
        const Ended chinese = runDashboard({u"--lang"_s, code, u"--help"_s}, home);
        QCOMPARE(chinese.exitCode, 0);
        QVERIFY2(chinese.output.contains(u"窗口语言"_s), qUtf8Printable(chinese.output));
        QVERIFY(chinese.output.contains(u"--screenshot <file>"_s));
    }
}

void TestProgramOptions::version()
{
    const Ended ended = runDashboard({u"--version"_s}, TestHome());
    QCOMPARE(ended.exitCode, 0);
    QCOMPARE(ended.output, u"genauth-dashboard " GENAUTH_VERSION "\n"_s);
    QCOMPARE(ended.errors, QString());
}

void TestProgramOptions::badOptions_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("complaint");
    QTest::newRow("unknown") << QStringList{u"--nope"_s} << u"Unknown option 'nope'."_s;
    QTest::newRow("stray") << QStringList{u"stray"_s}
                           << u"“stray” is not an option of this program."_s;
    QTest::newRow("language") << QStringList{u"--lang"_s, u"fr"_s}
                              << u"“fr” is not a language this program speaks: use en or zh."_s;
    QTest::newRow("theme") << QStringList{u"--theme=pink"_s}
                           << u"“pink” is not a theme: use light, dark or system."_s;
    for (const QString &size :
        {u"12"_s, u"639x400"_s, u"640x399"_s, u"8193x900"_s, u"-5x5"_s, u"1e3x900"_s})
        QTest::addRow("size %s", qPrintable(size))
            << QStringList{u"--size="_s + size}
            << u"“%1” is not a size: use width x height, from 640x400 to 8192x8192, such as 1180x800."_s
                   .arg(size);
    QTest::newRow("no value") << QStringList{u"--lang"_s} << u"Missing value after '--lang'."_s;
    QTest::newRow("no file") << QStringList{u"--screenshot="_s}
                             << u"--screenshot needs the name of a file."_s;
    QTest::newRow("even beside help")
        << QStringList{u"--help"_s, u"--nope"_s} << u"Unknown option 'nope'."_s;
}

void TestProgramOptions::badOptions()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, complaint);
    const Ended ended = runDashboard(arguments, TestHome());
    QCOMPARE(ended.exitCode, 2);
    QCOMPARE(ended.output, QString());
    QCOMPARE(ended.errors, complaint + u"\nTry --help.\n"_s);
}

void TestProgramOptions::sayingWhatIsWrongInChinese()
{
    const TestHome home;
    const Ended stray = runDashboard({u"--lang=zh"_s, u"stray"_s}, home);
    QCOMPARE(stray.exitCode, 2);
    QCOMPARE(stray.errors, u"“stray”不是本程序的选项。\n请查看 --help。\n"_s);
    // Qt's own sentence, too, and though the line was not understood as a whole.
    const Ended unknown = runDashboard({u"--nope"_s, u"--lang"_s, u"zh"_s}, home);
    QCOMPARE(unknown.exitCode, 2);
    QVERIFY2(unknown.errors.startsWith(u"未知选项"_s), qUtf8Printable(unknown.errors));
}

void TestProgramOptions::theSystemsLanguageByItself()
{
    TestHome home;
    home.set(u"LANGUAGE"_s, u"zh_CN:en"_s);
    QVERIFY(runDashboard({u"--help"_s}, home).output.contains(u"窗口语言"_s));
    QVERIFY(
        runDashboard({u"--help"_s, u"--lang=en"_s}, home).output.contains(u"Language of the"_s));
}

void TestProgramOptions::withoutADisplay()
{
    const TestHome home;
    const Ended english = runDashboard({}, home);
    QCOMPARE(english.exitCode, 1);
    QCOMPARE(english.output, QString());
    QCOMPARE(english.errors, u"There is no display to open a window on. Use --screenshot FILE for "
                             "a picture of it.\n"_s);
    const Ended chinese = runDashboard({u"--demo"_s, u"--lang=zh"_s}, home);
    QCOMPARE(chinese.exitCode, 1);
    QCOMPARE(chinese.errors,
        u"没有可用的显示器，无法打开窗口。可用 --screenshot 文件 保存窗口图片。\n"_s);
}

void TestProgramOptions::nothingIsWritten()
{
    const TestHome home;
    for (const QStringList &arguments : {QStringList{u"--help"_s}, {u"--version"_s}, {u"-x"_s}, {}})
        QVERIFY(runDashboard(arguments, home).exitCode >= 0);
    QCOMPARE(home.files().keys(), QStringList());
}

QTEST_GUILESS_MAIN(TestProgramOptions)
#include "tst_programoptions.moc"
