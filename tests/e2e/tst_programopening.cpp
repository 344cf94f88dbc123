// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/languages.h"
#include "tests/e2e/drivenprogram.h"
#include "tests/e2e/testhome.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

/** Writes down what it was started with, the arguments last. */
const QByteArray Opener = R"(#!/bin/sh
env -0 > "$HOME/tmp/environment"
printf '%s\n' "$@" > "$HOME/tmp/arguments.part"
mv "$HOME/tmp/arguments.part" "$HOME/tmp/arguments"
)";

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/** In order, without what a shell adds by itself. */
QByteArrayList withoutShell(QByteArrayList environment)
{
    environment.removeIf([](const QByteArray &entry) {
        return entry.isEmpty() || entry.startsWith("PWD=") || entry.startsWith("OLDPWD=") ||
               entry.startsWith("SHLVL=") || entry.startsWith("_=");
    });
    std::ranges::sort(environment);
    return environment;
}

bool isOfTheAccount(const QByteArray &entry)
{
    return entry.startsWith("GENAUTH_") || entry.startsWith("CREDENTIALS_DIRECTORY=");
}

} // namespace

/** Pages and folders that the program opens in the desktop's own programs, by keyboard. */
class TestProgramOpening : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void theLogFolder_data() { bothLanguages(); }
    void theLogFolder();
    void theConsole_data();
    void theConsole();
    void aPageForTheNetworksSignIn();
    void inTheUsersOwnEnvironment_data();
    void inTheUsersOwnEnvironment();
    void nothingThereToOpenIt();

private:
    void start(const QString &language = u"en"_s);
    [[nodiscard]] bool opens(const QString &url);

    std::unique_ptr<FaultyServer> m_server;
    std::unique_ptr<TestHome> m_home;
    std::unique_ptr<DrivenProgram> m_program;
};

void TestProgramOpening::init()
{
    failOnQtWarnings();
    m_server = std::make_unique<FaultyServer>();
    speakGenAuth(*m_server);
    m_home = std::make_unique<TestHome>();
    m_home->connectAccount(m_server->url(), canaryKey().id, canaryKey().secret);
    QFile::setPermissions(m_home->write(u"bin/xdg-open"_s, Opener),
        QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_home->set(u"PATH"_s,
        m_home->path(u"bin"_s) + u':' + m_home->environment().value(u"PATH"_s, u"/usr/bin:/bin"_s));
}

void TestProgramOpening::cleanup()
{
    m_program.reset();
    m_home.reset();
    m_server.reset();
}

void TestProgramOpening::start(const QString &language)
{
    m_program = std::make_unique<DrivenProgram>(QStringList{u"--lang"_s, language}, *m_home);
    QVERIFY2(m_program->isReady(), m_program->trouble());
    const bool asked = m_program->waitUntil([this] {
        return m_program->widget("refreshButton").enabled && !m_server->requests().isEmpty();
    });
    QVERIFY2(asked, m_program->trouble());
}

bool TestProgramOpening::opens(const QString &url)
{
    const QString arguments = m_home->path(u"tmp/arguments"_s);
    return m_program->waitUntil([&] { return QFile::exists(arguments); }) &&
           contentOf(arguments) == url.toUtf8() + '\n';
}

void TestProgramOpening::theLogFolder()
{
    const bool english = languageOfRow() == UiLanguage::English;
    start(english ? u"en"_s : u"zh"_s);
    m_program->press("Alt+H");
    m_program->press("L");
    const QString folder = m_home->path(u".local/state/genauth-dashboard"_s);
    QVERIFY2(opens(QUrl::fromLocalFile(folder).toString(QUrl::FullyEncoded)),
        contentOf(m_home->path(u"tmp/arguments"_s)).constData());
    QVERIFY(QDir(folder).exists());
    QCOMPARE(m_program->quit().errors, QString());
}

void TestProgramOpening::theConsole_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("console");
    QTest::newRow("GenAuth's") << u"https://api.genauth.ai"_s << u"https://console.genauth.ai"_s;
    QTest::newRow("Authing's") << u"https://api.authing.cn"_s << u"https://console.authing.cn"_s;
    QTest::newRow("nobody else's") << u"https://api.pool.invalid"_s << QString();
}

void TestProgramOpening::theConsole()
{
    QFETCH(QString, host);
    QFETCH(QString, console);
    // No name is looked up, and nothing leaves this computer: a proxy is asked for it, in vain.
    m_home->set(u"https_proxy"_s, m_server->url().toString());
    m_home->connectAccount(QUrl(host), canaryKey().id, canaryKey().secret);
    start();
    m_program->press("Ctrl+O");
    if (console.isEmpty()) {
        // What comes after it shows that nothing came of it.
        m_program->press("Alt+H");
        m_program->press("L");
        console = QUrl::fromLocalFile(m_home->path(u".local/state/genauth-dashboard"_s)).toString();
    }
    QVERIFY2(opens(console), contentOf(m_home->path(u"tmp/arguments"_s)).constData());
    QCOMPARE(m_program->quit().errors, QString());
}

void TestProgramOpening::aPageForTheNetworksSignIn()
{
    m_server->answer(
        tokenPath(), {send(HttpText{.contentType = "text/html", .body = "<html>Sign in</html>"})});
    start();
    QVERIFY2(m_program->tabTo("openBrowserButton"), m_program->trouble());
    m_program->press("Space");
    QVERIFY2(opens(u"http://www.genauth.ai/"_s),
        contentOf(m_home->path(u"tmp/arguments"_s)).constData());
}

void TestProgramOpening::inTheUsersOwnEnvironment_data()
{
    QTest::addColumn<QString>("cache");
    QTest::newRow("with Kerberos") << u"FILE:/tmp/of-the-user"_s;
    QTest::newRow("without") << QString();
}

void TestProgramOpening::inTheUsersOwnEnvironment()
{
    QFETCH(QString, cache);
    if (!cache.isEmpty()) {
        m_home->set(u"KRB5CCNAME"_s, cache);
        m_home->set(u"KRB5_CLIENT_KTNAME"_s, cache);
    }
    m_home->set(u"GENAUTH_SOMETHING_NEW"_s, u"as well"_s);
    m_home->set(u"CREDENTIALS_DIRECTORY"_s, m_home->path(u"tmp"_s));
    start();
    m_program->press("Alt+H");
    m_program->press("L");
    const QString arguments = m_home->path(u"tmp/arguments"_s);
    QVERIFY2(m_program->waitUntil([&] { return QFile::exists(arguments); }), m_program->trouble());

    QByteArrayList own = environmentOf(m_program->process().pid());
    QVERIFY(std::ranges::any_of(own, isOfTheAccount));
    own.removeIf(isOfTheAccount);
    const QByteArrayList seen = contentOf(m_home->path(u"tmp/environment"_s)).split('\0');
    QCOMPARE(withoutShell(seen), withoutShell(own));
    QCOMPARE(seen.contains("KRB5CCNAME=" + cache.toUtf8()), !cache.isEmpty());
}

void TestProgramOpening::nothingThereToOpenIt()
{
    m_home->set(u"PATH"_s, m_home->path(u"run"_s));
    start();
    m_program->press("Alt+H");
    m_program->press("L");
    QVERIFY2(m_program->waitForText(u"/.local/state/genauth-dashboard"), m_program->trouble());
    QCOMPARE(m_program->quit().errors, QString());
}

QTEST_GUILESS_MAIN(TestProgramOpening)
#include "tst_programopening.moc"
