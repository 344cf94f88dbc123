// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/e2e/program.h"
#include "tests/e2e/testhome.h"
#include "tests/support/qtwarnings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QRegularExpression>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

/** The installed tree, somewhere else than where it was built for. */
class TestProgramInstalled : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { failOnQtWarnings(); }

    void filesLieWhereDesktopsLook_data();
    void filesLieWhereDesktopsLook();
    void theDesktopEntryStartsTheProgram();
    void theProgramRuns_data();
    void theProgramRuns();
    void theCheckRuns();

private:
    [[nodiscard]] QString installed(const QString &file) const
    {
        return m_home.path(u"prefix/"_s + file);
    }

    TestHome m_home;
};

void TestProgramInstalled::initTestCase()
{
    Program install(QStringLiteral(GENAUTH_CMAKE),
        {u"--install"_s, QStringLiteral(GENAUTH_BUILD_DIR), u"--prefix"_s, installed({})}, m_home);
    const Ended ended = install.waitForEnd();
    QVERIFY2(ended.exitCode == 0, qUtf8Printable(ended.errors));
}

void TestProgramInstalled::filesLieWhereDesktopsLook_data()
{
    QTest::addColumn<QString>("file");
    for (const char *file : {"bin/genauth-dashboard", "bin/genauth-sandbox", "bin/genauth-check",
             "lib/systemd/system/genauth-check.service", "lib/systemd/system/genauth-check.timer",
             "share/man/man1/genauth-check.1", "share/bash-completion/completions/genauth-check",
             "share/genauth-dashboard/monitoring/nagios.cfg",
             "share/genauth-dashboard/monitoring/icinga2.conf",
             "share/genauth-dashboard/monitoring/prometheus-rules.yml",
             "share/genauth-dashboard/docs/genauth-check.schema.json",
             "share/applications/genauth-dashboard.desktop",
             "share/icons/hicolor/scalable/apps/genauth-dashboard.svg",
             "share/metainfo/io.github.genauth_dashboard.GenAuthDashboard.metainfo.xml",
             "share/genauth-dashboard/translations/genauth_en.qm",
             "share/genauth-dashboard/translations/genauth_zh_CN.qm"})
        QTest::newRow(file) << QString::fromLatin1(file);
}

void TestProgramInstalled::filesLieWhereDesktopsLook()
{
    QFETCH(QString, file);
    const QFileInfo info(installed(file));
    QVERIFY(info.isFile());
    QVERIFY(info.size() > 0);
    QCOMPARE(info.isExecutable(), file.startsWith(u"bin/"_s));
    QVERIFY(info.permission(QFile::ReadOther));
}

void TestProgramInstalled::theDesktopEntryStartsTheProgram()
{
    QFile file(installed(u"share/applications/genauth-dashboard.desktop"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString entry = QString::fromUtf8(file.readAll());
    const auto valueOf = [&entry](const QString &key) {
        const QRegularExpression line(u"^%1=(.*)$"_s.arg(key), QRegularExpression::MultilineOption);
        return line.match(entry).captured(1);
    };
    QVERIFY(QFileInfo::exists(installed(u"bin/"_s + valueOf(u"Exec"_s).section(u' ', 0, 0))));
    QVERIFY(QFileInfo::exists(
        installed(u"share/icons/hicolor/scalable/apps/%1.svg"_s.arg(valueOf(u"Icon"_s)))));
    QVERIFY(!valueOf(u"Name"_s).isEmpty());
    QVERIFY(!valueOf(u"Name\\[zh_CN\\]"_s).isEmpty());
}

void TestProgramInstalled::theProgramRuns_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("state");
    QTest::newRow("English") << u"en"_s << u" | Overdue 12 days"_s;
    QTest::newRow("Chinese") << u"zh"_s << u" | 已逾期 12 天"_s;
}

void TestProgramInstalled::theProgramRuns()
{
    QFETCH(QString, language);
    QFETCH(QString, state);
    const QString picture = m_home.path(u"pictures/%1.png"_s.arg(language));
    Program program(installed(u"bin/genauth-dashboard"_s),
        {u"--demo"_s, u"--screenshot"_s, picture, u"--lang"_s, language}, m_home);
    const Ended ended = program.waitForEnd();
    QCOMPARE(ended.errors, QString());
    QCOMPARE(ended.exitCode, 0);
    QCOMPARE(ended.lines().size(), 5);
    QVERIFY2(ended.lines().constFirst().endsWith(state), qUtf8Printable(ended.output));
    QCOMPARE(QImage(picture).size(), QSize(1180, 800));
}

void TestProgramInstalled::theCheckRuns()
{
    const Ended ended =
        Program(installed(u"bin/genauth-check"_s), {u"--demo"_s, u"--lang"_s, u"zh"_s}, m_home)
            .waitForEnd();
    QCOMPARE(ended.errors, QString());
    QCOMPARE(ended.exitCode, 2);
    QVERIFY2(ended.output.contains(u"已逾期 12 天"_s), qUtf8Printable(ended.output));
}

QTEST_GUILESS_MAIN(TestProgramInstalled)
#include "tst_programinstalled.moc"
