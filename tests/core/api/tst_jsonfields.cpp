// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/jsonfields.h"

#include <QJsonDocument>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>

#include <limits>

using namespace genauth;

namespace {

constexpr qint64 Largest = std::numeric_limits<qint64>::max();
const QString Key = QStringLiteral("key");

/** The fields of `{"key": JSON}`; of an empty object where `json` is empty. */
JsonFields fieldsOf(const QString &json)
{
    const QByteArray text = json.isEmpty() ? "{}" : "{\"key\":" + json.toUtf8() + "}";
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError)
        qWarning() << "not JSON:" << text;
    return JsonFields(document.object(), QStringLiteral("data"));
}

} // namespace

class TestJsonFields : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void readsText_data();
    void readsText();
    void readsCounts_data();
    void readsCounts();
    void holdsCountsToTheMaximum();
    void readsDecimals_data();
    void readsDecimals();
    void handsOutLists_data();
    void handsOutLists();
    void clipsWhatWasSent();
    void handsOutObjects();
    void collectsPathsInReadingOrder();

private:
    template <class T>
    void checkReading(const Reading<T> &reading, const JsonFields &fields, bool isKnown);
};

/** What every reading promises: its three cases, and its path collected in one of them only. */
template <class T>
void TestJsonFields::checkReading(const Reading<T> &reading, const JsonFields &fields, bool isKnown)
{
    QFETCH(QString, asSent);
    QCOMPARE(reading.isKnown(), isKnown);
    QCOMPARE(reading.asSent, asSent);
    const QStringList unreadable{QStringLiteral("data.key")};
    QCOMPARE(fields.unreadable(), reading.isUnreadable() ? unreadable : QStringList());
}

void TestJsonFields::readsText_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("text"); // null: unknown
    QTest::addColumn<QString>("asSent");

    const auto row = [](const char *json, const QString &text, const QString &asSent) {
        QTest::newRow(*json ? json : "missing") << QString::fromUtf8(json) << text << asSent;
    };
    row(R"("Enterprise")", QStringLiteral("Enterprise"), QStringLiteral("Enterprise"));
    row(R"("测试套餐包")", QStringLiteral("测试套餐包"), QStringLiteral("测试套餐包"));
    row(R"(" blanks ")", QStringLiteral(" blanks "), QStringLiteral(" blanks "));
    row(R"("a\nb")", QStringLiteral("a\nb"), QStringLiteral("a\nb"));
    row(R"("null")", QStringLiteral("null"), QStringLiteral("null"));
    row("1000", QStringLiteral("1000"), QStringLiteral("1000"));
    row("9007199254740993", QStringLiteral("9007199254740993"), QStringLiteral("9007199254740993"));
    row("99.5", QStringLiteral("99.5"), QStringLiteral("99.5"));
    row("", {}, {});
    row("null", {}, {});
    row(R"("")", {}, {});
    row("true", {}, QStringLiteral("true"));
    row("[]", {}, QStringLiteral("[]"));
    row(R"({"a": [1, null]})", {}, QStringLiteral(R"({"a":[1,null]})"));
}

void TestJsonFields::readsText()
{
    QFETCH(QString, json);
    QFETCH(QString, text);
    JsonFields fields = fieldsOf(json);
    const Reading<QString> reading = fields.text(Key);
    checkReading(reading, fields, !text.isNull());
    QCOMPARE(reading.value.value_or(QString()), text);
}

void TestJsonFields::readsCounts_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<qint64>("count"); // -1: unknown
    QTest::addColumn<QString>("asSent");

    const auto known = [](const char *json, qint64 count, const char *asSent) {
        QTest::newRow(json) << QString::fromUtf8(json) << count << QString::fromUtf8(asSent);
    };
    known(R"("0")", 0, "0");
    known("0", 0, "0");
    known(R"("1000")", 1000, "1000");
    known("1000", 1000, "1000");
    known(R"("007")", 7, "007");
    known("1000.0", 1000, "1000");
    known("1e3", 1000, "1000");
    // 2^53 + 1, which a double cannot hold.
    known(R"("9007199254740993")", 9'007'199'254'740'993, "9007199254740993");
    known("9007199254740993", 9'007'199'254'740'993, "9007199254740993");
    known(R"("9223372036854775807")", Largest, "9223372036854775807");
    known("9223372036854775807", Largest, "9223372036854775807");

    const auto unknown = [](const char *json, const char *asSent) {
        QTest::newRow(*json ? json : "missing")
            << QString::fromUtf8(json) << qint64(-1) << QString::fromUtf8(asSent);
    };
    unknown("", "");
    unknown("null", "");
    unknown(R"("")", "");
    unknown(R"("null")", "null");
    unknown(R"("n/a")", "n/a");
    unknown(R"("-3")", "-3");
    unknown("-3", "-3");
    unknown(R"("-0")", "-0");
    unknown(R"("+3")", "+3");
    unknown(R"("2.5")", "2.5");
    unknown("2.5", "2.5");
    unknown(R"("3.0")", "3.0");
    unknown(R"("1e3")", "1e3");
    unknown(R"(" 3")", " 3");
    unknown(R"("3 ")", "3 ");
    unknown(R"("1,000")", "1,000");
    unknown(R"("9223372036854775808")", "9223372036854775808");
    unknown("9223372036854775808", "9223372036854776000");
    unknown(R"("1000000000000000000000000000000")", "1000000000000000000000000000000");
    unknown("1e30", "1e+30");
    unknown(R"("９")", "９");
    unknown(R"("٣")", "٣");
    unknown(R"("unlimited")", "unlimited");
    unknown("true", "true");
    unknown("[3]", "[3]");
    unknown("{}", "{}");
}

void TestJsonFields::readsCounts()
{
    QFETCH(QString, json);
    QFETCH(qint64, count);
    for (const char *locale : {"C", "zh_CN", "ar_EG", "fa_IR"}) {
        QLocale::setDefault(QLocale(QLatin1String(locale)));
        JsonFields fields = fieldsOf(json);
        const Reading<qint64> reading = fields.count(Key, Largest);
        checkReading(reading, fields, count >= 0);
        QCOMPARE(reading.value.value_or(-1), count);
    }
}

void TestJsonFields::holdsCountsToTheMaximum()
{
    for (const QString &json : {QStringLiteral("101"), QStringLiteral("\"101\"")}) {
        QCOMPARE(fieldsOf(json).count(Key, 101).value, 101);
        QVERIFY(fieldsOf(json).count(Key, 100).isUnreadable());
    }
}

void TestJsonFields::readsDecimals_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("number"); // null: unknown
    QTest::addColumn<QString>("asSent");

    const auto known = [](const char *json, const char *number, const char *asSent = nullptr) {
        QTest::newRow(json) << QString::fromUtf8(json) << QString::fromUtf8(number)
                            << QString::fromUtf8(asSent ? asSent : number);
    };
    known(R"("99.00")", "99.00");
    known(R"("0")", "0");
    known(R"("-5.10")", "-5.10");
    known("99.00", "99");
    known("99.5", "99.5");
    known("-99.5", "-99.5");
    known("0.1", "0.1");
    known("0.000001", "0.000001", "1e-06");
    known("99999999.99", "99999999.99");
    known("123456789.123456", "123456789.123456"); // 15 significant digits
    known("999999999999999", "999999999999999");

    const auto unknown = [](const char *json, const char *asSent) {
        QTest::newRow(*json ? json : "missing")
            << QString::fromUtf8(json) << QString() << QString::fromUtf8(asSent);
    };
    unknown("", "");
    unknown("null", "");
    unknown(R"("")", "");
    unknown(R"("1,234.50")", "1,234.50");
    unknown(R"("99,00")", "99,00");
    unknown(R"("¥99.00")", "¥99.00");
    unknown(R"("99.00元")", "99.00元");
    unknown(R"(" 99 ")", " 99 ");
    unknown(R"("９９.００")", "９９.００");
    unknown(R"("null")", "null");
    unknown(R"("free")", "free");
    unknown(R"("NaN")", "NaN");
    unknown(R"("inf")", "inf");
    unknown(R"("-0")", "-0");
    unknown(R"("1e400")", "1e400");
    unknown(R"("0.123456789012345678901234567890")", "0.123456789012345678901234567890");
    unknown("0.30000000000000004", "0.30000000000000004"); // 17 significant digits
    unknown("1234567890.123456", "1234567890.123456");     // 16
    unknown("0.0000001", "1e-07");
    unknown("1000000000000000", "1000000000000000");
    unknown("1e300", "1e+300");
    unknown("false", "false");
    unknown("[99]", "[99]");
}

void TestJsonFields::readsDecimals()
{
    QFETCH(QString, json);
    QFETCH(QString, number);
    for (const char *locale : {"C", "zh_CN", "ar_EG", "fa_IR"}) {
        QLocale::setDefault(QLocale(QLatin1String(locale)));
        JsonFields fields = fieldsOf(json);
        const Reading<Decimal> reading = fields.decimal(Key);
        checkReading(reading, fields, !number.isNull());
        QCOMPARE(reading.value ? reading.value->toString() : QString(), number);
    }
}

void TestJsonFields::handsOutLists_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QStringList>("paths");
    QTest::addColumn<QStringList>("unreadable");
    const auto row = [](const char *json, const QStringList &paths, const QStringList &bad) {
        QTest::newRow(json) << QString::fromLatin1(json) << paths << bad;
    };
    const QString first = QStringLiteral("data.key[0].x");
    const QString third = QStringLiteral("data.key[2].x");
    row("", {}, {});
    row("null", {}, {});
    row("[]", {}, {});
    row("{}", {QStringLiteral("data.key.x")}, {});
    row("[{}]", {first}, {});
    row("[{},7,{}]", {first, third}, {QStringLiteral("data.key[1]")});
    row("[[]]", {}, {QStringLiteral("data.key[0]")});
    row("\"x\"", {}, {QStringLiteral("data.key")});
    row("true", {}, {QStringLiteral("data.key")});
}

void TestJsonFields::handsOutLists()
{
    QFETCH(QString, json);
    JsonFields fields = fieldsOf(json);
    QStringList paths;
    for (const JsonFields &item : fields.list(Key))
        paths << item.pathOf(QStringLiteral("x"));
    QTEST(paths, "paths");
    QTEST(fields.unreadable(), "unreadable");
}

void TestJsonFields::clipsWhatWasSent()
{
    const QString longText(2'000'000, u'x');
    JsonFields fields(QJsonObject{{Key, longText}});
    QCOMPARE(fields.text(Key).value, longText);
    QCOMPARE(fields.text(Key).asSent, longText.first(1000));
    QCOMPARE(fields.count(Key, 1).asSent.size(), 1000);

    // Never half a character.
    const QString pairs = u'x' + QStringLiteral("😀").repeated(1000);
    QCOMPARE(JsonFields(QJsonObject{{Key, pairs}}).text(Key).asSent, pairs.first(999));
}

void TestJsonFields::handsOutObjects()
{
    JsonFields fields = fieldsOf(QStringLiteral(R"({"inner": "x", "goods": {"amount": "?"}})"));
    auto object = fields.object(Key);
    QVERIFY(object);
    QCOMPARE(object->text(QStringLiteral("inner")).value, QStringLiteral("x"));
    auto goods = object->object(QStringLiteral("goods"));
    QVERIFY(goods);
    QVERIFY(goods->count(QStringLiteral("amount"), 5).isUnreadable());
    QCOMPARE(goods->unreadable(), {QStringLiteral("data.key.goods.amount")});
    QVERIFY(object->unreadable().isEmpty());
    QVERIFY(fields.unreadable().isEmpty());

    for (const char *none : {"\"套餐包信息\"", "5", "true", "[]", "[{}]"}) {
        JsonFields others = fieldsOf(QString::fromUtf8(none));
        QVERIFY(!others.object(Key));
        QCOMPARE(others.unreadable(), {QStringLiteral("data.key")});
    }
    for (const char *absent : {"", "null", "\"\""}) {
        JsonFields others = fieldsOf(QString::fromUtf8(absent));
        QVERIFY(!others.object(Key));
        QVERIFY(others.unreadable().isEmpty());
    }
}

void TestJsonFields::collectsPathsInReadingOrder()
{
    const QJsonObject object{{QStringLiteral("a"), true}, {QStringLiteral("b"), true},
        {QStringLiteral("c"), QStringLiteral("31 April")}, {QStringLiteral("d"), 1}};
    JsonFields fields(object);
    QVERIFY(fields.text(QStringLiteral("b")).isUnreadable());
    QVERIFY(fields.text(QStringLiteral("c")).isKnown());
    fields.markUnreadable(QStringLiteral("c"));
    QVERIFY(fields.decimal(QStringLiteral("a")).isUnreadable());
    QVERIFY(fields.count(QStringLiteral("d"), 1).isKnown());
    QCOMPARE(fields.unreadable(),
        (QStringList{QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("a")}));
    QCOMPARE(fields.pathOf(QStringLiteral("x")), QStringLiteral("x"));
}

QTEST_APPLESS_MAIN(TestJsonFields)
#include "tst_jsonfields.moc"
