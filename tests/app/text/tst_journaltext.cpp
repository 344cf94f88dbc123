// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/journaltext.h"
#include "tests/app/languages.h"
#include "tests/support/qtwarnings.h"

#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

JournalEntry entry(const QString &field, const std::optional<QString> &before,
    const std::optional<QString> &after, const QString &subject = {})
{
    return {QDateTime(QDate(2026, 11, 23), QTime(1, 10), Qt::UTC),
        subject.isEmpty() ? u"get-current-package-info"_s : u"get-orders"_s, subject, field, before,
        after};
}

} // namespace

class TestJournalText : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        failOnQtWarnings();
        m_language.set(UiLanguage::English);
    }

    void tellsAChange_data();
    void tellsAChange();
    void tellsANewOrder();
    void showsWhatItCannotReadAsItCame();
    void tellsWhenOnThePoolsClock();

private:
    Language m_language{Language::defaultDirectory()};
};

void TestJournalText::tellsAChange_data()
{
    QTest::addColumn<JournalEntry>("change");
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("words");
    const auto row = [](const JournalEntry &change, const char *what, const char *field,
                         const QString &words) {
        QTest::newRow(qPrintable(change.subject + u' ' + change.field))
            << change << QString::fromLatin1(what) << QString::fromLatin1(field) << words;
    };
    const QString order = u"20261123"_s;
    row(entry(u"unitPrice"_s, u"99.00"_s, u"129.00"_s), "Package", "Unit price",
        u"¥\u00a099.00 → ¥\u00a0129.00"_s);
    row(entry(u"endTime"_s, u"2026-11-11 00:00:00"_s, u"2027-11-11 00:00:00"_s), "Package",
        "End time", u"11 Nov 2026, 00:00 Beijing time → 11 Nov 2027, 00:00 Beijing time"_s);
    row(entry(u"overdueDays"_s, u"0"_s, u"1"_s), "Package", "Days overdue", u"0 days → 1 day"_s);
    row(entry(u"amount"_s, u"10000"_s, u"20000"_s), "Package", "MAU bought", u"10,000 → 20,000"_s);
    row(entry(u"goodsPackage.group"_s, u"Growth"_s, std::nullopt), "Package", "Edition",
        u"Growth → not there"_s);
    row(entry(u"status"_s, u"1"_s, u"2"_s, order), "Order 20261123", "Status", u"Unpaid → Paid"_s);
    row(entry(u"orderType"_s, u""_s, u"Renew"_s, order), "Order 20261123", "Order type",
        u"empty → Renewal"_s);
    row(entry(u"actualAmount"_s, u"99.00"_s, u"129.5"_s, order), "Order 20261123", "Amount",
        u"¥\u00a099.00 → ¥\u00a0129.5"_s);
    row(entry(u"quantity"_s, u"1000"_s, u"2000"_s, order), "Order 20261123", "Quantity",
        u"1,000 → 2,000"_s);
}

void TestJournalText::tellsAChange()
{
    QFETCH(JournalEntry, change);
    const JournalText::Context context{BeijingOffset, u"CNY"_s};
    QTEST(JournalText::what(change), "what");
    QTEST(JournalText::field(change), "field");
    QTEST(JournalText::change(change, context), "words");
    m_language.set(UiLanguage::Chinese);
    for (const QString &text : {JournalText::what(change), JournalText::field(change)})
        QVERIFY2(isSaidIn(UiLanguage::Chinese, text), qPrintable(text));
}

void TestJournalText::tellsANewOrder()
{
    const JournalEntry fresh = entry({}, std::nullopt, u"20261123"_s, u"20261123"_s);
    QCOMPARE(JournalText::what(fresh), u"Order 20261123"_s);
    QCOMPARE(JournalText::field(fresh), u"New order"_s);
    QCOMPARE(JournalText::change(fresh, {}), u"first seen"_s);
    QCOMPARE(JournalText::summary(1), u"1 change"_s);
    QCOMPARE(JournalText::summary(12), u"12 changes"_s);
}

void TestJournalText::showsWhatItCannotReadAsItCame()
{
    const JournalEntry odd = entry(u"unitPrice"_s, u"9,9"_s, u"<b>a lot</b>\n"_s);
    QCOMPARE(JournalText::before(odd, {}).words, u"9,9"_s);
    QCOMPARE(JournalText::after(odd, {}).words, u"<b>a lot</b>\uFFFD"_s);
    const JournalEntry unlisted = entry(u"brandNew"_s, std::nullopt, u"x"_s);
    QCOMPARE(JournalText::field(unlisted), u"brandNew"_s);
    QVERIFY(!JournalText::before(unlisted, {}).isThere);
    QVERIFY(JournalText::asSent(unlisted).contains(u"brandNew"_s));
    QCOMPARE(JournalText::after(entry(u"status"_s, u"1"_s, u"77"_s, u"1"_s), {}).words, u"77"_s);
}

void TestJournalText::tellsWhenOnThePoolsClock()
{
    const JournalEntry change = entry(u"unitPrice"_s, u"1"_s, u"2"_s);
    QCOMPARE(JournalText::seen(change, {}), u"23 Nov 2026, 09:10 Beijing time"_s);
    QCOMPARE(JournalText::seen(change, {std::chrono::seconds(0), {}}), u"23 Nov 2026, 01:10 UTC"_s);
    QCOMPARE(JournalText::seen({}, {}), u"unknown"_s);
}

QTEST_MAIN(TestJournalText)
#include "tst_journaltext.moc"
