// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/requestsignature.h"

#include <QTest>

using namespace genauth::sandbox;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now = QDateTime(QDate(2026, 11, 23), QTime(5, 10, 25), Qt::UTC);

/** A request recorded from authing-node-sdk 4.0.1, which had the key "AK" with the secret "SK". */
HttpRequest recorded()
{
    return {.method = "GET",
        .path = u"/api/v3/get-current-package-info"_s,
        .query = {},
        .headers = {{"accept", "application/json"}, {"content-type", "application/json"},
            {"x-authing-signature-nonce", "df1212b8a4dd9c339e86b7855f0dd982"},
            {"x-authing-signature-method", "HMAC-SHA1"}, {"x-authing-signature-version", "1.0"},
            {"user-agent", "AuthingIdentityCloud (linux; x64) Node.js/v20.20.2 Core/4.0.1"},
            {"x-authing-sdk-version", "authing-node-sdk:4.0.1"}, {"x-authing-lang", "zh-CN"},
            {"date", "Mon, 23 Nov 2026 05:10:25 GMT"}, {"host", "127.0.0.1:33297"}}};
}
constexpr auto recordedSignature = "UP4lSPIBkvt4bsW9yr1Rie77Dws=";

std::optional<Refusal> checkSigned(
    SignatureChecker &checker, const HttpRequest &request, const QDateTime &time = now)
{
    return checker.check(request, signatureOf(stringToSign(request), "SK"), "SK", time);
}

} // namespace

class TestRequestSignature : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void agreesWithTheNodeSdk();
    void agreesWithTheNodeSdkOnAQuery();
    void signsTheQueryDecoded();
    void headersOfTheOtherBrandCountToo();
    void everyPartIsSigned();
    void methodAndVersion();
    void timestamp_data();
    void timestamp();
    void nonceIsGoodOnce();
    void refusedRequestDoesNotUseUpItsNonce();
};

void TestRequestSignature::agreesWithTheNodeSdk()
{
    SignatureChecker checker;
    QCOMPARE(signatureOf(stringToSign(recorded()), "SK"), recordedSignature);
    QVERIFY(!checker.check(recorded(), recordedSignature, "SK", now));
    QCOMPARE(checker.check(recorded(), recordedSignature, "another", now), Refusal::BadSignature);
}

void TestRequestSignature::agreesWithTheNodeSdkOnAQuery()
{
    HttpRequest request = recorded(); // this one, too, as it was on the wire
    request.path = u"/api/v3/get-orders"_s;
    request.query = "page=1&limit=10";
    request.headers["x-authing-signature-nonce"] = "efd9800e692dcb06879f0a71bd71d5e0";
    QVERIFY(stringToSign(request).endsWith("\n/api/v3/get-orders?limit=10&page=1"));
    QCOMPARE(signatureOf(stringToSign(request), "SK"), "bGC3fSWbHDr/1Z3dMX/ZE1QYPjs=");
}

void TestRequestSignature::signsTheQueryDecoded()
{
    HttpRequest request = recorded();
    request.query = "b=x+y%2Bz&a=%E5%A5%97%26%3D";
    QVERIFY(stringToSign(request).endsWith("/get-current-package-info?a=套&=&b=x y+z"));
}

void TestRequestSignature::headersOfTheOtherBrandCountToo()
{
    HttpRequest request = recorded();
    const QMap<QByteArray, QByteArray> headers = std::exchange(request.headers, {});
    for (auto header = headers.begin(); header != headers.end(); ++header)
        request.headers.insert(
            QByteArray(header.key()).replace("x-authing-", "x-genauth-"), header.value());
    QVERIFY(stringToSign(request).startsWith(
        "GET\ndate:Mon, 23 Nov 2026 05:10:25 GMT\nx-genauth-lang:zh-CN\nx-genauth-sdk-version:"));
    SignatureChecker checker;
    QVERIFY(!checkSigned(checker, request));
    QCOMPARE(checkSigned(checker, request), Refusal::SignatureReplayed);
}

void TestRequestSignature::everyPartIsSigned()
{
    SignatureChecker checker;
    const auto refusal = [&checker](const HttpRequest &changed) {
        return checker.check(changed, recordedSignature, "SK", now);
    };
    HttpRequest request = recorded();
    request.method = "POST";
    QCOMPARE(refusal(request), Refusal::BadSignature);
    request = recorded();
    request.path += u'x';
    QCOMPARE(refusal(request), Refusal::BadSignature);
    request = recorded();
    request.query = "a=1";
    QCOMPARE(refusal(request), Refusal::BadSignature);
    request = recorded();
    request.headers["x-authing-lang"] = "en-US";
    QCOMPARE(refusal(request), Refusal::BadSignature);
    request = recorded();
    request.headers["date"] = "Mon, 23 Nov 2026 05:10:26 GMT";
    QCOMPARE(refusal(request), Refusal::BadSignature);
    request = recorded();
    request.headers.remove("x-authing-signature-nonce");
    QCOMPARE(checkSigned(checker, request), Refusal::BadSignature);
}

void TestRequestSignature::methodAndVersion()
{
    SignatureChecker checker;
    HttpRequest request = recorded();
    request.headers["x-authing-signature-method"] = "HMAC-SHA256";
    QCOMPARE(checkSigned(checker, request), Refusal::SignatureMethod);
    request.headers.remove("x-authing-signature-method");
    QCOMPARE(checkSigned(checker, request), Refusal::SignatureMethod);
    request = recorded();
    request.headers["x-authing-signature-version"] = "2.0";
    QCOMPARE(checkSigned(checker, request), Refusal::SignatureVersion);
}

void TestRequestSignature::timestamp_data()
{
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<std::optional<Refusal>>("refusal");
    const auto row = [](const char *name, const char *date, std::optional<Refusal> refusal) {
        QTest::newRow(name) << QByteArray(date) << refusal;
    };
    row("missing", "", Refusal::TimestampMissing);
    row("iso", "2026-11-23T05:10:25Z", Refusal::TimestampMalformed);
    row("seconds", "1795410625", Refusal::TimestampMalformed);
    row("15 minutes behind", "Mon, 23 Nov 2026 04:55:25 GMT", std::nullopt);
    row("a second more behind", "Mon, 23 Nov 2026 04:55:24 GMT", Refusal::TimestampTooFar);
    row("15 minutes ahead", "Mon, 23 Nov 2026 05:25:25 GMT", std::nullopt);
    row("a second more ahead", "Mon, 23 Nov 2026 05:25:26 GMT", Refusal::TimestampTooFar);
}

void TestRequestSignature::timestamp()
{
    QFETCH(QByteArray, date);
    QFETCH(std::optional<Refusal>, refusal);
    HttpRequest request = recorded();
    request.headers["date"] = date;
    if (date.isEmpty())
        request.headers.remove("date");
    SignatureChecker checker;
    QCOMPARE(checkSigned(checker, request), refusal);
}

void TestRequestSignature::nonceIsGoodOnce()
{
    SignatureChecker checker;
    HttpRequest request = recorded();
    request.headers["date"] = "Mon, 23 Nov 2026 05:25:25 GMT"; // as far ahead as may be
    QVERIFY(!checkSigned(checker, request));
    QCOMPARE(checkSigned(checker, request), Refusal::SignatureReplayed);
    // Still remembered at the last moment at which the timestamp itself would pass.
    const QDateTime last = now.addSecs(1800);
    QCOMPARE(checkSigned(checker, request, last), Refusal::SignatureReplayed);
    QCOMPARE(checkSigned(checker, request, last.addSecs(1)), Refusal::TimestampTooFar);
}

void TestRequestSignature::refusedRequestDoesNotUseUpItsNonce()
{
    SignatureChecker checker;
    QCOMPARE(checker.check(recorded(), "wrong", "SK", now), Refusal::BadSignature);
    QVERIFY(!checkSigned(checker, recorded()));
}

QTEST_GUILESS_MAIN(TestRequestSignature)
#include "tst_requestsignature.moc"
