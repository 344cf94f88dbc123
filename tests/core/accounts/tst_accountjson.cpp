// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/accounts/accountjson.h"
#include "tests/core/accounts/sampleaccounts.h"
#include "tests/support/qtwarnings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <limits>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

/** `text` as one member of an account that is good without it; a "/" leads into an object. */
QJsonObject withMember(const QString &path, const QJsonValue &value)
{
    QJsonObject object{{u"id"_s, u"5f0c3b0e-6a1d-4c5f-9d3b-0123456789ab"_s},
        {u"host"_s, u"https://api.genauth.ai"_s}};
    const QStringList keys = path.split(u'/');
    if (keys.size() == 1) {
        object.insert(path, value);
    } else {
        // A given proxy is the only object whose members need each other.
        QJsonObject inner;
        if (keys.first() == "proxy"_L1)
            inner = {{u"mode"_s, u"given"_s}, {u"host"_s, u"proxy"_s}, {u"port"_s, 1}};
        inner.insert(keys.last(), value);
        object.insert(keys.first(), inner);
    }
    return object;
}

QJsonValue jsonValue(const char *text)
{
    return QJsonDocument::fromJson(QByteArray("[") + text + "]").array().first();
}

} // namespace

class TestAccountJson : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void hasEveryFieldThereAndBack();
    void writesTheseMembersOnly();
    void hasDefaultsForWhatIsMissing();
    void keepsAnyName_data();
    void keepsAnyName();
    void takesWhatIsInRange_data();
    void takesWhatIsInRange();
    void refusesWhatIsNot_data();
    void refusesWhatIsNot();
    void refusesWhatMustBeThere();
    void writesWhatItWouldRefuse();
};

void TestAccountJson::hasEveryFieldThereAndBack()
{
    for (const Account &account : {fullAccount(), plainAccount(1)}) {
        const QByteArray bytes = QJsonDocument(toJson(account)).toJson();
        const auto back = accountFromJson(QJsonDocument::fromJson(bytes).object());
        QVERIFY2(back.has_value(), bytes.constData());
        QVERIFY2(*back == account, bytes.constData());
    }
}

void TestAccountJson::writesTheseMembersOnly()
{
    const QJsonObject object = toJson(fullAccount());
    QCOMPARE(
        object.keys(), QStringList({u"caFile"_s, u"clockOffsetSeconds"_s, u"currency"_s, u"host"_s,
                           u"id"_s, u"name"_s, u"poolId"_s, u"proxy"_s, u"thresholds"_s}));
    QCOMPARE(object.value("proxy"_L1).toObject(),
        QJsonObject({{u"mode"_s, u"given"_s}, {u"host"_s, u"proxy.example"_s}, {u"port"_s, 3128},
            {u"user"_s, u"ada"_s}}));
    QCOMPARE(toJson(Account()).keys(), QStringList({u"clockOffsetSeconds"_s, u"host"_s, u"id"_s,
                                           u"name"_s, u"proxy"_s, u"thresholds"_s}));
}

void TestAccountJson::hasDefaultsForWhatIsMissing()
{
    Account expected;
    expected.id = QUuid(u"5f0c3b0e-6a1d-4c5f-9d3b-0123456789ab"_s);
    expected.host = defaultHost();
    QVERIFY(accountFromJson(withMember(u"somethingNew"_s, QJsonArray{1})) == expected);
    // Objects with some of their members, too.
    QVERIFY(accountFromJson(withMember(u"thresholds"_s, QJsonObject())) == expected);
    QVERIFY(accountFromJson(withMember(u"proxy"_s, QJsonObject())) == expected);
    expected.thresholds.mauPercent = 80;
    QVERIFY(accountFromJson(withMember(u"thresholds/mauPercent"_s, 80)) == expected);
}

void TestAccountJson::keepsAnyName_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("none") << QString();
    QTest::newRow("blanks") << u"  a  "_s;
    QTest::newRow("Chinese") << u"生产环境"_s;
    QTest::newRow("markup") << u"<b>a</b>&amp;"_s;
    QTest::newRow("controls") << u"a\nb\t\x1b[31m\x7f"_s;
    QTest::newRow("bidi") << u"\u202eabc\u2066"_s;
    QTest::newRow("NUL") << QString(QChar(0));
    QTest::newRow("half a character") << QString(QChar(0xd800)) + u"x"_s;
    QTest::newRow("long") << QString(100'000, u'长');
}

void TestAccountJson::keepsAnyName()
{
    QFETCH(const QString, name);
    Account account = plainAccount(1);
    account.name = name;
    const QByteArray bytes = QJsonDocument(toJson(account)).toJson();
    QVERIFY(accountFromJson(QJsonDocument::fromJson(bytes).object()) == account);
}

void TestAccountJson::takesWhatIsInRange_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char *path, const char *value) {
        QTest::addRow("%s %s", path, value) << QString::fromLatin1(path) << jsonValue(value);
    };
    row("id", "\"5F0C3B0E-6A1D-4C5F-9D3B-0123456789AB\"");
    row("host", "\"http://127.0.0.1:8080\"");
    row("host", "\"https://host/prefix\"");
    row("host", "\"https://host/%E5%89%8D\"");
    row("host", "\"https://身份.中国\"");
    row("poolId", "\"\"");
    row("poolId", "\"~0\"");
    row("clockOffsetSeconds", "-50400");
    row("clockOffsetSeconds", "50400");
    row("clockOffsetSeconds", "0");
    row("clockOffsetSeconds", "3.6e3");
    row("currency", "\"\"");
    row("currency", "\"CNY\"");
    row("caFile", "\"/etc/ssl/certs/家.pem\"");
    row("thresholds/endsVerySoonDays", "0");
    row("thresholds/endsVerySoonDays", "30");
    row("thresholds/endsSoonDays", "7");
    row("thresholds/endsSoonDays", "3650");
    row("thresholds/mauPercent", "1");
    row("thresholds/mauPercent", "1000");
    row("proxy/mode", "\"none\"");
    row("proxy/mode", "\"system\"");
    row("proxy/host", "\"::1\"");
    row("proxy/host", "\"10.0.0.1\"");
    row("proxy/host", "\"身份.中国\"");
    row("proxy/port", "65535");
    row("proxy/user", "\"\"");
    row("proxy/user", "\"DOMAIN\\\\阿达\"");
}

void TestAccountJson::takesWhatIsInRange()
{
    QFETCH(const QString, path);
    QFETCH(const QJsonValue, value);
    const auto account = accountFromJson(withMember(path, value));
    QVERIFY(account);
    QVERIFY(accountFromJson(toJson(*account)) == account);
}

void TestAccountJson::refusesWhatIsNot_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char *path, const QJsonValue &value) {
        const QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
        QTest::addRow("%s %.60s", path, text.constData()) << QString::fromLatin1(path) << value;
    };
    // Nothing is taken for something else.
    for (const char *text : {"id", "name", "host", "poolId", "currency", "caFile", "proxy/mode",
             "proxy/host", "proxy/user"}) {
        for (const char *value : {"null", "1", "true", "[]", "{}", "[\"a\"]"})
            row(text, jsonValue(value));
    }
    for (const char *number : {"clockOffsetSeconds", "thresholds/endsVerySoonDays",
             "thresholds/endsSoonDays", "thresholds/mauPercent", "proxy/port"}) {
        for (const char *value :
            {"null", "\"8\"", "true", "[]", "{}", "8.5", "1e300", "-1e300", "9007199254740993"})
            row(number, jsonValue(value));
        row(number, std::numeric_limits<double>::quiet_NaN());
        row(number, std::numeric_limits<double>::infinity());
    }
    for (const char *object : {"thresholds", "proxy"}) {
        for (const char *value : {"null", "1", "\"a\"", "[]"})
            row(object, jsonValue(value));
    }
    for (const char *id : {"\"\"", "\"x\"", "\"00000000-0000-0000-0000-000000000000\"",
             "\"{5f0c3b0e-6a1d-4c5f-9d3b-0123456789ab}\"",
             "\"5f0c3b0e-6a1d-4c5f-9d3b-0123456789ab0\"", "\"5f0c3b0e6a1d4c5f9d3b0123456789ab\"",
             "\" 5f0c3b0e-6a1d-4c5f-9d3b-0123456789ab\""})
        row("id", jsonValue(id));
    for (const char *host : {"\"\"", "\"api.genauth.ai\"", "\"http://evil.example\"",
             "\"https://host/\"", "\"https://host:443\"", "\"https://u:p@host\"",
             "\"https://host?x=1\"", "\"https://host#x\"", "\" https://host\"", "\"ftp://host\"",
             "\"https://host/api/v3\"", "\"https://console.genauth.ai\"", "\"https://ho st\"",
             "\"file:///etc/passwd\"", "\"https://a\\nb\""})
        row("host", jsonValue(host));
    for (const char *poolId : {"\" \"", "\"a b\"", "\"a\\r\\nX: y\"", "\"池\"", "\"\\u007f\""})
        row("poolId", jsonValue(poolId));
    row("poolId", QString(257, u'a'));
    for (const char *currency : {"\"cny\"", "\"RMB\"", "\" \"", "\"CNY \""})
        row("currency", jsonValue(currency));
    row("caFile", QString(QChar(0)));
    row("caFile", QString(5000, u'a'));
    row("clockOffsetSeconds", 50401);
    row("clockOffsetSeconds", -50401);
    row("thresholds/endsVerySoonDays", -1);
    row("thresholds/endsVerySoonDays", 31); // later than "soon", whose default is 30
    row("thresholds/endsVerySoonDays", 3651);
    row("thresholds/endsSoonDays", 6);
    row("thresholds/endsSoonDays", 3651);
    row("thresholds/mauPercent", 0);
    row("thresholds/mauPercent", 1001);
    for (const char *mode : {"\"Given\"", "\"direct\"", "\" \""})
        row("proxy/mode", jsonValue(mode));
    for (const char *host : {"\"\"", "\"a b\"", "\"http://proxy\"", "\"proxy:80\"", "\"u@proxy\"",
             "\"proxy/x\"", "\"a\\r\\nb\""})
        row("proxy/host", jsonValue(host));
    row("proxy/port", 0);
    row("proxy/port", -1);
    row("proxy/port", 65536);
    row("proxy/user", jsonValue("\"a\\r\\nb\""));
    row("proxy/user", QString(5000, u'a'));
}

void TestAccountJson::refusesWhatIsNot()
{
    QFETCH(const QString, path);
    QFETCH(const QJsonValue, value);
    QVERIFY(!accountFromJson(withMember(path, value)));
}

void TestAccountJson::refusesWhatMustBeThere()
{
    const QJsonObject good = withMember(u"name"_s, u"a"_s);
    QVERIFY(accountFromJson(good));
    for (const QString &key : {u"id"_s, u"host"_s}) {
        QJsonObject object = good;
        object.remove(key);
        QVERIFY2(!accountFromJson(object), qPrintable(key));
    }
    QVERIFY(!accountFromJson({}));
    // A given proxy is no proxy without a host and a port.
    for (const QString &key : {u"host"_s, u"port"_s}) {
        QJsonObject proxy{{u"mode"_s, u"given"_s}, {u"host"_s, u"a"_s}, {u"port"_s, 1}};
        QVERIFY(accountFromJson(withMember(u"proxy"_s, proxy)));
        proxy.remove(key);
        QVERIFY2(!accountFromJson(withMember(u"proxy"_s, proxy)), qPrintable(key));
    }
}

void TestAccountJson::writesWhatItWouldRefuse()
{
    // So that nobody can believe that a value was brought into range on the way.
    Account account = plainAccount(1);
    account.thresholds = {.endsVerySoonDays = -5, .endsSoonDays = 9999, .mauPercent = 0};
    const QJsonObject thresholds = toJson(account).value("thresholds"_L1).toObject();
    QCOMPARE(thresholds.value("endsVerySoonDays"_L1).toInt(), -5);
    QCOMPARE(thresholds.value("endsSoonDays"_L1).toInt(), 9999);
    QCOMPARE(thresholds.value("mauPercent"_L1).toInt(), 0);
    QVERIFY(!accountFromJson(toJson(account)));
}

QTEST_APPLESS_MAIN(TestAccountJson)
#include "tst_accountjson.moc"
