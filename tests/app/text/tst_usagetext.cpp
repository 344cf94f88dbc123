// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is said of usage, of rights, and of MAU: rows of all three have much in common.

#include "app/text/mautext.h"
#include "app/text/rightstext.h"
#include "app/text/usagetext.h"
#include "tests/app/languages.h"
#include "tests/support/qtwarnings.h"

#include <QJsonObject>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

RightUsage usage(const QJsonObject &right)
{
    return Usage::fromJson(QJsonObject{{u"usages"_s, right}}, {}).value().rights.constFirst();
}

RightUsage usage(const QJsonValue &current, const QJsonValue &amount)
{
    QJsonObject right;
    if (!current.isNull())
        right[u"current"_s] = current;
    if (!amount.isNull())
        right[u"amount"_s] = amount;
    return usage(right);
}

Right included(const QString &type, const QJsonValue &value)
{
    QJsonObject right{{u"dataType"_s, type}};
    if (!value.isNull())
        right[u"dataValue"_s] = value;
    return Rights::fromJson(QJsonObject{{u"rightsItems"_s, right}}, {}).value().items.constFirst();
}

CurrentMau mauOf(Allowance::Kind kind, qint64 bought)
{
    CurrentMau mau;
    mau.used = {8210, u"8210"_s};
    mau.bought = {kind, bought, {}};
    return mau;
}

} // namespace

class TestUsageText : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        failOnQtWarnings();
        m_language.set(UiLanguage::English);
    }

    void saysHowMuchIsUsed_data();
    void saysHowMuchIsUsed();
    void namesARight();
    void marksTrials();
    void countsRights();
    void explainsARow();
    void saysWhatIsIncluded_data();
    void saysWhatIsIncluded();
    void namesDataTypes();
    void saysWhereMauComesFrom();
    void saysHowManyWereBought_data();
    void saysHowManyWereBought();
    void saysEverythingInChinese();

private:
    Language m_language{Language::defaultDirectory()};
};

void TestUsageText::saysHowMuchIsUsed_data()
{
    QTest::addColumn<QJsonValue>("current");
    QTest::addColumn<QJsonValue>("amount");
    QTest::addColumn<QString>("use");
    QTest::addColumn<QString>("percent");
    const QJsonValue absent;
    const auto row = [](const char *name, const QJsonValue &current, const QJsonValue &amount,
                         const char *use, const char *percent) {
        QTest::newRow(name) << current << amount << QString::fromUtf8(use)
                            << QString::fromUtf8(percent);
    };
    row("some", u"8210"_s, u"10000"_s, "8,210 of 10,000", "82%");
    row("none", u"0"_s, u"10"_s, "0 of 10", "0%");
    row("nearly", u"9999"_s, u"10000"_s, "9,999 of 10,000", "99%"); // not reached
    row("all", u"10"_s, u"10"_s, "10 of 10", "100%");
    row("more", u"25000"_s, u"10"_s, "25,000 of 10", "250,000%");
    row("unlimited", u"12000"_s, -1, "12,000 used, unlimited", "unlimited");
    row("unlimited, unknown use", absent, u"unlimited"_s, "used unknown, unlimited", "unlimited");
    row("of nothing", u"3"_s, u"0"_s, "3 of 0 included", "none included");
    row("unknown use", u"n/a"_s, u"10000"_s, "used unknown, 10,000 included", "unknown");
    row("unknown amount", u"12"_s, absent, "12 used, included unknown", "unknown");
    row("negative amount", u"12"_s, u"-7"_s, "12 used, included unknown", "unknown");
    row("nothing known", absent, absent, "unknown", "unknown");
}

void TestUsageText::saysHowMuchIsUsed()
{
    QFETCH(QJsonValue, current);
    QFETCH(QJsonValue, amount);
    const RightUsage right = usage(current, amount);
    QTEST(UsageText::use(right), "use");
    QTEST(UsageText::percent(right), "percent");
    m_language.set(UiLanguage::Chinese);
    QVERIFY(!hasPlaceholder(UsageText::use(right)));
    QVERIFY(!UsageText::use(right).contains(QRegularExpression(u"[a-z]"_s)));
}

void TestUsageText::namesARight()
{
    const Reading<QString> code{u"Social"_s, u"Social"_s};
    const auto name = [&](const QString &modelName) {
        return UsageText::name({modelName, modelName}, code);
    };
    QCOMPARE(name(u"Social logins：社交登录"_s), u"Social logins"_s);
    QCOMPARE(name(u"社交登录"_s), u"社交登录"_s); // the only name there is
    QCOMPARE(name(u"a\u202Eb\nc"_s), u"ab\uFFFDc"_s);
    QCOMPARE(name(u"  "_s), u"Social"_s);
    QCOMPARE(UsageText::name({}, code), u"Social"_s);
    QCOMPARE(UsageText::name({}, {}), u"unknown"_s);
    m_language.set(UiLanguage::Chinese);
    QCOMPARE(name(u"Social logins：社交登录"_s), u"社交登录"_s);
    QCOMPARE(UsageText::name({}, {}), u"未知"_s);
}

void TestUsageText::marksTrials()
{
    QCOMPARE(UsageText::trial(usage(QJsonObject{{u"experience"_s, true}})), u"Trial"_s);
    QCOMPARE(UsageText::trial(usage(QJsonObject{{u"experience"_s, false}})), QString());
    QCOMPARE(UsageText::trial(usage(QJsonObject{})), u"unknown"_s);
}

void TestUsageText::countsRights()
{
    const RightUsage free = usage(u"1"_s, u"10"_s);
    const RightUsage full = usage(u"10"_s, u"10"_s);
    const RightUsage unknown = usage(QJsonObject{});
    QCOMPARE(UsageText::summary({free}), u"1 right"_s);
    QCOMPARE(UsageText::summary({free, unknown}), u"2 rights"_s);
    QCOMPARE(UsageText::summary({free, full}), u"2 rights, 1 at its limit"_s);
    QCOMPARE(UsageText::summary({full, full}), u"2 rights, 2 at their limit"_s);
    QCOMPARE(RightsText::summary(1), u"1 right"_s);
    m_language.set(UiLanguage::Chinese);
    QCOMPARE(UsageText::summary({free, full}), u"2 项权益，1 项已达上限"_s);
}

void TestUsageText::explainsARow()
{
    const QString details = UsageText::details(usage(QJsonObject{{u"modelCode"_s, u"<b>"_s},
        {u"amount"_s, u"a lot"_s}, {u"current"_s, u"-3"_s}, {u"experience"_s, true}}));
    QCOMPARE(details, u"Code: <b>\n"
                      "How much is included cannot be read: GenAuth sent “a lot”.\n"
                      "How much is used cannot be read: GenAuth sent “-3”.\n"
                      "A right of a trial"_s);
}

void TestUsageText::saysWhatIsIncluded_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const char *type, const QJsonValue &value,
                         const char *said) {
        QTest::newRow(name) << QString::fromUtf8(type) << value << QString::fromUtf8(said);
    };
    row("quantity", "1", u"1000"_s, "1,000");
    row("quantity 0", "1", u"0"_s, "0");
    row("unlimited quantity", "1", u"-1"_s, "unlimited");
    row("odd quantity", "1", u"1000 per month"_s, "1000 per month");
    row("no quantity", "1", {}, "unknown");
    row("number", "2", u"99.50"_s, "99.50");
    row("large number", "2", u"12345678901234567890"_s, "12345678901234567890");
    row("yes", "3", u"true"_s, "✓ Included");
    row("JSON yes", "3", true, "✓ Included");
    row("no", "3", u"0"_s, "– Not included");
    row("neither", "3", u"maybe"_s, "maybe");
    row("unanswered", "3", {}, "unknown");
    row("text", "4", u"<b>9 to 5</b>"_s, "<b>9 to 5</b>");
    row("text that is a number", "4", u"1000"_s, "1000");
    row("empty text", "4", u""_s, "unknown");
    row("unlisted type", "7", u"-1"_s, "-1");
}

void TestUsageText::saysWhatIsIncluded()
{
    QFETCH(QString, type);
    QFETCH(QJsonValue, value);
    QTEST(RightsText::value(included(type, value)), "said");
}

void TestUsageText::namesDataTypes()
{
    using Type = Right::DataType;
    QCOMPARE(RightsText::dataType(Type::Quantity, {}), u"Quantity"_s);
    QCOMPARE(RightsText::dataType(Type::Number, {}), u"Number (not metered)"_s);
    QCOMPARE(RightsText::dataType(Type::YesNo, {}), u"Yes or no"_s);
    QCOMPARE(RightsText::dataType(Type::Text, {}), u"Text"_s);
    QCOMPARE(RightsText::dataType(Type::Unlisted, u"9\n"_s), u"Data type “9\uFFFD”"_s);
    QCOMPARE(RightsText::dataType(Type::Unlisted, {}), u"Data type unknown"_s);
}

void TestUsageText::saysWhereMauComesFrom()
{
    CurrentMau mau = mauOf(Allowance::Kind::Count, 10000);
    const MauText fromUsage(mau);
    QCOMPARE(fromUsage.used, u"8,210"_s);
    QCOMPARE(fromUsage.ofBought, u"of 10,000 bought"_s);
    QCOMPARE(fromUsage.percent, std::optional(82));
    QVERIFY(fromUsage.tooltip.startsWith(u"From the usage: the right with the code “MAU”."_s));
    QVERIFY(fromUsage.tooltip.contains(u"“current” is read as what is used"_s));
    QVERIFY(!fromUsage.tooltip.contains(u"package's own"_s));
    mau.source = CurrentMau::Source::BillingCycle;
    mau.boughtIsThePackages = true;
    const MauText fromCycle(mau);
    QVERIFY(fromCycle.tooltip.startsWith(u"From the MAU history: the billing cycle"_s));
    QVERIFY(fromCycle.tooltip.contains(u"package's own MAU quantity"_s));
}

void TestUsageText::saysHowManyWereBought_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<qint64>("count");
    QTest::addColumn<QString>("said");
    QTest::newRow("0") << int(Allowance::Kind::Count) << qint64(0) << u"of 0 bought"_s;
    QTest::newRow("unlimited") << int(Allowance::Kind::Unlimited) << qint64(0)
                               << u"used, unlimited"_s;
    QTest::newRow("unknown") << int(Allowance::Kind::Unknown) << qint64(0)
                             << u"used, bought unknown"_s;
}

void TestUsageText::saysHowManyWereBought()
{
    QFETCH(int, kind);
    QFETCH(qint64, count);
    const MauText mau(mauOf(static_cast<Allowance::Kind>(kind), count));
    QTEST(mau.ofBought, "said");
    QVERIFY(!mau.percent); // there is nothing to measure against: no bar
}

void TestUsageText::saysEverythingInChinese()
{
    m_language.set(UiLanguage::Chinese);
    const RightUsage trial =
        usage(QJsonObject{{u"experience"_s, true}, {u"amount"_s, u"?"_s}, {u"current"_s, u"?"_s}});
    QStringList said{UsageText::trial(trial), UsageText::details(trial),
        UsageText::percent(usage(1, -1)), UsageText::percent(usage(1, 0)),
        RightsText::value(included(u"3"_s, true)), RightsText::value(included(u"3"_s, false)),
        RightsText::value(included(u"1"_s, -1)), RightsText::details(included(u"1"_s, {})),
        RightsText::summary(3)};
    for (const auto type : {Right::DataType::Quantity, Right::DataType::Number,
             Right::DataType::YesNo, Right::DataType::Text, Right::DataType::Unlisted})
        said << RightsText::dataType(type, {});
    for (const auto kind :
        {Allowance::Kind::Count, Allowance::Kind::Unlimited, Allowance::Kind::Unknown}) {
        CurrentMau mau = mauOf(kind, 10);
        mau.boughtIsThePackages = true;
        for (const auto source : {CurrentMau::Source::UsageRow, CurrentMau::Source::BillingCycle}) {
            mau.source = source;
            const MauText text(mau);
            said << text.ofBought << text.tooltip.split(u'\n');
        }
    }
    for (const QString &text : said)
        QVERIFY2(isSaidIn(UiLanguage::Chinese, text), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestUsageText)
#include "tst_usagetext.moc"
