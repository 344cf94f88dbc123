// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/envelope.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"
#include "tests/support/teststrings.h"

#include <QTest>

using namespace genauth;

namespace {

HttpAnswer answer(const QByteArray &body, int status = 200,
    const QByteArray &contentType = "application/json; charset=utf-8")
{
    HttpAnswer answer;
    answer.status = status;
    answer.contentType = contentType;
    answer.body = body;
    return answer;
}

const QByteArray Good = R"({"statusCode":200,"message":"ok","requestId":"r-1","data":{"a":"1"}})";

} // namespace

class TestEnvelope : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnQtWarnings(); }

    void readsSuccess();
    void acceptsSuccess_data();
    void acceptsSuccess();
    void judgesStatusCode_data();
    void judgesStatusCode();
    void judgesHttpStatusFirst_data();
    void judgesHttpStatusFirst();
    void refusesWhatIsNoEnvelope_data();
    void refusesWhatIsNoEnvelope();
    void acceptsNoPrefixOfGoodAnswer();
    void readsNoMoreValuesThanNeeded_data();
    void readsNoMoreValuesThanNeeded();
    void keepsServersWords();
    void clipsServersWords();
    void seesNotSignedIn_data();
    void seesNotSignedIn();
};

void TestEnvelope::readsSuccess()
{
    HttpAnswer http = answer(Good);
    http.date = QDateTime(QDate(2026, 7, 1), QTime(12, 0), Qt::UTC);
    const Result<Envelope> read = readEnvelope(http);
    QCOMPARE(outcome(read), "ok");
    const Envelope &envelope = read.value();
    QCOMPARE(envelope.data, QJsonValue(QJsonObject{{QStringLiteral("a"), QStringLiteral("1")}}));
    QCOMPARE(envelope.message, QStringLiteral("ok"));
    QCOMPARE(envelope.requestId, QStringLiteral("r-1"));
    QVERIFY(!envelope.apiCode);
    QCOMPARE(envelope.serverDate, http.date);
}

void TestEnvelope::acceptsSuccess_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("contentType");
    const QByteArray json = "application/json";
    QTest::newRow("upper case type") << Good << QByteArray("APPLICATION/JSON;charset=UTF-8");
    QTest::newRow("problem+json") << Good << QByteArray("application/problem+json");
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + Good << json;
    QTest::newRow("blanks around") << " \r\n" + Good + "\r\n " << json;
    QTest::newRow("no message") << QByteArray(R"({"statusCode":200,"data":[]})") << json;
    QTest::newRow("statusCode a string") << QByteArray(R"({"statusCode":"200","data":[]})") << json;
    QTest::newRow("apiCode 0") << QByteArray(R"({"statusCode":200,"apiCode":0,"data":[]})") << json;
    QTest::newRow("another apiCode")
        << QByteArray(R"({"statusCode":200,"apiCode":4021,"data":[]})") << json;
    QTest::newRow("apiCode null") << QByteArray(R"({"statusCode":200,"apiCode":null,"data":[]})")
                                  << json;
    QTest::newRow("data false") << QByteArray(R"({"statusCode":200,"data":false})") << json;
    QTest::newRow("unknown keys") << QByteArray(R"({"0":"套","statusCode":200,"data":{}})") << json;
}

void TestEnvelope::acceptsSuccess()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, contentType);
    QCOMPARE(outcome(readEnvelope(answer(body, 200, contentType))), "ok");
    QCOMPARE(outcome(readEnvelope(answer(body, 201, contentType))), "ok");
}

void TestEnvelope::judgesStatusCode_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    const QList<std::pair<int, ErrorKind>> kinds{
        {400, ErrorKind::BadRequest},
        {401, ErrorKind::NotSignedIn},
        {402, ErrorKind::HigherPackageNeeded},
        {403, ErrorKind::Forbidden},
        {404, ErrorKind::NotFound},
        {408, ErrorKind::BadRequest},
        {409, ErrorKind::BadRequest},
        {413, ErrorKind::BadRequest},
        {422, ErrorKind::BadRequest},
        {429, ErrorKind::Throttled},
        {499, ErrorKind::BadRequest},
        {500, ErrorKind::ServerError},
        {501, ErrorKind::ServerError},
        {502, ErrorKind::ServerError},
        {503, ErrorKind::Maintenance},
        {504, ErrorKind::ServerError},
    };
    for (const auto &[status, kind] : kinds)
        QTest::addRow("%d", status) << status << kind;
}

void TestEnvelope::judgesStatusCode()
{
    QFETCH(const int, status);
    QFETCH(const ErrorKind, kind);
    const QByteArray inside = test::envelope({.statusCode = status,
        .data = QJsonObject{},
        .message = QStringLiteral("no"),
        .apiCode = 4021,
        .requestId = QStringLiteral("r-2")});
    const Result<Envelope> read = readEnvelope(answer(inside));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, kind);
    QCOMPARE(read.error().httpStatus, 200);
    QCOMPARE(read.error().statusCode, status);
    QCOMPARE(read.error().apiCode, 4021);
    QCOMPARE(read.error().requestId, QStringLiteral("r-2"));
    QCOMPARE(read.error().serverMessage, QStringLiteral("no"));

    // The same as an HTTP status, whatever the body.
    for (const QByteArray &body : {Good, QByteArray("<html>"), QByteArray(), inside}) {
        const Result<Envelope> asHttp = readEnvelope(answer(body, status));
        QVERIFY(!asHttp);
        QCOMPARE(asHttp.error().kind, kind);
        QCOMPARE(asHttp.error().httpStatus, status);
    }
}

void TestEnvelope::judgesHttpStatusFirst_data()
{
    QTest::addColumn<int>("http");
    QTest::addColumn<int>("inside");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("500 around success") << 500 << 200 << ErrorKind::ServerError;
    QTest::newRow("403 around 401") << 403 << 401 << ErrorKind::Forbidden;
    QTest::newRow("401 around 403") << 401 << 403 << ErrorKind::NotSignedIn;
    QTest::newRow("502 around 429") << 502 << 429 << ErrorKind::ServerError;
    QTest::newRow("third-party failure") << 200 << 601 << ErrorKind::ServerError;
    QTest::newRow("602") << 200 << 602 << ErrorKind::ServerError;
    QTest::newRow("no status at all") << 200 << 0 << ErrorKind::ServerError;
    QTest::newRow("201 inside") << 200 << 201 << ErrorKind::ServerError;
    QTest::newRow("302 inside") << 200 << 302 << ErrorKind::ServerError;
    QTest::newRow("2000 inside") << 200 << 2000 << ErrorKind::ServerError;
}

void TestEnvelope::judgesHttpStatusFirst()
{
    QFETCH(const int, http);
    QFETCH(const int, inside);
    QFETCH(const ErrorKind, kind);
    const QByteArray body = test::envelope({.statusCode = inside, .data = QJsonObject{}});
    const Result<Envelope> read = readEnvelope(answer(body, http));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, kind);
    QCOMPARE(read.error().statusCode, inside);
}

void TestEnvelope::refusesWhatIsNoEnvelope_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<ErrorKind>("kind");
    const QByteArray json = "application/json";
    const auto malformed = ErrorKind::MalformedAnswer;
    QTest::newRow("empty") << QByteArray() << json << malformed;
    QTest::newRow("text as json") << QByteArray("hello") << json << malformed;
    QTest::newRow("array") << QByteArray("[]") << json << malformed;
    QTest::newRow("empty object") << QByteArray("{}") << json << malformed;
    QTest::newRow("number") << QByteArray("200") << json << malformed;
    QTest::newRow("null") << QByteArray("null") << json << malformed;
    QTest::newRow("html as json") << QByteArray("<html></html>") << json << malformed;
    QTest::newRow("two documents") << Good + Good << json << malformed;
    QTest::newRow("trailing bytes") << Good + "x" << json << malformed;
    QTest::newRow("NaN") << QByteArray(R"({"statusCode":200,"data":{"a":NaN}})") << json
                         << malformed;
    QTest::newRow("UTF-16") << QByteArray("{\0\"\0", 4) << json << malformed;
    QTest::newRow("GBK") << QByteArray("{\"statusCode\":200,\"data\":\"\xCC\xD7\xB2\xCD\"}") << json
                         << malformed;
    QTest::newRow("10,000 levels deep") << QByteArray(10'000, '[') << json << malformed;
    QTest::newRow("no statusCode") << QByteArray(R"({"data":{}})") << json << malformed;
    QTest::newRow("statusCode null")
        << QByteArray(R"({"statusCode":null,"data":{}})") << json << malformed;
    QTest::newRow("statusCode 200.5")
        << QByteArray(R"({"statusCode":200.5,"data":{}})") << json << malformed;
    QTest::newRow("statusCode a list")
        << QByteArray(R"({"statusCode":[200],"data":{}})") << json << malformed;
    QTest::newRow("statusCode too large")
        << QByteArray(R"({"statusCode":4294967496,"data":{}})") << json << malformed;
    QTest::newRow("no type") << Good << QByteArray() << malformed;
    QTest::newRow("text/plain") << Good << QByteArray("text/plain") << malformed;
    QTest::newRow("a picture") << Good << QByteArray("image/png") << malformed;
    QTest::newRow("json named html") << Good << QByteArray("text/html") << ErrorKind::HtmlAnswer;
    QTest::newRow("web page") << QByteArray("<html></html>") << QByteArray("text/html")
                              << ErrorKind::HtmlAnswer;
    QTest::newRow("web page without type")
        << QByteArray("\n<!DOCTYPE html>") << QByteArray() << ErrorKind::HtmlAnswer;
    QTest::newRow("no data") << QByteArray(R"({"statusCode":200})") << json
                             << ErrorKind::UnreadableField;
    QTest::newRow("data null") << QByteArray(R"({"statusCode":200,"data":null})") << json
                               << ErrorKind::UnreadableField;
}

void TestEnvelope::refusesWhatIsNoEnvelope()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, contentType);
    QFETCH(const ErrorKind, kind);
    const Result<Envelope> read = readEnvelope(answer(body, 200, contentType));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, kind);
    QCOMPARE(read.error().httpStatus, 200);
    if (kind == ErrorKind::UnreadableField)
        QCOMPARE(read.error().subject, QStringLiteral("data"));
}

void TestEnvelope::acceptsNoPrefixOfGoodAnswer()
{
    for (qsizetype length = 0; length < Good.size(); ++length) {
        const Result<Envelope> read = readEnvelope(answer(Good.first(length)));
        QVERIFY2(!read, Good.first(length).constData());
        QCOMPARE(read.error().kind, ErrorKind::MalformedAnswer);
    }
}

void TestEnvelope::readsNoMoreValuesThanNeeded_data()
{
    QTest::addColumn<QByteArray>("extra");
    QTest::addColumn<bool>("tooMany");
    const auto list = [](qsizetype count, const QByteArray &value) {
        return '[' + (value + ',').repeated(count - 1) + value + ']';
    };
    QTest::newRow("many") << list(99'000, "1") << false;
    QTest::newRow("too many") << list(101'000, "1") << true;
    QTest::newRow("too many lists") << list(101'000, "[]") << true;
    QTest::newRow("too many members")
        << '{' + QByteArray("\"a\":1,").repeated(101'000) + "\"a\":1}" << true;
    QTest::newRow("too many after a text with quotes") << list(101'000, R"("\\\"")") << true;
    QTest::newRow("commas in a text") << '"' + QByteArray(200'000, ',') + '"' << false;
    QTest::newRow("commas after an escaped quote")
        << R"("\")" + QByteArray(200'000, ',') + '"' << false;
    QTest::newRow("many, with an escaped end")
        << "[\"\\\\\"," + list(99'000, R"(",\",")") + ']' << false;
}

void TestEnvelope::readsNoMoreValuesThanNeeded()
{
    QFETCH(const QByteArray, extra);
    QFETCH(const bool, tooMany);
    const QByteArray body = Good.chopped(1) + ",\"extra\":" + extra + '}';
    QVERIFY(body.size() < 8 * 1024 * 1024);
    QCOMPARE(outcome(readEnvelope(answer(body))), tooMany ? "TooLarge" : "ok");
    // The status says it all, and nothing more is read.
    QCOMPARE(outcome(readEnvelope(answer(body, 502))), "ServerError");
}

void TestEnvelope::keepsServersWords()
{
    const QByteArray body = R"({"statusCode":403,"message":"<b>no</b>\r\n\u202Ex","requestId":77})";
    const Result<Envelope> read = readEnvelope(answer(body));
    QVERIFY(!read);
    QCOMPARE(read.error().serverMessage, QStringLiteral("<b>no</b>\r\n\u202Ex")); // raw, as sent
    QCOMPARE(read.error().requestId, QStringLiteral("77"));
}

void TestEnvelope::clipsServersWords()
{
    const QString endless(5'000'000, u'x');
    const QByteArray body =
        test::envelope({.statusCode = 500, .message = endless, .requestId = endless});
    const Result<Envelope> read = readEnvelope(answer(body));
    QVERIFY(!read);
    QCOMPARE(read.error().serverMessage.size(), 1000);
    QCOMPARE(read.error().requestId.size(), 1000);
}

void TestEnvelope::seesNotSignedIn_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    const QString not_ = QStringLiteral("NotSignedIn");
    QTest::newRow("statusCode 401") << QByteArray(R"({"statusCode":401})") << not_;
    QTest::newRow("apiCode 2020") << QByteArray(R"({"statusCode":400,"apiCode":2020})") << not_;
    QTest::newRow("both") << QByteArray(R"({"statusCode":401,"apiCode":2020})") << not_;
    QTest::newRow("apiCode a string")
        << QByteArray(R"({"statusCode":500,"apiCode":"2020"})") << not_;
    QTest::newRow("2020 in a success without data")
        << QByteArray(R"({"statusCode":200,"apiCode":2020,"data":null})") << not_;
    // Success is statusCode 200 and nothing else.
    QTest::newRow("2020 in a success with data")
        << QByteArray(R"({"statusCode":200,"apiCode":2020,"data":{}})") << QStringLiteral("ok");
}

void TestEnvelope::seesNotSignedIn()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, expected);
    QCOMPARE(QLatin1String(outcome(readEnvelope(answer(body)))), expected);
}

QTEST_GUILESS_MAIN(TestEnvelope)
#include "tst_envelope.moc"
