// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What people see when a refresh goes wrong over real sockets, after one that went well.

#include "tests/app/dashboard/windowmarkup.h"
#include "tests/app/dashboard/windowundertest.h"
#include "tests/app/languages.h"
#include "tests/support/certificates.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QAction>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <functional>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

using Fault = std::function<void(FaultyServer &)>;

constexpr qint64 HundredMegabytes = 100 * 1024 * 1024;
/** Far more than any turn takes, and as much as people take for a hiccup. */
constexpr qint64 LongestTurn = 1000;

/** Both calls get this answer from now on. */
Fault everywhere(const Script &script)
{
    return [script](FaultyServer &server) {
        server.answer(tokenPath(), {script});
        server.answer(packagePath(), {script});
    };
}

/** Signing in goes well, the package does not. */
Fault onPackage(const Script &script)
{
    return [script](FaultyServer &server) { server.answer(packagePath(), {script}); };
}

Script package(const QString &field, const QJsonValue &value)
{
    QJsonObject data = samplePackage();
    data.insert(field, value);
    return goodPackage(data);
}

Script packageNamed(const QString &name)
{
    QJsonObject goods = samplePackage()["goodsPackage"_L1].toObject();
    goods.insert(u"name"_s, name);
    goods.insert(u"nameEn"_s, name);
    return package(u"goodsPackage"_s, goods);
}

bool isChinese()
{
    return languageOfRow() == UiLanguage::Chinese;
}

/** The window on one pool of a server. Its clock stands ten days less an hour before the sample
 *  package ends. */
class FaultyWindow : public WindowUnderTest
{
public:
    explicit FaultyWindow(const Account &account, UiLanguage shownIn = languageOfRow(),
        const TransportLimits &limits = {})
        : WindowUnderTest(shownIn, limits, DataOrigin::RealPools)
    {
        clock.set(QDateTime(QDate(2026, 10, 31), QTime(17, 0), Qt::UTC));
        open({{account, canaryKey()}});
    }

    /** Presses Refresh two hours after the last time, when the token has expired: all is asked
     *  anew. False when it did not end in time. */
    [[nodiscard]] bool refresh()
    {
        clock.advance(std::chrono::hours(2));
        QSignalSpy finished(&refresher, &PoolsRefresher::finished);
        find<QAction>("refreshAction")->trigger();
        return finished.wait(10'000);
    }

    /** What a banner says; empty when it is hidden. */
    [[nodiscard]] QString said(const char *banner, const char *label = "headlineLabel")
    {
        const auto *found = find<QWidget>(banner)->findChild<QLabel *>(QLatin1String(label));
        return found->isVisible() ? found->text() : QString();
    }

    Heartbeat heartbeat;
};

/** What must outlast every fault: names, MAU, price, end, and the warning above them. */
QStringList page(FaultyWindow &it)
{
    return {it.text("packageNameLabel"), it.text("otherNameLabel"),
        it.text("mauQuantityCard", "valueLabel"), it.text("unitPriceCard", "valueLabel"),
        it.text("endTimeCard", "valueLabel"), it.said("statusBanner")};
}

/** All is well, but for a package that ends soon. */
void verifyGoodPage(FaultyWindow &it)
{
    const QStringList chinese{u"企业版套餐"_s, u"Enterprise package"_s, u"1,000"_s, u"99.00"_s,
        u"2026年11月11日"_s, u"9 天后到期"_s};
    const QStringList english{u"Enterprise package"_s, u"企业版套餐"_s, u"1,000"_s, u"99.00"_s,
        u"11 Nov 2026"_s, u"Ends in 9 days"_s};
    QCOMPARE(page(it), isChinese() ? chinese : english);
    QCOMPARE(it.said("errorBanner"), QString());
    QCOMPARE(it.said("fieldsBanner"), QString());
}

void verifyCalm(const FaultyWindow &it)
{
    QCOMPARE(markupIn(*it.window), QStringList());
    QVERIFY2(it.heartbeat.longestTurn() < LongestTurn,
        qPrintable(QString::number(it.heartbeat.longestTurn())));
}

/** A sentence in the language under test, old data and warnings as before, no freeze, no markup. */
void verifyFault(
    FaultyWindow &it, const QString &facts, const QString &english, const QString &chinese)
{
    QCOMPARE(it.said("errorBanner"), isChinese() ? chinese : english);
    const QString advice = it.said("errorBanner", "adviceLabel");
    QVERIFY2(isSaidIn(languageOfRow(), advice), qUtf8Printable(advice));
    QVERIFY2(advice.endsWith(isChinese() ? u"当前显示的是2 小时前的数据。"_s
                                         : u"What you see is from 2 h ago."_s),
        qUtf8Printable(advice));
    QCOMPARE(it.facts(), facts);
    QVERIFY(it.find<QWidget>("packagePage")->isVisible());
    QCOMPARE(it.said("statusBanner"), isChinese() ? u"9 天后到期"_s : u"Ends in 9 days"_s);
    verifyCalm(it);
}

} // namespace

Q_DECLARE_METATYPE(Fault)

class TestWindowFaults : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void answers_data();
    void answers();
    void silentServer_data() { bothLanguages(); }
    void silentServer();
    void connectionRefused_data() { bothLanguages(); }
    void connectionRefused();
    void redirectToAnotherHost_data() { bothLanguages(); }
    void redirectToAnotherHost();
    void selfSignedCertificate_data() { bothLanguages(); }
    void selfSignedCertificate();
    void unreadableOverdueDays_data() { bothLanguages(); }
    void unreadableOverdueDays();
    void markupInThePackageName_data() { bothLanguages(); }
    void markupInThePackageName();
    void markupInTheServersMessage_data() { bothLanguages(); }
    void markupInTheServersMessage();
    void theSentenceFollowsTheLanguage();
    void theSentenceGoesWithTheFault();
};

void TestWindowFaults::answers_data()
{
    QTest::addColumn<int>("language");
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("chinese");
    const auto row = [](const char *name, const Fault &fault, const QString &english,
                         const QString &chinese) {
        for (const UiLanguage language : {UiLanguage::English, UiLanguage::Chinese})
            QTest::addRow("%s, %s", name, qPrintable(Language::code(language)))
                << static_cast<int>(language) << fault << english << chinese;
    };
    const QByteArray whole = envelope({.data = samplePackage()});
    row("wrong secret", everywhere(refusal(400, 2333, u"wrong"_s)),
        u"GenAuth refused the access key"_s, u"GenAuth 拒绝了访问密钥"_s);
    row("403", onPackage(refusal(403)), u"This key may not read billing"_s,
        u"此密钥无权读取计费信息"_s);
    row("429", onPackage(refusal(429)), u"GenAuth asks to slow down"_s,
        u"GenAuth 要求降低请求频率"_s);
    row("500", onPackage(refusal(500)), u"GenAuth has a problem"_s, u"GenAuth 出现问题"_s);
    row("502 with HTML",
        everywhere(send(HttpText{.status = 502,
            .reason = "Bad Gateway",
            .contentType = "text/html",
            .body = "<html><h1>502</h1></html>"})),
        u"GenAuth has a problem"_s, u"GenAuth 出现问题"_s);
    row("cut JSON", onPackage(send(HttpText{.body = whole.first(whole.size() / 2)})),
        u"The answer could not be understood"_s, u"无法理解应答"_s);
    row("cut connection", onPackage(sendAndClose(http({.body = whole}).chopped(20))),
        u"The connection was closed"_s, u"连接已断开"_s);
    row("100 MB, announced", onPackage(stream(HttpText::Framing::ContentLength, HundredMegabytes)),
        u"The answer is too large"_s, u"应答过大"_s);
    row("100 MB, in chunks", onPackage(stream(HttpText::Framing::Chunked, HundredMegabytes)),
        u"The answer is too large"_s, u"应答过大"_s);
}

void TestWindowFaults::answers()
{
    QFETCH(Fault, fault);
    QFETCH(QString, english);
    QFETCH(QString, chinese);
    FaultyServer server;
    speakGenAuth(server);
    FaultyWindow it(accountOn(server.url()));
    QVERIFY(it.waitForRefresh());
    verifyGoodPage(it);
    const QString facts = it.facts();
    fault(server);
    QVERIFY(it.refresh());
    verifyFault(it, facts, english, chinese);
}

void TestWindowFaults::silentServer()
{
    FaultyServer server;
    speakGenAuth(server);
    FaultyWindow it(accountOn(server.url()), languageOfRow(),
        {.inactivity = std::chrono::seconds(1), .deadline = std::chrono::seconds(5)});
    QVERIFY(it.waitForRefresh());
    verifyGoodPage(it);
    const QString facts = it.facts();
    everywhere(silence())(server);
    QVERIFY(it.refresh());
    verifyFault(it, facts, u"127.0.0.1 took too long to answer"_s, u"127.0.0.1 应答超时"_s);
}

void TestWindowFaults::connectionRefused()
{
    auto server = std::make_unique<FaultyServer>();
    speakGenAuth(*server);
    FaultyWindow it(accountOn(server->url()));
    QVERIFY(it.waitForRefresh());
    verifyGoodPage(it);
    const QString facts = it.facts();
    server.reset();
    QVERIFY(it.refresh());
    verifyFault(it, facts, u"127.0.0.1 refused the connection"_s, u"127.0.0.1 拒绝了连接"_s);
}

void TestWindowFaults::redirectToAnotherHost()
{
    FaultyServer server;
    FaultyServer elsewhere(QHostAddress(u"127.0.0.2"_s));
    speakGenAuth(server);
    speakGenAuth(elsewhere);
    FaultyWindow it(accountOn(server.url()));
    QVERIFY(it.waitForRefresh());
    verifyGoodPage(it);
    const QString facts = it.facts();
    for (const int status : {301, 302, 303, 307, 308}) {
        // First the call that carries the secret, then the one that carries the token.
        for (const QString &path : {tokenPath(), packagePath()}) {
            speakGenAuth(server);
            server.answer(path, {redirect(status, (elsewhere.url().toString() + path).toLatin1())});
            QVERIFY(it.refresh());
            QCOMPARE(it.said("errorBanner"), isChinese() ? u"127.0.0.1 要求转到 127.0.0.2"_s
                                                         : u"127.0.0.1 sent us to 127.0.0.2"_s);
        }
    }
    QCOMPARE(it.facts(), facts);
    verifyCalm(it);
    QCOMPARE(elsewhere.connections(), 0);
    QCOMPARE(elsewhere.receivedBytes(), 0);
}

void TestWindowFaults::selfSignedCertificate()
{
    CertificateAuthority authority;
    FaultyServer server;
    server.useTls(authority.issue());
    speakGenAuth(server);
    Account account = accountOn(server.url());
    account.caFile = authority.certificateFile();
    FaultyWindow it(account);
    QVERIFY(it.waitForRefresh());
    verifyGoodPage(it);
    const QString facts = it.facts();
    const qint64 bytesOfTheGoodOne = server.receivedBytes();
    const int connections = server.connections();
    server.useTls(authority.selfSigned());
    QVERIFY(it.refresh());
    verifyFault(it, facts, u"The connection is not private"_s, u"连接不安全"_s);
    QVERIFY(server.connections() > connections);
    QCOMPARE(server.receivedBytes(), bytesOfTheGoodOne);
}

void TestWindowFaults::unreadableOverdueDays()
{
    FaultyServer server;
    speakGenAuth(server);
    FaultyWindow it(accountOn(server.url()));
    QVERIFY(it.waitForRefresh());
    verifyGoodPage(it);
    const QStringList before = page(it);
    onPackage(package(u"overdueDays"_s, u"n/a"_s))(server);
    QVERIFY(it.refresh());
    QCOMPARE(it.said("fieldsBanner", "headlineLabel"),
        isChinese() ? u"应答中有无法读取的内容"_s : u"Part of the answer cannot be read"_s);
    QCOMPARE(it.said("fieldsBanner", "adviceLabel"),
        isChinese() ? u"字段“overdueDays”无法读取：GenAuth 返回“n/a”。"_s
                    : u"The field “overdueDays” cannot be read: GenAuth sent “n/a”."_s);
    QCOMPARE(it.text("overdueCard", "valueLabel"), isChinese() ? u"未知"_s : u"unknown"_s);
    QCOMPARE(it.said("errorBanner"), QString());
    QCOMPARE(page(it), before);
    verifyCalm(it);
}

void TestWindowFaults::markupInThePackageName()
{
    const QString name = u"<b>Pack</b><img src='/dev/zero'>"_s;
    FaultyServer server;
    speakGenAuth(server);
    server.answer(packagePath(), {packageNamed(name)});
    FaultyWindow it(accountOn(server.url()));
    QVERIFY(it.waitForRefresh());
    QCOMPARE(page(it).first(2), (QStringList{name, name}));
    QCOMPARE(it.said("errorBanner"), QString());
    verifyCalm(it);
}

void TestWindowFaults::markupInTheServersMessage()
{
    const QString message = u"<img src='/dev/zero'><b>no</b>"_s;
    FaultyServer server;
    speakGenAuth(server);
    FaultyWindow it(accountOn(server.url()));
    QVERIFY(it.waitForRefresh());
    const QString facts = it.facts();
    onPackage(refusal(500, {}, message))(server);
    QVERIFY(it.refresh());
    verifyFault(it, facts, u"GenAuth has a problem"_s, u"GenAuth 出现问题"_s);
    const QString note = it.said("errorBanner", "noteLabel");
    QVERIFY2(note.contains(message), qUtf8Printable(note));
}

void TestWindowFaults::theSentenceFollowsTheLanguage()
{
    FaultyServer server;
    speakGenAuth(server);
    FaultyWindow it(accountOn(server.url()), UiLanguage::English);
    QVERIFY(it.waitForRefresh());
    onPackage(refusal(403))(server);
    QVERIFY(it.refresh());
    const QStringList names = page(it).first(2);
    QCOMPARE(it.said("errorBanner"), u"This key may not read billing"_s);
    it.language.set(UiLanguage::Chinese);
    QTRY_COMPARE(it.said("errorBanner"), u"此密钥无权读取计费信息"_s);
    QCOMPARE(page(it).first(2), (QStringList{names[1], names[0]}));
    it.language.set(UiLanguage::English);
    QTRY_COMPARE(it.said("errorBanner"), u"This key may not read billing"_s);
    QCOMPARE(server.hitsOn(packagePath()), 2);
}

void TestWindowFaults::theSentenceGoesWithTheFault()
{
    FaultyServer server;
    speakGenAuth(server);
    onPackage(refusal(500))(server);
    FaultyWindow it(accountOn(server.url()), UiLanguage::English);
    QVERIFY(it.waitForRefresh());
    QCOMPARE(it.said("errorBanner"), u"GenAuth has a problem"_s);
    QCOMPARE(it.text("packageNameLabel"), u"Package unknown"_s);
    speakGenAuth(server);
    QVERIFY(it.refresh());
    QCOMPARE(it.said("errorBanner"), QString());
    QCOMPARE(it.text("packageNameLabel"), u"Enterprise package"_s);
}

QTEST_MAIN(TestWindowFaults)
#include "tst_windowfaults.moc"
