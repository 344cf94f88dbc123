// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/dashboard.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

/** How long people wait for a window to go away. */
constexpr qint64 LongestGoodbye = 2000;

void quit()
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (const QWidget *window : windows) {
        if (auto *action = window->findChild<QAction *>(u"quitAction"_s))
            action->trigger();
    }
}

} // namespace

/** How everything behind one window ends. */
class TestQuitting : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void waitsForNoServer_data();
    void waitsForNoServer();
};

void TestQuitting::waitsForNoServer_data()
{
    QTest::addColumn<QString>("silentPath");
    QTest::newRow("signing in") << tokenPath();
    QTest::newRow("the package") << packagePath();
}

void TestQuitting::waitsForNoServer()
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
        quit();
    });
    QTimer patience;
    patience.callOnTimeout(qApp, [] { QApplication::exit(1); });
    patience.start(std::chrono::seconds(10));
    QCOMPARE(QApplication::exec(), 0);
    dashboard.reset();
    QVERIFY2(goodbye.elapsed() < LongestGoodbye, qPrintable(QString::number(goodbye.elapsed())));
    QTRY_COMPARE(server.openConnections(), 0);
}

QTEST_MAIN(TestQuitting)
#include "tst_quitting.moc"
