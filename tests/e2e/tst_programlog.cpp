// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/logfile.h"
#include "tests/e2e/drivenprogram.h"
#include "tests/e2e/testhome.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

const QString Log = u".local/state/genauth-dashboard/dashboard.log"_s;

constexpr QFile::Permissions OwnersFile =
    QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
constexpr QFile::Permissions OwnersFolder = OwnersFile | QFile::ExeOwner | QFile::ExeUser;

/** "2026-07-01T12:00:00.000Z INFO genauth.api: " and the beginning of what follows. */
bool hasLine(const QByteArray &log, const QString &beginning)
{
    const QRegularExpression line(
        u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z INFO genauth\\.api: %1"_s.arg(
            beginning),
        QRegularExpression::MultilineOption);
    return QString::fromUtf8(log).contains(line);
}

} // namespace

/** What the program leaves in its log, for whoever helps its user. */
class TestProgramLog : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void tellsOfEveryRequest();
    void isForItsOwnerAlone();
    void growsNoFurther();

private:
    void runOnce();
    [[nodiscard]] QFile::Permissions permissions(const QString &path) const
    {
        return QFile::permissions(m_home->path(path));
    }

    std::unique_ptr<FaultyServer> m_server;
    std::unique_ptr<TestHome> m_home;
};

void TestProgramLog::init()
{
    failOnQtWarnings();
    m_server = std::make_unique<FaultyServer>();
    speakGenAuth(*m_server);
    m_home = std::make_unique<TestHome>();
    m_home->connectAccount(m_server->url(), canaryKey().id, canaryKey().secret);
}

/** Until the first answer is there, and to the end. */
void TestProgramLog::runOnce()
{
    DrivenProgram program({u"--lang=en"_s}, *m_home);
    QVERIFY2(program.isReady(), program.trouble());
    const bool answered = program.waitUntil([&] {
        return m_server->hitsOn(packagePath()) > 0 && program.widget("refreshButton").enabled;
    });
    QVERIFY2(answered, program.trouble());
    const Ended ended = program.quit();
    QCOMPARE(ended.exitCode, 0);
    QCOMPARE(ended.errors, QString());
}

void TestProgramLog::tellsOfEveryRequest()
{
    m_server->answer(packagePath(), {refusal(500, 4021, u"no"_s), goodPackage()});
    runOnce();
    runOnce(); // after what is there already
    const QByteArray log = m_home->files().value(Log);
    for (const QString &line :
        {u"POST /api/v3/get-management-token HTTP 200 in \\d+ ms, requestId \"req-t\"$"_s,
            u"GET /api/v3/get-current-package-info \\w+ HTTP 200 statusCode 500 apiCode 4021 "
            "in \\d+ ms, requestId \"req-r\"$"_s,
            u"GET /api/v3/get-current-package-info HTTP 200 in \\d+ ms, requestId \"req-p\"$"_s})
        QVERIFY2(hasLine(log, line), log.constData());
    QVERIFY(!log.contains(canaryKey().secret));
}

void TestProgramLog::isForItsOwnerAlone()
{
    runOnce();
    for (QString folder = QFileInfo(Log).path(); folder != u"."_s;
         folder = QFileInfo(folder).path())
        QCOMPARE(permissions(folder), OwnersFolder);
    QCOMPARE(permissions(Log), OwnersFile);

    // Even where somebody had opened it to others.
    QFile::setPermissions(m_home->path(Log), OwnersFile | QFile::ReadOther | QFile::WriteGroup);
    runOnce();
    QCOMPARE(permissions(Log), OwnersFile);
}

void TestProgramLog::growsNoFurther()
{
    const QByteArray old(LogFile::DefaultMaxBytes - 10, 'x');
    m_home->write(Log, old);
    m_home->write(Log + u".1"_s, "of long ago");
    runOnce();
    const auto files = m_home->files();
    QCOMPARE(files.value(Log + u".1"_s), old);
    QVERIFY(hasLine(files.value(Log), u"POST "_s));
    QVERIFY(files.value(Log).size() <= LogFile::DefaultMaxBytes);
    QVERIFY(!files.contains(Log + u".2"_s));
}

QTEST_GUILESS_MAIN(TestProgramLog)
#include "tst_programlog.moc"
