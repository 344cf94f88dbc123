// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/accesstoken.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace genauth::sandbox;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now = QDateTime::fromSecsSinceEpoch(1'900'000'000, Qt::UTC);
const QString poolId = u"65f0c2a91b7e4d3086ac51f2"_s;

QJsonObject part(const QByteArray &token, int index)
{
    return QJsonDocument::fromJson(
        QByteArray::fromBase64(token.split('.').value(index), QByteArray::Base64UrlEncoding))
        .object();
}

} // namespace

class TestAccessToken : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void saysWhatAJsonWebTokenMustSay();
    void isKnownUntilItsEnd();
    void everyTokenIsAnother();
    void damagedOrForeignIsNotKnown();
};

void TestAccessToken::saysWhatAJsonWebTokenMustSay()
{
    const TokenSigner signer(std::chrono::seconds(7200));
    const QByteArray token = signer.issue(poolId, now);
    QVERIFY(!token.contains('='));
    QCOMPARE(part(token, 0), (QJsonObject{{u"alg"_s, u"HS256"_s}, {u"typ"_s, u"JWT"_s}}));
    const QJsonObject claims = part(token, 1);
    QCOMPARE(claims["scoped_userpool_id"_L1].toString(), poolId);
    QCOMPARE(claims["sub"_L1].toString(), poolId);
    QCOMPARE(claims["iat"_L1].toInteger(), 1'900'000'000);
    QCOMPARE(claims["exp"_L1].toInteger(), 1'900'007'200);
    QVERIFY(!claims["jti"_L1].toString().isEmpty());
    QCOMPARE(QByteArray::fromBase64(token.split('.')[2], QByteArray::Base64UrlEncoding).size(), 32);
}

void TestAccessToken::isKnownUntilItsEnd()
{
    const TokenSigner signer(std::chrono::seconds(7200));
    const QByteArray token = signer.issue(poolId, now);
    const auto claims = signer.verified(token, now.addSecs(7199));
    QVERIFY(claims);
    QCOMPARE(claims->userPoolId, poolId);
    QCOMPARE(claims->id, part(token, 1)["jti"_L1].toString());
    QVERIFY(!signer.verified(token, now.addSecs(7200)));
}

void TestAccessToken::everyTokenIsAnother()
{
    const TokenSigner signer(std::chrono::seconds(7200));
    QVERIFY(signer.issue(poolId, now) != signer.issue(poolId, now));
}

void TestAccessToken::damagedOrForeignIsNotKnown()
{
    const TokenSigner signer(std::chrono::seconds(7200));
    const QByteArray token = signer.issue(poolId, now);
    for (const char *damaged : {"", "a.b.c", ".."})
        QVERIFY(!signer.verified(damaged, now));
    QVERIFY(!signer.verified(token.chopped(1), now));
    QVERIFY(!signer.verified(token + ".x", now));

    QList<QByteArray> parts = token.split('.');
    QJsonObject claims = part(token, 1);
    claims["exp"_L1] = qint64(4'000'000'000);
    parts[1] = QJsonDocument(claims).toJson().toBase64(QByteArray::Base64UrlEncoding);
    QVERIFY(!signer.verified(parts.join('.'), now));

    QVERIFY(!TokenSigner(std::chrono::seconds(7200)).verified(token, now));
}

QTEST_GUILESS_MAIN(TestAccessToken)
#include "tst_accesstoken.moc"
