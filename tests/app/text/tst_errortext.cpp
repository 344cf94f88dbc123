// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/errortext.h"
#include "core/base/displaytext.h"
#include "tests/app/languages.h"

#include <QTest>

using namespace genauth;
using namespace Qt::StringLiterals;

namespace {

const QString Host = u"pool.example"_s;

/** Every kind and every reason for a refused certificate. */
QList<ApiError> allErrors()
{
    QList<ApiError> errors;
    for (int kind = 0; kind <= static_cast<int>(ErrorKind::ServerError); ++kind)
        errors.append({.kind = static_cast<ErrorKind>(kind)});
    for (int problem = 0; problem <= static_cast<int>(TlsProblem::Other); ++problem)
        errors.append(
            {.kind = ErrorKind::TlsFailed, .tlsProblem = static_cast<TlsProblem>(problem)});
    errors.append({.kind = ErrorKind::Redirected, .subject = u"elsewhere.example"_s});
    errors.append({.kind = ErrorKind::UnreadableField, .subject = u"data.endTime"_s});
    for (const ErrorKind kind : {ErrorKind::Throttled, ErrorKind::Maintenance})
        errors.append({.kind = kind, .retryAfter = std::chrono::seconds(7)});
    return errors;
}

QString nameOf(const ApiError &error)
{
    return QString::fromLatin1(errorKindName(error.kind)) +
           QString::number(static_cast<int>(error.tlsProblem));
}

} // namespace

class TestErrorText : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void hasWordsForEverything_data() { test::bothLanguages(); }
    void hasWordsForEverything();
    void saysWhatHappened_data();
    void saysWhatHappened();
    void tellsCertificatesApart_data() { test::bothLanguages(); }
    void tellsCertificatesApart();
    void suspectsTheProxyOnlyInTheNetwork();
    void saysHowLongToWait();
    void quotesTheServerSafely();
    void quotesNothingWhenNothingWasSaid();
    void keepsSubjectsPlain();
    void saysWhenItIsTriedAgain();
    void knowsTheCodesThatSayMore_data();
    void knowsTheCodesThatSayMore();

private:
    Language m_language{Language::defaultDirectory()};
};

void TestErrorText::hasWordsForEverything()
{
    const UiLanguage language = test::languageOfRow();
    m_language.set(language);
    const QString full = language == UiLanguage::Chinese ? u"。"_s : u"."_s;
    for (const ApiError &error : allErrors()) {
        const ErrorText::Words words = ErrorText::words(error, Host);
        QVERIFY2(test::isSaidIn(language, words.headline),
            qPrintable(nameOf(error) + u": "_s + words.headline));
        QVERIFY2(test::isSaidIn(language, words.advice),
            qPrintable(nameOf(error) + u": "_s + words.advice));
        QVERIFY2(!words.headline.endsWith(full), qPrintable(words.headline));
        QVERIFY2(words.advice.endsWith(full), qPrintable(words.advice));
        QVERIFY2(!words.advice.contains(full + full), qPrintable(words.advice));
        for (const QString &text : {words.headline, words.advice})
            QVERIFY2(!text.contains(u'!') && !text.contains(u'！'), qPrintable(text));
    }
}

void TestErrorText::saysWhatHappened_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("chinese");
    const auto row = [](ErrorKind kind, const QString &english, const QString &chinese) {
        QTest::newRow(errorKindName(kind)) << static_cast<int>(kind) << english << chinese;
    };
    row(ErrorKind::InsecureHost, u"The connection would not be private"_s, u"连接不安全"_s);
    row(ErrorKind::ForeignOrigin, u"The request would have gone elsewhere"_s, u"请求会发往别处"_s);
    row(ErrorKind::KeychainLocked, u"Unlock your keyring to refresh"_s, u"解锁密钥环后才能刷新"_s);
    row(ErrorKind::KeychainUnavailable, u"There is no keyring to read the access key from"_s,
        u"没有可读取访问密钥的密钥环"_s);
    row(ErrorKind::KeychainSilent, u"Your keyring does not answer"_s, u"密钥环没有应答"_s);
    row(ErrorKind::KeyMissing, u"Enter the access key of this pool"_s,
        u"请输入此用户池的访问密钥"_s);
    row(ErrorKind::KeyUnusable, u"The access key in your keyring cannot be used"_s,
        u"密钥环中的访问密钥无法使用"_s);
    row(ErrorKind::KeyNotKept, u"Your keyring did not keep the access key"_s,
        u"密钥环没有保存访问密钥"_s);
    row(ErrorKind::KeyMayRemain, u"The access key may still lie in your keyring"_s,
        u"访问密钥可能仍在密钥环中"_s);
    row(ErrorKind::HostNotFound, u"pool.example was not found"_s, u"找不到 pool.example"_s);
    row(ErrorKind::ConnectionRefused, u"pool.example refused the connection"_s,
        u"pool.example 拒绝了连接"_s);
    row(ErrorKind::ConnectionFailed, u"Cannot connect to pool.example"_s,
        u"无法连接 pool.example"_s);
    row(ErrorKind::ConnectionClosed, u"The connection was closed"_s, u"连接已断开"_s);
    row(ErrorKind::TimedOut, u"pool.example took too long to answer"_s, u"pool.example 应答超时"_s);
    row(ErrorKind::TlsFailed, u"The connection is not private"_s, u"连接不安全"_s);
    row(ErrorKind::Redirected, u"pool.example sent us elsewhere"_s, u"pool.example 要求转到别处"_s);
    row(ErrorKind::TooLarge, u"The answer is too large"_s, u"应答过大"_s);
    row(ErrorKind::HtmlAnswer, u"A web page came instead of an answer"_s,
        u"收到的是网页，不是应答"_s);
    row(ErrorKind::MalformedAnswer, u"The answer could not be understood"_s, u"无法理解应答"_s);
    row(ErrorKind::NotSignedIn, u"GenAuth refused the access key"_s, u"GenAuth 拒绝了访问密钥"_s);
    row(ErrorKind::KeyRefused, u"GenAuth refused the access key"_s, u"GenAuth 拒绝了访问密钥"_s);
    row(ErrorKind::HigherPackageNeeded, u"This needs a higher package"_s, u"需要更高版本的套餐"_s);
    row(ErrorKind::Forbidden, u"This key may not read billing"_s, u"此密钥无权读取计费信息"_s);
    row(ErrorKind::NotFound, u"pool.example lacks this operation"_s,
        u"pool.example 不支持此操作"_s);
    row(ErrorKind::Throttled, u"GenAuth asks to slow down"_s, u"GenAuth 要求降低请求频率"_s);
    row(ErrorKind::Maintenance, u"GenAuth is under maintenance"_s, u"GenAuth 正在维护"_s);
    row(ErrorKind::ServerError, u"GenAuth has a problem"_s, u"GenAuth 出现问题"_s);
}

void TestErrorText::saysWhatHappened()
{
    QFETCH(int, kind);
    const ApiError error{.kind = static_cast<ErrorKind>(kind)};
    m_language.set(UiLanguage::English);
    QTEST(ErrorText::words(error, Host).headline, "english");
    m_language.set(UiLanguage::Chinese);
    QTEST(ErrorText::words(error, Host).headline, "chinese");
}

void TestErrorText::tellsCertificatesApart()
{
    m_language.set(test::languageOfRow());
    QStringList told;
    for (const TlsProblem problem :
        {TlsProblem::SelfSigned, TlsProblem::UnknownIssuer, TlsProblem::Expired,
            TlsProblem::NotYetValid, TlsProblem::WrongHost, TlsProblem::Other}) {
        const ErrorText::Words words =
            ErrorText::words({.kind = ErrorKind::TlsFailed, .tlsProblem = problem}, Host);
        QVERIFY2(words.advice.contains(Host), qPrintable(words.advice));
        QVERIFY2(!told.contains(words.advice), qPrintable(words.advice));
        told << words.advice;
    }
}

void TestErrorText::suspectsTheProxyOnlyInTheNetwork()
{
    m_language.set(UiLanguage::English);
    const QString suspicion = u"A proxy is in use; it may be the cause."_s;
    for (ApiError error : allErrors()) {
        QVERIFY(!ErrorText::words(error, Host).advice.contains(suspicion));
        error.proxyInUse = true;
        const bool suspected =
            error.kind >= ErrorKind::HostNotFound && error.kind <= ErrorKind::TimedOut;
        QVERIFY2(ErrorText::words(error, Host).advice.endsWith(u' ' + suspicion) == suspected,
            qPrintable(nameOf(error)));
    }
}

void TestErrorText::saysHowLongToWait()
{
    const ApiError throttled{.kind = ErrorKind::Throttled, .retryAfter = std::chrono::seconds(7)};
    const ApiError maintenance{
        .kind = ErrorKind::Maintenance, .retryAfter = std::chrono::seconds(3600)};
    m_language.set(UiLanguage::English);
    QCOMPARE(ErrorText::words(throttled, Host).advice, u"It asked to wait 7 s."_s);
    QCOMPARE(ErrorText::words(maintenance, Host).advice, u"It asked to wait 60 min."_s);
    m_language.set(UiLanguage::Chinese);
    QCOMPARE(ErrorText::words(throttled, Host).advice, u"它要求等待 7 秒。"_s);
}

void TestErrorText::quotesTheServerSafely()
{
    ApiError error{.kind = ErrorKind::ServerError};
    error.serverMessage = u"<img src=/dev/zero>%1 %n\nline \u202Etwo "_s + QString(5000, u'x');
    for (const auto &[language, label] :
        {std::pair(UiLanguage::English, u"The server's own words: “"_s),
            std::pair(UiLanguage::Chinese, u"服务器原话：“"_s)}) {
        m_language.set(language);
        const QString said = ErrorText::serverSaid(error);
        QVERIFY2(said.startsWith(label + u"<img src=/dev/zero>%1 %n\uFFFDline two xx"_s),
            qPrintable(said));
        QVERIFY(said.endsWith(u"…”"_s));
        QCOMPARE(said.size(), label.size() + MaxDisplayText + 1);
        QVERIFY(!said.contains(u'\n'));
    }
}

void TestErrorText::quotesNothingWhenNothingWasSaid()
{
    QCOMPARE(ErrorText::serverSaid({.kind = ErrorKind::ServerError}), QString());
}

void TestErrorText::keepsSubjectsPlain()
{
    m_language.set(UiLanguage::English);
    const QString nasty = u"evil%1\n\u202E"_s + QString(5000, u'y');
    for (const ErrorKind kind : {ErrorKind::Redirected, ErrorKind::UnreadableField}) {
        const ErrorText::Words words = ErrorText::words({.kind = kind, .subject = nasty}, Host);
        const QString all = words.headline + words.advice;
        QVERIFY2(all.contains(u"evil%1\uFFFDyy"_s), qPrintable(all));
        QVERIFY(all.size() < 2 * MaxDisplayText);
        QVERIFY(!all.contains(u'\n'));
    }
}

void TestErrorText::knowsTheCodesThatSayMore_data()
{
    QTest::addColumn<int>("apiCode");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("chinese");
    const auto row = [](int code, const QString &english, const QString &chinese) {
        QTest::addRow("%d", code) << code << english << chinese;
    };
    for (const int code : {1303, 1304, 1305})
        row(code, u"GenAuth's clock and this computer's differ too much"_s,
            u"GenAuth 与本机的时间相差过大"_s);
    row(2224, u"This user pool does not exist"_s, u"此用户池不存在"_s);
    row(2333, u"GenAuth refused the access key"_s, u"GenAuth 拒绝了访问密钥"_s);
    row(4021, u"GenAuth's metering and billing has a problem"_s, u"GenAuth 的计量计费出现问题"_s);
    // Any other code leaves the word to the kind.
    row(9999, u"GenAuth has a problem"_s, u"GenAuth 出现问题"_s);
    row(0, u"GenAuth has a problem"_s, u"GenAuth 出现问题"_s);
}

void TestErrorText::knowsTheCodesThatSayMore()
{
    QFETCH(int, apiCode);
    const ApiError error{.kind = ErrorKind::ServerError, .apiCode = apiCode};
    for (const UiLanguage language : {UiLanguage::English, UiLanguage::Chinese}) {
        m_language.set(language);
        const ErrorText::Words words = ErrorText::words(error, Host);
        QVERIFY2(test::isSaidIn(language, words.advice), qPrintable(words.advice));
        if (language == UiLanguage::English)
            QTEST(words.headline, "english");
        else
            QTEST(words.headline, "chinese");
    }
}

void TestErrorText::saysWhenItIsTriedAgain()
{
    using Kind = NextTry::Kind;
    const QDateTime now(QDate(2026, 7, 1), QTime(12, 0), Qt::UTC);
    m_language.set(UiLanguage::English);
    QCOMPARE(ErrorText::retry({}, now), u"It is not tried again until you act."_s);
    QCOMPARE(ErrorText::retry({Kind::BackOff, now.addSecs(90)}, now),
        u"It is tried again by itself in 90 s."_s);
    QCOMPARE(ErrorText::retry({Kind::AsTold, now.addSecs(7)}, now), u"It is tried again in 7 s."_s);
    QCOMPARE(ErrorText::retry({Kind::Poll, now.addSecs(3480)}, now),
        u"It is tried again with the next regular refresh, in 58 min."_s);
    QCOMPARE(ErrorText::retry({Kind::Poll, now}, now), u"It is being tried again now."_s);
    m_language.set(UiLanguage::Chinese);
    QCOMPARE(ErrorText::retry({Kind::BackOff, now.addSecs(90)}, now), u"将在 90 秒后自动重试。"_s);
}

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_errortext.moc"
