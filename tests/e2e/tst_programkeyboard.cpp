// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/languages.h"
#include "tests/e2e/drivenprogram.h"
#include "tests/e2e/testhome.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QImage>
#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

/** What a package of samplePackage() brings in its own words, and what names a language in it. */
bool isForeign(const QString &text)
{
    static const QStringList words{
        u"Enterprise"_s, u"B2C"_s, u"V4_B2C_Enterprise:1000"_s, u"English"_s, u"中文"_s};
    static const QRegularExpression noWords(u"^[^\\p{L}]*$"_s);
    return words.contains(text) || text.contains(noWords);
}

} // namespace

/** The dashboard from its start to its end, by someone who has only a keyboard. */
class TestProgramKeyboard : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void showsThePackage_data() { bothLanguages(); }
    void showsThePackage();
    void refreshes_data();
    void refreshes();
    void stopsARefresh_data() { bothLanguages(); }
    void stopsARefresh();
    void reachesEveryButton_data() { bothLanguages(); }
    void reachesEveryButton();
    void opensMenus_data() { bothLanguages(); }
    void opensMenus();
    void switchesTheLanguage_data();
    void switchesTheLanguage();
    void opensAndClosesAbout_data() { bothLanguages(); }
    void opensAndClosesAbout();
    void choosesAmongPools_data() { bothLanguages(); }
    void choosesAmongPools();
    void ends_data() { bothLanguages(); }
    void ends();

private:
    /** In the language of the row. */
    void start(const QStringList &arguments = {});
    /** The same, until the package of the server's pool is shown. */
    void open();
    [[nodiscard]] QString inRow(const QString &english, const QString &chinese) const
    {
        return m_language == UiLanguage::English ? english : chinese;
    }

    UiLanguage m_language = UiLanguage::English;
    std::unique_ptr<FaultyServer> m_server;
    std::unique_ptr<TestHome> m_home;
    std::unique_ptr<DrivenProgram> m_program;
};

void TestProgramKeyboard::init()
{
    failOnQtWarnings();
    m_language = languageOfRow();
    m_server = std::make_unique<FaultyServer>();
    speakGenAuth(*m_server);
    m_home = std::make_unique<TestHome>();
    m_home->connectAccount(m_server->url(), canaryKey().id, canaryKey().secret);
}

void TestProgramKeyboard::cleanup()
{
    m_program.reset();
    m_home.reset();
    m_server.reset();
}

void TestProgramKeyboard::start(const QStringList &arguments)
{
    m_program = std::make_unique<DrivenProgram>(
        arguments + QStringList{inRow(u"--lang=en"_s, u"--lang=zh"_s)}, *m_home);
}

void TestProgramKeyboard::open()
{
    start();
    QVERIFY2(m_program->isReady(), m_program->trouble());
    const QString name = inRow(u"Enterprise package"_s, u"企业版套餐"_s);
    QVERIFY2(m_program->waitUntil([&] { return m_program->text("packageNameLabel") == name; }),
        m_program->trouble());
    QVERIFY2(m_program->waitUntil([&] { return m_program->widget("refreshButton").enabled; }),
        m_program->trouble());
}

void TestProgramKeyboard::showsThePackage()
{
    open();
    QCOMPARE(
        m_program->focus().window, inRow(u"GenAuth Package Dashboard"_s, u"GenAuth 套餐看板"_s));
    QCOMPARE(m_program->text("mauQuantityCard/valueLabel"), u"1,000"_s);
    QCOMPARE(m_program->text("unitPriceCard/valueLabel"), u"99.00"_s);
    const QString picture = m_home->path(u"pictures/window.png"_s);
    QVERIFY2(m_program->grab(picture), m_program->trouble());
    QVERIFY(QImage(picture).width() >= 640);
}

void TestProgramKeyboard::refreshes_data()
{
    QTest::addColumn<int>("language");
    QTest::addColumn<QString>("key");
    QTest::newRow("English, F5") << int(UiLanguage::English) << u"F5"_s;
    QTest::newRow("Chinese, Ctrl+R") << int(UiLanguage::Chinese) << u"Ctrl+R"_s;
}

void TestProgramKeyboard::refreshes()
{
    QFETCH(QString, key);
    open();
    // Asking again takes a pause since the last time.
    const bool asked = m_program->waitUntil([&] {
        m_program->press(key);
        return m_server->hitsOn(packagePath()) == 2;
    });
    QVERIFY2(asked, m_program->trouble());
    QVERIFY2(m_program->waitUntil([&] { return m_program->widget("refreshButton").enabled; }),
        m_program->trouble());
    m_program->press(key);
    QVERIFY2(
        m_program->waitForText(inRow(u"Refreshed a moment ago"_s, u"刚刚刷新过，没有重新请求。"_s)),
        m_program->trouble());
    QCOMPARE(m_server->hitsOn(packagePath()), 2);
    QCOMPARE(m_server->hitsOn(tokenPath()), 1);
}

void TestProgramKeyboard::stopsARefresh()
{
    m_server->answer(packagePath(), {silence()});
    start();
    QVERIFY2(m_program->waitUntil([&] { return m_server->hitsOn(packagePath()) == 1; }),
        m_program->trouble());
    QVERIFY2(m_program->tabTo("stopButton"), m_program->trouble());
    m_program->press("Space");
    QVERIFY2(m_program->waitForText(inRow(u"Refresh stopped."_s, u"已停止刷新。"_s)),
        m_program->trouble());
    QVERIFY(!m_program->widget("stopButton").visible);
    // The keyboard is not lost with the button.
    QVERIFY2(m_program->tabTo("languageButton"), m_program->trouble());
}

void TestProgramKeyboard::reachesEveryButton()
{
    open();
    static const QRegularExpression button(u"/toolBar/(\\w+), text$"_s);
    QStringList buttons;
    const auto texts = m_program->texts();
    for (auto text = texts.cbegin(); text != texts.cend(); ++text) {
        if (const auto match = button.match(text.key()); match.hasMatch())
            buttons << match.captured(1);
    }
    QVERIFY(buttons.size() >= 2);
    QStringList stops = m_program->tabStops();
    for (const QString &name : buttons) {
        QVERIFY2(
            stops.contains(name), qPrintable(name + u" is not among "_s + stops.join(u", "_s)));
        QVERIFY2(m_program->tabTo(name), m_program->trouble());
        QVERIFY2(m_program->tabTo(name, "Shift+Tab"), m_program->trouble());
    }
    // Backwards it is the same round.
    QStringList back = m_program->tabStops("Shift+Tab");
    stops.sort();
    back.sort();
    QCOMPARE(back, stops);
}

void TestProgramKeyboard::opensMenus()
{
    open();
    const QString before = m_program->focus().name;
    // The same keys in both languages.
    const std::pair<QString, QString> menus[] = {
        {u"Alt+F"_s, inRow(u"Refresh"_s, u"刷新(R)"_s)},
        {u"Alt+P"_s, inRow(u"Connect a user pool…"_s, u"连接用户池(C)…"_s)},
        {u"Alt+V"_s, inRow(u"Alerts"_s, u"提醒"_s)}, // and how many
        {u"Alt+H"_s, inRow(u"Documentation"_s, u"文档(D)"_s)},
    };
    for (const auto &[key, firstItem] : menus) {
        m_program->press(key);
        QVERIFY2(m_program->waitUntil([&] { return m_program->focus().popup == u"QMenu"_s; }),
            m_program->trouble());
        const QString item = m_program->focus().item;
        QVERIFY2(item.startsWith(firstItem), qPrintable(item));
        QVERIFY(m_program->shows(item));
        m_program->press("Escape");
        m_program->press("Escape");
        QCOMPARE(m_program->focus().popup, QString());
        QCOMPARE(m_program->focus().name, before);
    }
}

void TestProgramKeyboard::switchesTheLanguage_data()
{
    QTest::addColumn<int>("language");
    QTest::addColumn<bool>("byMenu");
    for (const bool byMenu : {false, true}) {
        const char *way = byMenu ? "menu" : "button";
        QTest::addRow("from English, %s", way) << int(UiLanguage::English) << byMenu;
        QTest::addRow("from Chinese, %s", way) << int(UiLanguage::Chinese) << byMenu;
    }
}

void TestProgramKeyboard::switchesTheLanguage()
{
    QFETCH(bool, byMenu);
    open();
    if (byMenu) {
        m_program->press("Alt+V");
        m_program->press("L");
        QVERIFY2(m_program->arrowTo(inRow(u"中文"_s, u"English"_s)), m_program->trouble());
        m_program->press("Return");
    } else {
        QVERIFY2(m_program->tabTo("languageButton"), m_program->trouble());
        m_program->press("Space");
    }
    const UiLanguage other =
        m_language == UiLanguage::English ? UiLanguage::Chinese : UiLanguage::English;
    const QString title = inRow(u"GenAuth 套餐看板"_s, u"GenAuth Package Dashboard"_s);
    QVERIFY2(m_program->waitUntil([&] { return m_program->focus().window == title; }),
        m_program->trouble());
    // Now everything is said in it; only the package's other name stays in the other language.
    QMap<QString, QString> texts = m_program->texts();
    QVERIFY(texts.size() > 30);
    for (auto text = texts.cbegin(); text != texts.cend(); ++text) {
        if (!isForeign(*text) && !text.key().contains(u"otherNameLabel"_s) &&
            !text.key().contains(u"languageButton"))
            QVERIFY2(isSaidIn(other, *text), qPrintable(text.key() + u": "_s + *text));
    }
}

void TestProgramKeyboard::opensAndClosesAbout()
{
    open();
    QVERIFY2(m_program->tabTo("languageButton"), m_program->trouble());
    m_program->press("Alt+H");
    m_program->press("A");
    QVERIFY2(
        m_program->waitUntil([&] { return m_program->focus().windowName == u"aboutDialog"_s; }),
        m_program->trouble());
    QCOMPARE(m_program->focus().window, inRow(u"About"_s, u"关于"_s));
    QVERIFY(m_program->shows(u"" GENAUTH_VERSION));
    m_program->press("Escape");
    QVERIFY2(m_program->waitUntil([&] { return m_program->focus().name == u"languageButton"_s; }),
        m_program->trouble());
    QVERIFY(!m_program->widget("aboutDialog").visible);
}

void TestProgramKeyboard::choosesAmongPools()
{
    start({u"--demo"_s});
    const QString partners = inRow(u"Partners"_s, u"合作伙伴"_s);
    QVERIFY2(m_program->waitForText(partners), m_program->trouble());
    // The worst comes first, once the answers are there.
    QVERIFY2(m_program->waitUntil([&] { return m_program->widget("refreshButton").enabled; }),
        m_program->trouble());
    QVERIFY2(m_program->tabTo("poolListView"), m_program->trouble());
    m_program->press("Home");
    QCOMPARE(m_program->focus().item, inRow(u"Production"_s, u"生产环境"_s));
    m_program->type(partners.left(2));
    QCOMPARE(m_program->focus().item, partners);
    m_program->press("Ctrl+C");
    QCOMPARE(m_program->clipboard(), partners);
    m_program->press("Down");
    QCOMPARE(m_program->focus().item, inRow(u"Customer portal"_s, u"客户门户"_s));
}

void TestProgramKeyboard::ends()
{
    open();
    const Ended ended = m_program->quit();
    QCOMPARE(ended.exitCode, 0);
    QCOMPARE(ended.output, QString());
    QCOMPARE(ended.errors, QString());
    QCOMPARE(m_home->processes(), QList<qint64>());
}

QTEST_GUILESS_MAIN(TestProgramKeyboard)
#include "tst_programkeyboard.moc"
