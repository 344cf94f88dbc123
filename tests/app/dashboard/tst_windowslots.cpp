// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/dashboard/windowundertest.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QAction>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

/** How many pools are refreshed at once, as the File menu offers it. */
class TestWindowSlots : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void countsAtOnceAndIsRemembered();
    void offersWhatTheFileSays();

private:
    [[nodiscard]] static QStringList offered(const QWidget &window);
    /** The one that is checked; empty unless it is one. */
    [[nodiscard]] static QString chosen(const QWidget &window);
};

QStringList TestWindowSlots::offered(const QWidget &window)
{
    QStringList texts;
    for (const QAction *action : window.findChildren<QAction *>(u"slotsAction"_s))
        texts.append(action->text());
    return texts;
}

QString TestWindowSlots::chosen(const QWidget &window)
{
    QStringList texts;
    for (const QAction *action : window.findChildren<QAction *>(u"slotsAction"_s)) {
        if (action->isChecked())
            texts.append(action->text());
    }
    return texts.size() == 1 ? texts.constFirst() : QString();
}

void TestWindowSlots::countsAtOnceAndIsRemembered()
{
    FaultyServer server;
    speakGenAuth(server);
    server.answer(packagePath(), {silence()});
    QList<PoolAccess> pools;
    for (int i = 0; i < 20; ++i)
        pools += poolOn(server);
    WindowUnderTest it;
    QCOMPARE(chosen(*it.window), u"4"_s);
    it.open(pools);
    QTRY_COMPARE(server.hitsOn(packagePath()), 4);
    const QList<QAction *> actions = it.window->findChildren<QAction *>(u"slotsAction"_s);
    const auto eight = std::ranges::find_if(
        actions, [](const QAction *action) { return action->text() == u"8"_s; });
    QVERIFY(eight != actions.end());
    (*eight)->trigger();
    QCOMPARE(chosen(*it.window), u"8"_s);
    QTRY_COMPARE(server.hitsOn(packagePath()), 8); // of the refresh under way, too
    QCOMPARE(Settings(it.folder.filePath(u"dashboard.ini"_s)).slotCount(), 8);
    // The next window on these settings begins with it.
    const MainWindow next({it.model, it.refresher, it.scheduler, it.session, it.pools, it.store,
        it.alerts, it.language, it.theme, it.settings, it.clock});
    QCOMPARE(chosen(next), u"8"_s);
    it.refresher.cancel();
    QVERIFY(it.waitForRefresh());
}

void TestWindowSlots::offersWhatTheFileSays()
{
    WindowUnderTest it;
    QCOMPARE(offered(*it.window),
        (QStringList{u"1"_s, u"2"_s, u"4"_s, u"8"_s, u"16"_s, u"32"_s, u"64"_s}));
    it.settings.setSlotCount(5); // edited by hand
    const MainWindow next({it.model, it.refresher, it.scheduler, it.session, it.pools, it.store,
        it.alerts, it.language, it.theme, it.settings, it.clock});
    QVERIFY(offered(next).contains(u"5"_s));
    QCOMPARE(chosen(next), u"5"_s);
}

QTEST_MAIN(TestWindowSlots)
#include "tst_windowslots.moc"
