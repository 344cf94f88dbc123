// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/billing/publishedpackage.h"

#include <QJsonArray>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>

using namespace genauth;
using Kind = EndTime::Kind;

/** Runs in several zones, see tests/core/CMakeLists.txt: none of them may make a difference. */
class TestPackage : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void decodesThePublishedSchema_data();
    void decodesThePublishedSchema();
    void decodesThePublishedExample();
    void decodesJsonNumbers();
    void ignoresUnknownKeys();
    void refusesDataThatIsNoObject();
    void everyFieldMayBeUnknown_data();
    void everyFieldMayBeUnknown();
    void takesTheCodeFromEitherPlace();
    void listsUnreadableFieldsInReadingOrder();
};

void TestPackage::decodesThePublishedSchema_data()
{
    QTest::addColumn<QLocale>("locale");
    for (const char *name : {"C", "zh_CN", "ar_EG", "fa_IR"})
        QTest::newRow(name) << QLocale(QLatin1String(name));
}

void TestPackage::decodesThePublishedSchema()
{
    QFETCH(QLocale, locale);
    QLocale::setDefault(locale);
    const Package package = decoded(dataOfFixture("package-published-schema.json"));
    QCOMPARE(package.nameZh.value, QStringLiteral("测试套餐包"));
    QCOMPARE(package.nameEn.value, QStringLiteral("test package"));
    QCOMPARE(package.unitPrice.value->toString(), QStringLiteral("99.00"));
    QCOMPARE(package.mauQuantity.value, 1000);
    QCOMPARE(package.edition.value, QStringLiteral("Enterprise"));
    QCOMPARE(package.scene.value, QStringLiteral("B2C"));
    QCOMPARE(package.code.value, QStringLiteral("V4_B2C_Enterprise:1000"));
    QCOMPARE(package.overdueDays.value, 0);
    QVERIFY(package.endTime.kind == Kind::At);
    QCOMPARE(package.endTime.at.toSecsSinceEpoch(), 1'662'652'800);
    QCOMPARE(package.endTime.at.offsetFromUtc(), 8 * 3600);
    QVERIFY(package.endTime.zoneAssumed);
    QCOMPARE(package.endTime.asSent, QStringLiteral("2022-09-09 00:00:00"));
    QVERIFY(package.unreadableFields.isEmpty());
    QVERIFY(package == decoded(dataOfFixture("package-published-schema.json")));
}

void TestPackage::decodesThePublishedExample()
{
    const Package package = decoded(dataOfFixture("package-published-example.json"));
    QCOMPARE(package.code.value, QStringLiteral("V4_B2C_Enterprise:1000"));
    QCOMPARE(package.overdueDays.value, 0);
    QVERIFY(package.endTime.kind == Kind::At);
    const Reading<QString> absent;
    QCOMPARE(package.nameZh, absent);
    QCOMPARE(package.nameEn, absent);
    QCOMPARE(package.edition, absent);
    QCOMPARE(package.scene, absent);
    QVERIFY(!package.unitPrice.isKnown() && !package.unitPrice.isUnreadable());
    QVERIFY(!package.mauQuantity.isKnown() && !package.mauQuantity.isUnreadable());
    QCOMPARE(package.unreadableFields, list("data.goodsPackage"));
}

void TestPackage::decodesJsonNumbers()
{
    const Package package = decoded(dataOfFixture("package-json-numbers.json"));
    QCOMPARE(package.unitPrice.value->toString(), QStringLiteral("99.5"));
    QCOMPARE(package.mauQuantity.value, 1000);
    QCOMPARE(package.overdueDays.value, 0);
    QVERIFY(package.unreadableFields.isEmpty());
}

void TestPackage::ignoresUnknownKeys()
{
    QJsonObject data = publishedWith(QStringLiteral("goodsPackage/0"), QStringLiteral("套"));
    data[QLatin1String("surprise")] = QJsonArray{1, QJsonObject()};
    QCOMPARE(decoded(data), decoded(dataOfFixture("package-published-schema.json")));
}

void TestPackage::refusesDataThatIsNoObject()
{
    const QJsonValue values[] = {QJsonValue(QJsonValue::Undefined), QJsonValue(), true, 5,
        QStringLiteral("套餐包信息"), QJsonArray{QJsonObject()}};
    for (const QJsonValue &value : values) {
        const Result<Package> result = Package::fromJson(value, BeijingOffset);
        QVERIFY(!result);
        QVERIFY(result.error().kind == ErrorKind::UnreadableField);
        QCOMPARE(result.error().subject, QStringLiteral("data"));
    }
    // An empty object is an answer that says nothing.
    QVERIFY(decoded(QJsonObject()) == Package());
}

void TestPackage::everyFieldMayBeUnknown_data()
{
    QTest::addColumn<QString>("key");
    for (const char *key : {"code", "endTime", "overdueDays", "goodsPackage/name",
             "goodsPackage/nameEn", "goodsPackage/unitPrice", "goodsPackage/amount",
             "goodsPackage/group", "goodsPackage/sceneCode"})
        QTest::newRow(key) << QString::fromLatin1(key);
}

void TestPackage::everyFieldMayBeUnknown()
{
    QFETCH(QString, key);
    const auto readings = [&](const Package &p) -> QList<std::pair<bool, QString>> {
        const auto of = [](const auto &reading) {
            return std::pair(reading.isKnown(), reading.asSent);
        };
        return {of(p.code), {p.endTime.kind != Kind::Unknown, p.endTime.asSent}, of(p.overdueDays),
            of(p.nameZh), of(p.nameEn), of(p.unitPrice), of(p.mauQuantity), of(p.edition),
            of(p.scene)};
    };
    const auto before = readings(decoded(dataOfFixture("package-published-schema.json")));
    const bool fallsBack = key == QLatin1String("code");
    const QString path = QStringLiteral("data.") + QString(key).replace(u'/', u'.');

    const QJsonValue values[] = {QJsonValue(), QStringLiteral(""), QJsonValue::Undefined, true,
        QJsonArray{1}, QJsonObject{{QStringLiteral("a"), 1}}};
    const char *const texts[] = {"", "", "", "true", "[1]", "{\"a\":1}"};
    for (std::size_t i = 0; i < std::size(values); ++i) {
        const Package package = decoded(publishedWith(key, values[i]));
        const auto after = readings(package);
        qsizetype changed = 0;
        for (qsizetype field = 0; field < after.size(); ++field) {
            if (after[field] == before[field])
                continue;
            ++changed;
            QCOMPARE(after[field], (std::pair(false, QString::fromLatin1(texts[i]))));
        }
        QCOMPARE(changed, fallsBack ? 0 : 1);
        QCOMPARE(package.unreadableFields, *texts[i] ? QStringList{path} : QStringList());
    }
}

void TestPackage::takesTheCodeFromEitherPlace()
{
    QJsonObject data = publishedWith(QStringLiteral("goodsPackage/code"), QStringLiteral("inner"));
    QCOMPARE(decoded(data).code.value, QStringLiteral("V4_B2C_Enterprise:1000"));
    data.remove(QStringLiteral("code"));
    QCOMPARE(decoded(data).code.value, QStringLiteral("inner"));
    data = publishedWith(QStringLiteral("goodsPackage/code"), QJsonValue());
    data[QLatin1String("code")] = true;
    QCOMPARE(decoded(data).code.asSent, QStringLiteral("true"));
    QVERIFY(decoded(data).code.isUnreadable());
}

void TestPackage::listsUnreadableFieldsInReadingOrder()
{
    QJsonObject data = publishedWith(QStringLiteral("goodsPackage/amount"), QStringLiteral("many"));
    data[QLatin1String("overdueDays")] = QStringLiteral("n/a");
    data[QLatin1String("endTime")] = QStringLiteral("soon");
    QCOMPARE(decoded(data).unreadableFields,
        list("data.endTime") + list("data.overdueDays") + list("data.goodsPackage.amount"));
}

QTEST_APPLESS_MAIN(TestPackage)
#include "tst_package.moc"
