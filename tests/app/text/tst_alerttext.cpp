// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/alerttext.h"
#include "app/text/formatting.h"
#include "core/alerts/alertrules.h"
#include "tests/app/languages.h"
#include "tests/app/text/alertsamples.h"
#include "tests/support/qtwarnings.h"

#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

const QDateTime Now(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);

Alert bare(AlertRule rule)
{
    Alert alert;
    alert.key.rule = rule;
    alert.key.step = 80;
    return alert;
}

void everyRuleInBothLanguages()
{
    QTest::addColumn<int>("language");
    QTest::addColumn<AlertRule>("rule");
    for (const AlertRule rule : AlertRules) {
        for (const UiLanguage language : {UiLanguage::English, UiLanguage::Chinese})
            QTest::newRow(qPrintable(alertRuleCode(rule) + u' ' + Language::code(language)))
                << static_cast<int>(language) << rule;
    }
}

} // namespace

class TestAlertText : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        failOnQtWarnings();
        m_language.set(UiLanguage::English);
    }

    void saysEverythingOfEveryRule_data() { everyRuleInBothLanguages(); }
    void saysEverythingOfEveryRule();
    void makesUpNothingOfTheUnknown_data() { everyRuleInBothLanguages(); }
    void makesUpNothingOfTheUnknown();
    void saysWhatHappened_data();
    void saysWhatHappened();
    void reassuresNobody_data();
    void reassuresNobody();
    void countsDaysLeftOn();
    void tellsMomentsOnThePoolsClock();
    void saysHowItStands_data();
    void saysHowItStands();
    void saysSeveralAtOnce();
    void putsBadNewsFirst();
    void namesTheThreeMostUrgentPools();
    void takesNamesForPlainText();
    void rehearses();

private:
    Language m_language{Language::defaultDirectory()};
};

void TestAlertText::saysEverythingOfEveryRule()
{
    QFETCH(AlertRule, rule);
    m_language.set(languageOfRow());
    const Alert alert = sampleAlert(rule);
    for (const QString &text : {AlertText::ruleName(rule), AlertText::ruleMeaning(rule),
             AlertText::headline(alert), AlertText::sentence(alert, BeijingOffset)})
        QVERIFY2(isSaidIn(languageOfRow(), text) || (text.contains(u"MAU"_s) && hasHan(text)),
            qPrintable(text));
    QVERIFY(AlertText::hasNumbers(alert));
    QVERIFY(!hasPlaceholder(AlertText::numbers(alert, BeijingOffset)));
    QVERIFY2(!AlertText::headline(alert).contains(u'!'), "no exclamation mark");
}

void TestAlertText::makesUpNothingOfTheUnknown()
{
    QFETCH(AlertRule, rule);
    m_language.set(languageOfRow());
    const Alert alert = bare(rule);
    for (const QString &text :
        {AlertText::headline(alert), AlertText::sentence(alert, BeijingOffset)}) {
        if (rule == AlertRule::Renewed && text.isEmpty())
            continue; // there is nothing to add
        QVERIFY2(!text.isEmpty() && !hasPlaceholder(text), qPrintable(text));
        QVERIFY2(!text.contains(QRegularExpression(u"\\b0\\b|1970"_s)), qPrintable(text));
    }
    QVERIFY(!AlertText::hasNumbers(alert));
    QCOMPARE(AlertText::numbers(alert, BeijingOffset), Formatting::unknown());
}

void TestAlertText::saysWhatHappened_data()
{
    QTest::addColumn<AlertRule>("rule");
    QTest::addColumn<QString>("headline");
    QTest::addColumn<QString>("within"); // the sentence
    QTest::addColumn<QString>("numbers");
    const auto row = [](AlertRule rule, const QString &headline, const QString &within,
                         const QString &numbers) {
        QTest::newRow(qPrintable(alertRuleCode(rule))) << rule << headline << within << numbers;
    };
    const QString end = u"11 Dec 2026, 00:00 Beijing time"_s;
    row(AlertRule::EndsSoon, u"Ends in 7 days"_s, u"The package ends on "_s + end, end);
    row(AlertRule::Ended, u"The package has ended"_s, u"It ended on "_s + end, end);
    row(AlertRule::Overdue, u"Overdue by 12 days"_s,
        u"GenAuth counts 12 days overdue. The package ended on "_s + end,
        u"12 days overdue · end time "_s + end);
    row(AlertRule::Contradiction, u"GenAuth's figures disagree"_s,
        u"GenAuth counts 12 days overdue. The end time is "_s + end,
        u"12 days overdue · end time "_s + end);
    row(AlertRule::MauAtPercent, u"82% of the MAU bought is used"_s, u"MAU: 8,210 of 10,000."_s,
        u"8,210 of 10,000"_s);
    row(AlertRule::ForecastMeetsQuota, u"MAU may run out before the billing cycle ends"_s,
        u"what was bought is reached on 29 Nov 2026."_s,
        u"8,210 of 10,000 · reached on 29 Nov 2026"_s);
    row(AlertRule::RightAtLimit, u"“Social connections” is used up"_s, u"Used: 40 of 40."_s,
        u"40 of 40"_s);
    row(AlertRule::DataIsOld, u"No refresh has succeeded for a day"_s,
        u"The last good answer came on 22 Nov 2026, 09:12 Beijing time. The end time was "_s + end +
            u". MAU: 8,210 of 10,000."_s,
        u"last good answer 22 Nov 2026, 09:12 Beijing time"_s);
    row(AlertRule::KeyRefused, u"The access key does not work"_s,
        u"This pool is not refreshed until"_s,
        u"last good answer 22 Nov 2026, 09:12 Beijing time"_s);
    row(AlertRule::Renewed, u"Renewed until 11 Dec 2027"_s, u"Before, that was "_s + end,
        end + u" → 11 Dec 2027, 00:00 Beijing time"_s);
    row(AlertRule::Paid, u"Order 2026112300001 is paid"_s, u"shows it as paid"_s,
        u"order 2026112300001"_s);
    row(AlertRule::BackUnder, u"“Social connections” is below its limit again"_s,
        u"Used: 39 of 40."_s, u"39 of 40"_s);
}

void TestAlertText::saysWhatHappened()
{
    QFETCH(AlertRule, rule);
    const Alert alert = sampleAlert(rule);
    QTEST(AlertText::headline(alert), "headline");
    QFETCH(QString, within);
    const QString sentence = AlertText::sentence(alert, BeijingOffset);
    QVERIFY2(sentence.contains(within), qPrintable(sentence));
    QTEST(AlertText::numbers(alert, BeijingOffset), "numbers");
}

void TestAlertText::reassuresNobody_data()
{
    QTest::addColumn<AlertRule>("rule");
    for (const AlertRule rule : AlertRules) {
        if (!isGoodNews(rule))
            QTest::newRow(qPrintable(alertRuleCode(rule))) << rule;
    }
}

void TestAlertText::reassuresNobody()
{
    QFETCH(AlertRule, rule);
    static const QRegularExpression calm(u"\\b(fine|safe|no problem|all is well|don't worry)\\b"_s);
    QVERIFY(!AlertText::sentence(sampleAlert(rule), BeijingOffset).contains(calm));
    QVERIFY(!AlertText::sentence(bare(rule), BeijingOffset).contains(calm));
}

void TestAlertText::countsDaysLeftOn()
{
    const AlertRecord record = sampleRecord(1, sampleAlert(AlertRule::EndsSoon), u"Production"_s);
    QCOMPARE(AlertText::headlineNow(record, Now), u"Ends in 7 days"_s);
    QCOMPARE(AlertText::headlineNow(record, Now.addDays(2)), u"Ends in 5 days"_s);
    QCOMPARE(AlertText::headlineNow(record, Now.addDays(7)), u"The end time has passed"_s);
    QCOMPARE(AlertText::headline(record.alert), u"Ends in 7 days"_s); // as it fired
}

void TestAlertText::tellsMomentsOnThePoolsClock()
{
    const Alert old = sampleAlert(AlertRule::DataIsOld);
    QVERIFY(
        AlertText::sentence(old, std::chrono::seconds(0)).contains(u"22 Nov 2026, 01:12 UTC"_s));
    AlertRecord record = sampleRecord(1, old, u"Production"_s);
    record.endedAt = Now;
    QCOMPARE(AlertText::standing(record, Now, std::chrono::seconds(0)),
        u"Ended on 23 Nov 2026, 12:00 UTC"_s);
}

void TestAlertText::saysHowItStands_data()
{
    QTest::addColumn<QString>("expected");
    QTest::addColumn<AlertRule>("rule");
    QTest::addColumn<QDateTime>("announced");
    QTest::addColumn<QDateTime>("ended");
    QTest::addColumn<QDateTime>("acknowledged");
    QTest::addColumn<QDateTime>("snoozedUntil");
    QTest::addColumn<bool>("untilChange");
    const QDateTime no;
    const AlertRule bad = AlertRule::Overdue;
    QTest::newRow("open") << u"Open"_s << bad << Now << no << no << no << false;
    QTest::newRow("quiet hours") << u"Open, not announced yet"_s << bad << no << no << no << no
                                 << false;
    QTest::newRow("snoozed") << u"Snoozed until 24 Nov 2026, 20:00 Beijing time"_s << bad << Now
                             << no << no << Now.addDays(1) << false;
    QTest::newRow("snoozed long ago") << u"Open"_s << bad << Now << no << no << Now << false;
    QTest::newRow("snoozed until it changes")
        << u"Snoozed until it changes"_s << bad << Now << no << no << no << true;
    QTest::newRow("acknowledged") << u"Acknowledged on 23 Nov 2026, 20:00 Beijing time"_s << bad
                                  << Now << no << Now << no << true;
    QTest::newRow("ended") << u"Ended on 23 Nov 2026, 20:00 Beijing time"_s << bad << Now << Now
                           << Now << no << false;
    QTest::newRow("good news") << u"Good news"_s << AlertRule::Paid << Now << no << no << no
                               << false;
}

void TestAlertText::saysHowItStands()
{
    QFETCH(AlertRule, rule);
    AlertRecord record = sampleRecord(1, sampleAlert(rule), u"Production"_s);
    QFETCH(QDateTime, announced);
    record.announcedAt = announced;
    QFETCH(QDateTime, ended);
    record.endedAt = ended;
    QFETCH(QDateTime, acknowledged);
    record.acknowledgedAt = acknowledged;
    QFETCH(QDateTime, snoozedUntil);
    record.snoozedUntil = snoozedUntil;
    QFETCH(bool, untilChange);
    record.snoozedUntilChange = untilChange;
    QTEST(AlertText::standing(record, Now, BeijingOffset), "expected");
    m_language.set(UiLanguage::Chinese);
    QVERIFY(hasHan(AlertText::standing(record, Now, BeijingOffset)));
}

void TestAlertText::saysSeveralAtOnce()
{
    const AlertRecord one =
        sampleRecord(1, sampleAlert(AlertRule::EndsSoon), u"A"_s, QUuid::createUuid());
    const AlertText::Words alone = AlertText::together({one}, Now);
    QCOMPARE(alone.title, u"A: Ends in 7 days"_s);
    QCOMPARE(alone.text, AlertText::sentence(one.alert, BeijingOffset));
    QList<AlertRecord> many{one};
    for (const QString &name : {u"B"_s, u"C"_s, u"D"_s, u"E"_s})
        many << sampleRecord(
            many.size() + 1, sampleAlert(AlertRule::Overdue), name, QUuid::createUuid());
    const AlertText::Words words = AlertText::together(many, Now);
    QCOMPARE(words.title, u"5 pools need attention"_s);
    QCOMPARE(words.text.split(u'\n').size(), AlertText::MostLines + 1);
    QCOMPARE(words.text.section(u'\n', -1), u"and 2 more"_s);
    m_language.set(UiLanguage::Chinese);
    QVERIFY(isSaidIn(UiLanguage::Chinese, AlertText::together(many, Now).title));
    QCOMPARE(AlertText::together({}, Now).title, QString());
}

void TestAlertText::putsBadNewsFirst()
{
    const QUuid pool = QUuid::createUuid();
    const AlertRecord good = sampleRecord(1, sampleAlert(AlertRule::Paid), u"A"_s, pool);
    const AlertRecord soon =
        sampleRecord(2, sampleAlert(AlertRule::DataIsOld), u"B"_s, QUuid::createUuid());
    const AlertRecord bad =
        sampleRecord(3, sampleAlert(AlertRule::Overdue), u"C"_s, QUuid::createUuid());
    const AlertText::Words words = AlertText::together({good, soon, bad}, Now);
    QCOMPARE(words.title, u"2 pools need attention"_s); // A's news is good
    QCOMPARE(words.text.section(u'\n', 0, 0), u"C: Overdue by 12 days"_s);
    QCOMPARE(words.text.section(u'\n', 2, 2), u"A: Order 2026112300001 is paid"_s);
    const AlertRecord renewed = sampleRecord(4, sampleAlert(AlertRule::Renewed), u"A"_s, pool);
    // Of one pool: its name, the worst of all, and the rest in short.
    const AlertText::Words one = AlertText::together({good, renewed}, Now);
    QVERIFY2(one.title.startsWith(u"A: "_s), qPrintable(one.title));
    const AlertRecord worse = sampleRecord(5, sampleAlert(AlertRule::Overdue), u"A"_s, pool);
    const AlertText::Words two = AlertText::together({good, worse}, Now);
    QCOMPARE(two.title, u"A: Overdue by 12 days"_s);
    QCOMPARE(two.text.section(u'\n', -1), u"Order 2026112300001 is paid"_s);
    QVERIFY(two.text.startsWith(AlertText::sentence(worse.alert, BeijingOffset)));
    const AlertRecord other =
        sampleRecord(6, sampleAlert(AlertRule::Paid), u"B"_s, QUuid::createUuid());
    QCOMPARE(AlertText::together({good, other}, Now).title, u"Good news of 2 pools"_s);
}

void TestAlertText::namesTheThreeMostUrgentPools()
{
    QList<AlertRecord> open;
    for (const QString &name : {u"A"_s, u"B"_s, u"C"_s, u"D"_s, u"E"_s}) {
        const QUuid account = QUuid::createUuid();
        open << sampleRecord(1, sampleAlert(AlertRule::Overdue), name, account)
             << sampleRecord(2, sampleAlert(AlertRule::MauAtPercent), name, account);
    }
    QCOMPARE(AlertText::toolTip(open, Now),
        u"A: Overdue by 12 days\nB: Overdue by 12 days\nC: Overdue by 12 days\nand 2 more pools"_s);
    QCOMPARE(AlertText::toolTip(open.first(2), Now), u"A: Overdue by 12 days"_s);
    QCOMPARE(AlertText::toolTip({}, Now), u"No alert is open"_s);
    QCOMPARE(AlertText::openCount(1), u"1 alert open"_s);
    QCOMPARE(AlertText::openCount(3), u"3 alerts open"_s);
}

void TestAlertText::takesNamesForPlainText()
{
    Alert alert = sampleAlert(AlertRule::RightAtLimit);
    alert.numbers.subjectName.clear();
    alert.key.subject = u"Code\nof\u202Ea right"_s;
    QCOMPARE(AlertText::headline(alert), u"“Code\uFFFDofa right” is used up"_s);
    const AlertRecord record = sampleRecord(1, alert, u"a\nb"_s);
    QVERIFY(!AlertText::title(record, Now).contains(u'\n'));
    alert.numbers.subjectName = u"Social connections：社交账号链接"_s;
    m_language.set(UiLanguage::Chinese);
    QVERIFY(AlertText::headline(alert).contains(u"社交账号链接"_s));
}

void TestAlertText::rehearses()
{
    const RehearsedAlert coming{Now.addDays(3), sampleAlert(AlertRule::EndsSoon)};
    QCOMPARE(AlertText::rehearsed(coming), u"Ends in 7 days"_s);
}

QTEST_MAIN(TestAlertText)
#include "tst_alerttext.moc"
