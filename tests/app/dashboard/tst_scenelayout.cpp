// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/dashboard/windowcuts.h"
#include "tests/pictures/scenes.h"
#include "tests/support/qtwarnings.h"

#include <QDialog>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

constexpr QSize SmallestSupported{800, 500};

} // namespace

/** Every state of the window and of its dialogs, in a small window: no word is cut, nothing is
 * wider than its window, and no dialog is larger than the window it belongs to. */
class TestSceneLayout : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void fits_data();
    void fits();

private:
    void verifyFits(const Scene &scene, UiLanguage language, ThemeChoice theme, QSize size);
};

void TestSceneLayout::fits_data()
{
    QTest::addColumn<int>("scene");
    QTest::addColumn<int>("percent");
    const QList<Scene> scenes = allScenes();
    for (const int percent : {100, 150, 200}) {
        for (int i = 0; i < scenes.size(); ++i)
            QTest::addRow("%s, %d %%", qPrintable(scenes.at(i).name), percent) << i << percent;
    }
}

void TestSceneLayout::fits()
{
    QFETCH(int, scene);
    QFETCH(int, percent);
    const TypeScale scale(percent);
    const Scene played = allScenes().at(scene);
    for (const UiLanguage language : {UiLanguage::English, UiLanguage::Chinese})
        verifyFits(played, language, ThemeChoice::Light, SmallestSupported);
    // Themes differ in colours only, so one look in the dark is enough, at another size.
    verifyFits(played, UiLanguage::English, ThemeChoice::Dark, {1180, 800});
}

void TestSceneLayout::verifyFits(
    const Scene &scene, UiLanguage language, ThemeChoice theme, QSize size)
{
    WindowUnderTest it(language, {.inactivity = scene.patience}, scene.origin);
    it.theme.apply(theme);
    it.window->resize(size);
    it.open({});
    scene.play(it);
    it.settle();
    QCOMPARE(it.window->size(), size);
    QList<QWidget *> windows{it.window.get()};
    for (QDialog *dialog : it.window->findChildren<QDialog *>()) {
        windows << dialog;
        QVERIFY2(dialog->width() <= size.width() && dialog->height() <= size.height(),
            qPrintable(u"%1 is %2 x %3"_s.arg(dialog->objectName())
                           .arg(dialog->width())
                           .arg(dialog->height())));
    }
    for (const QWidget *window : windows) {
        QCOMPARE(cutTexts(*window).join(u'\n'), QString());
        QCOMPARE(tooWideParts(*window).join(u'\n'), QString());
    }
}

QTEST_MAIN(TestSceneLayout)
#include "tst_scenelayout.moc"
