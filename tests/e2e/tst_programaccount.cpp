// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/sandboxserver.h"
#include "tests/e2e/program.h"
#include "tests/e2e/testhome.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QFile>
#include <QImage>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

const QString SecretFile = u"GENAUTH_ACCESS_KEY_SECRET_FILE"_s;

Ended screenshot(const TestHome &home, const QString &language)
{
    return runDashboard(
        {u"--screenshot"_s, home.path(u"pictures/window.png"_s), u"--lang"_s, language}, home);
}

bool hasPicture(const TestHome &home)
{
    return QImage(home.path(u"pictures/window.png"_s)).size() == QSize(1180, 800);
}

/** Overdue for so long that no test sees it change. */
QJsonObject overduePackage()
{
    QJsonObject data = samplePackage();
    data.insert(u"endTime"_s, u"2022-09-09 00:00:00"_s);
    data.insert(u"overdueDays"_s, u"1400"_s);
    return data;
}

} // namespace

class TestProgramAccount : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void onePoolOneLine();
    void secretInAFile();
    void whatIsUnknownIsSaidSo();
    void poolsOfTheSandbox();
    void theServerIsAskedInTheLanguage();
    void nothingElseIsTouched();
    void anAccountIsNoReasonForADemo();
    void wrongSecret_data();
    void wrongSecret();
    void serverThatDoesNotAnswer();
    void secretFileTooOpen();
    void halfSetEnvironment_data();
    void halfSetEnvironment();
};

void TestProgramAccount::onePoolOneLine()
{
    FaultyServer server;
    speakGenAuth(server);
    server.answer(packagePath(), {goodPackage(overduePackage())});
    TestHome home;
    home.connectAccount(server.url(), canaryKey().id, canaryKey().secret);

    const Ended english = screenshot(home, u"en"_s);
    QCOMPARE(english.errors, QString());
    QCOMPARE(english.exitCode, 0);
    QCOMPARE(english.output,
        u"127.0.0.1 | 企业版套餐 | Enterprise package | MAU 1,000 | unit price 99.00 | ends "
        u"9 Sep 2022, 00:00 Beijing time | overdue 1,400 days | Overdue 1,400 days\n"_s);
    QVERIFY(hasPicture(home));

    const Ended chinese = screenshot(home, u"zh"_s);
    QCOMPARE(chinese.exitCode, 0);
    QCOMPARE(chinese.output,
        u"127.0.0.1 | 企业版套餐 | Enterprise package | MAU 1,000 | 单价 99.00 | 到期 "
        u"北京时间 2022年9月9日 00:00 | 逾期 1,400 天 | 已逾期 1,400 天\n"_s);
}

void TestProgramAccount::secretInAFile()
{
    FaultyServer server;
    speakGenAuth(server);
    TestHome home;
    home.connectAccount(server.url(), canaryKey().id, {});
    home.set(SecretFile, home.write(u"secret"_s, canaryKey().secret + '\n'));
    QCOMPARE(screenshot(home, u"en"_s).exitCode, 0);
    QVERIFY(
        server.requestsTo(tokenPath()).value(0).body.contains("\"" + canaryKey().secret + "\""));
}

void TestProgramAccount::whatIsUnknownIsSaidSo()
{
    FaultyServer server;
    speakGenAuth(server);
    server.answer(packagePath(), {goodPackage({{u"goodsPackage"_s, u"套餐包信息"_s}})});
    TestHome home;
    home.connectAccount(server.url(), canaryKey().id, canaryKey().secret);
    const Ended english = screenshot(home, u"en"_s);
    QCOMPARE(english.output,
        u"127.0.0.1 | unknown | unknown | MAU unknown | unit price unknown | ends unknown | "
        u"overdue unknown | Unknown\n"_s);
    QCOMPARE(english.exitCode, 0);
    QCOMPARE(screenshot(home, u"zh"_s).output,
        u"127.0.0.1 | 未知 | 未知 | MAU 未知 | 单价 未知 | 到期 未知 | 逾期 未知 | 未知\n"_s);
}

void TestProgramAccount::poolsOfTheSandbox()
{
    SandboxServer server;
    QVERIFY(server.listen());
    const SandboxPool pool = server.pools().constFirst();
    TestHome home;
    home.connectAccount(server.url(), pool.accessKeyId, pool.accessKeySecret.toUtf8());
    home.set(u"GENAUTH_USERPOOL_ID"_s, pool.userPoolId);
    const Ended ended = screenshot(home, u"en"_s);
    QCOMPARE(ended.errors, QString());
    QCOMPARE(ended.exitCode, 0);
    QCOMPARE(ended.lines().size(), 1);
    QVERIFY2(ended.output.endsWith(u" | overdue 12 days | Overdue 12 days\n"_s),
        qUtf8Printable(ended.output));
    QCOMPARE(server.requestCount(u"get-management-token"), 1);
    QCOMPARE(server.requestCount(u"get-current-package-info", pool.userPoolId), 1);
}

void TestProgramAccount::theServerIsAskedInTheLanguage()
{
    FaultyServer server;
    speakGenAuth(server);
    TestHome home;
    home.connectAccount(server.url(), canaryKey().id, canaryKey().secret);
    home.write(u".config/genauth-dashboard/dashboard.ini"_s, "[General]\nlanguage=zh\n");
    const Ended remembered =
        runDashboard({u"--screenshot"_s, home.path(u"pictures/window.png"_s)}, home);
    QVERIFY2(remembered.output.contains(u"单价"_s), qUtf8Printable(remembered.output));
    QCOMPARE(screenshot(home, u"en"_s).exitCode, 0);
    const QList<RecordedRequest> requests = server.requestsTo(packagePath());
    QCOMPARE(requests.size(), 2);
    QCOMPARE(requests[0].header("x-authing-lang"), QByteArray("zh-CN"));
    QCOMPARE(requests[1].header("x-genauth-lang"), QByteArray("en-US"));
}

void TestProgramAccount::nothingElseIsTouched()
{
    FaultyServer server;
    speakGenAuth(server);
    TestHome home;
    home.connectAccount(server.url(), canaryKey().id, canaryKey().secret);
    home.write(u".config/genauth-dashboard/dashboard.ini"_s, "[General]\nlanguage=zh\n");
    const auto before = home.files();
    QCOMPARE(screenshot(home, u"en"_s).exitCode, 0);
    QCOMPARE(home.files(), before);
    QCOMPARE(server.requests().size(), 6); // the token, and a refresh
}

void TestProgramAccount::anAccountIsNoReasonForADemo()
{
    FaultyServer server;
    speakGenAuth(server);
    TestHome home;
    home.connectAccount(server.url(), canaryKey().id, canaryKey().secret);
    const QString picture = home.path(u"pictures/window.png"_s);
    const Ended own = runDashboard({u"--demo-if-empty"_s, u"--screenshot"_s, picture}, home);
    QCOMPARE(own.lines().size(), 1);
    QCOMPARE(server.hitsOn(packagePath()), 1);
    const Ended demo = runDashboard({u"--demo"_s, u"--screenshot"_s, picture}, home);
    QCOMPARE(demo.lines().size(), 5);
    QCOMPARE(server.hitsOn(packagePath()), 1);
}

void TestProgramAccount::wrongSecret_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("line");
    QTest::newRow("English")
        << u"en"_s
        << u"127.0.0.1: GenAuth refused the access key. The id and the secret do not belong "
           u"together. Check both; the secret may have been replaced in the GenAuth console.\n"_s
        << u"127.0.0.1 | unknown | unknown | MAU unknown | unit price unknown | ends unknown | "
           u"overdue unknown | Cannot refresh\n"_s;
    QTest::newRow("Chinese")
        << u"zh"_s
        << u"127.0.0.1：GenAuth 拒绝了访问密钥。ID 与 Secret 不匹配。请检查两者；Secret 可能已在 "
           u"GenAuth 控制台中更换。\n"_s
        << u"127.0.0.1 | 未知 | 未知 | MAU 未知 | 单价 未知 | 到期 未知 | 逾期 未知 | 无法刷新\n"_s;
}

void TestProgramAccount::wrongSecret()
{
    QFETCH(QString, language);
    QFETCH(QString, sentence);
    QFETCH(QString, line);
    SandboxServer server;
    QVERIFY(server.listen());
    TestHome home;
    home.connectAccount(server.url(), server.pools().constFirst().accessKeyId, QByteArray(32, '0'));
    const Ended ended = screenshot(home, language);
    QCOMPARE(ended.exitCode, 1);
    QCOMPARE(ended.errors, sentence);
    QCOMPARE(ended.output, line);
    QVERIFY(hasPicture(home));
}

void TestProgramAccount::serverThatDoesNotAnswer()
{
    TestHome home;
    {
        const FaultyServer gone;
        home.connectAccount(gone.url(), canaryKey().id, canaryKey().secret);
    }
    const Ended ended = screenshot(home, u"en"_s);
    QCOMPARE(ended.exitCode, 1);
    QVERIFY2(ended.errors.startsWith(u"127.0.0.1: 127.0.0.1 refused the connection. "_s),
        qUtf8Printable(ended.errors));
    QVERIFY(hasPicture(home));
}

void TestProgramAccount::secretFileTooOpen()
{
    FaultyServer server;
    speakGenAuth(server);
    TestHome home;
    home.connectAccount(server.url(), canaryKey().id, {});
    const QString file = home.write(u"secret"_s, canaryKey().secret);
    home.set(SecretFile, file);
    for (const auto reader : {QFile::ReadGroup, QFile::ReadOther}) {
        QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner | reader));
        const Ended english = screenshot(home, u"en"_s);
        QCOMPARE(english.exitCode, 2);
        QCOMPARE(english.output, QString());
        QCOMPARE(english.errors,
            u"%1 can be read by others, so the secret in it is not used: take the right to read "
            u"it from them (chmod 600).\n"_s.arg(file));
        const Ended chinese = screenshot(home, u"zh"_s);
        QCOMPARE(chinese.exitCode, 2);
        QCOMPARE(chinese.errors,
            u"其他人可以读取 %1，因此不使用其中的密钥：请取消他人的读取权限（chmod 600）。\n"_s.arg(
                file));
    }
    QCOMPARE(server.connections(), 0);
    QVERIFY(!hasPicture(home));
}

void TestProgramAccount::halfSetEnvironment_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("chinese");
    const QString noKeyId =
        u"GENAUTH_ACCESS_KEY_ID is not set, so the other GENAUTH_ variables cannot be used."_s;
    const QString noKeyIdZh = u"没有设置 GENAUTH_ACCESS_KEY_ID，因此无法使用其他 GENAUTH_ 变量。"_s;
    QTest::newRow("only a host") << u"GENAUTH_HOST"_s << u"https://127.0.0.1"_s << noKeyId
                                 << noKeyIdZh;
    QTest::newRow("only a secret")
        << u"GENAUTH_ACCESS_KEY_SECRET"_s << u"0123"_s << noKeyId << noKeyIdZh;
    QTest::newRow("only a key id")
        << u"GENAUTH_ACCESS_KEY_ID"_s << u"0123"_s
        << u"An access key id is set, but no secret: set GENAUTH_ACCESS_KEY_SECRET_FILE to the "
           u"path of a file that holds it."_s
        << u"设置了访问密钥 ID，但没有密钥：请将 GENAUTH_ACCESS_KEY_SECRET_FILE "
           u"设为保存密钥的文件路径。"_s;
}

void TestProgramAccount::halfSetEnvironment()
{
    QFETCH(QString, variable);
    QFETCH(QString, value);
    QFETCH(QString, english);
    QFETCH(QString, chinese);
    TestHome home;
    home.set(variable, value);
    const Ended inEnglish = screenshot(home, u"en"_s);
    QCOMPARE(inEnglish.exitCode, 2);
    QCOMPARE(inEnglish.errors, english + u'\n');
    const Ended inChinese = screenshot(home, u"zh"_s);
    QCOMPARE(inChinese.exitCode, 2);
    QCOMPARE(inChinese.errors, chinese + u'\n');
    QCOMPARE(home.files().keys(), QStringList());
    // A demo has pools of its own, so it does not mind.
    QCOMPARE(runDashboard({u"--demo"_s, u"--screenshot"_s, home.path(u"pictures/a.png"_s)}, home)
                 .exitCode,
        0);
}

QTEST_GUILESS_MAIN(TestProgramAccount)
#include "tst_programaccount.moc"
