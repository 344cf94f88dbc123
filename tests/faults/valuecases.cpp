// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// V1 to V7, V14 and V15: numbers and texts as they should not be.

#include "tests/faults/datecases.h"
#include "tests/faults/faultstage.h"
#include "tests/faults/packagetext.h"
#include "tests/support/genauthanswers.h"

namespace genauth::test {

namespace {

using Kind = NextTry::Kind;

const QVariant Unknown;

const QList<QByteArray> Texts{"code", "name", "nameEn", "group", "sceneCode"};
const QList<QByteArray> Numbers{"overdueDays", "unitPrice", "amount"};

QVariant count(qint64 value)
{
    return QVariant::fromValue(value);
}

/** One field is sent so: the model shows `shown`, and the text it came as. */
void add(QList<FaultCase> &cases, const QByteArray &row, const QByteArray &field,
    const QByteArray &raw, const QVariant &shown, const QString &asSent)
{
    const QByteArray name = field + ' ' + (raw.isNull() ? QByteArray("missing") : raw.left(60));
    cases << freshPackage(row, name, packageOf({{field, raw}}),
        {shows(field, shown, asSent), isUnreadable(field, !shown.isValid() && !asSent.isEmpty())});
}

/** Sent as a JSON string. */
void addText(QList<FaultCase> &cases, const QByteArray &row, const QByteArray &field,
    const char *text, const QVariant &shown = Unknown)
{
    const QString sent = QString::fromUtf8(text);
    add(cases, row, field, quoted(sent), shown, sent);
}

void addNumber(QList<FaultCase> &cases, const QByteArray &row, const QByteArray &field,
    const char *number, const QVariant &shown = Unknown)
{
    add(cases, row, field, number, shown, QString::fromLatin1(number));
}

/** The whole document is no JSON then. */
void addNoJson(
    QList<FaultCase> &cases, const QByteArray &row, const QByteArray &field, const QByteArray &raw)
{
    cases << ofPackage(row, field + ' ' + raw + " bare", packageOf({{field, raw}}),
        {.error = ErrorKind::MalformedAnswer, .next = Kind::BackOff});
}

void addTypes(QList<FaultCase> &cases)
{
    addNumber(cases, "V1", "overdueDays", "30", count(30));
    addNumber(cases, "V1", "overdueDays", "0", count(0));
    addNumber(cases, "V1", "amount", "2500", count(2500));
    addNumber(cases, "V1", "unitPrice", "99", QStringLiteral("99"));
    addNumber(cases, "V1", "unitPrice", "99.5", QStringLiteral("99.5"));
    addNumber(cases, "V1", "unitPrice", "0.1", QStringLiteral("0.1"));
    for (const QByteArray &field : Texts)
        addNumber(cases, "V1", field, "7", QStringLiteral("7"));
    add(cases, "V1", "amount", "1e3", count(1000), QStringLiteral("1000"));
    add(cases, "V1", "amount", "1000.0", count(1000), QStringLiteral("1000"));
    cases << freshPackage("V1", "every number a number",
        packageOf({{"overdueDays", "12"}, {"unitPrice", "99.00"}, {"amount", "1000"}}),
        {shows("overdueDays", count(12), QStringLiteral("12")),
            shows("unitPrice", QStringLiteral("99"), QStringLiteral("99")),
            shows("amount", count(1000), QStringLiteral("1000")),
            hasState(SubscriptionState::Overdue)});
}

void addMissing(QList<FaultCase> &cases)
{
    for (const QByteArray &field : Texts + Numbers + QList<QByteArray>{"endTime"}) {
        for (const QByteArray &absent : {QByteArray(), QByteArray("null"), QByteArray("\"\"")})
            add(cases, "V2", field, absent, Unknown, QString());
        for (const char *odd : {"true", "[1]", "{}", R"({"a":"1"})"})
            add(cases, "V2", field, odd, Unknown, QString::fromLatin1(odd));
    }
    for (const QByteArray &goods :
        {QByteArray(), QByteArray("null"), QByteArray("\"V4\""), QByteArray("[]"), QByteArray("1"),
            QByteArray("{}"), QByteArray(R"({"0":"套","1":null,"extra":{"deep":[1]}})")}) {
        const bool unreadable = goods == "\"V4\"" || goods == "[]" || goods == "1";
        FaultCase faultCase =
            freshPackage("V2", "goodsPackage " + (goods.isNull() ? QByteArray("missing") : goods),
                packageOf({{"goodsPackage", goods}}),
                {isUnreadable("goodsPackage", unreadable), hasState(SubscriptionState::Overdue)});
        for (const char *field : {"name", "nameEn", "unitPrice", "group", "sceneCode", "amount"})
            faultCase.outcome.checks << shows(field, Unknown, QString());
        cases << faultCase;
    }
    cases << freshPackage("V2", "nothing at all",
        send(HttpText{.body = R"({"statusCode":200,"data":{}})"}),
        {hasState(SubscriptionState::Unknown)});
}

void addDuplicates(QList<FaultCase> &cases)
{
    const auto twice = [](const QByteArray &field, const QByteArray &first,
                           const QByteArray &second) {
        return packageBody({{field, first + ",\"" + field + "\":" + second}});
    };
    const auto bad = [&](const QByteArray &name, const QByteArray &body, const QString &subject) {
        cases << ofPackage("V3", name, send(HttpText{.body = body}),
            {.error = ErrorKind::UnreadableField,
                .subject = subject,
                .requestId = QStringLiteral("req-p")});
    };
    bad("overdueDays", twice("overdueDays", R"("30")", R"("0")"),
        QStringLiteral("data.overdueDays"));
    bad("overdueDays, as text and number", twice("overdueDays", R"("0")", "0"),
        QStringLiteral("data.overdueDays"));
    bad("endTime", twice("endTime", R"("2026-06-19 20:00:00")", R"("2036-06-19 20:00:00")"),
        QStringLiteral("data.endTime"));
    bad("amount", twice("amount", "1", "2"), QStringLiteral("data.goodsPackage.amount"));
    bad("goodsPackage", twice("goodsPackage", "{}", "null"), QStringLiteral("data.goodsPackage"));
    const QByteArray good = packageBody({});
    for (const char *code : {"500", "401", "\"200\""}) {
        const QByteArray other = R"({"statusCode":)" + QByteArray(code) + ',';
        bad("statusCode, first " + QByteArray(code), other + good.sliced(1),
            QStringLiteral("statusCode"));
        bad("statusCode, last " + QByteArray(code),
            good.chopped(1) + R"(,"statusCode":)" + code + '}', QStringLiteral("statusCode"));
    }
    bad("data", good.chopped(1) + R"(,"data":{}})", QStringLiteral("data"));
    for (const char *field : {"overdueDays", "endTime", "amount"})
        cases << freshPackage("V3", QByteArray(field) + ", the same twice",
            send(HttpText{.body = twice(field, R"("12")", R"( "12")")}));
    const QByteArray token = R"({"statusCode":200,"requestId":"req-p","data":{"access_token":"a",)"
                             R"("access_token":"b"}})";
    cases << ofToken("V3", "access_token", send(HttpText{.body = token}),
        {.error = ErrorKind::UnreadableField,
            .subject = QStringLiteral("data.access_token"),
            .requestId = QStringLiteral("req-p")});
}

void addAmounts(QList<FaultCase> &cases)
{
    const QByteArray huge = '1' + QByteArray(30, '0');
    for (const QByteArray &field : {QByteArray("amount"), QByteArray("overdueDays")}) {
        for (const char *odd : {"-1", "-0", "+5", "1.5", "1e3", "1e400", "NaN", "nan", "inf",
                 "Infinity", "0x10", "1,000", " 5", "5 ", "５", "五"})
            addText(cases, "V5", field, odd);
        addText(cases, "V5", field, huge.constData());
        for (const char *odd : {"-1", "1.5"})
            addNumber(cases, "V5", field, odd);
        for (const char *bare : {"NaN", "Infinity", "-inf", "1e400", "+1", "01", "0x10", "1,000"})
            addNoJson(cases, "V5", field, bare);
        add(cases, "V5", field, "-0", count(0), QStringLiteral("0")); // Qt tells no -0 from 0
        add(cases, "V5", field, "1e30", Unknown, QStringLiteral("1e+30"));
    }
    for (const char *odd : {"1e400", "NaN", "inf", "-0", "-0.00", "+1", ".5", "5.", "0x10"})
        addText(cases, "V5", "unitPrice", odd);
    addText(cases, "V5", "unitPrice", ("0." + QByteArray(29, '0') + '1').constData());
    addText(cases, "V5", "unitPrice", huge.constData());
    addText(cases, "V5", "unitPrice", "-5.00", QStringLiteral("-5.00"));
    addText(cases, "V5", "unitPrice", "999999999999999.999999",
        QStringLiteral("999999999999999.999999"));
    addText(cases, "V5", "unitPrice", "1000000000000000");
    addNoJson(cases, "V5", "unitPrice", "1e400");
    addNoJson(cases, "V5", "unitPrice", "NaN");
    // More digits than a double can vouch for.
    add(cases, "V5", "unitPrice", "0.1234567890123456789", Unknown,
        QStringLiteral("0.12345678901234568"));
}

void addPrices(QList<FaultCase> &cases)
{
    for (const char *price : {"1,234.50", "1.234,50", "¥99.00", "99.00元", "99,00", " 99 ",
             "９９．００", "null", "free", "99.00 CNY", "1 234.50", "--"})
        addText(cases, "V6", "unitPrice", price);
    add(cases, "V6", "unitPrice", R"("")", Unknown, QString());
}

void addLargeIntegers(QList<FaultCase> &cases)
{
    const char *const exact[] = {
        "9007199254740991", "9007199254740992", "9007199254740993", "9223372036854775807"};
    for (const char *number : exact) {
        const QVariant value = count(QByteArray(number).toLongLong());
        addText(cases, "V7", "amount", number, value);
        addNumber(cases, "V7", "amount", number, value);
        addText(cases, "V7", "overdueDays", number); // no count of days
    }
    addText(cases, "V7", "amount", "9223372036854775808");
    // Bare, Qt makes a double of it and keeps no text: what is said to have been sent is near it.
    add(cases, "V7", "amount", "9223372036854775808", Unknown,
        QStringLiteral("9223372036854776000"));
}

void addUnseen(QList<FaultCase> &cases)
{
    for (const char *value : {"6", "Paid", "B9Z", "b2c", "银河版", "-"}) {
        const QString text = QString::fromUtf8(value);
        addText(cases, "V14", "sceneCode", value, text);
        addText(cases, "V14", "group", value, text);
        addText(cases, "V14", "code", value, text);
    }
    addText(cases, "V15", "amount", "0", count(0));
    for (const char *value : {"unlimited", "不限", "∞", "-1"})
        addText(cases, "V15", "amount", value);
    addNumber(cases, "V15", "amount", "-1");
}

} // namespace

QList<FaultCase> valueCases()
{
    QList<FaultCase> cases;
    addTypes(cases);
    addMissing(cases);
    addDuplicates(cases);
    addAmounts(cases);
    addPrices(cases);
    addLargeIntegers(cases);
    addUnseen(cases);
    return cases + dateCases();
}

} // namespace genauth::test
