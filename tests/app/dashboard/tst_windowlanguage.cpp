// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/dialogs/aboutdialog.h"
#include "tests/app/dashboard/windowtexts.h"
#include "tests/app/dashboard/windowundertest.h"
#include "tests/app/languages.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QAction>
#include <QImage>
#include <QLabel>
#include <QListView>
#include <QPixmap>
#include <QTest>
#include <QToolButton>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

/** What the texts of the window are about: all that a pool can have to say at once. */
enum class Scene { Empty, Overdue, Failed, Unreadable, Refreshing };

/** Two pools whose answers fit the scene, on a server that plays it. */
QList<PoolAccess> stage(FaultyServer &server, Scene scene)
{
    speakGenAuth(server);
    QJsonObject package = samplePackage();
    package[u"endTime"_s] = u"2026-06-20 00:00:00"_s;
    package[u"overdueDays"_s] = scene == Scene::Unreadable ? u"n/a"_s : u"12"_s;
    if (scene == Scene::Failed) {
        const Script refused = refusal(403, 2010, u"Do not come here."_s);
        server.answer(packagePath(), {goodPackage(package), goodPackage(package), refused});
    } else if (scene == Scene::Refreshing) {
        server.answer(packagePath(), {goodPackage(package), goodPackage(package), silence()});
    } else {
        server.answer(packagePath(), {goodPackage(package)});
    }
    QList<PoolAccess> pools = poolOn(server) + poolOn(server);
    pools[0].account.currency = u"CNY"_s;
    if (scene == Scene::Empty)
        pools.clear();
    return pools;
}

/** Opens the pools and brings the scene about. */
void play(WindowUnderTest &it, const QList<PoolAccess> &pools, Scene scene)
{
    it.window->resize(1000, 760);
    it.open(pools);
    QVERIFY(it.waitForRefresh());
    if (scene == Scene::Failed)
        it.refreshAgain();
    if (scene == Scene::Refreshing) {
        it.clock.advance(std::chrono::minutes(90));
        it.window->refresh();
        QTRY_VERIFY(it.refresher.isRunning());
    }
    it.find<QAction>("aboutAction")->trigger();
    QTRY_VERIFY(it.window->findChild<AboutDialog *>());
}

/** All texts, the ones of Qt's own internals included; ages stand still with the clock. */
QMap<QString, QString> textsOf(WindowUnderTest &it)
{
    it.settle();
    return test::textsOf(*it.window);
}

} // namespace

class TestWindowLanguage : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void leavesNoTextBehind_data();
    void leavesNoTextBehind();
    void looksAsIfItHadAlwaysSpokenSo();
    void switchesByActions();
    void clearsOldMessages();
    void asksTheServerInItsLanguage();
    void keepsTheServersWords();
    void closesItsDialogs();
};

void TestWindowLanguage::leavesNoTextBehind_data()
{
    QTest::addColumn<int>("scene");
    const auto row = [](const char *name, Scene scene) {
        QTest::newRow(name) << static_cast<int>(scene);
    };
    row("empty", Scene::Empty);
    row("overdue", Scene::Overdue);
    row("failed", Scene::Failed);
    row("unreadable", Scene::Unreadable);
    row("refreshing", Scene::Refreshing);
}

void TestWindowLanguage::leavesNoTextBehind()
{
    QFETCH(int, scene);
    FaultyServer server;
    const auto pools = stage(server, static_cast<Scene>(scene));
    QMap<QString, QString> english;
    QMap<QString, QString> chinese;
    QMap<QString, QString> englishAgain;
    {
        WindowUnderTest it;
        play(it, pools, static_cast<Scene>(scene));
        english = textsOf(it);
        it.language.set(UiLanguage::Chinese);
        chinese = textsOf(it);
        it.language.set(UiLanguage::English);
        englishAgain = textsOf(it);
    }
    QCOMPARE(difference(english, englishAgain), QString());

    // What was switched says the same as what never spoke otherwise.
    FaultyServer again;
    QList<PoolAccess> same = stage(again, static_cast<Scene>(scene));
    WindowUnderTest fresh(UiLanguage::Chinese);
    play(fresh, same, static_cast<Scene>(scene));
    QMap<QString, QString> expected = textsOf(fresh);
    for (QString &text : expected)
        text.replace(u":%1"_s.arg(again.port()), u":%1"_s.arg(server.port()));
    QCOMPARE(difference(expected, chinese), QString());
    QVERIFY(expected.size() > 50);

    // And nothing in it is English by mistake: every sentence differs from the English one.
    const QStringList neutral{u"English"_s, u"中文"_s, u"Enterprise"_s, u"B2C"_s,
        u"V4_B2C_Enterprise:1000"_s, u"1,000"_s, u"¥\u00A099.00"_s, u"99.00"_s,
        u"A pool of a test"_s, u"MAU"_s, u"api.genauth.ai"_s};
    for (auto text = english.cbegin(); text != english.cend(); ++text) {
        const QString &said = chinese.value(text.key());
        // The details' values are codes and names of the vendor's.
        bool isNumber = false;
        said.toInt(&isNumber);
        QVERIFY2(said != text.value() || isNumber || neutral.contains(said) ||
                     text.key().contains(u"detailsValue"_s),
            qPrintable(text.key() + u": "_s + said));
    }
}

void TestWindowLanguage::looksAsIfItHadAlwaysSpokenSo()
{
    // What is painted and no widget's text: the list of pools.
    FaultyServer server;
    const auto pools = stage(server, Scene::Overdue);
    const auto paintedList = [](WindowUnderTest &it) {
        it.settle();
        return it.find<QListView>("poolListView")->grab().toImage();
    };
    const auto opened = [&](WindowUnderTest &it) {
        it.window->resize(1000, 760);
        it.open(pools);
        QVERIFY(it.waitForRefresh());
    };
    QImage switched;
    {
        WindowUnderTest it;
        opened(it);
        const QImage english = paintedList(it);
        it.language.set(UiLanguage::Chinese);
        switched = paintedList(it);
        QVERIFY(switched != english);
        it.language.set(UiLanguage::English);
        QCOMPARE(paintedList(it), english);
    }
    WindowUnderTest fresh(UiLanguage::Chinese);
    opened(fresh);
    QCOMPARE(switched, paintedList(fresh));
}

void TestWindowLanguage::switchesByActions()
{
    WindowUnderTest it;
    it.window->show();
    const auto title = [&it] { return it.window->windowTitle(); };
    auto *button = it.find<QToolButton>("languageButton");
    QCOMPARE(button->text(), u"中文"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(title(), u"GenAuth 套餐看板 – 演示数据"_s);
    QCOMPARE(button->text(), u"English"_s);
    QVERIFY(it.find<QAction>("chineseAction")->isChecked());
    QVERIFY(!it.find<QAction>("englishAction")->isChecked());
    QCOMPARE(it.settings.language(), std::optional(UiLanguage::Chinese));

    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(title(), u"GenAuth Package Dashboard – Demo data"_s);
    QCOMPARE(it.settings.language(), std::optional(UiLanguage::English));

    it.find<QAction>("chineseAction")->trigger();
    QTRY_COMPARE(title(), u"GenAuth 套餐看板 – 演示数据"_s);
    QCOMPARE(it.settings.language(), std::optional(UiLanguage::Chinese));
    it.find<QAction>("englishAction")->trigger();
    QTRY_COMPARE(title(), u"GenAuth Package Dashboard – Demo data"_s);
    // Chosen again, it stays chosen.
    it.find<QAction>("englishAction")->trigger();
    QCoreApplication::processEvents();
    QVERIFY(it.find<QAction>("englishAction")->isChecked());
    QCOMPARE(it.settings.language(), std::optional(UiLanguage::English));
}

void TestWindowLanguage::clearsOldMessages()
{
    FaultyServer server;
    speakGenAuth(server);
    WindowUnderTest it;
    it.open(poolOn(server));
    QVERIFY(it.waitForRefresh());
    it.window->refresh();
    QVERIFY(!it.statusMessage().isEmpty());
    it.language.set(UiLanguage::Chinese);
    QTRY_COMPARE(it.statusMessage(), QString());
    it.window->refresh();
    QCOMPARE(it.statusMessage(), u"刚刚刷新过，没有重新请求。"_s);
}

void TestWindowLanguage::asksTheServerInItsLanguage()
{
    FaultyServer server;
    speakGenAuth(server);
    WindowUnderTest it;
    const auto asked = [&] {
        const RecordedRequest last = server.requestsTo(packagePath()).constLast();
        return last.header("x-authing-lang") + ' ' + last.header("x-genauth-lang");
    };
    it.open(poolOn(server));
    QVERIFY(it.waitForRefresh());
    QCOMPARE(asked(), "en-US en-US"_ba);
    it.find<QAction>("chineseAction")->trigger();
    it.refreshAgain();
    QCOMPARE(asked(), "zh-CN zh-CN"_ba);
    it.find<QAction>("englishAction")->trigger();
    it.refreshAgain();
    QCOMPARE(asked(), "en-US en-US"_ba);
    QCOMPARE(server.hitsOn(packagePath()), 3);
    QCOMPARE(server.hitsOn(tokenPath()), 1);
}

void TestWindowLanguage::keepsTheServersWords()
{
    FaultyServer server;
    speakGenAuth(server);
    server.answer(packagePath(), {refusal(403, 2010, u"没有权限 <b>at all</b>"_s)});
    WindowUnderTest it;
    it.open(poolOn(server));
    QVERIFY(it.waitForRefresh());
    const auto note = [&it] { return it.text("errorBanner", "noteLabel"); };
    QVERIFY2(note().startsWith(u"The server's own words: “没有权限 <b>at all</b>”"_s),
        qPrintable(note()));
    it.language.set(UiLanguage::Chinese);
    QTRY_VERIFY(note().startsWith(u"服务器原话：“没有权限 <b>at all</b>”"_s));
}

void TestWindowLanguage::closesItsDialogs()
{
    WindowUnderTest it;
    it.window->show();
    it.find<QAction>("aboutAction")->trigger();
    QTRY_VERIFY(it.window->findChild<AboutDialog *>());
    QTest::keyClick(it.window->findChild<AboutDialog *>(), Qt::Key_Escape);
    QTRY_VERIFY(!it.window->findChild<AboutDialog *>());
}

QTEST_MAIN(TestWindowLanguage)
#include "tst_windowlanguage.moc"
