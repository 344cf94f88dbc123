// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/dashboard.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <QTimer>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

/** How long people wait for a window to go away. */
constexpr qint64 LongestGoodbye = 2000;

MainWindow *openWindow()
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *widget : windows) {
        if (auto *window = qobject_cast<MainWindow *>(widget))
            return window;
    }
    return nullptr;
}

void choose(const QString &action)
{
    openWindow()->findChild<QAction *>(action)->trigger();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/** Everything behind one window, put together as the program does it. */
class TestDashboard : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { QFile::remove(Settings::defaultFile()); }

    void languageIsRememberedAndFollowed();
    void runsWithAPoolRememberNothing();
    void quittingDoesNotWaitForASilentServer_data();
    void quittingDoesNotWaitForASilentServer();
    void theWindowOpensBeforeAnyAnswer();
};

void TestDashboard::init()
{
    failOnQtWarnings();
    // The environment of the test has set this home apart.
    QVERIFY(Settings::defaultFile().contains(u"testhome"_s));
    QFile::remove(Settings::defaultFile());
}

void TestDashboard::languageIsRememberedAndFollowed()
{
    const CommandLine plain;
    {
        Dashboard first(plain, std::nullopt);
        first.start();
        QCOMPARE(openWindow()->windowTitle(), u"GenAuth Package Dashboard"_s);
        choose(u"languageAction"_s);
        QTRY_COMPARE(openWindow()->windowTitle(), u"GenAuth 套餐看板"_s);
        choose(u"darkThemeAction"_s);
    }
    {
        Dashboard second(plain, std::nullopt);
        second.start();
        QCOMPARE(openWindow()->windowTitle(), u"GenAuth 套餐看板"_s);
        QVERIFY(openWindow()->findChild<QAction *>(u"darkThemeAction"_s)->isChecked());
    }
    CommandLine english;
    english.language = UiLanguage::English;
    {
        Dashboard third(english, std::nullopt);
        third.start();
        QCOMPARE(openWindow()->windowTitle(), u"GenAuth Package Dashboard"_s);
    }
    // Told for one run is not chosen for good.
    Dashboard fourth(plain, std::nullopt);
    fourth.start();
    QCOMPARE(openWindow()->windowTitle(), u"GenAuth 套餐看板"_s);
}

void TestDashboard::runsWithAPoolRememberNothing()
{
    {
        Dashboard own({}, std::nullopt);
        own.start();
        choose(u"chineseAction"_s);
        openWindow()->close();
    }
    const QByteArray before = contentOf(Settings::defaultFile());
    QVERIFY(before.contains("language=zh"));
    FaultyServer server;
    speakGenAuth(server);
    {
        Dashboard withPool({}, PoolAccess{accountOn(server.url()), canaryKey()});
        withPool.start();
        QCOMPARE(openWindow()->windowTitle(), u"GenAuth 套餐看板"_s);
        choose(u"englishAction"_s);
        choose(u"lightThemeAction"_s);
        QTRY_COMPARE(openWindow()->windowTitle(), u"GenAuth Package Dashboard"_s);
        openWindow()->close();
    }
    QCOMPARE(contentOf(Settings::defaultFile()), before);
}

void TestDashboard::quittingDoesNotWaitForASilentServer_data()
{
    QTest::addColumn<QString>("silentPath");
    QTest::newRow("signing in") << tokenPath();
    QTest::newRow("the package") << packagePath();
}

void TestDashboard::quittingDoesNotWaitForASilentServer()
{
    QFETCH(QString, silentPath);
    FaultyServer server;
    speakGenAuth(server);
    server.answer(silentPath, {silence()});
    auto dashboard = std::make_unique<Dashboard>(
        CommandLine(), PoolAccess{accountOn(server.url()), canaryKey()});
    dashboard->start();
    QTRY_COMPARE(server.hitsOn(silentPath), 1);
    QElapsedTimer goodbye;
    QTimer::singleShot(0, qApp, [&goodbye] {
        goodbye.start();
        choose(u"quitAction"_s);
    });
    QTimer::singleShot(10'000, qApp, [] { QApplication::exit(1); });
    QCOMPARE(QApplication::exec(), 0);
    dashboard.reset();
    QVERIFY2(goodbye.elapsed() < LongestGoodbye, qPrintable(QString::number(goodbye.elapsed())));
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestDashboard::theWindowOpensBeforeAnyAnswer()
{
    FaultyServer server; // answers nothing before the event loop turns
    speakGenAuth(server);
    Dashboard dashboard({}, PoolAccess{accountOn(server.url()), canaryKey()});
    dashboard.start();
    QVERIFY(openWindow()->isVisible());
    QCOMPARE(server.requests().size(), 0);
    QTRY_COMPARE(server.hitsOn(packagePath()), 1);
}

QTEST_MAIN(TestDashboard)
#include "tst_dashboard.moc"
