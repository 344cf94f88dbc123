// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/alertjson.h"

#include "core/accounts/account.h"
#include "core/alerts/alert.h"
#include "tests/support/qtwarnings.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace genauth;
using namespace Qt::StringLiterals;

namespace {

const AlertWords English{u"Production: ends in 7 days"_s, u"The package ends on 2026-12-04."_s};
const AlertWords Chinese{u"生产环境：7 天后到期"_s, u"套餐将于 2026-12-04 到期。"_s};

Account production()
{
    Account account;
    account.id = QUuid(u"{0f0e0d0c-1111-4222-8333-444455556666}"_s);
    account.name = u"Renamed since"_s;
    account.host = QUrl(u"https://pool.example/prefix"_s);
    account.poolId = u"canary-which-may-be-the-id-of-a-key"_s;
    account.proxy.user = u"canary-proxy-user"_s;
    return account;
}

AlertRecord recordOf(AlertRule rule, int step = 0)
{
    AlertRecord record;
    record.id = 17;
    record.alert.key.account = production().id;
    record.alert.key.rule = rule;
    record.alert.key.step = step;
    record.poolName = u"Production"_s;
    record.firedAt = QDateTime({2026, 11, 27}, {1, 2, 3, 456}, Qt::UTC);
    return record;
}

QByteArray jsonOf(const AlertRecord &record, AlertOccasion occasion = AlertOccasion::Fired)
{
    return alertJson(record, production(), English, Chinese, occasion);
}

QJsonObject read(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class TestAlertJson : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnQtWarnings(); }

    void isThisToTheByte();
    void unknownNumbersAreAbsent();
    void zeroIsANumber();
    void bigNumbersStayWhatTheyAre();
    void timesAreUtc();
    void stepsAreWhereARuleHasThem_data();
    void stepsAreWhereARuleHasThem();
    void aSubjectHasCodeAndName();
    void saysThatItIsATest();
    void namesThePool();
    void isOneLineOfCleanText();
};

// Scripts of other people read it: whoever changes this line changes their programs.
void TestAlertJson::isThisToTheByte()
{
    AlertRecord record = recordOf(AlertRule::EndsSoon, 7);
    record.alert.numbers.endTime = QDateTime({2026, 12, 4}, {1, 2, 3}, Qt::UTC);
    record.alert.numbers.secondsLeft = 604'800;
    QCOMPARE(QString::fromUtf8(jsonOf(record)),
        uR"({"en":{"headline":"Production: ends in 7 days","text":"The package ends on 2026-12-04."},)"
        uR"("firedAt":"2026-11-27T01:02:03Z",)"
        uR"("numbers":{"endTime":"2026-12-04T01:02:03Z","secondsLeft":604800},)"
        uR"("pool":{"id":"0f0e0d0c-1111-4222-8333-444455556666","name":"Production"},)"
        uR"("rule":"ends-soon","schemaVersion":1,"step":7,"test":false,"urgency":"critical",)"
        uR"("zh":{"headline":"生产环境：7 天后到期","text":"套餐将于 2026-12-04 到期。"}})"
        u"\n"_s);
}

void TestAlertJson::unknownNumbersAreAbsent()
{
    AlertRecord record = recordOf(AlertRule::KeyRefused);
    record.firedAt = {};
    const QJsonObject json = read(jsonOf(record));
    QCOMPARE(json.keys(), (QStringList{u"en"_s, u"pool"_s, u"rule"_s, u"schemaVersion"_s, u"test"_s,
                              u"urgency"_s, u"zh"_s}));
    const QJsonObject wordless =
        read(alertJson(record, production(), {}, {}, AlertOccasion::Fired));
    QVERIFY(!wordless.contains("en"_L1) && !wordless.contains("zh"_L1));
}

void TestAlertJson::zeroIsANumber()
{
    AlertRecord record = recordOf(AlertRule::RightAtLimit);
    record.alert.numbers.secondsLeft = 0;
    record.alert.numbers.overdueDays = 0;
    record.alert.numbers.used = 0;
    record.alert.numbers.bought = 0;
    const QJsonObject numbers = read(jsonOf(record)).value("numbers"_L1).toObject();
    QCOMPARE(
        numbers.keys(), (QStringList{u"bought"_s, u"overdueDays"_s, u"secondsLeft"_s, u"used"_s}));
    for (const QJsonValue &number : numbers)
        QCOMPARE(number, QJsonValue(0));
}

void TestAlertJson::bigNumbersStayWhatTheyAre()
{
    AlertRecord record = recordOf(AlertRule::Ended);
    record.alert.numbers.secondsLeft = -31'536'000;
    record.alert.numbers.used = Q_INT64_C(9'007'199'254'740'993); // no double has it
    const QByteArray json = jsonOf(record);
    QVERIFY2(json.contains(R"("secondsLeft":-31536000)"), json.constData());
    QVERIFY2(json.contains(R"("used":9007199254740993)"), json.constData());
}

void TestAlertJson::timesAreUtc()
{
    const QDateTime beijing({2026, 12, 4}, {7, 30}, Qt::OffsetFromUTC, 8 * 3600);
    AlertRecord record = recordOf(AlertRule::Renewed);
    record.alert.numbers.endTime = beijing;
    record.alert.numbers.reachesAt = beijing.addDays(1);
    record.alert.numbers.before = beijing.addDays(2);
    record.alert.numbers.lastSuccess = beijing.addDays(3);
    const QJsonObject numbers = read(jsonOf(record)).value("numbers"_L1).toObject();
    QCOMPARE(numbers.value("endTime"_L1), u"2026-12-03T23:30:00Z"_s);
    QCOMPARE(numbers.value("reachesAt"_L1), u"2026-12-04T23:30:00Z"_s);
    QCOMPARE(numbers.value("endTimeBefore"_L1), u"2026-12-05T23:30:00Z"_s);
    QCOMPARE(numbers.value("lastSuccess"_L1), u"2026-12-06T23:30:00Z"_s);
}

void TestAlertJson::stepsAreWhereARuleHasThem_data()
{
    QTest::addColumn<AlertRule>("rule");
    QTest::addColumn<bool>("hasSteps");
    for (const AlertRule rule : AlertRules) {
        const bool hasSteps = rule == AlertRule::EndsSoon || rule == AlertRule::Overdue ||
                              rule == AlertRule::MauAtPercent;
        QTest::newRow(qPrintable(alertRuleCode(rule))) << rule << hasSteps;
    }
}

void TestAlertJson::stepsAreWhereARuleHasThem()
{
    QFETCH(AlertRule, rule);
    QFETCH(bool, hasSteps);
    const QJsonObject json = read(jsonOf(recordOf(rule)));
    QCOMPARE(json.value("step"_L1), hasSteps ? QJsonValue(0) : QJsonValue(QJsonValue::Undefined));
    QCOMPARE(json.value("rule"_L1), alertRuleCode(rule));
    QCOMPARE(json.value("urgency"_L1), alertUrgencyCode(urgencyOf(rule, 0)));
}

void TestAlertJson::aSubjectHasCodeAndName()
{
    AlertRecord record = recordOf(AlertRule::RightAtLimit);
    record.alert.key.subject = u"SMS"_s;
    record.alert.numbers.subjectName = u"短信 SMS"_s;
    const QJsonObject subject = read(jsonOf(record)).value("subject"_L1).toObject();
    QCOMPARE(subject, (QJsonObject{{u"code"_s, u"SMS"_s}, {u"name"_s, u"短信 SMS"_s}}));
}

void TestAlertJson::saysThatItIsATest()
{
    const AlertRecord record = recordOf(AlertRule::Ended);
    QCOMPARE(read(jsonOf(record)).value("test"_L1), QJsonValue(false));
    QCOMPARE(read(jsonOf(record, AlertOccasion::Test)).value("test"_L1), QJsonValue(true));
}

void TestAlertJson::namesThePool()
{
    AlertRecord record = recordOf(AlertRule::Ended);
    QVERIFY(!jsonOf(record).contains("canary"));
    record.poolName.clear();
    const QJsonObject pool = read(jsonOf(record)).value("pool"_L1).toObject();
    QCOMPARE(pool.value("name"_L1), u"Renamed since"_s);
}

void TestAlertJson::isOneLineOfCleanText()
{
    AlertRecord record = recordOf(AlertRule::RightAtLimit);
    record.poolName = u"a\nb\u202Ec\0d\""_s + QString(1000, u'x');
    record.alert.key.subject = u"\x1b[31m"_s;
    const QByteArray json = jsonOf(record);
    QCOMPARE(json.count('\n'), 1);
    QVERIFY(json.endsWith("}\n"));
    const QJsonObject pool = read(json).value("pool"_L1).toObject();
    const QString name = pool.value("name"_L1).toString();
    QVERIFY2(name.startsWith(u"a\uFFFDbc\uFFFDd\"x"_s), qPrintable(name));
    QCOMPARE(name.size(), 200);
    QVERIFY(
        !read(json).value("subject"_L1).toObject().value("code"_L1).toString().contains(u'\x1b'));
}

QTEST_GUILESS_MAIN(TestAlertJson)
#include "tst_alertjson.moc"
