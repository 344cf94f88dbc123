// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/accounts/accesskey.h"

#include <QRegularExpression>
#include <QTest>

using namespace genauth;

class TestAccessKey : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void needsBothHalves();
    void tellsPlausibleParts_data();
    void tellsPlausibleParts();
};

void TestAccessKey::needsBothHalves()
{
    QVERIFY(!AccessKey().isValid());
    QVERIFY(!(AccessKey{QStringLiteral("id"), {}}).isValid());
    QVERIFY(!(AccessKey{{}, "secret"}).isValid());
    QVERIFY((AccessKey{QStringLiteral("id"), "secret"}).isValid());
}

void TestAccessKey::tellsPlausibleParts_data()
{
    QTest::addColumn<QByteArray>("part");
    QTest::addColumn<bool>("plausible");
    QTest::newRow("a pool's id") << QByteArray("5f9d0cef60d09ff5a4c87c06") << true;
    QTest::newRow("punctuation") << QByteArray("a+/=-_.:~ b") << true;
    QTest::newRow("UTF-8") << QByteArray("密钥") << true;
    QTest::newRow("as long as allowed") << QByteArray(MaxKeyLength, 'x') << true;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("too long") << QByteArray(MaxKeyLength + 1, 'x') << false;
    QTest::newRow("line end") << QByteArray("abc\n") << false;
    QTest::newRow("zero byte inside") << QByteArray("ab\0cd", 5) << false;
    QTest::newRow("DEL") << QByteArray("ab\x7f") << false;
    QTest::newRow("C1 control") << QByteArray("ab\xc2\x85") << false;
    QTest::newRow("no UTF-8") << QByteArray("ab\xff\xfe") << false;
    QTest::newRow("cut UTF-8") << QByteArray("ab\xe5\xaf") << false;
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf"
                                                   "abc")
                                     << false;
}

void TestAccessKey::tellsPlausibleParts()
{
    QFETCH(QByteArray, part);
    QTEST(isPlausibleKeyPart(part), "plausible");
}

QTEST_APPLESS_MAIN(TestAccessKey)
#include "tst_accesskey.moc"
