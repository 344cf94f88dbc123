// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/dashboard/windowtexts.h"
#include "tests/app/dashboard/windowundertest.h"
#include "tests/app/languages.h"
#include "tests/pictures/scenes.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QAbstractButton>
#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QTest>
#include <QWidgetAction>

#include <algorithm>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

/** A window that plays a scene. */
class Stage
{
public:
    Stage(const Scene &scene, UiLanguage language)
        : it(language, {.inactivity = scene.patience}, scene.origin)
    {
        it.window->resize(1000, 760);
        it.open({});
        scene.play(it);
        it.settle();
    }

    /** All texts, less what stands in a name's field, which is the user's own. One test server's
     *  port, folder or account is not told apart from another's. */
    [[nodiscard]] QMap<QString, QString> texts()
    {
        static const QRegularExpression port(u"127\\.0\\.0\\.1:\\d+"_s);
        it.settle();
        QMap<QString, QString> all = textsOf(*it.window);
        static const QRegularExpression id(u"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"_s);
        for (QString &text : all)
            text.replace(port, u"127.0.0.1:PORT"_s)
                .replace(it.folder.path(), u"FOLDER"_s)
                .replace(id, u"ID"_s);
        all.removeIf([](auto text) { return text.key().endsWith(u"nameEdit, text"_s); });
        return all;
    }

    WindowUnderTest it;
};

Scene sceneOfRow()
{
    QFETCH(int, scene);
    return allScenes().at(scene);
}

/** What is the same in both languages: names, values, keys, and what a server or the user said. */
bool isNeutral(const QString &place, const QString &text)
{
    static const QStringList known{u"English"_s, u"中文"_s, u"Production"_s, u"Enterprise"_s,
        u"B2C"_s, u"V4_B2C_Enterprise:1000"_s, u"XQX"_s, u"Enterprise package"_s,
        u"pool-of-the-claim"_s, u"65f0c2a91b7e4d3086ac51f2"_s, canaryKey().id, u"statusCode"_s,
        u"apiCode"_s, u"requestId"_s};
    // Numbers, money, addresses, keys of the keyboard, and offsets from UTC.
    static const QRegularExpression form(
        u"^([\\d.,:¥%\\x{A0} ]+|https?://\\S+|((Ctrl|Shift|Alt)\\+)*([A-Z0-9][A-Za-z0-9]*|,)"
        "( · (Ctrl\\+)*[A-Z]\\w*)*|UTC([+-][\\d:]+)?|\\x{25CF}+|0x0)$"_s);
    static const QRegularExpression pool(
        u"^(Production|Customers|Partners|Staging|Employees|Loyalty|Shanghai|Pool) \\d+$"_s);
    return text.isEmpty() || known.contains(text) || form.match(text).hasMatch() ||
           pool.match(text).hasMatch() || place.contains(u"detailsValue"_s) ||
           place.contains(u"storeFileLabel, "_s) || place.contains(u"secretEdit, "_s);
}

/** Ours have names; of the others, those that stand in a menu or in the menu bar. */
bool isReachable(const QAction &action)
{
    const QObjectList places = action.associatedObjects();
    return !action.objectName().isEmpty() || std::ranges::any_of(places, [](const QObject *place) {
        return qobject_cast<const QMenu *>(place) || qobject_cast<const QMenuBar *>(place);
    });
}

/** Sentences in which a server, or a name of the vendor's, is quoted. */
QString withoutQuotes(QString text)
{
    static const QRegularExpression quoted(u"“[^”]*”|https?://\\S+"_s);
    return text.remove(quoted);
}

} // namespace

/** Every state of the window and of its dialogs, in one language and the other. */
class TestSceneLanguage : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void leavesNoTextBehind_data();
    void leavesNoTextBehind();
    void namesAllThatCanBeUsed_data() { leavesNoTextBehind_data(); }
    void namesAllThatCanBeUsed();

private:
    void verifyNamed(const Scene &scene, UiLanguage language);
};

void TestSceneLanguage::leavesNoTextBehind_data()
{
    QTest::addColumn<int>("scene");
    const QList<Scene> scenes = scenesOfOurWords();
    for (int i = 0; i < scenes.size(); ++i)
        QTest::newRow(qPrintable(scenes.at(i).name)) << i;
}

void TestSceneLanguage::leavesNoTextBehind()
{
    const Scene scene = sceneOfRow();
    QMap<QString, QString> english;
    QMap<QString, QString> chinese;
    {
        Stage stage(scene, UiLanguage::English);
        english = stage.texts();
        stage.it.language.set(UiLanguage::Chinese);
        chinese = stage.texts();
        stage.it.language.set(UiLanguage::English);
        QCOMPARE(difference(english, stage.texts()), QString());
    }
    // What was switched says the same as what never spoke otherwise.
    Stage fresh(scene, UiLanguage::Chinese);
    QCOMPARE(difference(fresh.texts(), chinese), QString());
    QVERIFY(english.size() > 50);
    for (auto text = chinese.cbegin(); text != chinese.cend(); ++text) {
        const QString &place = text.key();
        if (isNeutral(place, text.value()))
            continue;
        QVERIFY2(hasHan(withoutQuotes(text.value())), qPrintable(place + u": "_s + text.value()));
        QVERIFY2(!hasPlaceholder(text.value()), qPrintable(place + u": "_s + text.value()));
    }
    for (auto text = english.cbegin(); text != english.cend(); ++text) {
        const QString &place = text.key();
        const QStringList otherName{u"企业版套餐"_s, u"中文"_s};
        QVERIFY2(isNeutral(place, text.value()) || otherName.contains(text.value()) ||
                     !hasHan(withoutQuotes(text.value())),
            qPrintable(place + u": "_s + text.value()));
    }
}

void TestSceneLanguage::namesAllThatCanBeUsed()
{
    const Scene scene = sceneOfRow();
    verifyNamed(scene, UiLanguage::English);
    verifyNamed(scene, UiLanguage::Chinese);
}

void TestSceneLanguage::verifyNamed(const Scene &scene, UiLanguage language)
{
    Stage stage(scene, language);
    QCOMPARE(namelessParts(*stage.it.window).join(u'\n'), QString());
    const auto actions = stage.it.window->findChildren<QAction *>();
    for (const QAction *action : actions) {
        // A toolbar's labels and spaces, and what Qt makes for itself, are no actions of ours.
        if (action->isSeparator() || qobject_cast<const QWidgetAction *>(action) ||
            action->objectName().startsWith(u"_q_"_s) || !isReachable(*action))
            continue;
        const QString text = action->text();
        QVERIFY2(!text.isEmpty() && (isNeutral({}, text) || isSaidIn(language, text)),
            qPrintable(u"%1 of %2: %3"_s.arg(action->objectName(),
                QLatin1String(action->parent()->metaObject()->className()), text)));
    }
}

QTEST_MAIN(TestSceneLanguage)
#include "tst_scenelanguage.moc"
