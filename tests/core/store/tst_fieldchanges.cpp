// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What counts as a change between two answers, and what does not.

#include "core/base/redaction.h"
#include "core/store/fieldchanges.h"
#include "tests/support/qtwarnings.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

const QDateTime Noon(QDate(2026, 7, 1), QTime(12, 0), Qt::UTC);

template <class T>
T read(const QByteArray &data, std::chrono::seconds clockOffset = std::chrono::hours(8))
{
    return T::fromJson(QJsonDocument::fromJson(data).object(), clockOffset).value();
}

/** "field: before -> after", with "-" for what is not there. */
QStringList told(const JournalEntries &entries)
{
    QStringList lines;
    for (const JournalEntry &entry : entries) {
        const QString subject = entry.subject.isEmpty() ? u""_s : entry.subject + u' ';
        lines.append(subject + u"%1: %2 -> %3"_s.arg(entry.field, entry.before.value_or(u"-"_s),
                                   entry.after.value_or(u"-"_s)));
    }
    return lines;
}

/** The changes that the second answer and those after it bring. */
template <class T>
QStringList changesOf(const QList<QByteArray> &answers)
{
    QStringList lines;
    FieldReadings lastRead;
    for (qsizetype i = 1; i < answers.size(); ++i)
        lines += told(
            changesBetween(read<T>(answers.at(i - 1)), read<T>(answers.at(i)), Noon, lastRead));
    return lines;
}

QByteArray page(const QByteArray &total, const QByteArray &orders)
{
    return R"({"totalCount":")" + total + R"(","list":[)" + orders + "]}";
}

QByteArray order(const QByteArray &number, const QByteArray &day, const QByteArray &more = {})
{
    return R"({"orderNo":")" + number + R"(","createTime":"2026-01-)" + day + R"( 00:00:00")" +
           more + "}";
}

} // namespace

class TestFieldChanges : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void ofPackages_data();
    void ofPackages();
    void ofOrders_data();
    void ofOrders();
    void anotherClockIsNoChange();
    void valuesAreClipped();
    void longTextsThatDifferLateAreTold();
    void secretsAreHidden();
    void tellsWhenAndOfWhom();
};

void TestFieldChanges::ofPackages_data()
{
    QTest::addColumn<QList<QByteArray>>("answers");
    QTest::addColumn<QStringList>("changes");
    const auto price = [](const QByteArray &json) {
        return R"({"goodsPackage":{"unitPrice":)" + json + "}}";
    };
    const auto end = [](const QByteArray &text) { return R"({"endTime":")" + text + R"("})"; };
    using Answers = QList<QByteArray>;

    QTest::newRow("nothing") << Answers{price(R"("99.00")"), price(R"("99.00")")} << QStringList();
    QTest::newRow("price") << Answers{price(R"("99.00")"), price(R"("129.00")")}
                           << QStringList{u"unitPrice: 99.00 -> 129.00"_s};
    QTest::newRow("another way to write it")
        << Answers{price(R"("99.00")"), price("99"), price(R"("99.0")")} << QStringList();
    QTest::newRow("all fields")
        << Answers{R"({"goodsPackage":{"code":"A","name":"甲","nameEn":"a","unitPrice":"1","amount":"10",)"
                   R"("group":"g","sceneCode":"B2C"},"endTime":"2027-01-01 00:00:00","overdueDays":"0"})",
               R"({"goodsPackage":{"code":"B","name":"乙","nameEn":"b","unitPrice":"2","amount":"20",)"
               R"("group":"h","sceneCode":"B2E"},"endTime":"2028-01-01 00:00:00","overdueDays":"3"})"}
        << QStringList{u"code: A -> B"_s, u"name: 甲 -> 乙"_s, u"nameEn: a -> b"_s,
               u"unitPrice: 1 -> 2"_s, u"amount: 10 -> 20"_s, u"group: g -> h"_s,
               u"sceneCode: B2C -> B2E"_s, u"endTime: 2027-01-01 00:00:00 -> 2028-01-01 00:00:00"_s,
               u"overdueDays: 0 -> 3"_s};
    QTest::newRow("comes and goes")
        << Answers{"{}", price(R"("1")"), price(R"("0")"), price("null")}
        << QStringList{u"unitPrice: - -> 1"_s, u"unitPrice: 1 -> 0"_s, u"unitPrice: 0 -> -"_s};
    QTest::newRow("the same moment")
        << Answers{end("2027-01-01 00:00:00"), end("2026-12-31T16:00:00Z")} << QStringList();
    QTest::newRow("without end") << Answers{end("2027-01-01 00:00:00"), end("permanent"),
                                        end("9999-12-31 00:00:00")}
                                 << QStringList{u"endTime: 2027-01-01 00:00:00 -> permanent"_s};

    QTest::newRow("unreadable is no change")
        << Answers{price(R"("99.00")"), price(R"("N/A")"), price(R"("99.00")")} << QStringList();
    QTest::newRow("what it hid is told afterwards")
        << Answers{price(R"("99.00")"), price(R"("N/A")"), price(R"("?")"), price(R"("129.00")")}
        << QStringList{u"unitPrice: 99.00 -> 129.00"_s};
    QTest::newRow("gone after that")
        << Answers{price(R"("99.00")"), price(R"("N/A")"), price("null")}
        << QStringList{u"unitPrice: 99.00 -> -"_s};
    QTest::newRow("it never was readable")
        << Answers{price(R"("N/A")"), price(R"("99.00")"), price(R"("98.00")")}
        << QStringList{u"unitPrice: 99.00 -> 98.00"_s};
    QTest::newRow("a package that is no object")
        << Answers{price(R"("99.00")"), R"({"goodsPackage":"x"})", price(R"("129.00")")}
        << QStringList{u"unitPrice: 99.00 -> 129.00"_s};
    QTest::newRow("an end that cannot be read")
        << Answers{end("2027-01-01 00:00:00"), end("soon"), end("2027-02-01 00:00:00")}
        << QStringList{u"endTime: 2027-01-01 00:00:00 -> 2027-02-01 00:00:00"_s};
}

void TestFieldChanges::ofPackages()
{
    QFETCH(const QList<QByteArray>, answers);
    QTEST(changesOf<Package>(answers), "changes");
}

void TestFieldChanges::ofOrders_data()
{
    QTest::addColumn<QList<QByteArray>>("answers");
    QTest::addColumn<QStringList>("changes");
    using Answers = QList<QByteArray>;
    const QByteArray one = order("O-1", "01");
    const QByteArray two = order("O-2", "02");
    const QByteArray three = order("O-3", "03");
    const QString isNew = u"O-3 : - -> O-3"_s;

    QTest::newRow("new, all were known")
        << Answers{page("2", two + ',' + one), page("3", three + ',' + two + ',' + one)}
        << QStringList{isNew};
    QTest::newRow("the first of all")
        << Answers{page("0", {}), page("1", three)} << QStringList{isNew};
    QTest::newRow("new, and one slid off")
        << Answers{page("9", two + ',' + one), page("10", three + ',' + two)} << QStringList{isNew};
    QTest::newRow("slid on") << Answers{page("9", three + ',' + two), page("8", two + ',' + one)}
                             << QStringList();
    QTest::newRow("in another order")
        << Answers{page("2", two + ',' + one), page("2", one + ',' + two)} << QStringList();
    QTest::newRow("no count, and no dates to tell by")
        << Answers{page("many", R"({"orderNo":"O-1"})"), page("many", R"({"orderNo":"O-3"})")}
        << QStringList();
    QTest::newRow("all fields")
        << Answers{page("1",
                       R"({"orderNo":"O-1","goodsName":"甲","goodsNameEn":"a","goodsUnitPrice":"1",)"
                       R"("quantity":"1","actualAmount":"1.00","status":"1","orderType":"New",)"
                       R"("createTime":"2026-01-01 00:00:00","source":"Offline"})"),
               page("1",
                   R"({"orderNo":"O-1","goodsName":"乙","goodsNameEn":"b","goodsUnitPrice":"2",)"
                   R"("quantity":"2","actualAmount":"4.00","status":2,"orderType":"Renew",)"
                   R"("createTime":"2026-01-02 00:00:00","source":"Cdkey"})")}
        << QStringList{u"O-1 goodsName: 甲 -> 乙"_s, u"O-1 goodsNameEn: a -> b"_s,
               u"O-1 goodsUnitPrice: 1 -> 2"_s, u"O-1 quantity: 1 -> 2"_s,
               u"O-1 actualAmount: 1.00 -> 4.00"_s, u"O-1 status: 1 -> 2"_s,
               u"O-1 orderType: New -> Renew"_s,
               u"O-1 createTime: 2026-01-01 00:00:00 -> 2026-01-02 00:00:00"_s,
               u"O-1 source: Offline -> Cdkey"_s};
    QTest::newRow("a value that is not on the list")
        << Answers{page("1", order("O-1", "01", R"(,"status":"5")")),
               page("1", order("O-1", "01", R"(,"status":"17")"))}
        << QStringList{u"O-1 status: 5 -> 17"_s};
    QTest::newRow("without a number")
        << Answers{page("1", R"({"status":"1"})"), page("1", R"({"status":"2"})")} << QStringList();
    QTest::newRow("two of one number")
        << Answers{page("2", order("O-1", "01", R"(,"status":"1")") + ',' +
                                 order("O-1", "01", R"(,"status":"2")")),
               page("2", order("O-1", "01", R"(,"status":"1")") + ',' +
                             order("O-1", "01", R"(,"status":"3")"))}
        << QStringList();
    QTest::newRow("unreadable in between")
        << Answers{page("1", order("O-1", "01", R"(,"quantity":"1")")),
               page("1", order("O-1", "01", R"(,"quantity":"-")")),
               page("1", order("O-1", "01", R"(,"quantity":"2")"))}
        << QStringList{u"O-1 quantity: 1 -> 2"_s};
}

void TestFieldChanges::ofOrders()
{
    QFETCH(const QList<QByteArray>, answers);
    QTEST(changesOf<OrderPage>(answers), "changes");
}

void TestFieldChanges::anotherClockIsNoChange()
{
    // The user has corrected the pool's clock in between.
    const QByteArray data = R"({"endTime":"2027-01-01 00:00:00"})";
    FieldReadings lastRead;
    QVERIFY(changesBetween(read<Package>(data, std::chrono::hours(8)),
        read<Package>(data, std::chrono::hours(0)), Noon, lastRead)
                .isEmpty());
}

void TestFieldChanges::valuesAreClipped()
{
    const QByteArray longName(1000, 'x');
    FieldReadings lastRead;
    const JournalEntries entries = changesBetween(
        read<Package>("{}"), read<Package>(R"({"code":")" + longName + R"("})"), Noon, lastRead);
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries.first().after->size(), JournalEntry::LongestValue);
    QVERIFY(entries.first().after->endsWith(u'…'));
}

void TestFieldChanges::longTextsThatDifferLateAreTold()
{
    const QByteArray start(5000, 'x');
    const auto named = [&](const QByteArray &end) {
        return R"({"code":")" + start + end + R"("})";
    };
    QCOMPARE(changesOf<Package>({named("a"), named("a"), named("b")}).size(), 1);
    // Also when the text that is compared has to be remembered.
    const auto answers = [&](const QByteArray &end) {
        return QList<QByteArray>{named("a"), R"({"code":true})", named(end)};
    };
    QCOMPARE(changesOf<Package>(answers("a")).size(), 0);
    QCOMPARE(changesOf<Package>(answers("b")).size(), 1);
}

void TestFieldChanges::secretsAreHidden()
{
    const QByteArray secret = "0123456789abcdef0123456789abcdef";
    const SecretMark mark(secret);
    const QByteArray before = R"({"code":"a"})";
    const QByteArray after = R"({"code":"your key )" + secret + R"("})";
    QCOMPARE(changesOf<Package>({before, after, before}),
        (QStringList{u"code: a -> your key [hidden]"_s, u"code: your key [hidden] -> a"_s}));
}

void TestFieldChanges::tellsWhenAndOfWhom()
{
    FieldReadings lastRead;
    const JournalEntries entries =
        changesBetween(read<OrderPage>(page("1", order("O-1", "01", R"(,"quantity":"1")"))),
            read<OrderPage>(page("1", order("O-1", "01", R"(,"quantity":"2")"))), Noon, lastRead);
    const JournalEntry expected{Noon, {}, u"O-1"_s, u"quantity"_s, u"1"_s, u"2"_s};
    QCOMPARE(entries, JournalEntries{expected});
    QVERIFY(lastRead.isEmpty());
}

QTEST_GUILESS_MAIN(TestFieldChanges)
#include "tst_fieldchanges.moc"
