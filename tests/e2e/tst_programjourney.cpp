// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/languages.h"
#include "tests/e2e/connecting.h"
#include "tests/e2e/drivenprogram.h"
#include "tests/e2e/sandboxprogram.h"
#include "tests/e2e/testhome.h"
#include "tests/support/qtwarnings.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

#include <initializer_list>
#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

/** How long people wait for a window to go away. */
constexpr qint64 LongestGoodbye = 2000;

} // namespace

/** All of a first day, by someone who has only a keyboard and no account set up: from the welcome
 *  to a pool of a real server, through that server's end, to the demo and back, to the end. */
class TestProgramJourney : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void fromWelcomeToTheEnd_data() { bothLanguages(); }
    void fromWelcomeToTheEnd();
    void fromWelcomeToTwoPools_data() { bothLanguages(); }
    void fromWelcomeToTwoPools();

private:
    using Chapter = void (TestProgramJourney::*)();
    void play(std::initializer_list<Chapter> chapters);

    void welcome();
    void enterTheHost();
    void enterTheKey();
    void testBeforeAnythingIsKept();
    void seeThePackage();
    void connectAnother();
    void seeBothAtOnce();
    void loseTheServer();
    void copyTheDetails();
    void lookAtTheDemo();
    void comeBack();
    void quit();

    [[nodiscard]] QString inRow(const QString &english, const QString &chinese) const
    {
        return m_language == UiLanguage::English ? english : chinese;
    }
    /** In the language of the row. */
    [[nodiscard]] bool isSaid(const QString &text) const { return isSaidIn(m_language, text); }
    [[nodiscard]] bool showsWhatWasKnown();

    UiLanguage m_language = UiLanguage::English;
    std::unique_ptr<TestHome> m_home;
    std::unique_ptr<SandboxProgram> m_sandbox;
    std::unique_ptr<DrivenProgram> m_program;
};

void TestProgramJourney::init()
{
    failOnQtWarnings();
    m_language = languageOfRow();
    m_home = std::make_unique<TestHome>();
    m_sandbox = std::make_unique<SandboxProgram>(*m_home);
    QVERIFY(m_sandbox->isReady());
}

void TestProgramJourney::cleanup()
{
    m_program.reset();
    m_sandbox.reset();
    m_home.reset();
}

void TestProgramJourney::fromWelcomeToTheEnd()
{
    play({&TestProgramJourney::welcome, &TestProgramJourney::enterTheHost,
        &TestProgramJourney::enterTheKey, &TestProgramJourney::testBeforeAnythingIsKept,
        &TestProgramJourney::seeThePackage, &TestProgramJourney::loseTheServer,
        &TestProgramJourney::copyTheDetails, &TestProgramJourney::lookAtTheDemo,
        &TestProgramJourney::comeBack, &TestProgramJourney::quit});
}

void TestProgramJourney::fromWelcomeToTwoPools()
{
    play({&TestProgramJourney::welcome, &TestProgramJourney::enterTheHost,
        &TestProgramJourney::enterTheKey, &TestProgramJourney::testBeforeAnythingIsKept,
        &TestProgramJourney::seeThePackage, &TestProgramJourney::connectAnother,
        &TestProgramJourney::seeBothAtOnce, &TestProgramJourney::quit});
}

void TestProgramJourney::play(std::initializer_list<Chapter> chapters)
{
    for (const Chapter chapter : chapters) {
        (this->*chapter)();
        if (QTest::currentTestFailed())
            return;
    }
}

void TestProgramJourney::welcome()
{
    m_program = std::make_unique<DrivenProgram>(
        QStringList{inRow(u"--lang=en"_s, u"--lang=zh"_s)}, *m_home);
    QVERIFY2(m_program->isReady(), m_program->trouble());
    QVERIFY(isSaid(m_program->text("welcomeHeadlineLabel")));
    QCOMPARE(m_program->focus().name, u"connectPoolButton"_s);
    m_program->press("Return");
    QVERIFY2(m_program->waitUntil(
                 [this] { return m_program->focus().windowName == u"connectDialog"_s; }),
        m_program->trouble());
    QVERIFY(isSaid(m_program->focus().window));
    QVERIFY(!m_program->widget("connectButton").enabled);
}

void TestProgramJourney::enterTheHost()
{
    QCOMPARE(m_program->focus().name, u"nameEdit"_s);
    m_program->type(u"My own pool");
    // A problem stands where the hint stood, as soon as it is typed.
    const QString hint = m_program->text("hostComboBoxNote");
    QVERIFY2(typeInto(*m_program, u"hostComboBox"_s, u"http://api.pool.invalid"_s),
        m_program->trouble());
    const QString problem = m_program->text("hostComboBoxNote");
    QVERIFY2(
        isSaid(problem) && problem != hint && problem.contains(u"https"), qUtf8Printable(problem));
    QCOMPARE(m_program->focus().accessibleDescription, problem);

    // As it was copied from somewhere, with all that belongs to no host.
    QVERIFY2(typeInto(*m_program, u"hostComboBox"_s,
                 u" %1/api/v3/get-orders?page=1#top "_s.arg(m_sandbox->url())),
        m_program->trouble());
    QCOMPARE(m_program->text("hostComboBoxNote"), hint);
    m_program->press("Tab");
    QCOMPARE(m_program->text("hostComboBox"), m_sandbox->url());
}

void TestProgramJourney::enterTheKey()
{
    QCOMPARE(m_program->focus().name, u"keyIdEdit"_s);
    const QString hint = m_program->text("keyIdEditNote");
    // Too early: it says what is missing, and asks nobody.
    m_program->press("Alt+T");
    QVERIFY2(m_program->waitUntil([&] { return m_program->text("keyIdEditNote") != hint; }),
        m_program->trouble());
    QCOMPARE(m_program->focus().name, u"keyIdEdit"_s);
    QVERIFY(!m_program->widget("checkList").visible);
    QVERIFY(isSaid(m_program->text("keyIdEditNote")));
    // Blanks around it come along when it is copied.
    QVERIFY2(typeInto(*m_program, u"keyIdEdit"_s, u"  %1 "_s.arg(m_sandbox->keyId())),
        m_program->trouble());
    QCOMPARE(m_program->text("keyIdEditNote"), hint);

    const QString secret = u" %1  "_s.arg(m_sandbox->secret());
    QVERIFY2(typeInto(*m_program, u"secretEdit"_s, secret), m_program->trouble());
    QCOMPARE(m_program->focus().echoMode, u"Password"_s);
    const QString shown = m_program->focus().text;
    QCOMPARE(shown, QString(secret.size(), shown.at(0)));
    for (const char *keys : {"Ctrl+A", "Ctrl+C", "Ctrl+Ins"})
        m_program->press(QLatin1String(keys));
    QCOMPARE(m_program->clipboard(), QString());
    QCOMPARE(m_program->focus().text, shown);
}

void TestProgramJourney::testBeforeAnythingIsKept()
{
    // Not even where Return reaches it.
    QVERIFY(!m_program->widget("connectButton").enabled);
    QVERIFY(!m_program->widget("checkList").visible);
    m_program->press("Alt+T");
    QVERIFY2(m_program->waitUntil([this] { return m_program->widget("connectButton").enabled; }),
        m_program->trouble());
    const QStringList steps = stepsOfTest(*m_program);
    QVERIFY2(steps[0].contains(u"127.0.0.1"_s), qUtf8Printable(steps[0]));
    for (const int words : {0, 1, 2, 4})
        QVERIFY2(isSaid(steps[words]), qUtf8Printable(steps[words]));
    QCOMPARE(steps[3], m_sandbox->poolId());
    QVERIFY2(steps[4].contains(inRow(u"Enterprise for consumers"_s, u"消费者企业版"_s)),
        qUtf8Printable(steps[4]));
    // Behind the dialog nothing has come to be yet.
    QVERIFY(!m_program->widget("packagePage").visible);
    QCOMPARE(m_program->focus().name, u"connectButton"_s);
}

void TestProgramJourney::seeThePackage()
{
    m_program->press("Return");
    QVERIFY2(m_program->waitUntil([this] { return m_program->widget("packagePage").visible; }),
        m_program->trouble());
    QVERIFY(!m_program->widget("connectDialog").visible);
    QVERIFY2(showsWhatWasKnown(), m_program->trouble());
    QVERIFY(m_program->widget("statusBanner").visible);
    QVERIFY(!m_program->widget("errorBanner").visible);
    QVERIFY(!m_program->widget("ageLabel").visible);
    QCOMPARE(m_home->filesWith(m_sandbox->secret().toUtf8()), QStringList());
}

bool TestProgramJourney::showsWhatWasKnown()
{
    const QString name = inRow(u"Enterprise for consumers"_s, u"消费者企业版"_s);
    return m_program->waitUntil([&] {
        return m_program->text("packageNameLabel") == name &&
               m_program->text("mauQuantityCard/besideLabel") ==
                   inRow(u"of 10,000 bought"_s, u"已购 10,000"_s);
    });
}

void TestProgramJourney::connectAnother()
{
    QVERIFY(!m_program->widget("poolListView").visible);
    m_program->press("Ctrl+N");
    QVERIFY2(m_program->waitUntil(
                 [this] { return m_program->focus().windowName == u"connectDialog"_s; }),
        m_program->trouble());
    m_program->type(u"Another pool");
    QVERIFY2(
        typeConnection(*m_program, {m_sandbox->url(), m_sandbox->keyId(1), m_sandbox->secret(1)}),
        m_program->trouble());
    QVERIFY2(testConnection(*m_program), m_program->trouble());
    QCOMPARE(stepsOfTest(*m_program)[3], m_sandbox->poolId(1));
    QCOMPARE(m_program->focus().name, u"connectButton"_s);
    m_program->press("Return");
    const QString name = inRow(u"Professional for consumers"_s, u"消费者专业版"_s);
    QVERIFY2(m_program->waitUntil([&] { return m_program->text("packageNameLabel") == name; }),
        m_program->trouble());
    // Now there is something to choose, and the keyboard is there.
    QVERIFY2(m_program->waitUntil([this] { return m_program->focus().name == u"poolListView"_s; }),
        m_program->trouble());
    QCOMPARE(m_program->focus().item, u"Another pool"_s);
    m_program->press("Up");
    QCOMPARE(m_program->focus().item, u"My own pool"_s);
    QVERIFY2(showsWhatWasKnown(), m_program->trouble());
}

void TestProgramJourney::seeBothAtOnce()
{
    m_program->press("Ctrl+0");
    QVERIFY2(m_program->waitUntil([this] { return m_program->widget("poolsPage").visible; }),
        m_program->trouble());
    QVERIFY(isSaid(m_program->text("poolsSummaryLabel")));
    QVERIFY2(m_program->tabTo("poolsTableView"), m_program->trouble());
    m_program->press("Ctrl+A");
    m_program->press("Ctrl+C");
    // A line for each, the worse one first.
    const QStringList lines = m_program->clipboard().trimmed().split(u'\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY2(lines[0].contains(u"My own pool"_s), qUtf8Printable(lines[0]));
    QVERIFY2(lines[0].contains(inRow(u"Enterprise for consumers"_s, u"消费者企业版"_s)),
        qUtf8Printable(lines[0]));
    QVERIFY2(lines[1].contains(u"Another pool"_s), qUtf8Printable(lines[1]));
    m_program->press("Ctrl+Home");
    m_program->press("Down");
    m_program->press("Return");
    QVERIFY2(m_program->waitUntil([this] { return m_program->widget("packagePage").visible; }),
        m_program->trouble());
    QCOMPARE(m_program->text("packageNameLabel"),
        inRow(u"Professional for consumers"_s, u"消费者专业版"_s));
    QVERIFY(!m_program->widget("errorBanner").visible);
}

void TestProgramJourney::loseTheServer()
{
    m_sandbox->end();
    m_program->press("F5");
    QVERIFY2(m_program->waitUntil([this] { return m_program->widget("errorBanner").visible; }),
        m_program->trouble());
    QVERIFY(isSaid(m_program->text("errorBanner/headlineLabel")));
    // By itself, in some seconds; while that goes on, it says so, and then again.
    static const QRegularExpression soon(u"tried again by itself in \\d+|将在 \\d+.*后自动重试"_s);
    const bool said = m_program->waitUntil([this] {
        const QString advice = m_program->text("errorBanner/adviceLabel");
        return isSaid(advice) && advice.contains(soon);
    });
    QVERIFY2(said, m_program->trouble());
    // What was known stays, and says how old it is.
    QVERIFY2(showsWhatWasKnown(), m_program->trouble());
    QVERIFY(m_program->widget("ageLabel").visible);
    QVERIFY(isSaid(m_program->text("ageLabel")));
}

void TestProgramJourney::copyTheDetails()
{
    QVERIFY(!m_program->widget("detailsPanel").visible);
    QVERIFY2(pressButton(*m_program, u"detailsButton"_s), m_program->trouble());
    QVERIFY(m_program->widget("detailsPanel").visible);
    QVERIFY(isSaid(m_program->text("detailsPanel/detailsLabel0")));
    QVERIFY2(pressButton(*m_program, u"copyDetailsButton"_s), m_program->trouble());
    const QString copied = m_program->clipboard();
    for (const QString &line :
        {u"Operation: get-current-package-info"_s, u"Outcome: ConnectionRefused"_s,
            u"Host: "_s + m_sandbox->url(), u"User pool: "_s + m_sandbox->poolId(),
            u"Program: genauth-dashboard " GENAUTH_VERSION ", Qt "_s + QLatin1String(qVersion())})
        QVERIFY2(copied.contains(line + u'\n'), qUtf8Printable(line + u" is not in: "_s + copied));
    QVERIFY2(!hasHan(copied), qUtf8Printable(copied));
    QVERIFY(!copied.contains(m_sandbox->secret()));
}

void TestProgramJourney::lookAtTheDemo()
{
    m_program->press("Ctrl+D");
    QVERIFY2(m_program->waitForText(inRow(u"Production"_s, u"生产环境"_s)), m_program->trouble());
    QVERIFY2(m_program->waitUntil([this] { return m_program->widget("refreshButton").enabled; }),
        m_program->trouble());
    // The worst comes first: it is the pool that was connected.
    QVERIFY2(m_program->tabTo("poolListView"), m_program->trouble());
    m_program->press("Home");
    QVERIFY2(showsWhatWasKnown(), m_program->trouble());
    QVERIFY(m_program->widget("demoLabel").visible);
    QVERIFY(!m_program->widget("errorBanner").visible);
    m_program->press("End");
    QCOMPARE(m_program->focus().item, inRow(u"Staging"_s, u"预发布环境"_s));
}

void TestProgramJourney::comeBack()
{
    m_program->press("Ctrl+Shift+D");
    QVERIFY2(m_program->waitUntil([this] { return !m_program->widget("demoLabel").visible; }),
        m_program->trouble());
    QVERIFY(!m_program->widget("poolListView").visible);
    QVERIFY2(m_program->waitUntil([this] { return m_program->widget("errorBanner").visible; }),
        m_program->trouble());
    // A look at the demo is no reason to forget what was known before.
    QVERIFY2(showsWhatWasKnown(), m_program->trouble());
    QVERIFY(m_program->widget("ageLabel").visible);
    QTRY_COMPARE(m_home->processes().size(), 1); // the demo's server has gone
}

void TestProgramJourney::quit()
{
    QElapsedTimer goodbye;
    goodbye.start();
    const Ended ended = m_program->quit();
    const qint64 took = goodbye.elapsed();
    QVERIFY2(took < LongestGoodbye, qPrintable(u"%1 ms"_s.arg(took)));
    QCOMPARE(ended.exitCode, 0);
    QCOMPARE(ended.output, QString());
    QCOMPARE(ended.errors, QString());
    m_sandbox->end();
    QCOMPARE(m_home->processes(), QList<qint64>());
    for (const int pool : {0, 1})
        QCOMPARE(m_home->filesWith(m_sandbox->secret(pool).toUtf8()), QStringList());
}

QTEST_GUILESS_MAIN(TestProgramJourney)
#include "tst_programjourney.moc"
