// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The hint that a pool is opened with its master key, and how one gets rid of it.

#include "tests/app/dashboard/windowundertest.h"
#include "tests/app/languages.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QAbstractButton>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

class TestKeyHint : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void isGivenOnlyWhenItIsSure_data();
    void isGivenOnlyWhenItIsSure();
    void saysWhatIsSafer_data() { bothLanguages(); }
    void saysWhatIsSafer();
    void isTakenAwayForGood();
    void isAboutOnePoolAlone();
    void opensTheConsole_data();
    void opensTheConsole();

private:
    enum class Named { ByToken, ByUser };
    [[nodiscard]] static PoolAccess pool(const QString &name, const QUrl &host = defaultHost());
    [[nodiscard]] static PoolSnapshot found(
        const WindowUnderTest &it, const QString &poolId, Named named = Named::ByToken);
    [[nodiscard]] static bool isShown(WindowUnderTest &it)
    {
        it.settle();
        return it.find<QWidget>("keyBanner")->isVisible();
    }
};

PoolAccess TestKeyHint::pool(const QString &name, const QUrl &host)
{
    PoolAccess pool{accountOn(host), canaryKey()};
    pool.account.id = QUuid::createUuid();
    pool.account.name = name;
    return pool;
}

PoolSnapshot TestKeyHint::found(const WindowUnderTest &it, const QString &poolId, Named named)
{
    PoolSnapshot found;
    found.poolId = poolId;
    found.poolIsNamedByToken = named == Named::ByToken;
    found.package.value = Package::fromJson(samplePackage(), BeijingOffset).value();
    found.package.attemptedAt = found.package.receivedAt = it.clock.nowUtc();
    return found;
}

void TestKeyHint::isGivenOnlyWhenItIsSure_data()
{
    QTest::addColumn<QString>("poolId");
    QTest::addColumn<bool>("namedByToken");
    QTest::addColumn<bool>("demo");
    QTest::addColumn<bool>("shown");
    const QString master = canaryKey().id;
    QTest::newRow("the pool's own key") << master << true << false << true;
    QTest::newRow("a key of another name") << u"some-pool"_s << true << false << false;
    QTest::newRow("only the user says so") << master << false << false << false;
    QTest::newRow("nobody says which pool") << QString() << true << false << false;
    QTest::newRow("in the demo") << master << true << true << false;
}

void TestKeyHint::isGivenOnlyWhenItIsSure()
{
    QFETCH(QString, poolId);
    QFETCH(bool, namedByToken);
    QFETCH(bool, demo);
    QFETCH(bool, shown);
    WindowUnderTest it(UiLanguage::English, {}, demo ? DataOrigin::Demo : DataOrigin::RealPools);
    const PoolAccess one = pool(u"One"_s);
    it.show({one});
    QVERIFY(!isShown(it));
    it.model.absorb(
        one.account.id, found(it, poolId, namedByToken ? Named::ByToken : Named::ByUser));
    QCOMPARE(isShown(it), shown);
}

void TestKeyHint::saysWhatIsSafer()
{
    const UiLanguage language = languageOfRow();
    WindowUnderTest it(language, {}, DataOrigin::RealPools);
    it.open({});
    it.session.add(pool(u"One"_s), found(it, canaryKey().id));
    QVERIFY(isShown(it));
    for (const char *label : {"headlineLabel", "adviceLabel"})
        QVERIFY(isSaidIn(language, it.text("keyBanner", label)));
    QVERIFY(!it.text("keyBanner", "adviceLabel").contains(canaryKey().id));
}

void TestKeyHint::isTakenAwayForGood()
{
    WindowUnderTest it(UiLanguage::English, {}, DataOrigin::StoredPools);
    it.open({});
    const PoolAccess one = pool(u"One"_s);
    it.session.add(one, found(it, canaryKey().id));
    QVERIFY(isShown(it));
    it.find<QAbstractButton>("keyAcceptButton")->click();
    QVERIFY(!isShown(it));
    it.clock.advance(std::chrono::hours(1));
    it.model.absorb(one.account.id, found(it, canaryKey().id));
    QVERIFY(!isShown(it));
    QTRY_VERIFY(!it.pools.isBusy());

    // The next run of the program knows it, too.
    OwnPools next(it.pools.listFile(), it.keychain);
    QVERIFY(!next.load());
    QVERIFY(next.isMasterKeyAccepted(one.account.id));
    it.start({one}, MoodySecretStore::Mood::Open);
    it.refresher.cancel();
    it.model.absorb(one.account.id, found(it, canaryKey().id));
    QVERIFY(!isShown(it));
}

void TestKeyHint::isAboutOnePoolAlone()
{
    WindowUnderTest it(UiLanguage::English, {}, DataOrigin::RealPools);
    const PoolAccess one = pool(u"One"_s);
    const PoolAccess two = pool(u"Two"_s, authingHost());
    it.show({one, two});
    it.model.absorb(one.account.id, found(it, canaryKey().id));
    it.model.absorb(two.account.id, found(it, canaryKey().id));
    it.select(0);
    QVERIFY(isShown(it));
    it.find<QAbstractButton>("keyAcceptButton")->click();
    QVERIFY(!isShown(it));
    it.select(1);
    QVERIFY(isShown(it));
}

void TestKeyHint::opensTheConsole_data()
{
    QTest::addColumn<QUrl>("host");
    QTest::newRow("GenAuth") << defaultHost();
    QTest::newRow("one's own") << QUrl(u"https://genauth.example"_s);
}

void TestKeyHint::opensTheConsole()
{
    QFETCH(QUrl, host);
    WindowUnderTest it(UiLanguage::English, {}, DataOrigin::RealPools);
    it.open({});
    it.session.add(pool(u"One"_s, host), found(it, canaryKey().id));
    QVERIFY(isShown(it));
    auto *console = it.find<QAbstractButton>("keyConsoleButton");
    QCOMPARE(console->isVisible(), !consoleOf(host).isEmpty());
    if (!console->isVisible())
        return;
    console->click();
    QCOMPARE(it.openedUrls, QList{consoleOf(host)});
}

QTEST_MAIN(TestKeyHint)
#include "tst_keyhint.moc"
