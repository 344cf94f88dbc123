// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/loginstart.h"

#include "tests/support/qtwarnings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using Problem = LoginStart::Problem;

namespace {

const QString Program = QStringLiteral("/opt/genauth/bin/genauth-dashboard");

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no file)");
}

void write(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(content), content.size());
}

QByteArray execLine(const QByteArray &entry)
{
    const QList<QByteArray> lines = entry.split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("Exec="))
            return line.mid(5);
    }
    return {};
}

} // namespace

class TestLoginStart : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void writesAndRemovesItsEntry();
    void liesWhereTheDesktopLooks();
    void quotesProgram_data();
    void quotesProgram();
    void isValidEntry();
    void knowsWhatIsOn_data();
    void knowsWhatIsOn();
    void leavesOthersAlone_data();
    void leavesOthersAlone();
    void leavesLinkAlone();
    void leavesFolderAlone();
    void saysThatThereIsNoPlace();
    void keepsWhatItCannotReplace();

private:
    [[nodiscard]] QString folder() const { return m_home->filePath(QStringLiteral("autostart")); }
    [[nodiscard]] LoginStart start() const { return {folder(), Program}; }

    std::unique_ptr<QTemporaryDir> m_home;
};

void TestLoginStart::init()
{
    failOnQtWarnings();
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(LoginStart::isSupported());
}

void TestLoginStart::writesAndRemovesItsEntry()
{
    LoginStart start = this->start();
    QVERIFY(!start.isOn());
    QCOMPARE(start.setOn(false, false), Problem::None);
    QVERIFY(!QFileInfo::exists(folder())); // off leaves nothing behind

    QCOMPARE(start.setOn(true, true), Problem::None);
    QVERIFY(start.isOn());
    QCOMPARE(execLine(contentOf(start.path())),
        QByteArray("\"/opt/genauth/bin/genauth-dashboard\" --minimized"));
    QCOMPARE(start.setOn(true, false), Problem::None);
    QCOMPARE(
        execLine(contentOf(start.path())), QByteArray("\"/opt/genauth/bin/genauth-dashboard\""));
    QVERIFY(contentOf(start.path()).contains("Name[zh_CN]=GenAuth 套餐看板\n"));

    write(folder() + QStringLiteral("/other.desktop"), "another's");
    QCOMPARE(start.setOn(false, false), Problem::None);
    QVERIFY(!start.isOn());
    QCOMPARE(QDir(folder()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
        QStringList{QStringLiteral("other.desktop")});
}

void TestLoginStart::liesWhereTheDesktopLooks()
{
    const QByteArray before = qgetenv("XDG_CONFIG_HOME");
    qputenv("XDG_CONFIG_HOME", m_home->path().toUtf8());
    QCOMPARE(LoginStart().path(), folder() + QStringLiteral("/genauth-dashboard.desktop"));
    const QString home = QDir::homePath() + QStringLiteral("/.config/autostart/");
    qunsetenv("XDG_CONFIG_HOME");
    QCOMPARE(LoginStart().path(), home + QStringLiteral("genauth-dashboard.desktop"));
    qputenv("XDG_CONFIG_HOME", before);
}

void TestLoginStart::quotesProgram_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QByteArray>("exec");
    QTest::newRow("plain") << "/usr/bin/a" << QByteArray(R"("/usr/bin/a")");
    QTest::newRow("space") << "/my apps/a b" << QByteArray(R"("/my apps/a b")");
    QTest::newRow("percent") << "/100%/%f" << QByteArray(R"("/100%%/%%f")");
    QTest::newRow("place") << "/%1/%2" << QByteArray(R"("/%%1/%%2")");
    QTest::newRow("dollar") << "/a$HOME" << QByteArray(R"("/a\\$HOME")");
    QTest::newRow("grave") << "/a`b`" << QByteArray(R"("/a\\`b\\`")");
    QTest::newRow("quote") << R"(/a"b)" << QByteArray(R"("/a\\"b")");
    QTest::newRow("apostrophe") << "/it's" << QByteArray(R"("/it's")");
    QTest::newRow("backslash") << R"(/a\b)" << QByteArray(R"("/a\\\\b")");
    QTest::newRow("new line") << "/a\nHidden=true" << QByteArray(R"("/a\nHidden=true")");
    QTest::newRow("tab") << "/a\tb" << QByteArray(R"("/a\tb")");
    QTest::newRow("chinese") << QStringLiteral("/套餐/看板") << QByteArray("\"/套餐/看板\"");
    QTest::newRow("semicolon") << "/a;b&c|d" << QByteArray(R"("/a;b&c|d")");
}

void TestLoginStart::quotesProgram()
{
    QFETCH(QString, program);
    QFETCH(QByteArray, exec);
    LoginStart start(folder(), program);
    QCOMPARE(start.setOn(true, false), Problem::None);
    QCOMPARE(execLine(contentOf(start.path())), exec);
    QVERIFY(start.isOn());
}

void TestLoginStart::isValidEntry()
{
    const QString validate =
        QStandardPaths::findExecutable(QStringLiteral("desktop-file-validate"));
    if (validate.isEmpty())
        QSKIP("desktop-file-validate is not here");
    LoginStart start(folder(), QStringLiteral("/my apps/100%/$a`b\"c\\d/看板"));
    QCOMPARE(start.setOn(true, true), Problem::None);
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(validate, {start.path()});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.readAll(), QByteArray());
    QCOMPARE(process.exitCode(), 0);
}

void TestLoginStart::knowsWhatIsOn_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<bool>("isOn");
    QTest::newRow("as written") << QByteArray() << true;
    QTest::newRow("hidden") << QByteArray("Hidden=true\n") << false;
    QTest::newRow("not hidden") << QByteArray("Hidden=false\n") << true;
    QTest::newRow("off") << QByteArray("X-GNOME-Autostart-enabled=false\n") << false;
    QTest::newRow("off, with spaces")
        << QByteArray("X-GNOME-Autostart-enabled = false\r\n") << false;
    QTest::newRow("a comment") << QByteArray("#Hidden=true\n") << true;
    QTest::newRow("another group") << QByteArray("[Desktop Action a]\nHidden=true\n") << true;
}

void TestLoginStart::knowsWhatIsOn()
{
    QFETCH(QByteArray, more);
    QFETCH(bool, isOn);
    LoginStart start = this->start();
    QCOMPARE(start.setOn(true, false), Problem::None);
    const QByteArray entry = contentOf(start.path());
    write(start.path(), entry + more);
    QCOMPARE(start.isOn(), isOn);
    QCOMPARE(start.setOn(true, false), Problem::None);
    QCOMPARE(contentOf(start.path()), entry);
    write(start.path(), entry + more);
    QCOMPARE(start.setOn(false, false), Problem::None);
    QVERIFY(!QFileInfo::exists(start.path()));
}

void TestLoginStart::leavesOthersAlone_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no mark") << QByteArray("[Desktop Entry]\nExec=genauth-dashboard\n");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("mark of another group")
        << QByteArray("[Desktop Entry]\nExec=a\n[X]\nX-GenAuth-Dashboard=true\n");
    QTest::newRow("mark in a comment")
        << QByteArray("[Desktop Entry]\n#X-GenAuth-Dashboard=true\n");
    QTest::newRow("mark that says no")
        << QByteArray("[Desktop Entry]\nX-GenAuth-Dashboard=false\n");
    QTest::newRow("endless") << "[Desktop Entry]\nX-GenAuth-Dashboard=true\n" +
                                    QByteArray(70'000, '#');
}

void TestLoginStart::leavesOthersAlone()
{
    QFETCH(QByteArray, content);
    LoginStart start = this->start();
    write(start.path(), content);
    QVERIFY(!start.isOn());
    QCOMPARE(start.setOn(true, true), Problem::NotOurs);
    QCOMPARE(start.setOn(false, true), Problem::NotOurs);
    QCOMPARE(contentOf(start.path()), content);
}

void TestLoginStart::leavesLinkAlone()
{
    LoginStart other(m_home->filePath(QStringLiteral("other")), Program);
    QCOMPARE(other.setOn(true, true), Problem::None);
    const QByteArray content = contentOf(other.path());
    LoginStart start = this->start();
    QVERIFY(QDir().mkpath(folder()));
    QVERIFY(QFile::link(other.path(), start.path()));
    QVERIFY(!start.isOn());
    QCOMPARE(start.setOn(true, false), Problem::NotOurs);
    QCOMPARE(start.setOn(false, false), Problem::NotOurs);
    QCOMPARE(contentOf(other.path()), content);
    QVERIFY(QFile::remove(other.path()));
    QCOMPARE(start.setOn(true, false), Problem::NotOurs); // it leads nowhere now
    QVERIFY(!QFileInfo::exists(other.path()));
}

void TestLoginStart::leavesFolderAlone()
{
    LoginStart start = this->start();
    QVERIFY(QDir().mkpath(start.path()));
    QVERIFY(!start.isOn());
    QCOMPARE(start.setOn(true, false), Problem::NotOurs);
    QCOMPARE(start.setOn(false, false), Problem::NotOurs);
    QVERIFY(QFileInfo(start.path()).isDir());
}

void TestLoginStart::saysThatThereIsNoPlace()
{
    write(folder(), "a file where the folder should be");
    LoginStart start = this->start();
    QCOMPARE(start.setOn(true, false), Problem::NoPlace);
    QVERIFY(!start.isOn());
}

void TestLoginStart::keepsWhatItCannotReplace()
{
    LoginStart start = this->start();
    QCOMPARE(start.setOn(true, true), Problem::None);
    const QByteArray entry = contentOf(start.path());
    QVERIFY(QFile::setPermissions(folder(), QFile::ReadOwner | QFile::ExeOwner));
    const bool isRefused = !QFile(folder() + QStringLiteral("/x")).open(QIODevice::WriteOnly);
    const Problem problem = isRefused ? start.setOn(true, false) : Problem::NotWritten;
    const Problem removing = isRefused ? start.setOn(false, false) : Problem::NotWritten;
    QFile::setPermissions(folder(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (!isRefused)
        QSKIP("this user may write everywhere");
    QCOMPARE(problem, Problem::NotWritten);
    QCOMPARE(removing, Problem::NotWritten);
    QCOMPARE(contentOf(start.path()), entry);
}

QTEST_GUILESS_MAIN(TestLoginStart)
#include "tst_loginstart.moc"
