// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// H13, H15 and H17 to H24: answers that are no HTTP, no JSON, no envelope, or no end.

#include "tests/faults/faultcase.h"
#include "tests/faults/faultstage.h"
#include "tests/support/genauthanswers.h"

#include <QStringEncoder>

namespace genauth::test {

namespace {

using Kind = NextTry::Kind;
using Framing = HttpText::Framing;

constexpr qint64 Gigabyte = 1'000'000'000;

const QString RequestId = QStringLiteral("req-r");

/** `script` for the package, and for the token, with the same end. */
void addBoth(QList<FaultCase> &cases, const QByteArray &row, const QByteArray &name,
    const Script &script, const Outcome &outcome)
{
    cases << ofPackage(row, name, script, outcome) << ofToken(row, name, script, outcome);
}

/** Good for both operations. */
QByteArray goodBody()
{
    QJsonObject data = overduePackage();
    data.insert(QStringLiteral("access_token"), QString::fromLatin1(canaryToken()));
    return envelope({.data = data, .requestId = RequestId});
}

/** FRESH whichever operation is answered so. */
void addFresh(
    QList<FaultCase> &cases, const QByteArray &row, const QByteArray &name, const Script &script)
{
    cases << freshPackage(row, name, script) << ofToken(row, name, script, {});
    cases.last().outcome.gets = {1, 1};
}

const Outcome Malformed{.error = ErrorKind::MalformedAnswer, .next = Kind::BackOff};

void addNoHttp(QList<FaultCase> &cases)
{
    for (const int status : {0, 99, 101, 600, 999})
        addBoth(cases, "H13", "status " + QByteArray::number(status),
            sendAndClose(http({.status = status, .body = goodBody()})),
            {.error = ErrorKind::NotHttp, .next = Kind::BackOff});
    const QList<std::pair<QByteArray, QByteArray>> garbage{
        {"status is a word", "HTTP/1.1 abc OK\r\n\r\n{}"},
        {"binary", QByteArray("\x01\x02\x03\xff\xfe\x00 binary\r\n\r\n", 18)},
        {"another protocol", "SSH-2.0-OpenSSH_9.2\r\n"},
        {"HTTP/2 at once", QByteArray::fromHex("000000040000000000")},
        {"bare JSON", goodBody()},
    };
    for (const auto &[name, bytes] : garbage) {
        // Qt asks again by itself when a connection ends before the answer: known, and no storm.
        Outcome outcome{.error = ErrorKind::ConnectionClosed, .next = Kind::BackOff};
        outcome.gets = {1, 4};
        outcome.posts = {1, 4};
        FaultCase package = ofPackage("H13", name, sendAndClose(bytes), outcome);
        package.outcome.posts = {};
        cases << package << ofToken("H13", name, sendAndClose(bytes), outcome);
    }
}

QString keepsTheApiCode(const Aftermath &it)
{
    return it.after.package.answer.apiCode == 7001
               ? QString()
               : QStringLiteral("H15: the apiCode is not in the details");
}

void addOddEnvelopes(QList<FaultCase> &cases)
{
    const auto withApiCode = [](int apiCode) {
        return send(HttpText{.body = envelope({.data = overduePackage(), .apiCode = apiCode})});
    };
    cases << freshPackage("H15", "apiCode 0", withApiCode(0))
          << freshPackage("H15", "another apiCode", withApiCode(7001), {keepsTheApiCode});
    const Outcome noData{.error = ErrorKind::UnreadableField,
        .subject = QStringLiteral("data"),
        .requestId = RequestId};
    addBoth(cases, "H15", "data null",
        send(HttpText{.body = envelope({.data = QJsonValue(), .requestId = RequestId})}), noData);
    addBoth(cases, "H15", "no data", refusal(200), noData);
    addBoth(cases, "H15", "no data, apiCode 0", refusal(200, 0), noData);
    for (const char *data : {"[]", "\"ok\"", "true", "7"}) {
        const QByteArray body =
            R"({"statusCode":200,"requestId":"req-r","data":)" + QByteArray(data) + '}';
        const Script script = send(HttpText{.body = body});
        Outcome outcome = noData;
        cases << ofPackage("H15", QByteArray("data is ") + data, script, outcome);
        outcome.subject = QStringLiteral("data.access_token");
        cases << ofToken("H15", QByteArray("data is ") + data, script, outcome);
    }
}

void addPortals(QList<FaultCase> &cases)
{
    const QByteArray page = "<html><meta http-equiv=refresh content='0;http://127.0.0.2/login'>";
    const Outcome htmlAnswer{.error = ErrorKind::HtmlAnswer};
    addBoth(cases, "H17", "a page", html(200), htmlAnswer);
    addBoth(cases, "H17", "a page that leads on",
        send(HttpText{.contentType = "text/html", .body = page}), htmlAnswer);
    addBoth(cases, "H17", "a page without a type",
        send(HttpText{.contentType = {}, .body = "\r\n <!DOCTYPE html>" + page}), htmlAnswer);
    addBoth(cases, "H17", "a page that says it is plain",
        send(HttpText{.contentType = "text/plain", .body = page}), htmlAnswer);
    addBoth(cases, "H17", "an envelope that says it is a page",
        send(HttpText{.contentType = "text/html", .body = goodBody()}), htmlAnswer);
    addBoth(cases, "H17", "a page that says it is JSON", send(HttpText{.body = page}), Malformed);
    addBoth(cases, "H17", "status 511", html(511),
        {.error = ErrorKind::ServerError, .next = Kind::BackOff});
    addBoth(cases, "H17", "a redirect", redirect(302, "http://portal.invalid/login?next=x"),
        {.error = ErrorKind::Redirected, .subject = QStringLiteral("portal.invalid")});
}

void addEmpty(QList<FaultCase> &cases)
{
    addBoth(cases, "H18", "200, empty", send(HttpText{}), Malformed);
    addBoth(cases, "H18", "200, empty, chunked", send(HttpText{.framing = Framing::Chunked}),
        Malformed);
    addBoth(cases, "H18", "200, blanks", send(HttpText{.body = " \r\n\t "}), Malformed);
    addBoth(cases, "H18", "204", send(QByteArray("HTTP/1.1 204 No Content\r\n\r\n")), Malformed);
    for (const char *body : {"{}", "[]", "null", "200", "\"\"", "{\"data\":{}}"})
        addBoth(cases, "H18", QByteArray("200, ") + body, send(HttpText{.body = body}), Malformed);
}

void addTypes(QList<FaultCase> &cases)
{
    const auto typed = [](const QByteArray &type) {
        return send(HttpText{.contentType = type, .body = goodBody()});
    };
    for (const char *type : {"application/problem+json", "application/vnd.genauth+json",
             "APPLICATION/JSON", "text/json; charset=utf-8"})
        addFresh(cases, "H19", type, typed(type));
    for (const char *type : {"text/plain", "application/octet-stream", "image/png", "x"})
        addBoth(cases, "H19", type, typed(type), Malformed);
    addBoth(cases, "H19", "absent", typed({}), Malformed);
    QByteArray many;
    for (int i = 0; i < 150; ++i)
        many += "X-Header-" + QByteArray::number(i) + ": 1\r\n";
    // Qt reads none of so many, and so no length either: the end of the connection ends the answer.
    addBoth(cases, "H19", "150 headers", sendAndClose(http({.headers = many, .body = goodBody()})),
        Malformed);
}

void addEncodings(QList<FaultCase> &cases)
{
    addFresh(cases, "H21", "UTF-8 with a mark",
        send(HttpText{.body = QByteArray("\xef\xbb\xbf") + goodBody()}));
    const QString text = QString::fromUtf8(goodBody());
    const QList<std::pair<QByteArray, QStringConverter::Encoding>> encodings{
        {"UTF-16 little end first", QStringConverter::Utf16LE},
        {"UTF-16 big end first", QStringConverter::Utf16BE},
        {"UTF-16 with a mark", QStringConverter::Utf16},
        {"UTF-32", QStringConverter::Utf32LE},
    };
    for (const auto &[name, encoding] : encodings) {
        const auto flag = name.endsWith("mark") ? QStringConverter::Flag::WriteBom
                                                : QStringConverter::Flag::Default;
        const QByteArray body = QStringEncoder(encoding, flag)(text);
        addBoth(cases, "H22", name, send(HttpText{.body = body}), Malformed);
    }
    // 企业版 as GBK writes it.
    const QByteArray gbk = goodBody().replace("企业版套餐", "\xc6\xf3\xd2\xb5\xb0\xe6");
    addBoth(cases, "H22", "GBK", send(HttpText{.body = gbk}), Malformed);
    addBoth(cases, "H22", "a cut character",
        send(HttpText{.body = goodBody().replace("版", "\xe7\x89")}), Malformed);
}

void addEndless(QList<FaultCase> &cases)
{
    const Outcome tooLarge{.error = ErrorKind::TooLarge};
    addBoth(cases, "H23", "1 GB, stated", stream(Framing::ContentLength, Gigabyte), tooLarge);
    addBoth(cases, "H23", "1 GB, chunked", stream(Framing::Chunked, Gigabyte), tooLarge);
    addBoth(cases, "H23", "1 GB, until close", stream(Framing::UntilClose, Gigabyte), tooLarge);
}

/** Within the cap, and as much work and memory for a reader as so few bytes can be. */
void addDense(QList<FaultCase> &cases)
{
    constexpr qsizetype room = 8 * 1024 * 1024 - 10'000;
    const Outcome tooLarge{.error = ErrorKind::TooLarge};
    const auto with = [](const QByteArray &extra) {
        return send(HttpText{.body = goodBody().chopped(1) + ",\"extra\":" + extra + '}'});
    };
    addBoth(cases, "H23", "8 MB of numbers", with('[' + QByteArray("1,").repeated(room / 2) + "1]"),
        tooLarge);
    addBoth(cases, "H23", "8 MB of lists", with('[' + QByteArray("[],").repeated(room / 3) + "[]]"),
        tooLarge);
    addBoth(cases, "H23", "8 MB of the same member",
        with('{' + QByteArray("\"a\":1,").repeated(room / 6) + "\"a\":1}"), tooLarge);
    QByteArray members;
    for (int i = 0; members.size() < room - 100; ++i)
        members += '"' + QByteArray::number(i, 36) + "\":1,";
    addBoth(cases, "H23", "8 MB of members", with('{' + members + "\"-\":1}"), tooLarge);
}

/** "identity" was asked for, so nothing is unpacked, and packed bytes are no JSON. */
void addPacked(QList<FaultCase> &cases)
{
    const QByteArray blanks(30 * 1000 * 1000, ' ');
    const QByteArray bomb = qCompress(blanks + goodBody(), 9).sliced(4); // × 1000
    const QByteArray tame = qCompress(QByteArray(2000, ' ') + goodBody(), 9).sliced(4);
    const QByteArray noGzip = QByteArray::fromHex("1f8b0800") + QByteArray(64, 'x');
    const auto packed = [&](const QByteArray &name, const QByteArray &encoding,
                            const QByteArray &body) {
        addBoth(cases, "H24", name,
            send(HttpText{.headers = "Content-Encoding: " + encoding + "\r\n", .body = body}),
            Malformed);
    };
    packed("deflate, × 1000", "deflate", bomb);
    packed("deflate", "deflate", tame);
    packed("deflate, cut", "deflate", tame.chopped(20));
    packed("gzip, corrupt", "gzip", noGzip);
    packed("gzip, × 1000", "gzip", noGzip.first(10) + bomb);
    packed("two encodings", "gzip, deflate", bomb);
    packed("br", "br", QByteArray("\x0b\x02\x80{}\x03"));
    packed("zstd", "zstd", QByteArray::fromHex("28b52ffd04"));
    packed("of no known kind", "rot13", "{");
}

} // namespace

QList<FaultCase> bodyCases()
{
    QList<FaultCase> cases;
    addNoHttp(cases);
    addOddEnvelopes(cases);
    addPortals(cases);
    addEmpty(cases);
    addTypes(cases);
    addEncodings(cases);
    addEndless(cases);
    addDense(cases);
    addPacked(cases);
    return cases;
}

} // namespace genauth::test
