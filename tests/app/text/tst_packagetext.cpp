// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/packagetext.h"
#include "core/billing/mauuse.h"
#include "core/models/poolsmodel.h"
#include "tests/app/languages.h"

#include <QJsonObject>
#include <QTest>

using namespace genauth;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Day = 86400;
const QDateTime End(QDate(2026, 11, 10), QTime(16, 0), Qt::UTC);

QJsonObject goods()
{
    return {{u"name"_s, u"测试套餐包"_s}, {u"nameEn"_s, u"test package"_s},
        {u"unitPrice"_s, u"12900.00"_s}, {u"amount"_s, u"10000"_s}, {u"group"_s, u"Enterprise"_s},
        {u"sceneCode"_s, u"B2C"_s}};
}

QJsonObject data(const QJsonObject &goods = ::goods())
{
    return {{u"code"_s, u"V4_B2C_Enterprise:10000"_s}, {u"endTime"_s, u"2026-11-11 00:00:00"_s},
        {u"overdueDays"_s, u"0"_s}, {u"goodsPackage"_s, goods}};
}

QJsonObject with(QJsonObject object, const QString &key, const QJsonValue &value)
{
    object[key] = value;
    return object;
}

/** The words about this answer, `secondsLeft` before the end of data(). */
PackageText text(
    const QJsonObject &data, qint64 secondsLeft = 200 * Day, const QString &currency = {})
{
    Account account;
    account.name = u"Production"_s;
    account.currency = currency;
    PoolSnapshot snapshot;
    snapshot.package.value = Package::fromJson(data, BeijingOffset).value();
    return {account, snapshot,
        assess(factsOf(snapshot, End.addSecs(-secondsLeft), account.clockOffset),
            End.addSecs(-secondsLeft), {})};
}

PackageText nothingKnown()
{
    return {{}, {}, assess({}, End, {})};
}

} // namespace

class TestPackageText : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_language.set(UiLanguage::English);
    }

    void showsBothNames();
    void neverMakesUpAName();
    void saysUnknownForEverything_data() { test::bothLanguages(); }
    void saysUnknownForEverything();
    void showsPriceAndQuantity();
    void showsAPriceItCannotReadAsItCame();
    void saysWhenItEnds();
    void saysWhoCountedOverdueDays();
    void namesWhatCannotBeRead();
    void keepsServerTextPlain();
    void fitsOnALine();

private:
    Language m_language{Language::defaultDirectory()};
};

void TestPackageText::showsBothNames()
{
    const PackageText words = text(data());
    QCOMPARE(words.name().value, u"test package"_s);
    QCOMPARE(words.otherName().value, u"测试套餐包"_s);
    m_language.set(UiLanguage::Chinese);
    QCOMPARE(words.name().value, u"测试套餐包"_s);
    QCOMPARE(words.otherName().value, u"test package"_s);
    for (const UiLanguage language : {UiLanguage::English, UiLanguage::Chinese}) {
        m_language.set(language);
        QCOMPARE(words.nameZh().value, u"测试套餐包"_s);
        QCOMPARE(words.nameEn().value, u"test package"_s);
        QCOMPARE(words.edition().value, u"Enterprise"_s);
        QCOMPARE(words.scene().value, u"B2C"_s);
        QCOMPARE(words.packageCode().value, u"V4_B2C_Enterprise:10000"_s);
    }
}

void TestPackageText::neverMakesUpAName()
{
    const PackageText words = text(data(with(goods(), u"nameEn"_s, QJsonValue())));
    QVERIFY(!words.name().known);
    QCOMPARE(words.name().value, u"unknown"_s);
    QVERIFY(words.otherName().known);
    QCOMPARE(words.otherName().value, u"测试套餐包"_s);
}

void TestPackageText::saysUnknownForEverything()
{
    const UiLanguage language = test::languageOfRow();
    m_language.set(language);
    const QString unknown = language == UiLanguage::Chinese ? u"未知"_s : u"unknown"_s;
    for (const PackageText &words : {nothingKnown(), text(QJsonObject())}) {
        for (const PackageText::Fact &fact : {words.name(), words.otherName(), words.nameZh(),
                 words.nameEn(), words.mauQuantity(), words.unitPrice(), words.end(),
                 words.overdue(), words.edition(), words.scene(), words.packageCode()}) {
            QCOMPARE(fact.value, unknown);
            QVERIFY(!fact.known);
        }
        QCOMPARE(words.unreadableFields(), QStringList());
        QCOMPARE(words.line().count(unknown), language == UiLanguage::Chinese ? 7 : 6);
        QVERIFY(!words.line().contains(u'0'));
    }
}

void TestPackageText::showsPriceAndQuantity()
{
    PackageText words = text(data());
    QCOMPARE(words.mauQuantity().value, u"10,000"_s);
    QVERIFY(words.mauQuantity().known);
    QCOMPARE(words.unitPrice().value, u"12,900.00"_s);
    QCOMPARE(words.unitPrice().note, u"currency not set; GenAuth names none"_s);
    words = text(data(), Day, u"CNY"_s);
    QCOMPARE(words.unitPrice().value, u"¥\u00A012,900.00"_s);
    QCOMPARE(words.unitPrice().note, u"CNY, set for this pool"_s);
    // Zero is a number like any other.
    words = text(data(with(goods(), u"amount"_s, u"0"_s)));
    QCOMPARE(words.mauQuantity().value, u"0"_s);
    QVERIFY(words.mauQuantity().known);
}

void TestPackageText::showsAPriceItCannotReadAsItCame()
{
    const PackageText words = text(data(with(goods(), u"unitPrice"_s, u"1,234.50元"_s)));
    QCOMPARE(words.unitPrice().value, u"1,234.50元"_s);
    QVERIFY(!words.unitPrice().known);
    QVERIFY(words.unitPrice().note.contains(u"as GenAuth sent it"_s));
    const PackageText count = text(data(with(goods(), u"amount"_s, u"many"_s)));
    QCOMPARE(count.mauQuantity().value, u"unknown"_s);
}

void TestPackageText::saysWhenItEnds()
{
    PackageText::Fact end = text(data(), 12 * Day + 3600).end();
    QCOMPARE(end.value, u"11 Nov 2026"_s);
    QCOMPARE(end.note, u"12 days left\n00:00, Beijing time (UTC+8)\nlast full day 10 Nov 2026"_s);
    QVERIFY(end.tooltip.startsWith(u"2026-11-11T00:00:00+08:00\nYour time: "_s));
    // What has ended has nothing left.
    end = text(data(), -3600).end();
    QCOMPARE(end.note, u"00:00, Beijing time (UTC+8)\nlast full day 10 Nov 2026"_s);
    // Not at midnight, and a zone that was sent is believed.
    end = text(with(data(), u"endTime"_s, u"2026-11-11T18:30:00+05:30"_s)).end();
    QVERIFY2(end.note.endsWith(u"left\n18:30, UTC+05:30"_s), qPrintable(end.note));
    for (const QString &never : {u"permanent"_s, u"永久"_s, u"9999-12-31 23:59:59"_s}) {
        end = text(with(data(), u"endTime"_s, never)).end();
        QCOMPARE(end.value, u"No end date"_s);
        QVERIFY(end.known);
    }
    m_language.set(UiLanguage::Chinese);
    QCOMPARE(text(data(), 12 * Day + 3600).end().note,
        u"剩余 12 天\n00:00 北京时间 (UTC+8)\n最后完整一天：2026年11月10日"_s);
}

void TestPackageText::saysWhoCountedOverdueDays()
{
    const auto overdue = [](const QJsonValue &days, qint64 secondsLeft) {
        return text(with(data(), u"overdueDays"_s, days), secondsLeft).overdue();
    };
    PackageText::Fact fact = overdue(u"12"_s, -11 * Day - 3600);
    QCOMPARE(fact.value, u"12 days"_s);
    QCOMPARE(fact.note, u"counted by GenAuth\nthe end time agrees"_s);
    fact = overdue(u"12"_s, -300 * Day);
    QCOMPARE(fact.value, u"12 days"_s);
    QCOMPARE(fact.note, u"counted by GenAuth\nthe end time disagrees"_s);
    // Nothing is due yet, and GenAuth says so.
    fact = overdue(u"0"_s, 100 * Day);
    QCOMPARE(fact.value, u"0 days"_s);
    QVERIFY(fact.known);
    // GenAuth does not say, and the end has not come: nobody knows.
    fact = overdue(QJsonValue(), 100 * Day);
    QCOMPARE(fact.value, u"unknown"_s);
    QCOMPARE(fact.note, u"GenAuth gave no count"_s);
    QVERIFY(!fact.known);
    fact = overdue(u"n/a"_s, 100 * Day);
    QCOMPARE(fact.value, u"unknown"_s);
    QCOMPARE(fact.note, u"GenAuth's count cannot be read"_s);
    // The end has passed: our own count, and said to be ours.
    fact = overdue(QJsonValue(), -11 * Day - 1);
    QCOMPARE(fact.value, u"12 days"_s);
    QCOMPARE(fact.note, u"counted from the end time; GenAuth gave no count"_s);
    fact = overdue(u"n/a"_s, -11 * Day - 1);
    QCOMPARE(fact.value, u"12 days"_s);
    QCOMPARE(fact.note, u"counted from the end time; GenAuth's count cannot be read"_s);
}

void TestPackageText::namesWhatCannotBeRead()
{
    const QJsonObject odd =
        with(with(data(with(with(goods(), u"unitPrice"_s, u"free"_s), u"name"_s, QJsonObject())),
                 u"overdueDays"_s, u"n/a"_s),
            u"endTime"_s, u"soon"_s);
    QCOMPARE(text(odd).unreadableFields(),
        (QStringList{u"The field “endTime” cannot be read: GenAuth sent “soon”."_s,
            u"The field “overdueDays” cannot be read: GenAuth sent “n/a”."_s,
            u"The field “name” cannot be read."_s,
            u"The field “unitPrice” cannot be read: GenAuth sent “free”."_s}));
    QCOMPARE(text(with(data(), u"goodsPackage"_s, u"套餐包信息"_s)).unreadableFields(),
        QStringList{u"The field “goodsPackage” cannot be read."_s});
    QCOMPARE(text(data()).unreadableFields(), QStringList());
    m_language.set(UiLanguage::Chinese);
    QCOMPARE(text(with(data(), u"overdueDays"_s, u"n/a"_s)).unreadableFields(),
        QStringList{u"字段“overdueDays”无法读取：GenAuth 返回“n/a”。"_s});
}

void TestPackageText::keepsServerTextPlain()
{
    const QString nasty = u"<b>Bold</b><img src=/dev/zero>\n\u202E%1"_s;
    const QString safe = u"<b>Bold</b><img src=/dev/zero>\uFFFD%1"_s;
    PackageText words = text(data(with(goods(), u"nameEn"_s, nasty)));
    QCOMPARE(words.name().value, safe);
    words = text(data(with(goods(), u"unitPrice"_s, nasty)));
    QCOMPARE(words.unitPrice().value, safe);
    QVERIFY(words.unreadableFields().constFirst().contains(safe));
    words = text(data(with(goods(), u"nameEn"_s, QString(5000, u'x'))));
    QCOMPARE(words.name().value.size(), 200);
    QVERIFY(!words.line().contains(u'\n'));
}

void TestPackageText::fitsOnALine()
{
    QCOMPARE(text(data(), 200 * Day).line(),
        u"Production | 测试套餐包 | test package | MAU 10,000 | unit price 12,900.00 | "
        "ends 11 Nov 2026, 00:00 Beijing time | overdue 0 days | Active"_s);
    QCOMPARE(text(with(data(), u"overdueDays"_s, u"12"_s), -11 * Day - 1).line(),
        u"Production | 测试套餐包 | test package | MAU 10,000 | unit price 12,900.00 | "
        "ends 11 Nov 2026, 00:00 Beijing time | overdue 12 days | Overdue 12 days"_s);
    m_language.set(UiLanguage::Chinese);
    QCOMPARE(text(data(), 200 * Day).line(),
        u"Production | 测试套餐包 | test package | MAU 10,000 | 单价 12,900.00 | "
        "到期 北京时间 2026年11月11日 00:00 | 逾期 0 天 | 正常"_s);
}

QTEST_GUILESS_MAIN(TestPackageText)
#include "tst_packagetext.moc"
