// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/displaytext.h"
#include "tests/core/billing/publishedpackage.h"

#include <QRegularExpression>
#include <QTest>

using namespace genauth;
using Kind = EndTime::Kind;

Q_DECLARE_METATYPE(genauth::EndTime::Kind)

/** Runs in several zones, see tests/core/CMakeLists.txt: none of them may make a difference. */
class TestPackageValues : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void readsEndTimes_data();
    void readsEndTimes();
    void readsOverdueDays_data();
    void readsOverdueDays();
    void keepsPricesAsSent();
};

void TestPackageValues::readsEndTimes_data()
{
    QTest::addColumn<QJsonValue>("sent");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<qint64>("epoch");
    QTest::addColumn<bool>("unreadable");

    const auto at = [](const char *text, qint64 epoch) {
        QTest::newRow(text) << QJsonValue(QString::fromLatin1(text)) << Kind::At << epoch << false;
    };
    at("2022-09-09 00:00:00", 1'662'652'800);
    at("2022-09-09", 1'662'652'800);
    at("2022-09-08T16:00:00Z", 1'662'652'800);
    at("2022-09-09T00:00:00.000+08:00", 1'662'652'800);
    at("2024-02-29 00:00:00", 1'709'136'000);
    at("2024-03-10 02:30:00", 1'710'009'000);
    at("9998-12-31 23:59:59", 253'370'735'999);
    for (const char *never : {"permanent", "Permanent", "PERMANENT", "永久", "9999-12-31 23:59:59",
             "9999-12-31", "9999-01-01T00:00:00Z"})
        QTest::newRow(never) << QJsonValue(QString::fromUtf8(never)) << Kind::Never << qint64(0)
                             << false;
    for (const char *text : {"-1", "0", "null", "n/a", " 2022-09-09 00:00:00", "2022/09/09",
             "2023-02-29 00:00:00", "2022-04-31 00:00:00", "0000-00-00 00:00:00",
             "99999-01-01 00:00:00", "2022-09-09 23:59:60", "2022-09-09 24:00:00", "1662652800",
             "9999-13-31 00:00:00", "permanently", "二〇二二年"})
        QTest::newRow(text) << QJsonValue(QString::fromUtf8(text)) << Kind::Unknown << qint64(0)
                            << true;
    QTest::newRow("epoch number") << QJsonValue(1'662'652'800) << Kind::Unknown << qint64(0)
                                  << true;
    QTest::newRow("empty") << QJsonValue(QString()) << Kind::Unknown << qint64(0) << false;
    QTest::newRow("JSON null") << QJsonValue() << Kind::Unknown << qint64(0) << false;
}

void TestPackageValues::readsEndTimes()
{
    QFETCH(QJsonValue, sent);
    QFETCH(bool, unreadable);
    const Package package = decoded(publishedWith(QStringLiteral("endTime"), sent));
    QTEST(package.endTime.kind, "kind");
    QCOMPARE(package.unreadableFields, unreadable ? list("data.endTime") : QStringList());
    QCOMPARE(
        package.endTime.asSent, sent.isDouble() ? QStringLiteral("1662652800") : sent.toString());
    if (package.endTime.kind == Kind::At)
        QTEST(package.endTime.at.toSecsSinceEpoch(), "epoch");
    else
        QVERIFY(!package.endTime.at.isValid()); // and so can never be shown as 1970

    const bool namesZone = sent.toString().endsWith(u'Z') || sent.toString().contains(u'+');
    QCOMPARE(package.endTime.zoneAssumed, package.endTime.kind != Kind::At || !namesZone);
    if (package.endTime.kind == Kind::At && !namesZone) {
        using namespace std::chrono_literals;
        const Package west = decoded(publishedWith(QStringLiteral("endTime"), sent), -5h);
        QCOMPARE(package.endTime.at.secsTo(west.endTime.at), 13 * 3600);
    }
}

void TestPackageValues::readsOverdueDays_data()
{
    QTest::addColumn<QJsonValue>("sent");
    QTest::addColumn<qint64>("days"); // -1: unknown
    QTest::addColumn<QString>("asSent");
    for (const qint64 days : {0, 1, 12, 100'000}) {
        const QString text = QString::number(days);
        QTest::addRow("%lld", days) << QJsonValue(text) << days << text;
        QTest::addRow("number %lld", days) << QJsonValue(days) << days << text;
    }
    for (const char *text : {"-3", "2.5", "null", "", "９", "1000000000000", "100001", "n/a", " 3",
             "3天", "1e2", "-0", "+3"})
        QTest::newRow(text) << QJsonValue(QString::fromUtf8(text)) << qint64(-1)
                            << QString::fromUtf8(text);
    QTest::newRow("number -3") << QJsonValue(-3) << qint64(-1) << "-3";
    QTest::newRow("number 2.5") << QJsonValue(2.5) << qint64(-1) << "2.5";
    QTest::newRow("number 10^12") << QJsonValue(qint64(1'000'000'000'000)) << qint64(-1)
                                  << "1000000000000";
    QTest::newRow("true") << QJsonValue(true) << qint64(-1) << "true";
}

void TestPackageValues::readsOverdueDays()
{
    QFETCH(QJsonValue, sent);
    QFETCH(qint64, days);
    QFETCH(QString, asSent);
    const Package package = decoded(publishedWith(QStringLiteral("overdueDays"), sent));
    QCOMPARE(package.overdueDays.value.value_or(-1), days);
    QCOMPARE(package.overdueDays.isKnown(), days >= 0);
    QCOMPARE(package.overdueDays.asSent, asSent);
    const bool unreadable = days < 0 && !asSent.isEmpty();
    QCOMPARE(package.unreadableFields, unreadable ? list("data.overdueDays") : QStringList());
}

void TestPackageValues::keepsPricesAsSent()
{
    const QString key = QStringLiteral("goodsPackage/unitPrice");
    const char *const texts[] = {"1,234.50", "¥99.00", "99.00元", "99,00", " 99 ", "９９", "free"};
    for (const char *text : texts) {
        const Package package = decoded(publishedWith(key, QString::fromUtf8(text)));
        QVERIFY(package.unitPrice.isUnreadable());
        QCOMPARE(package.unitPrice.asSent, QString::fromUtf8(text));
        QCOMPARE(package.unreadableFields, list("data.goodsPackage.unitPrice"));
    }
    QCOMPARE(decoded(publishedWith(key, QStringLiteral("-5.00"))).unitPrice.value->toString(),
        QStringLiteral("-5.00"));
    // Markup and control characters are the shower's business: raw here, safe in displayText().
    const QString odd = QStringLiteral("<img src=/dev/zero>\u202E\n");
    const Package package = decoded(publishedWith(QStringLiteral("goodsPackage/name"), odd));
    QCOMPARE(package.nameZh.value, odd);
    QCOMPARE(displayText(*package.nameZh.value), QStringLiteral("<img src=/dev/zero>\uFFFD"));
}

QTEST_APPLESS_MAIN(TestPackageValues)
#include "tst_packagevalues.moc"
