// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/dashboard/windowtexts.h"
#include "tests/app/dashboard/windowundertest.h"
#include "tests/app/languages.h"
#include "tests/support/certificates.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/processfacts.h"
#include "tests/support/qtwarnings.h"

#include <QLabel>
#include <QTest>
#include <QToolButton>

#include <functional>
#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 Megabyte = 1'000'000;

/** Short, so that no test waits for the real ones. */
TransportLimits shortLimits()
{
    return {.inactivity = 400ms, .deadline = 5s};
}

/** What answers a request after the first, good one. */
struct Fault
{
    Script package;
    Script token = goodToken();
};

Script html(int status)
{
    return send(HttpText{.status = status,
        .reason = "Bad Gateway",
        .contentType = "text/html",
        .body = "<html><body><img src=/dev/zero><h1>502</h1></body></html>"});
}

Script cutAnswer()
{
    const QByteArray whole = envelope({.data = samplePackage()});
    return send(HttpText{.body = whole.left(whole.size() / 2)});
}

} // namespace

Q_DECLARE_METATYPE(Fault)

/** Acceptance 4 of the first issue, over real sockets: whatever goes wrong is said in a sentence on
 *  screen, the old data stays, and the window never freezes. */
class TestWindowFaults : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void saysItWithoutOldDataToo();
    void sendsNothingElsewhere_data() { bothLanguages(); }
    void sendsNothingElsewhere();
    void sendsNothingInSecretToStrangers_data() { bothLanguages(); }
    void sendsNothingInSecretToStrangers();
    void saysThatNobodyIsThere_data() { bothLanguages(); }
    void saysThatNobodyIsThere();
    void readsNoEndlessAnswer_data() { bothLanguages(); }
    void readsNoEndlessAnswer();
    void usesWhatCanBeRead_data() { bothLanguages(); }
    void usesWhatCanBeRead();
    void keepsMarkupText_data() { bothLanguages(); }
    void keepsMarkupText();
    void recovers();
    void showsNoSecret();

private:
    void verifySaid(WindowUnderTest &it, const QString &facts, const QString &headline);
};

/** The error is on screen in the window's language, and the facts are as they were. */
void TestWindowFaults::verifySaid(
    WindowUnderTest &it, const QString &facts, const QString &headline)
{
    const UiLanguage language = it.language.current();
    QVERIFY(it.find<QWidget>("errorBanner")->isVisible());
    QVERIFY(!it.find<QLabel>("packageNameLabel")->visibleRegion().isEmpty());
    QCOMPARE(it.text("errorBanner", "headlineLabel"), headline);
    const QString advice = it.text("errorBanner", "adviceLabel");
    QVERIFY2(isSaidIn(language, advice), qPrintable(advice));
    // Where there is old data, its age is said, and why it is old.
    QCOMPARE(it.find<QLabel>("ageLabel")->isVisible(), !facts.isEmpty());
    if (!facts.isEmpty()) {
        const QString age = it.text("ageLabel");
        QVERIFY2(isSaidIn(language, age) && age.endsWith(headline), qPrintable(age));
    }
    if (!facts.isEmpty())
        QCOMPARE(it.facts(), facts);
    QVERIFY(it.find<QToolButton>("refreshButton")->isEnabled());
}

void TestWindowFaults::saysWhatIsWrong_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("chinese");
    const auto row = [](const char *name, const Fault &fault, const QString &english,
                         const QString &chinese) {
        QTest::newRow(name) << fault << english << chinese;
    };
    row("wrong secret", {refusal(401, 2020), refusal(401, 2333, u"账号或密码错误"_s)},
        u"GenAuth refused the access key"_s, u"GenAuth 拒绝了访问密钥"_s);
    row("statusCode 403", {refusal(403)}, u"This key may not read billing"_s,
        u"此密钥无权读取计费信息"_s);
    row("statusCode 429", {refusal(429)}, u"GenAuth asks to slow down"_s,
        u"GenAuth 要求降低请求频率"_s);
    row("statusCode 500", {refusal(500, 4021, u"metering error"_s)},
        u"GenAuth's metering and billing has a problem"_s, u"GenAuth 的计量计费出现问题"_s);
    row("HTTP 502 with HTML", {html(502)}, u"GenAuth has a problem"_s, u"GenAuth 出现问题"_s);
    row("a web page", {html(200)}, u"A web page came instead of an answer"_s,
        u"收到的是网页，不是应答"_s);
    row("cut JSON", {cutAnswer()}, u"The answer could not be understood"_s, u"无法理解应答"_s);
    row("silence", {silence()}, u"127.0.0.1 took too long to answer"_s, u"127.0.0.1 应答超时"_s);
    row("hung up", {sendAndClose("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{")},
        u"The connection was closed"_s, u"连接已断开"_s);
}

void TestWindowFaults::saysWhatIsWrong()
{
    QFETCH(Fault, fault);
    QFETCH(QString, english);
    QFETCH(QString, chinese);
    FaultyServer server;
    server.answer(tokenPath(), {goodToken(), fault.token});
    server.answer(packagePath(), {goodPackage(), fault.package});
    WindowUnderTest it(UiLanguage::English, shortLimits());
    it.open(poolOn(server));
    QVERIFY(it.waitForRefresh());
    QVERIFY(!it.find<QWidget>("errorBanner")->isVisible());
    const QString facts = it.facts();
    QVERIFY(facts.contains(u"Enterprise package"_s));

    const Heartbeat heartbeat;
    it.refreshAgain();
    verifySaid(it, facts, english);
    QVERIFY2(heartbeat.longestTurn() < 1000, qPrintable(QString::number(heartbeat.longestTurn())));

    it.language.set(UiLanguage::Chinese);
    it.settle();
    verifySaid(it, it.facts(), chinese);
    QVERIFY(it.facts().contains(u"企业版套餐"_s));
}

void TestWindowFaults::saysItWithoutOldDataToo()
{
    FaultyServer server;
    server.answer(tokenPath(), {goodToken()});
    server.answer(packagePath(), {refusal(403)});
    WindowUnderTest it(UiLanguage::English, shortLimits());
    it.open(poolOn(server));
    QVERIFY(it.waitForRefresh());
    verifySaid(it, {}, u"This key may not read billing"_s);
    QVERIFY(!it.find<QWidget>("statusBanner")->isVisible());
    QCOMPARE(it.text("packageNameLabel"), u"Package unknown"_s);
    for (const char *card : {"mauQuantityCard", "unitPriceCard", "endTimeCard", "overdueCard"})
        QCOMPARE(it.text(card, "valueLabel"), u"unknown"_s);
    QVERIFY(it.text("freshnessLabel").startsWith(u"Not updated yet"_s));
}

void TestWindowFaults::sendsNothingElsewhere()
{
    const UiLanguage language = languageOfRow();
    FaultyServer other(QHostAddress(u"127.0.0.2"_s));
    speakGenAuth(other);
    FaultyServer server;
    server.answer(tokenPath(), {goodToken()});
    server.answer(packagePath(),
        {goodPackage(), redirect(302, other.url().toEncoded() + "/api/v3/elsewhere")});
    WindowUnderTest it(language, shortLimits());
    it.open(poolOn(server));
    QVERIFY(it.waitForRefresh());
    const QString facts = it.facts();
    it.refreshAgain();
    verifySaid(it, facts,
        language == UiLanguage::Chinese ? u"127.0.0.1 要求转到 127.0.0.2"_s
                                        : u"127.0.0.1 sent us to 127.0.0.2"_s);
    QCOMPARE(other.connections(), 0);
    QCOMPARE(other.receivedBytes(), 0);
}

void TestWindowFaults::sendsNothingInSecretToStrangers()
{
    const UiLanguage language = languageOfRow();
    CertificateAuthority authority;
    FaultyServer server;
    server.useTls(authority.issue());
    speakGenAuth(server);
    QList<PoolAccess> pools = poolOn(server);
    pools[0].account.caFile = authority.certificateFile();
    WindowUnderTest it(language, shortLimits());
    it.open(pools);
    QVERIFY(it.waitForRefresh());
    const QString facts = it.facts();
    QVERIFY(facts.contains(u"99.00"_s));
    const qint64 received = server.receivedBytes();
    QVERIFY(received > 0);
    server.useTls(authority.selfSigned());
    it.refreshAgain();
    verifySaid(it, facts,
        language == UiLanguage::Chinese ? u"连接不安全"_s : u"The connection is not private"_s);
    QVERIFY2(it.text("errorBanner", "adviceLabel")
                 .contains(language == UiLanguage::Chinese ? u"自签名证书"_s
                                                           : u"signed by nobody but itself"_s),
        qPrintable(it.text("errorBanner", "adviceLabel")));
    QCOMPARE(server.receivedBytes(), received);
}

void TestWindowFaults::saysThatNobodyIsThere()
{
    const UiLanguage language = languageOfRow();
    auto server = std::make_unique<FaultyServer>();
    speakGenAuth(*server);
    WindowUnderTest it(language, shortLimits());
    it.open(poolOn(*server));
    QVERIFY(it.waitForRefresh());
    const QString facts = it.facts();
    server.reset();
    it.refreshAgain();
    verifySaid(it, facts,
        language == UiLanguage::Chinese ? u"127.0.0.1 拒绝了连接"_s
                                        : u"127.0.0.1 refused the connection"_s);
}

void TestWindowFaults::readsNoEndlessAnswer()
{
    const UiLanguage language = languageOfRow();
    const auto framing = language == UiLanguage::Chinese ? HttpText::Framing::Chunked
                                                         : HttpText::Framing::ContentLength;
    FaultyServer server;
    server.answer(tokenPath(), {goodToken()});
    server.answer(packagePath(), {goodPackage(), stream(framing, 100 * Megabyte)});
    WindowUnderTest it(language, shortLimits());
    it.open(poolOn(server));
    QVERIFY(it.waitForRefresh());
    const QString facts = it.facts();
    const qint64 before = residentBytes();
    const Heartbeat heartbeat;
    it.refreshAgain();
    verifySaid(
        it, facts, language == UiLanguage::Chinese ? u"应答过大"_s : u"The answer is too large"_s);
    QVERIFY2(heartbeat.longestTurn() < 1000, qPrintable(QString::number(heartbeat.longestTurn())));
    QVERIFY(residentBytes() - before < 64 * Megabyte);
}

void TestWindowFaults::usesWhatCanBeRead()
{
    const UiLanguage language = languageOfRow();
    const bool chinese = language == UiLanguage::Chinese;
    FaultyServer server;
    server.answer(tokenPath(), {goodToken()});
    QJsonObject odd = samplePackage();
    odd[u"overdueDays"_s] = u"n/a"_s;
    server.answer(packagePath(), {goodPackage(), goodPackage(odd)});
    WindowUnderTest it(language, shortLimits());
    it.open(poolOn(server));
    QVERIFY(it.waitForRefresh());
    QCOMPARE(it.text("overdueCard", "valueLabel"), chinese ? u"0 天"_s : u"0 days"_s);
    it.refreshAgain();
    QVERIFY(!it.find<QWidget>("errorBanner")->isVisible());
    QVERIFY(it.find<QWidget>("fieldsBanner")->isVisible());
    QCOMPARE(it.text("fieldsBanner", "adviceLabel"),
        chinese ? u"字段“overdueDays”无法读取：GenAuth 返回“n/a”。"_s
                : u"The field “overdueDays” cannot be read: GenAuth sent “n/a”."_s);
    QCOMPARE(it.text("overdueCard", "valueLabel"), chinese ? u"未知"_s : u"unknown"_s);
    QCOMPARE(it.text("mauQuantityCard", "valueLabel"), u"1,000"_s);
}

void TestWindowFaults::keepsMarkupText()
{
    FaultyServer server;
    speakGenAuth(server);
    const QString markup = u"<b>Bold</b><img src=/dev/zero>"_s;
    QJsonObject package = samplePackage();
    QJsonObject goods = package[u"goodsPackage"_s].toObject();
    for (const char *field : {"name", "nameEn", "unitPrice", "group", "sceneCode"})
        goods[QLatin1String(field)] = markup;
    package[u"goodsPackage"_s] = goods;
    for (const char *field : {"code", "endTime", "overdueDays"})
        package[QLatin1String(field)] = markup;
    server.answer(packagePath(), {goodPackage(package), refusal(500, {}, markup)});
    WindowUnderTest it(languageOfRow(), shortLimits());
    const Heartbeat heartbeat;
    it.open(poolOn(server));
    QVERIFY(it.waitForRefresh());
    it.refreshAgain();
    QCOMPARE(it.text("packageNameLabel"), markup);
    QVERIFY(it.text("errorBanner", "noteLabel").contains(markup));
    int shown = 0;
    for (const QLabel *label : it.window->findChildren<QLabel *>()) {
        if (!label->text().contains(u'<'))
            continue;
        ++shown;
        QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->objectName()));
    }
    QVERIFY(shown >= 8);
    const auto texts = textsOf(*it.window);
    for (auto text = texts.cbegin(); text != texts.cend(); ++text)
        QVERIFY2(!text.key().endsWith(u"tooltip"_s) || !text.value().contains(markup),
            qPrintable(text.key()));
    QVERIFY(!it.window->grab().isNull());
    QVERIFY2(heartbeat.longestTurn() < 1000, qPrintable(QString::number(heartbeat.longestTurn())));
}

void TestWindowFaults::recovers()
{
    FaultyServer server;
    server.answer(tokenPath(), {goodToken()});
    server.answer(packagePath(), {goodPackage(), refusal(500), goodPackage()});
    WindowUnderTest it(UiLanguage::English, shortLimits());
    it.open(poolOn(server));
    QVERIFY(it.waitForRefresh());
    it.refreshAgain();
    QVERIFY(it.find<QWidget>("errorBanner")->isVisible());
    it.refreshAgain();
    QVERIFY(!it.find<QWidget>("errorBanner")->isVisible());
    QVERIFY(it.text("freshnessLabel").startsWith(u"Updated just now"_s));
}

void TestWindowFaults::showsNoSecret()
{
    FaultyServer server;
    server.answer(tokenPath(), {goodToken()});
    server.answer(packagePath(), {goodPackage(), refusal(401, 2020)});
    WindowUnderTest it(UiLanguage::English, shortLimits());
    it.open(poolOn(server));
    QVERIFY(it.waitForRefresh());
    it.refreshAgain();
    const auto texts = textsOf(*it.window);
    for (auto text = texts.cbegin(); text != texts.cend(); ++text)
        QVERIFY2(!text.value().contains(u"CANARY"_s), qPrintable(text.key()));
}

QTEST_MAIN(TestWindowFaults)
#include "tst_windowfaults.moc"
