// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/redaction.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace genauth;
using namespace Qt::StringLiterals;

namespace {

const QString Token = u"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0."
                      "dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U"_s;

} // namespace

class TestRedaction : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void leavesOrdinaryTextAlone_data();
    void leavesOrdinaryTextAlone();
    void hidesByShape_data();
    void hidesByShape();
    void escapes_data();
    void escapes();
    void clips_data();
    void clips();
    void hidesBeforeItClips_data();
    void hidesBeforeItClips();
    void isSafeForAnyText();
    void isQuickForHugeText();
};

void TestRedaction::leavesOrdinaryTextAlone_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text :
        {QString(), u"x"_s, u"GET \"/api/v3/get-current-package-info\" HTTP 200 in 35 ms"_s,
            u"request 3f2504e0-4f89-11d3-9a0c-0305e82c3301 took 1.5 s (50 %)"_s,
            u"QObject::connect(QWidget, Foo): No such signal Foo::bar(int) in /src/x.cpp:12"_s,
            u"Could not find the Qt platform plugin \"wayland\" in \"\""_s,
            u"host api.genauth.ai, Authing's is https://api.authing.cn:443/v3"_s,
            u"org.freedesktop.Notifications, libQt6Core.so.6.4.2, 2026-07-01T12:00:00.000Z"_s,
            u"Why? Is it 1/2 or 3/4? He said: yes and/or no? C# and F#"_s,
            u"user@example.com at 12:30, @home; https://h/~a/@b https://[::1]:8080/@b"_s,
            u"Authing https://api.authing.cn is bearer"_s, u"authorization is missing"_s,
            u"Hey Jude, eyJustShort"_s, u"套餐 “企业版” 已过期 3 天 😀 R&D <b> \\o/ 100%25"_s,
            u"aaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbb.cccccccccccccccc"_s})
        QTest::addRow("%s", qPrintable(text)) << text;
}

void TestRedaction::leavesOrdinaryTextAlone()
{
    QFETCH(const QString, text);
    QCOMPARE(redacted(text), text);
}

void TestRedaction::hidesByShape_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const auto row = [](const QString &text, const QString &shown) {
        QTest::newRow(qPrintable(QString(text).replace(u'\n', u"\\n"_s))) << text << shown;
    };
    // Credentials behind their scheme's name.
    row(u"Bearer abc"_s, u"Bearer [hidden]"_s);
    row(u"bearer  a.b-c_d~e+f/g== end"_s, u"bearer  [hidden] end"_s);
    row(u"\"BEARER x\" y"_s, u"\"BEARER [hidden]\" y"_s);
    row(u"Bearer a\\\"b c"_s, u"Bearer [hidden] c"_s);
    row(u"Bearer:abc Bearer=abc Bearer%20abc Bearer+abc"_s,
        u"Bearer:[hidden] Bearer=[hidden] Bearer%20[hidden] Bearer+[hidden]"_s);
    row(u"Bearer\nabc"_s, u"Bearer\\n[hidden]"_s);
    row(u"Bearer "_s + Token + u" end"_s, u"Bearer [hidden] end"_s);
    row(u"authing 6250f12d:c2lnbmF0dXJl= x"_s, u"authing [hidden] x"_s);
    row(u"Authorization: Basic dXNlcjpwdw== x"_s, u"Authorization: [hidden]"_s);
    row(u"authorization=x y\nz"_s, u"authorization=[hidden]\\nz"_s);
    row(u"(\"Authorization\", \"Basic dXNlcjpwdw==\") x"_s,
        u"(\"Authorization\", \"[hidden]\") x"_s);
    row(u"{\"Proxy-Authorization\": \"Basic dXNl\"} x"_s,
        u"{\"Proxy-Authorization\": \"[hidden]\"} x"_s);
    // Tokens.
    row(u"token="_s + Token, u"token=[hidden]"_s);
    row(u"<"_s + Token + u">"_s, u"<[hidden]>"_s);
    row(Token.first(40) + u"…"_s, u"[hidden]…"_s);
    row(Token.first(20), u"[hidden]"_s);
    row(u"payload "_s + Token.section(u'.', 1, 1), u"payload [hidden]"_s);
    row(u"aaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbb.cccccccccccccccc"_s, u"[hidden]"_s);
    // Users and passwords in URLs.
    row(u"https://user:pw@host/p"_s, u"https://[hidden]@host/p"_s);
    row(u"https://user@host"_s, u"https://[hidden]@host"_s);
    row(u"via http://a:b@c@host:8080, x"_s, u"via http://[hidden]@host:8080, x"_s);
    row(u"http://user:p/w@host"_s, u"http://[hidden]@host"_s);
    row(u"http://user:p?w@host"_s, u"http://[hidden]"_s);
    row(u"user:pw@proxy:3128"_s, u"[hidden]@proxy:3128"_s);
    row(u"https://a/https://u:p@b/"_s, u"https://a/https://[hidden]@b/"_s);
    // Queries and fragments.
    row(u"https://h/p?x=y"_s, u"https://h/p?[hidden]"_s);
    row(u"/api/v3/get-orders?page=1 done"_s, u"/api/v3/get-orders?[hidden] done"_s);
    row(u"https://h?x"_s, u"https://h?[hidden]"_s);
    row(u"https://h/p#top"_s, u"https://h/p#[hidden]"_s);
    row(u"https://h/p?x#top"_s, u"https://h/p?[hidden]"_s);
    row(u"get-orders?page=1"_s, u"get-orders?[hidden]"_s);
    row(u"?page=1"_s, u"?[hidden]"_s);
    row(u"QUrl(\"https://h/p?x=a b\") c"_s, u"QUrl(\"https://h/p?[hidden]\") c"_s);
    row(u"\"GET /p?x=a\\\"b c\" \"d e\""_s, u"\"GET /p?[hidden]\" \"d e\""_s);
    row(u"\"/p?x=a b"_s, u"\"/p?[hidden]"_s);
    row(u"\"/p?x=a\\\\\" b"_s, u"\"/p?[hidden]\" b"_s);
    row(u"/p?n=O'Brien,x;y&t=1 z"_s, u"/p?[hidden] z"_s);
}

void TestRedaction::hidesByShape()
{
    QFETCH(const QString, text);
    QTEST(redacted(text), "shown");
    // An escaped line end ends no words any more.
    if (!text.contains(u'\n'))
        QCOMPARE(redacted(redacted(text)), redacted(text));
}

void TestRedaction::escapes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const QString &text, const QString &shown) {
        QTest::newRow(name) << text << shown;
    };
    row("a forged line", u"evil\n2026-07-01T12:00:00.000Z ERROR fake"_s,
        u"evil\\n2026-07-01T12:00:00.000Z ERROR fake"_s);
    row("line ends", u"a\rb\r\nc\u0085d\u2028e\u2029f\vg\fh"_s,
        u"a\\rb\\r\\nc\\x85d\\u2028e\\u2029f\\x0bg\\x0ch"_s);
    row("terminal", u"\x1b[2J\x1b]0;x\a\b\t\x7f\u009b"_s,
        u"\\x1b[2J\\x1b]0;x\\x07\\x08\\t\\x7f\\x9b"_s);
    row("zero byte", u"a"_s + QChar(0) + u"b"_s, u"a\\x00b"_s);
    row("overrides", u"\u202a\u202b\u202c\u202d\u202e"_s, u"\\u202a\\u202b\\u202c\\u202d\\u202e"_s);
    row("isolates", u"\u2066\u2067\u2068\u2069"_s, u"\\u2066\\u2067\\u2068\\u2069"_s);
    row("their neighbours stay", u"\u00a0\u2027\u202f\u2065\u206a\u200f"_s,
        u"\u00a0\u2027\u202f\u2065\u206a\u200f"_s);
    row("surrogate pair", u"😀"_s, u"😀"_s);
    row("lone surrogates", QChar(0xD83D) + u"x"_s + QChar(0xDE00) + QChar(0xD83D),
        u"\\ud83dx\\ude00\\ud83d"_s);
}

void TestRedaction::escapes()
{
    QFETCH(const QString, text);
    QTEST(redacted(text), "shown");
    QCOMPARE(redacted(redacted(text)), redacted(text));
}

void TestRedaction::clips_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const QString full(MaxLogText, u'x');
    QTest::newRow("fits exactly") << full << full;
    QTest::newRow("one too long") << full + u'x' << full.chopped(1) + u'…';
    QTest::newRow("a pair as the last") << full.chopped(2) + u"😀"_s << full.chopped(2) + u"😀"_s;
    QTest::newRow("no room for half a pair") << full.chopped(2) + u"😀x"_s << full.chopped(2) + u'…';
    QTest::newRow("an escape has to fit too")
        << full.chopped(1) + u'\n' << QString(full.chopped(1) + u'…');
    QTest::newRow("hidden text takes little room")
        << QString(u"Bearer "_s + full + full + u" x"_s) << u"Bearer [hidden] x"_s;
}

void TestRedaction::clips()
{
    QFETCH(const QString, text);
    QTEST(redacted(text), "shown");
}

void TestRedaction::hidesBeforeItClips_data()
{
    QTest::addColumn<int>("secretBegin");
    // The limit falls before, into and behind the secret and what stands for it.
    for (int begin = MaxLogText - 70; begin <= MaxLogText + 2; ++begin)
        QTest::addRow("%d", begin) << begin;
}

void TestRedaction::hidesBeforeItClips()
{
    QFETCH(const int, secretBegin);
    const QByteArray secret = "0123456789abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRST";
    const SecretMark mark(secret);
    const QString line = redacted(QString(secretBegin, u'.') + QString::fromLatin1(secret));
    QVERIFY(line.size() <= MaxLogText);
    QVERIFY2(!line.contains(QString::fromLatin1(secret.first(3))), qPrintable(line.right(80)));
}

void TestRedaction::isSafeForAnyText()
{
    const SecretMark mark("s3cr");
    // Pieces that mean something to one rule or another, in every order that chance brings.
    const QStringList pieces{u"a"_s, u" "_s, u"\""_s, u"\\"_s, u"/"_s, u"?"_s, u"#"_s, u"="_s,
        u"@"_s, u":"_s, u"//"_s, u"."_s, u"%20"_s, u"%7"_s, u"bearer"_s, u"authing"_s,
        u"authorization"_s, u"eyJ0123456789abcdef"_s, u"s3cr"_s, u"%733cr"_s, u"[hidden]"_s,
        u"\n"_s, u"\x1b"_s, u"\u202e"_s, u"\u2028"_s, QString(QChar(0xD83D)),
        QString(QChar(0xDE00)), u"套"_s};
    QRandomGenerator random(20220909);
    for (int round = 0; round < 30'000; ++round) {
        QString text;
        for (int i = random.bounded(16); i > 0; --i)
            text += pieces.at(random.bounded(pieces.size()));
        const QString line = redacted(text);
        QVERIFY(line.isValidUtf16());
        QVERIFY(std::ranges::none_of(line, [](QChar c) {
            return c.category() == QChar::Other_Control || c == u'\u2028' || c == u'\u202E';
        }));
        QVERIFY2(!line.contains(u"s3cr") && !line.contains(u"%733cr"), qPrintable(line));
        QVERIFY2(!line.contains(u"eyJ0123456789abcdef"), qPrintable(line));
    }
}

void TestRedaction::isQuickForHugeText()
{
    const QString huge = u"\"/x? //a:b@c eyJ.%20 "_s.repeated(100'000);
    const SecretMark mark("0123456789abcdef");
    QElapsedTimer timer;
    timer.start();
    QVERIFY(redacted(huge).size() <= MaxLogText);
    QVERIFY2(timer.elapsed() < 5000, QByteArray::number(timer.elapsed()).constData());
}

QTEST_APPLESS_MAIN(TestRedaction)
#include "tst_redaction.moc"
