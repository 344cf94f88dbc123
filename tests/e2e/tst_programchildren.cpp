// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/e2e/program.h"
#include "tests/e2e/testhome.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QTest>

#include <algorithm>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

/** The sandbox that runs in this home; 0 when there is none. */
qint64 sandboxIn(const TestHome &home)
{
    const QList<qint64> processes = home.processes();
    const auto found = std::ranges::find_if(processes,
        [](qint64 pid) { return commandLineOf(pid).value(0).endsWith("/genauth-sandbox"); });
    return found == processes.cend() ? 0 : *found;
}

} // namespace

/** The dashboard with its window open, and the demo server it starts. */
class TestProgramChildren : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void theSandboxSeesNoAccount();
    void theSandboxEndsWithTheDashboard();

private:
    std::unique_ptr<TestHome> m_home;
};

void TestProgramChildren::init()
{
    failOnQtWarnings();
    m_home = std::make_unique<TestHome>();
    m_home->set(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    m_home->set(u"QT_LOGGING_RULES"_s, u"genauth.api.debug=true"_s);
}

void TestProgramChildren::theSandboxSeesNoAccount()
{
    m_home->connectAccount(QUrl(u"https://127.0.0.1"_s), canaryKey().id, canaryKey().secret);
    m_home->set(u"GENAUTH_SOMETHING_NEW"_s, u"as well"_s);
    m_home->set(u"CREDENTIALS_DIRECTORY"_s, m_home->path(u"tmp"_s));
    const Program dashboard(dashboardProgram(), {u"--demo"_s}, *m_home);
    QTRY_VERIFY(sandboxIn(*m_home) != 0);
    const qint64 sandbox = sandboxIn(*m_home);
    QByteArrayList seen;
    for (const QByteArray &entry : environmentOf(sandbox)) {
        if (entry.startsWith("GENAUTH_") || entry.startsWith("CREDENTIALS_DIRECTORY") ||
            entry.contains(canaryKey().secret))
            seen << entry;
    }
    QCOMPARE(seen, QByteArrayList());
    QVERIFY(environmentOf(sandbox).size() > 3);
    QVERIFY(!commandLineOf(sandbox).join(' ').contains(canaryKey().secret));
    // The dashboard itself was given them, so they could have been passed on.
    QVERIFY(environmentOf(dashboard.pid()).contains("GENAUTH_SOMETHING_NEW=as well"));
}

void TestProgramChildren::theSandboxEndsWithTheDashboard()
{
    Program dashboard(dashboardProgram(), {u"--demo"_s}, *m_home);
    // A sandbox that has not told its pools yet would end anyway, with nobody to tell them to.
    QTRY_VERIFY(dashboard.errorsSoFar().contains("get-current-package-info HTTP 200"));
    QVERIFY(sandboxIn(*m_home) != 0);
    dashboard.kill();
    QCOMPARE(dashboard.waitForEnd().exitCode, -1);
    QTRY_COMPARE(m_home->processes(), QList<qint64>());
}

QTEST_GUILESS_MAIN(TestProgramChildren)
#include "tst_programchildren.moc"
