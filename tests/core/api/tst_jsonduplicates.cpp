// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/jsonduplicates.h"
#include "tests/support/processfacts.h"
#include "tests/support/qtwarnings.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTest>

using namespace genauth;

namespace {

constexpr qint64 Megabyte = 1024 * 1024;

/** `inner` in so many objects, each in the member "a" of the next. */
QByteArray nested(int depth, const QByteArray &inner)
{
    return QByteArray("{\"a\":").repeated(depth) + inner + QByteArray("}").repeated(depth);
}

} // namespace

class TestJsonDuplicates : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnQtWarnings(); }

    void findsContradictions_data();
    void findsContradictions();
    void letsTheRestPass_data();
    void letsTheRestPass();
    void namesTheFirstOfMany();
    void isQuickAndFrugal_data();
    void isQuickAndFrugal();
    void survivesWhatIsNoJson_data();
    void survivesWhatIsNoJson();
    void survivesEveryPrefix();
};

void TestJsonDuplicates::findsContradictions_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *json, const char *path) {
        QTest::newRow(json) << QByteArray(json) << QString::fromUtf8(path);
    };
    row(R"({"a":1,"a":2})", "a");
    row(R"({"a":1,"b":3,"a":2})", "a");
    row(R"({ "a" : 1 , "a" : 2 })", "a");
    row(R"({"a":"1","a":1})", "a");
    row(R"({"a":null,"a":0})", "a");
    row(R"({"a":1,"a":1,"a":2})", "a");
    row(R"({"a":{"b":1},"a":{"b":2}})", "a");
    row(R"({"a":[1],"a":[1,2]})", "a");
    row(R"({"data":{"overdueDays":"0","overdueDays":"30"}})", "data.overdueDays");
    row(R"({"data":{"goodsPackage":{"amount":"1","amount":"2"}}})", "data.goodsPackage.amount");
    row(R"({"list":[{"a":1},{"a":1,"a":2}]})", "list.a");
    row(R"([{"a":1,"a":2}])", "a");
    row(R"({"x":[[{"a":1,"a":2}]]})", "x.a");
    row(R"({"a":{"x":1},"b":2,"b":3})", "b");
    row(R"({"":1,"":2,"a":1,"a":2})", "a");
    row(R"({"a":{"":1,"":2}})", "a.");
    row(R"({"a\"b":1,"a\"b":2})", R"(a\"b)");
    row(R"({"a\\":1,"a\\":2})", R"(a\\)");
    row(R"({"键":1,"键":2})", "键");
    row(R"({"a":"}","a":"]"})", "a");
    row(R"({"a":"x\",","a":"x\""})", "a");
}

void TestJsonDuplicates::findsContradictions()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, path);
    QVERIFY(!QJsonDocument::fromJson(json).isNull());
    QCOMPARE(contradictoryKey(json), path);
}

void TestJsonDuplicates::letsTheRestPass_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *json) { QTest::newRow(json) << QByteArray(json); };
    row("{}");
    row("[]");
    row(R"({"a":1})");
    row(R"({"a":1,"b":1})");
    row(R"({"a":1,"A":2})");
    // The same value twice contradicts nothing.
    row(R"({"a":1,"a":1})");
    row(R"({"a": 1 ,"a":1})");
    row(R"({"a":"x","a":"x","a":"x"})");
    row(R"({"a":{"b":[1,2]},"a":{"b":[1,2]}})");
    row(R"({"a":{},"a":{}})");
    // The same key elsewhere is another key.
    row(R"({"a":1,"b":{"a":2}})");
    row(R"({"b":{"a":2},"a":1})");
    row(R"([{"a":1},{"a":2}])");
    row(R"({"a":[{"a":1},{"a":2}],"b":[1,2,3]})");
    row(R"([["a","a"],["a","b"]])");
    // What is in a text is no key.
    row(R"({"a":"\"a\":2,","b":"{\"a\":1,\"a\":2}"})");
    row(R"({"a":"a","b":"a"})");
    row(R"({"a":"\\","b":"\\\"a\":3"})");
    row(R"({"a":"b:c,d","e":":"})");
    // Nobody reads a key without a name, nor could name it.
    row(R"({"":1,"":2})");
    // A key is compared as it is written.
    row(R"({"a":1,"\u0061":2})");
}

void TestJsonDuplicates::letsTheRestPass()
{
    QFETCH(const QByteArray, json);
    QVERIFY(!QJsonDocument::fromJson(json).isNull());
    QCOMPARE(contradictoryKey(json), QString());
}

void TestJsonDuplicates::namesTheFirstOfMany()
{
    QCOMPARE(
        contradictoryKey(R"({"a":1,"b":{"x":1,"x":2},"a":2,"c":1,"c":2})"), QStringLiteral("b.x"));
}

void TestJsonDuplicates::isQuickAndFrugal_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("contradicts");
    const QByteArray text(8 * Megabyte - 100'000, 'x');
    QByteArray members = "{";
    for (int i = 0; i < 60'000; ++i)
        members += "\"key" + QByteArray::number(i) + "\":" + QByteArray::number(i) + ',';
    QTest::newRow("a long text") << QByteArray("{\"a\":\"" + text + "\"}") << false;
    QTest::newRow("two long texts")
        << QByteArray("{\"a\":\"" + text.first(4 * Megabyte) + "\",\"a\":\"" +
                      text.first(4 * Megabyte - 99) + "\"}")
        << true;
    // As deep as Qt reads: what lies inside must not be copied once for every level.
    QTest::newRow("a long text, deep inside") << nested(1000, '"' + text + '"') << false;
    QTest::newRow("1 MB of members") << members + "\"key0\":0}" << false;
    QTest::newRow("1 MB of members, the last one wrong") << members + "\"key0\":1}" << true;
    QTest::newRow("1 MB of brackets")
        << QByteArray('[' + QByteArray("[],").repeated(Megabyte / 3) + "[]]") << false;
    QTest::newRow("1 MB of the same member")
        << QByteArray('{' + QByteArray("\"a\":1,").repeated(Megabyte / 6) + "\"a\":1}") << false;
}

void TestJsonDuplicates::isQuickAndFrugal()
{
    QFETCH(const QByteArray, json);
    QFETCH(const bool, contradicts);
    QVERIFY(!QJsonDocument::fromJson(json).isNull());
    const qint64 before = test::residentBytes();
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(!contradictoryKey(json).isEmpty(), contradicts);
    QVERIFY2(timer.elapsed() < 1000, QByteArray::number(timer.elapsed()).constData());
    QVERIFY(test::residentBytes() - before < 16 * Megabyte);
}

void TestJsonDuplicates::survivesWhatIsNoJson_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *text) {
        QTest::newRow(*text ? text : "nothing") << QByteArray(text);
    };
    for (const char *text : {"", "\"", "\\", "\"\\", "{\"a", "{\"a\\", "{\"a\\\"", "{\"a\":\"\\",
             "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{,}", "{:}", "{:,:}", "}", "]", ",",
             "]]]}}},,,", "{]", "[}", "{\"a\",\"b\":1,\"a\":2}", "{\"a\"}:1,", "{{{:", "\"a\":1"})
        row(text);
    QTest::newRow("a NUL") << QByteArray("{\"a\0\":1,\"a\0\":1}", 15);
    QTest::newRow("1 MB of open brackets") << QByteArray(Megabyte, '[');
    QTest::newRow("1 MB of open braces") << QByteArray("{\"a\":").repeated(Megabyte / 5);
    QTest::newRow("1 MB of backslashes") << "{\"a\":\"" + QByteArray(Megabyte, '\\');
    QTest::newRow("1 MB of quotes") << QByteArray(Megabyte, '"');
    QTest::newRow("1 MB of colons") << '{' + QByteArray(Megabyte, ':');
}

void TestJsonDuplicates::survivesWhatIsNoJson()
{
    QFETCH(const QByteArray, text);
    QElapsedTimer timer;
    timer.start();
    // Whatever it says of such a text: nothing is read past its end, and it says it soon.
    static_cast<void>(contradictoryKey(text));
    QVERIFY2(timer.elapsed() < 1000, QByteArray::number(timer.elapsed()).constData());
}

void TestJsonDuplicates::survivesEveryPrefix()
{
    const QByteArray whole =
        R"({"a\\\"":[{"b":"\"","b":"\""},[1,"\u0041"]],"c":{"d":null},"a\\\"":"x"})";
    for (qsizetype length = 0; length <= whole.size(); ++length)
        static_cast<void>(contradictoryKey(QByteArray(whole.constData(), length)));
    QCOMPARE(contradictoryKey(whole), QStringLiteral(R"(a\\\")"));
}

QTEST_APPLESS_MAIN(TestJsonDuplicates)
#include "tst_jsonduplicates.moc"
