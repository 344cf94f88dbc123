// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/dashboard/windowundertest.h"
#include "tests/pictures/scenes.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QAbstractButton>
#include <QApplication>
#include <QTest>

#include <algorithm>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

/** An overdue pool of a known host whose last refresh met a web page: every button there is. */
void playTrouble(WindowUnderTest &it)
{
    const QList<Scene> scenes = allScenes();
    const auto portal = std::ranges::find_if(
        scenes, [](const Scene &scene) { return scene.name == "error-portal"_L1; });
    portal->play(it);
    it.find<QAbstractButton>("detailsButton")->click();
    it.settle();
}

/** Presses Tab until the keyboard is where it began. */
QList<QWidget *> walkByTab(WindowUnderTest &it, Qt::Key key = Qt::Key_Tab)
{
    QList<QWidget *> walk;
    constexpr int longest = 40;
    while (walk.size() < longest) {
        QWidget *here = QApplication::focusWidget();
        if (!here || walk.contains(here))
            break;
        walk << here;
        QTest::keyClick(here, key);
        it.settle();
    }
    return walk;
}

QStringList namesOf(const QList<QWidget *> &widgets)
{
    QStringList names;
    for (const QWidget *widget : widgets)
        names << widget->objectName();
    return names;
}

} // namespace

/** The window by the keyboard alone. */
class TestWindowKeyboard : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void reachesEverythingInOrder();
    void goesBackTheSameWay();
    void showsWhereItIs_data();
    void showsWhereItIs();
    void pressesWithReturnAndSpace_data();
    void pressesWithReturnAndSpace();
    void reachesBothWaysOnFromTheWelcome();
};

void TestWindowKeyboard::reachesEverythingInOrder()
{
    WindowUnderTest it(UiLanguage::English, {}, DataOrigin::RealPools);
    it.open({});
    playTrouble(it);
    it.find<QWidget>("packagePage")->setFocus(Qt::TabFocusReason);
    const QStringList names = namesOf(walkByTab(it));
    const QStringList page{u"packagePage"_s, u"consoleButton"_s, u"retryButton"_s,
        u"editConnectionButton"_s, u"openBrowserButton"_s, u"detailsButton"_s,
        u"copyDetailsButton"_s};
    QCOMPARE(names.mid(0, page.size()).join(u' '), page.join(u' '));
    const QStringList rest = names.mid(page.size());
    QVERIFY2(rest.contains(u"languageButton"_s) && rest.contains(u"refreshButton"_s),
        qPrintable(names.join(u' ')));
    QVERIFY2(rest.indexOf(u"languageButton"_s) < rest.indexOf(u"refreshButton"_s),
        qPrintable(names.join(u' ')));
}

void TestWindowKeyboard::goesBackTheSameWay()
{
    WindowUnderTest it(UiLanguage::English, {}, DataOrigin::RealPools);
    it.open({});
    playTrouble(it);
    auto *page = it.find<QWidget>("packagePage");
    page->setFocus(Qt::TabFocusReason);
    QStringList forward = namesOf(walkByTab(it));
    QCOMPARE(QApplication::focusWidget(), page); // once around
    QStringList back = namesOf(walkByTab(it, Qt::Key_Backtab));
    std::reverse(back.begin() + 1, back.end());
    QCOMPARE(back.join(u' '), forward.join(u' '));
}

void TestWindowKeyboard::showsWhereItIs_data()
{
    QTest::addColumn<int>("theme");
    QTest::newRow("light") << static_cast<int>(ThemeChoice::Light);
    QTest::newRow("dark") << static_cast<int>(ThemeChoice::Dark);
}

void TestWindowKeyboard::showsWhereItIs()
{
    QFETCH(int, theme);
    WindowUnderTest it(UiLanguage::English, {}, DataOrigin::RealPools);
    it.theme.apply(static_cast<ThemeChoice>(theme));
    it.open({});
    playTrouble(it);
    auto *page = it.find<QWidget>("packagePage");
    page->setFocus(Qt::TabFocusReason);
    const QList<QWidget *> walk = walkByTab(it);
    QVERIFY(walk.size() >= 9);
    for (QWidget *widget : walk) {
        widget->setFocus(Qt::TabFocusReason);
        it.settle();
        const QImage with = widget->grab().toImage();
        QVERIFY(widget->hasFocus());
        widget->clearFocus();
        it.settle();
        QVERIFY2(widget->grab().toImage() != with, qPrintable(widget->objectName()));
    }
}

void TestWindowKeyboard::pressesWithReturnAndSpace_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("Return") << static_cast<int>(Qt::Key_Return);
    QTest::newRow("Space") << static_cast<int>(Qt::Key_Space);
}

void TestWindowKeyboard::pressesWithReturnAndSpace()
{
    QFETCH(int, key);
    WindowUnderTest it(UiLanguage::English, {}, DataOrigin::RealPools);
    it.open({});
    playTrouble(it);
    const auto press = [&](const char *button) {
        it.find<QWidget>(button)->setFocus(Qt::TabFocusReason);
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key));
        it.settle();
    };
    press("consoleButton");
    press("openBrowserButton");
    QCOMPARE(it.openedUrls, QList({consoleOf(defaultHost()), signInProbePage()}));
    QVERIFY(it.find<QWidget>("detailsPanel")->isVisible());
    press("detailsButton");
    QVERIFY(!it.find<QWidget>("detailsPanel")->isVisible());
    press("editConnectionButton");
    QVERIFY(it.find<QWidget>("connectDialog")->isVisible());
}

void TestWindowKeyboard::reachesBothWaysOnFromTheWelcome()
{
    WindowUnderTest it(UiLanguage::English, {}, DataOrigin::RealPools);
    it.open({});
    QCOMPARE(QApplication::focusWidget()->objectName(), u"connectPoolButton"_s);
    const QStringList names = namesOf(walkByTab(it));
    QCOMPARE(names.mid(0, 2).join(u' '), u"connectPoolButton exploreDemoButton"_s);
    QVERIFY(names.contains(u"languageButton"_s));
}

QTEST_MAIN(TestWindowKeyboard)
#include "tst_windowkeyboard.moc"
