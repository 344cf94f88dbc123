// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/theme.h"
#include "app/dashboard/traymenu.h"
#include "app/dashboard/traypicture.h"
#include "app/text/language.h"
#include "tests/app/dashboard/poolsundertest.h"
#include "tests/app/languages.h"
#include "tests/support/qtwarnings.h"

#include <QAction>
#include <QImage>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;
using State = SubscriptionState;

namespace {

QImage imageOf(const QIcon &icon, int side = 32)
{
    return icon.pixmap(QSize(side, side)).toImage();
}

/** A tray menu over made-up pools. */
struct Stage
{
    explicit Stage(UiLanguage shownIn = UiLanguage::English)
    {
        language.set(shownIn);
        theme.apply(ThemeChoice::Light);
        pools.set({u"Staging"_s, u"Production"_s, u"Partners"_s, u"Loyalty"_s});
        pools.model.absorb(pools.id(u"Staging"_s), pools.answer(200));
        pools.model.absorb(pools.id(u"Production"_s), pools.answer(-12));
        pools.model.absorb(pools.id(u"Partners"_s), pools.answer(5));
        pools.model.absorb(pools.id(u"Loyalty"_s), pools.answer(20));
    }
    /** Of a pool that ends soon. */
    void fireAlert()
    {
        alerts.look({.account = pools.account(u"Partners"_s),
            .snapshot = pools.answer(5),
            .forecast = {},
            .watchedSince = pools.clock.nowUtc()});
    }
    [[nodiscard]] QAction *action(const char *name)
    {
        return menu.menu()->findChild<QAction *>(QLatin1String(name));
    }

    Language language{Language::defaultDirectory()};
    Theme theme;
    PoolsUnderTest pools;
    AlertCenter alerts{pools.clock, nullptr};
    TrayMenu menu{{pools.model, alerts, language, theme}};
};

} // namespace

class TestTrayMenu : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void namesTheThreeMostUrgentPools();
    void takesNoNameForMarkup();
    void showsTheWorstStateAsAShape();
    void countsOpenAlerts();
    void differsInEverySizeAndState();
    void saysWhatIsAskedFor();
    void speaksBothLanguages_data() { bothLanguages(); }
    void speaksBothLanguages();
    void looksOnceForManyChanges();
};

void TestTrayMenu::namesTheThreeMostUrgentPools()
{
    Stage stage;
    QTRY_VERIFY(stage.menu.toolTip().contains(u"Production"_s));
    const QStringList lines = stage.menu.toolTip().split(u'\n');
    QCOMPARE(lines.size(), 5);
    QVERIFY(lines.at(1).startsWith(u"Production: Overdue"_s) ||
            lines.at(1).startsWith(u"Production: Ended"_s));
    QVERIFY(lines.at(2).startsWith(u"Partners: "_s));
    QVERIFY(lines.at(3).startsWith(u"Loyalty: "_s));
    QCOMPARE(lines.at(4), u"and 1 more pool"_s);
}

void TestTrayMenu::takesNoNameForMarkup()
{
    Stage stage;
    Account account = stage.pools.account(u"Production"_s);
    account.name = u"<img src=x> & \u202Eevil\n"_s + QString(5000, u'x');
    stage.pools.model.setAccounts({account});
    QTRY_VERIFY(stage.menu.toolTip().contains(u"evil"_s));
    const QString toolTip = stage.menu.toolTip();
    for (const QChar bad : {QChar(u'<'), QChar(u'>'), QChar(u'&'), QChar(0x202E)})
        QVERIFY(!toolTip.contains(bad));
    QVERIFY(toolTip.size() < 300);
    QCOMPARE(toolTip.count(u'\n'), 1);
}

void TestTrayMenu::showsTheWorstStateAsAShape()
{
    Stage stage;
    const auto worst = stage.pools.model.index(1, 0)
                           .data(PoolsModel::AssessmentRole)
                           .value<SubscriptionAssessment>()
                           .headline;
    QTRY_COMPARE(imageOf(stage.menu.icon()), imageOf(trayPicture(worst, 0, stage.theme)));
    stage.pools.model.setAccounts({});
    QTRY_COMPARE(imageOf(stage.menu.icon()), imageOf(trayPicture({}, 0, stage.theme)));
    QCOMPARE(stage.menu.toolTip(), u"GenAuth Package Dashboard"_s);
    QVERIFY(!stage.action("trayRefreshAction")->isEnabled());
}

void TestTrayMenu::countsOpenAlerts()
{
    Stage stage;
    QTRY_VERIFY(stage.menu.toolTip().contains(u"Production"_s));
    QVERIFY(!stage.menu.needsAttention());
    QVERIFY(!stage.menu.menu()->findChild<QMenu *>()->isEnabled());
    const QImage calm = imageOf(stage.menu.icon());
    stage.fireAlert();
    QTRY_VERIFY(stage.menu.needsAttention());
    QVERIFY(imageOf(stage.menu.icon()) != calm);
    QCOMPARE(stage.action("trayAlertsAction")->text(), u"&Alerts (1)"_s);
    QVERIFY(stage.menu.menu()->findChild<QMenu *>()->isEnabled());
    QSignalSpy changes(&stage.menu, &TrayMenu::changed);
    stage.alerts.acknowledge({stage.alerts.openAlerts().constFirst().id});
    QTRY_VERIFY(!stage.menu.needsAttention());
    QCOMPARE(imageOf(stage.menu.icon()), calm);
    QVERIFY(!changes.isEmpty());
}

void TestTrayMenu::differsInEverySizeAndState()
{
    Theme theme;
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        theme.apply(choice);
        for (const int side : {16, 22, 32, 64}) {
            QList<QImage> seen;
            for (const State state : {State::Overdue, State::OverMau, State::EndsSoon,
                     State::NotReachable, State::Unknown, State::Active}) {
                for (const int alerts : {0, 1, 10})
                    seen.append(imageOf(trayPicture(state, alerts, theme), side));
            }
            // The smallest has a dot, whatever the number.
            const qsizetype same = side == 16 ? 6 : 0;
            qsizetype doubles = 0;
            for (qsizetype i = 0; i < seen.size(); ++i)
                doubles += seen.mid(i + 1).contains(seen.at(i)) ? 1 : 0;
            QCOMPARE(doubles, same);
        }
    }
}

void TestTrayMenu::saysWhatIsAskedFor()
{
    Stage stage;
    QTRY_VERIFY(stage.action("trayRefreshAction")->isEnabled());
    QSignalSpy shown(&stage.menu, &TrayMenu::showRequested);
    QSignalSpy alerts(&stage.menu, &TrayMenu::alertsRequested);
    QSignalSpy refreshed(&stage.menu, &TrayMenu::refreshRequested);
    QSignalSpy language(&stage.menu, &TrayMenu::languageRequested);
    QSignalSpy snoozed(&stage.menu, &TrayMenu::snoozeRequested);
    QSignalSpy quit(&stage.menu, &TrayMenu::quitRequested);
    for (const char *name : {"trayShowAction", "trayAlertsAction", "trayRefreshAction",
             "trayLanguageAction", "traySnoozeWeekAction", "trayQuitAction"})
        stage.action(name)->trigger();
    for (const QSignalSpy *spy : {&shown, &alerts, &refreshed, &language, &snoozed, &quit})
        QCOMPARE(spy->size(), 1);
    QCOMPARE(
        snoozed.constFirst().constFirst().value<AlertCenter::Snooze>(), AlertCenter::Snooze::AWeek);
}

void TestTrayMenu::speaksBothLanguages()
{
    const UiLanguage language = languageOfRow();
    Stage stage(UiLanguage::English);
    stage.language.set(language);
    stage.fireAlert();
    QTRY_VERIFY(stage.menu.needsAttention());
    for (const QAction *action : stage.menu.menu()->findChildren<QAction *>()) {
        if (action->isSeparator() || action == stage.menu.menu()->menuAction() ||
            action->objectName() == u"trayLanguageAction"_s)
            continue;
        QVERIFY2(isSaidIn(language, action->text()), qPrintable(action->text()));
    }
    const QStringList lines = stage.menu.toolTip().split(u'\n');
    for (const QString &line : lines)
        QVERIFY2(isSaidIn(language, line), qPrintable(line));
}

void TestTrayMenu::looksOnceForManyChanges()
{
    Stage stage;
    QTRY_VERIFY(stage.menu.toolTip().contains(u"Production"_s));
    QSignalSpy changes(&stage.menu, &TrayMenu::changed);
    for (int i = 0; i < 100; ++i)
        stage.pools.model.absorb(stage.pools.id(u"Staging"_s), stage.pools.answer(100 + i));
    QVERIFY(changes.isEmpty());
    QTRY_COMPARE(changes.size(), 1);
}

QTEST_MAIN(TestTrayMenu)
#include "tst_traymenu.moc"
