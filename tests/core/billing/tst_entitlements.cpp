// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is included and what is used: usage, rights and MAU history, as they come.

#include "core/billing/mauhistory.h"
#include "core/billing/rights.h"
#include "core/billing/usage.h"
#include "tests/core/billing/publishedpackage.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace genauth;
using namespace Qt::StringLiterals;

class TestEntitlements : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void decodesThePublishedUsage();
    void decodesThePublishedHistory();
    void decodesThePublishedRights();
    void takesWhatIsNoListForNone_data();
    void takesWhatIsNoListForNone();
    void readsAllowances_data();
    void readsAllowances();
    void neverDividesByNothing_data();
    void neverDividesByNothing();
    void partsBilingualNames_data();
    void partsBilingualNames();
    void readsTrialRights_data();
    void readsTrialRights();
    void listsDataTypes_data();
    void listsDataTypes();
    void saysYesOrNoOnlyWhereItIsSaid_data();
    void saysYesOrNoOnlyWhereItIsSaid();
    void sortsCyclesByTheirStart();
    void findsTheCycleOfADay();
    void readsDaysStrictly_data();
    void readsDaysStrictly();
};

void TestEntitlements::decodesThePublishedUsage()
{
    // A single object stands where the schema says array.
    const Usage usage = Usage::fromJson(dataOfFixture("usage-published-example.json"), {}).value();
    QCOMPARE(usage.rights.size(), 1);
    const RightUsage &right = usage.rights.first();
    QCOMPARE(right.amount.kind, Allowance::Kind::Count);
    QCOMPARE(right.amount.count, 0);
    QCOMPARE(right.current.value, 0);
    QCOMPARE(right.isTrial.value, true);
    QCOMPARE(right.modelCode.value, u"SocialConnections"_s);
    QCOMPARE(right.modelName.value, u"SocialConnections：社交账号链接"_s);
    QVERIFY(usage.unreadableFields.isEmpty());
}

void TestEntitlements::decodesThePublishedHistory()
{
    const MauHistory history =
        MauHistory::fromJson(dataOfFixture("mauhistory-published-example.json"), {}).value();
    QCOMPARE(history.cycles.size(), 1);
    QCOMPARE(history.cycles.first().start.value, QDate(2021, 9, 1));
    QCOMPARE(history.cycles.first().end.value, QDate(2022, 9, 1));
    QCOMPARE(history.cycles.first().current.value, 0);
    QCOMPARE(history.cycles.first().amount.count, 0);
    QVERIFY(history.unreadableFields.isEmpty());
}

void TestEntitlements::decodesThePublishedRights()
{
    const Rights rights =
        Rights::fromJson(dataOfFixture("rights-published-example.json"), {}).value();
    QCOMPARE(rights.items.size(), 1);
    const Right &right = rights.items.first();
    QCOMPARE(right.modelCode.value, u"SocialConnections"_s);
    QCOMPARE(right.modelName.value, u"SocialConnections"_s);
    // The example's type is a sentence about the types: it is kept, as it came.
    QCOMPARE(right.dataType, Right::DataType::Unlisted);
    QVERIFY(right.dataTypeSent.value->startsWith(u"1：数量类型"_s));
    QCOMPARE(right.dataValue.value, u"0"_s);
    QVERIFY(rights.unreadableFields.isEmpty());
}

void TestEntitlements::takesWhatIsNoListForNone_data()
{
    QTest::addColumn<QJsonValue>("list");
    QTest::addColumn<bool>("isSaid");
    QTest::newRow("absent") << QJsonValue(QJsonValue::Undefined) << false;
    QTest::newRow("null") << QJsonValue() << false;
    QTest::newRow("empty") << QJsonValue(QJsonArray()) << false;
    QTest::newRow("text") << QJsonValue(u"none"_s) << true;
    QTest::newRow("number") << QJsonValue(7) << true;
}

void TestEntitlements::takesWhatIsNoListForNone()
{
    QFETCH(QJsonValue, list);
    QFETCH(bool, isSaid);
    const auto with = [&](const QString &key) {
        return list.isUndefined() ? QJsonObject() : QJsonObject{{key, list}};
    };
    const auto said = [&](const char *path) {
        return isSaid ? QStringList{QString::fromLatin1(path)} : QStringList();
    };
    const Usage usage = Usage::fromJson(with(u"usages"_s), {}).value();
    QVERIFY(usage.rights.isEmpty());
    QCOMPARE(usage.unreadableFields, said("data.usages"));
    const MauHistory history = MauHistory::fromJson(with(u"records"_s), {}).value();
    QVERIFY(history.cycles.isEmpty());
    QCOMPARE(history.unreadableFields, said("data.records"));
    const Rights rights = Rights::fromJson(with(u"rightsItems"_s), {}).value();
    QVERIFY(rights.items.isEmpty());
    QCOMPARE(rights.unreadableFields, said("data.rightsItems"));

    for (const QJsonValue &data : {QJsonValue(), QJsonValue(u"x"_s), QJsonValue(QJsonArray())}) {
        QCOMPARE(Usage::fromJson(data, {}).error().subject, u"data"_s);
        QCOMPARE(MauHistory::fromJson(data, {}).error().subject, u"data"_s);
        QCOMPARE(Rights::fromJson(data, {}).error().subject, u"data"_s);
    }
}

namespace {

RightUsage oneRight(const QJsonObject &fields)
{
    const QJsonObject data{{u"usages"_s, QJsonArray{fields}}};
    return Usage::fromJson(data, {}).value().rights.first();
}

} // namespace

void TestEntitlements::readsAllowances_data()
{
    QTest::addColumn<QJsonValue>("sent");
    QTest::addColumn<Allowance::Kind>("kind");
    QTest::addColumn<qint64>("count");
    using Kind = Allowance::Kind;
    QTest::newRow("text") << QJsonValue(u"1000"_s) << Kind::Count << qint64(1000);
    QTest::newRow("number") << QJsonValue(1000) << Kind::Count << qint64(1000);
    QTest::newRow("zero") << QJsonValue(u"0"_s) << Kind::Count << qint64(0);
    QTest::newRow("minus one") << QJsonValue(u"-1"_s) << Kind::Unlimited << qint64(0);
    QTest::newRow("minus one, number") << QJsonValue(-1) << Kind::Unlimited << qint64(0);
    QTest::newRow("word") << QJsonValue(u"Unlimited"_s) << Kind::Unlimited << qint64(0);
    QTest::newRow("Chinese word") << QJsonValue(u"不限"_s) << Kind::Unlimited << qint64(0);
    QTest::newRow("other negative") << QJsonValue(u"-2"_s) << Kind::Unknown << qint64(0);
    QTest::newRow("missing") << QJsonValue() << Kind::Unknown << qint64(0);
    QTest::newRow("string") << QJsonValue(u"string"_s) << Kind::Unknown << qint64(0);
}

void TestEntitlements::readsAllowances()
{
    QFETCH(QJsonValue, sent);
    const Allowance amount = oneRight({{u"amount"_s, sent}}).amount;
    QTEST(amount.kind, "kind");
    QTEST(amount.count, "count");
    QCOMPARE(amount.asSent, sent.isDouble() ? QString::number(sent.toInt()) : sent.toString());
}

void TestEntitlements::neverDividesByNothing_data()
{
    QTest::addColumn<QString>("used");
    QTest::addColumn<QString>("amount");
    QTest::addColumn<int>("percent"); // -1: nothing is said
    QTest::newRow("part") << u"8210"_s << u"10000"_s << 82;
    QTest::newRow("reached") << u"10000"_s << u"10000"_s << 100;
    QTest::newRow("almost") << u"9999"_s << u"10000"_s << 99;
    QTest::newRow("over") << u"10420"_s << u"10000"_s << 104;
    QTest::newRow("none used") << u"0"_s << u"5"_s << 0;
    QTest::newRow("none included") << u"5"_s << u"0"_s << -1;
    QTest::newRow("unlimited") << u"5"_s << u"-1"_s << -1;
    QTest::newRow("amount unknown") << u"5"_s << QString() << -1;
    QTest::newRow("used unknown") << QString() << u"5"_s << -1;
    QTest::newRow("huge") << u"9223372036854775807"_s << u"9223372036854775807"_s << 100;
    QTest::newRow("huge part") << u"9223372036854775806"_s << u"9223372036854775807"_s << 99;
    QTest::newRow("beyond all measure") << u"9223372036854775807"_s << u"1"_s << 1'000'000;
}

void TestEntitlements::neverDividesByNothing()
{
    QFETCH(QString, used);
    QFETCH(QString, amount);
    QFETCH(int, percent);
    const RightUsage right = oneRight({{u"current"_s, used}, {u"amount"_s, amount}});
    const std::optional<int> said = percentUsed(right.current, right.amount);
    QCOMPARE(said, percent < 0 ? std::nullopt : std::optional(percent));
}

void TestEntitlements::partsBilingualNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("en");
    QTest::addColumn<QString>("zh");
    QTest::newRow("both") << u"MAU：月活跃用户"_s << u"MAU"_s << u"月活跃用户"_s;
    QTest::newRow("blanks") << u"MAU ： 月活"_s << u"MAU"_s << u"月活"_s;
    QTest::newRow("one") << u"string"_s << u"string"_s << u"string"_s;
    QTest::newRow("ASCII colon") << u"a:b"_s << u"a:b"_s << u"a:b"_s;
    QTest::newRow("first colon") << u"A：乙：丙"_s << u"A"_s << u"乙：丙"_s;
    QTest::newRow("nothing before") << u"：名"_s << u"：名"_s << u"：名"_s;
    QTest::newRow("nothing after") << u"A："_s << u"A："_s << u"A："_s;
    QTest::newRow("empty") << QString() << QString() << QString();
}

void TestEntitlements::partsBilingualNames()
{
    QFETCH(QString, name);
    QTEST(bilingualName(name).en, "en");
    QTEST(bilingualName(name).zh, "zh");
}

void TestEntitlements::readsTrialRights_data()
{
    QTest::addColumn<QJsonValue>("sent");
    QTest::addColumn<QString>("read");
    QTest::newRow("true") << QJsonValue(true) << u"true"_s;
    QTest::newRow("false") << QJsonValue(false) << u"false"_s;
    QTest::newRow("text") << QJsonValue(u"True"_s) << u"true"_s;
    QTest::newRow("number") << QJsonValue(1) << u"unreadable"_s;
    QTest::newRow("string") << QJsonValue(u"string"_s) << u"unreadable"_s;
    QTest::newRow("missing") << QJsonValue() << u"absent"_s;
}

void TestEntitlements::readsTrialRights()
{
    QFETCH(QJsonValue, sent);
    const Reading<bool> trial = oneRight({{u"experience"_s, sent}}).isTrial;
    const QString read = trial.value ? (*trial.value ? u"true"_s : u"false"_s)
                                     : (trial.isUnreadable() ? u"unreadable"_s : u"absent"_s);
    QTEST(read, "read");
}

namespace {

Right oneItem(const QJsonValue &type, const QJsonValue &value)
{
    const QJsonObject item{{u"dataType"_s, type}, {u"dataValue"_s, value}};
    return Rights::fromJson(QJsonObject{{u"rightsItems"_s, item}}, {}).value().items.first();
}

} // namespace

void TestEntitlements::listsDataTypes_data()
{
    QTest::addColumn<QJsonValue>("sent");
    QTest::addColumn<Right::DataType>("type");
    using Type = Right::DataType;
    QTest::newRow("1") << QJsonValue(u"1"_s) << Type::Quantity;
    QTest::newRow("2") << QJsonValue(u"2"_s) << Type::Number;
    QTest::newRow("3") << QJsonValue(u"3"_s) << Type::YesNo;
    QTest::newRow("4") << QJsonValue(u"4"_s) << Type::Text;
    QTest::newRow("a number") << QJsonValue(3) << Type::YesNo;
    QTest::newRow("5") << QJsonValue(u"5"_s) << Type::Unlisted;
    QTest::newRow("string") << QJsonValue(u"string"_s) << Type::Unlisted;
    QTest::newRow("missing") << QJsonValue() << Type::Unlisted;
}

void TestEntitlements::listsDataTypes()
{
    QFETCH(QJsonValue, sent);
    const Right right = oneItem(sent, u"x"_s);
    QTEST(right.dataType, "type");
    QCOMPARE(right.dataTypeSent.asSent, sent.isDouble() ? u"3"_s : sent.toString());
}

void TestEntitlements::saysYesOrNoOnlyWhereItIsSaid_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<int>("included"); // -1: not said
    QTest::newRow("true") << u"3"_s << QJsonValue(u"true"_s) << 1;
    QTest::newRow("JSON true") << u"3"_s << QJsonValue(true) << 1;
    QTest::newRow("1") << u"3"_s << QJsonValue(u"1"_s) << 1;
    QTest::newRow("Yes") << u"3"_s << QJsonValue(u"Yes"_s) << 1;
    QTest::newRow("false") << u"3"_s << QJsonValue(u"false"_s) << 0;
    QTest::newRow("JSON false") << u"3"_s << QJsonValue(false) << 0;
    QTest::newRow("0") << u"3"_s << QJsonValue(0) << 0;
    QTest::newRow("NO") << u"3"_s << QJsonValue(u"NO"_s) << 0;
    QTest::newRow("other words") << u"3"_s << QJsonValue(u"partly"_s) << -1;
    QTest::newRow("missing") << u"3"_s << QJsonValue() << -1;
    QTest::newRow("a quantity") << u"1"_s << QJsonValue(u"1"_s) << -1;
}

void TestEntitlements::saysYesOrNoOnlyWhereItIsSaid()
{
    QFETCH(QString, type);
    QFETCH(QJsonValue, value);
    QFETCH(int, included);
    const std::optional<bool> said = oneItem(type, value).isIncluded();
    QCOMPARE(said, included < 0 ? std::nullopt : std::optional(included == 1));
}

namespace {

QJsonObject cycle(const char *start, const char *end, const char *used)
{
    return {{u"periodStartTime"_s, QString::fromLatin1(start)},
        {u"periodEndTime"_s, QString::fromLatin1(end)}, {u"amount"_s, u"100"_s},
        {u"current"_s, QString::fromLatin1(used)}};
}

MauHistory historyOf(const QJsonArray &records)
{
    return MauHistory::fromJson(QJsonObject{{u"records"_s, records}}, {}).value();
}

} // namespace

void TestEntitlements::sortsCyclesByTheirStart()
{
    const MauHistory history = historyOf({cycle("20260301", "20260331", "3"),
        cycle("string", "20260131", "9"), cycle("20260101", "20260131", "1"), u"no record"_s});
    QCOMPARE(history.cycles.size(), 3);
    QCOMPARE(history.cycles.at(0).current.value, 1);
    QCOMPARE(history.cycles.at(1).current.value, 3);
    QCOMPARE(history.cycles.at(2).current.value, 9);
    QCOMPARE(history.unreadableFields,
        (QStringList{u"data.records[3]"_s, u"data.records[1].periodStartTime"_s}));
}

void TestEntitlements::findsTheCycleOfADay()
{
    // The published example ends on the day on which the next one would begin.
    const MauHistory history =
        historyOf({cycle("20240901", "20250901", "1"), cycle("20250901", "20260901", "2")});
    QCOMPARE(history.cycleOf(QDate(2024, 8, 31)), nullptr);
    QCOMPARE(history.cycleOf(QDate(2024, 9, 1))->current.value, 1);
    QCOMPARE(history.cycleOf(QDate(2025, 8, 31))->current.value, 1);
    QCOMPARE(history.cycleOf(QDate(2025, 9, 1))->current.value, 2);
    QCOMPARE(history.cycleOf(QDate(2026, 9, 1))->current.value, 2);
    QCOMPARE(history.cycleOf(QDate(2026, 9, 2)), nullptr);
    QCOMPARE(historyOf({cycle("string", "20260901", "2")}).cycleOf(QDate(2026, 9, 1)), nullptr);
}

void TestEntitlements::readsDaysStrictly_data()
{
    QTest::addColumn<QJsonValue>("sent");
    QTest::addColumn<QDate>("day");
    QTest::newRow("text") << QJsonValue(u"20260228"_s) << QDate(2026, 2, 28);
    QTest::newRow("number") << QJsonValue(20260228) << QDate(2026, 2, 28);
    QTest::newRow("leap day") << QJsonValue(u"20240229"_s) << QDate(2024, 2, 29);
    QTest::newRow("no such day") << QJsonValue(u"20260229"_s) << QDate();
    QTest::newRow("short") << QJsonValue(u"2026022"_s) << QDate();
    QTest::newRow("long") << QJsonValue(u"202602281"_s) << QDate();
    QTest::newRow("full-width") << QJsonValue(u"２０２６０２２８"_s) << QDate();
    QTest::newRow("missing") << QJsonValue() << QDate();
}

void TestEntitlements::readsDaysStrictly()
{
    QFETCH(QJsonValue, sent);
    QFETCH(QDate, day);
    const MauCycle read = historyOf({QJsonObject{{u"periodStartTime"_s, sent}}}).cycles.first();
    QCOMPARE(read.start.value, day.isValid() ? std::optional(day) : std::nullopt);
}

QTEST_GUILESS_MAIN(TestEntitlements)
#include "tst_entitlements.moc"
