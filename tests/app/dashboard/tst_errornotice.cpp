// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/errornotice.h"

#include "app/text/detailstext.h"
#include "tests/app/dashboard/windowtexts.h"
#include "tests/app/dashboard/windowundertest.h"
#include "tests/app/languages.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QDialog>
#include <QLineEdit>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Script throttled(int seconds)
{
    return send(HttpText{.status = 429,
        .reason = "Slowly",
        .headers = "Retry-After: " + QByteArray::number(seconds) + "\r\n"});
}

ErrorNotice::Situation situationOf(const ApiError &error)
{
    ErrorNotice::Situation situation{};
    situation.account = accountOn(QUrl(u"https://api.genauth.ai"_s));
    situation.snapshot.package.error = error;
    situation.attempt = situation.snapshot.package;
    situation.now = QDateTime(QDate(2026, 7, 1), QTime(12, 0), Qt::UTC);
    situation.ownConnection = true;
    return situation;
}

/** The buttons that can be seen, as they are read. */
QString buttonsOf(const QWidget &notice)
{
    QStringList words;
    for (const auto *button : notice.findChildren<QAbstractButton *>()) {
        if (button->isVisibleTo(&notice))
            words << shownText(*button);
    }
    return words.join(u" | "_s);
}

} // namespace

class TestErrorNotice : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void offersWhatHelps_data();
    void offersWhatHelps();
    void hidesWithoutAnError();
    void editsNoDemo();
    void retriesOnlyWhenThatHelps();
    void asksTheKeychainAgain_data();
    void asksTheKeychainAgain();
    void readsAKeyOnceTheKeychainIsOpen();
    void togglesTheDetailsInPlace();
    void copiesForSupport_data() { bothLanguages(); }
    void copiesForSupport();
    void sendsOneRequestMore();
    void keepsToWhatTheServerAsked();
    void opensTheConstantPageOnly();
    void opensKnownConsolesOnly_data();
    void opensKnownConsolesOnly();
    void replacesAKeyOnlyOnceAnotherHasPassed();

private:
    Theme m_theme;
};

void TestErrorNotice::offersWhatHelps_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("problem");
    QTest::addColumn<QString>("edit");
    QTest::addColumn<bool>("browser");
    const auto row = [](ErrorKind kind, const char *edit, bool browser = false,
                         TlsProblem problem = TlsProblem::None) {
        QTest::addRow("%s %d", errorKindName(kind), static_cast<int>(problem))
            << static_cast<int>(kind) << static_cast<int>(problem) << QString::fromUtf8(edit)
            << browser;
    };
    for (const ErrorKind kind : {ErrorKind::ForeignOrigin, ErrorKind::NoNetwork,
             ErrorKind::ConnectionClosed, ErrorKind::TimedOut, ErrorKind::UnreadableField,
             ErrorKind::HigherPackageNeeded, ErrorKind::Throttled, ErrorKind::Maintenance,
             ErrorKind::ServerError, ErrorKind::KeychainLocked, ErrorKind::KeychainSilent})
        row(kind, "");
    for (const ErrorKind kind : {ErrorKind::KeyMissing, ErrorKind::KeychainUnavailable})
        row(kind, "Enter key…");
    for (const ErrorKind kind : {ErrorKind::InvalidRequest, ErrorKind::InsecureHost,
             ErrorKind::CaFileUnreadable, ErrorKind::OtherPool, ErrorKind::HostNotFound,
             ErrorKind::ConnectionRefused, ErrorKind::ConnectionFailed, ErrorKind::ProxyFailed,
             ErrorKind::ProxyAuthenticationRequired, ErrorKind::NotHttp, ErrorKind::TooLarge,
             ErrorKind::MalformedAnswer, ErrorKind::BadRequest, ErrorKind::NotFound})
        row(kind, "Edit connection…");
    for (const ErrorKind kind : {ErrorKind::KeyRefused, ErrorKind::NotSignedIn,
             ErrorKind::Forbidden, ErrorKind::KeyUnusable})
        row(kind, "Replace key…");
    row(ErrorKind::HtmlAnswer, "Edit connection…", true);
    row(ErrorKind::Redirected, "Edit connection…", true);
    for (const TlsProblem problem :
        {TlsProblem::SelfSigned, TlsProblem::UnknownIssuer, TlsProblem::WrongHost})
        row(ErrorKind::TlsFailed, "Edit connection…", true, problem);
    for (const TlsProblem problem :
        {TlsProblem::Expired, TlsProblem::NotYetValid, TlsProblem::Other})
        row(ErrorKind::TlsFailed, "Edit connection…", false, problem);
}

void TestErrorNotice::offersWhatHelps()
{
    QFETCH(int, kind);
    QFETCH(int, problem);
    QFETCH(QString, edit);
    QFETCH(bool, browser);
    ErrorNotice notice(m_theme);
    notice.show(situationOf(
        {.kind = static_cast<ErrorKind>(kind), .tlsProblem = static_cast<TlsProblem>(problem)}));
    QStringList expected;
    if (static_cast<ErrorKind>(kind) != ErrorKind::KeyMissing) // what nobody has is not found again
        expected << u"Retry"_s;
    if (!edit.isEmpty())
        expected << edit;
    if (browser)
        expected << u"Open a browser"_s;
    expected << u"Details"_s;
    QCOMPARE(buttonsOf(notice), expected.join(u" | "_s));
    for (const auto *button : notice.findChildren<QAbstractButton *>()) {
        QVERIFY(!button->accessibleDescription().isEmpty());
        QCOMPARE(button->toolTip(), button->accessibleDescription());
    }
}

void TestErrorNotice::hidesWithoutAnError()
{
    ErrorNotice notice(m_theme);
    QVERIFY(notice.isHidden());
    notice.show(situationOf({.kind = ErrorKind::TimedOut}));
    QVERIFY(!notice.isHidden());
    auto good = situationOf({});
    good.attempt.error.reset();
    notice.show(good);
    QVERIFY(notice.isHidden());
}

void TestErrorNotice::editsNoDemo()
{
    ErrorNotice notice(m_theme);
    auto demo = situationOf({.kind = ErrorKind::KeyRefused});
    demo.ownConnection = false;
    notice.show(demo);
    QCOMPARE(buttonsOf(notice), u"Retry | Details"_s);
}

void TestErrorNotice::retriesOnlyWhenThatHelps()
{
    ErrorNotice notice(m_theme);
    const auto *retry = notice.findChild<QAbstractButton *>(u"retryButton"_s);
    const auto advice = [&] { return shownText(*notice.findChild<QWidget *>(u"adviceLabel"_s)); };
    auto situation = situationOf({.kind = ErrorKind::ServerError});
    notice.show(situation);
    QVERIFY(retry->isEnabled());
    situation.heldBack = true;
    notice.show(situation);
    QVERIFY(!retry->isEnabled());
    situation.heldBack = false;
    situation.refreshing = true;
    notice.show(situation);
    QVERIFY(!retry->isEnabled());
    QVERIFY2(advice().endsWith(u"It is being tried again now."_s), qPrintable(advice()));
}

void TestErrorNotice::asksTheKeychainAgain_data()
{
    QTest::addColumn<int>("kind");
    for (const ErrorKind kind : {ErrorKind::KeychainLocked, ErrorKind::KeychainUnavailable,
             ErrorKind::KeychainSilent, ErrorKind::KeyUnusable})
        QTest::newRow(errorKindName(kind)) << static_cast<int>(kind);
}

void TestErrorNotice::asksTheKeychainAgain()
{
    QFETCH(int, kind);
    ErrorNotice notice(m_theme);
    notice.show(situationOf({.kind = static_cast<ErrorKind>(kind)}));
    const auto *retry = notice.findChild<QAbstractButton *>(u"retryButton"_s);
    QCOMPARE(retry->accessibleDescription(), u"Asks your keyring again now"_s);
    QVERIFY(retry->isEnabled());
    // It is asked again in its own time: no word about GenAuth's.
    const QString advice = shownText(*notice.findChild<QWidget *>(u"adviceLabel"_s));
    QVERIFY2(!advice.contains(u"tried again"_s), qPrintable(advice));
}

void TestErrorNotice::readsAKeyOnceTheKeychainIsOpen()
{
    FaultyServer server;
    speakGenAuth(server);
    WindowUnderTest it(UiLanguage::English, {}, DataOrigin::StoredPools);
    it.open({});
    it.start(poolOn(server), MoodySecretStore::Mood::Locked);
    QCOMPARE(it.text("errorBanner", "headlineLabel"), u"Unlock your keyring to refresh"_s);
    QCOMPARE(server.hitsOn(tokenPath()), 0);
    it.find<QAbstractButton>("retryButton")->click();
    it.settle();
    QVERIFY(it.find<QWidget>("errorBanner")->isVisible());
    it.keychain.mood = MoodySecretStore::Mood::Open;
    it.find<QAbstractButton>("retryButton")->click();
    QTRY_VERIFY(!it.find<QWidget>("errorBanner")->isVisible());
    QTRY_COMPARE(server.hitsOn(packagePath()), 1);
    QVERIFY(it.waitForRefresh());
    QVERIFY(!it.find<QWidget>("errorBanner")->isVisible());
}

void TestErrorNotice::togglesTheDetailsInPlace()
{
    ErrorNotice notice(m_theme);
    notice.show(situationOf({.kind = ErrorKind::ServerError, .httpStatus = 500}));
    auto *details = notice.findChild<QAbstractButton *>(u"detailsButton"_s);
    const auto *panel = notice.findChild<QWidget *>(u"detailsPanel"_s);
    QVERIFY(!panel->isVisibleTo(&notice));
    details->click();
    QVERIFY(panel->isVisibleTo(&notice) && details->isChecked());
    // What is told anew, by the clock, leaves them open.
    notice.show(situationOf({.kind = ErrorKind::ServerError, .httpStatus = 502}));
    QVERIFY(panel->isVisibleTo(&notice));
    details->click();
    QVERIFY(!panel->isVisibleTo(&notice));
}

void TestErrorNotice::copiesForSupport()
{
    FaultyServer server;
    server.answer(tokenPath(), {goodToken()});
    server.answer(packagePath(), {refusal(500, 4021, u"计量计费错误"_s)});
    WindowUnderTest it(languageOfRow(), {}, DataOrigin::RealPools);
    it.open(poolOn(server));
    QVERIFY(it.waitForRefresh());
    it.find<QAbstractButton>("detailsButton")->click();
    it.settle();
    auto *panel = it.find<QWidget>("detailsPanel");
    QVERIFY(panel->isVisible());
    panel->findChild<QAbstractButton *>(u"copyDetailsButton"_s)->click();
    const QModelIndex row = it.model.index(0, 0);
    QCOMPARE(QApplication::clipboard()->text(),
        DetailsText::forSupport(row.data(PoolsModel::AccountRole).value<Account>(),
            row.data(PoolsModel::SnapshotRole).value<PoolSnapshot>()));
    QVERIFY(QApplication::clipboard()->text().contains(u"requestId: req-r\n"_s));
    QVERIFY(!QApplication::clipboard()->text().contains(u"CANARY"_s));
    QVERIFY(isSaidIn(languageOfRow(), it.statusMessage()));
}

void TestErrorNotice::sendsOneRequestMore()
{
    FaultyServer server;
    server.answer(tokenPath(), {goodToken()});
    server.answer(packagePath(), {refusal(500), silence()});
    WindowUnderTest it(UiLanguage::English, {}, DataOrigin::RealPools);
    it.open(poolOn(server));
    QVERIFY(it.waitForRefresh());
    it.clock.advance(RefreshScheduler::PauseByHand);
    auto *retry = it.find<QAbstractButton>("retryButton");
    QTest::mouseClick(retry, Qt::LeftButton);
    QTRY_COMPARE(server.hitsOn(packagePath()), 2);
    QVERIFY(!retry->isEnabled());
    QTest::mouseClick(retry, Qt::LeftButton);
    server.answerLate(packagePath(), goodPackage());
    QVERIFY(it.waitForRefresh());
    QVERIFY(!it.find<QWidget>("errorBanner")->isVisible());
    QCOMPARE(server.hitsOn(packagePath()), 2);
    QCOMPARE(server.hitsOn(tokenPath()), 1);
}

void TestErrorNotice::keepsToWhatTheServerAsked()
{
    FaultyServer server;
    server.answer(tokenPath(), {goodToken()});
    server.answer(packagePath(), {throttled(60), goodPackage()});
    WindowUnderTest it(UiLanguage::English, {}, DataOrigin::RealPools);
    it.open(poolOn(server));
    QVERIFY(it.waitForRefresh());
    QVERIFY(!it.find<QAbstractButton>("retryButton")->isEnabled());
    it.clock.advance(50s);
    it.window->refresh();
    QCOMPARE(it.statusMessage(), u"GenAuth asked to wait; it can be asked again in 10 s."_s);
    it.settle();
    QCOMPARE(server.hitsOn(packagePath()), 1);
    it.clock.advance(10s);
    it.window->refresh();
    QVERIFY(it.waitForRefresh());
    QCOMPARE(server.hitsOn(packagePath()), 2);
    QVERIFY(!it.find<QWidget>("errorBanner")->isVisible());
}

void TestErrorNotice::opensTheConstantPageOnly()
{
    FaultyServer server;
    server.answer(tokenPath(), {goodToken()});
    server.answer(packagePath(), {redirect(302, "https://portal.example/login?evil")});
    WindowUnderTest it(UiLanguage::English, {}, DataOrigin::RealPools);
    it.open(poolOn(server));
    QVERIFY(it.waitForRefresh());
    QVERIFY(it.openedUrls.isEmpty());
    it.find<QAbstractButton>("openBrowserButton")->click();
    QCOMPARE(it.openedUrls, QList{signInProbePage()});
}

void TestErrorNotice::opensKnownConsolesOnly_data()
{
    QTest::addColumn<QUrl>("host");
    QTest::addColumn<QUrl>("console");
    QTest::newRow("GenAuth") << defaultHost() << QUrl(u"https://console.genauth.ai"_s);
    QTest::newRow("Authing") << authingHost() << QUrl(u"https://console.authing.cn"_s);
    QTest::newRow("one's own") << QUrl(u"https://genauth.example"_s) << QUrl();
    QTest::newRow("looks alike") << QUrl(u"https://api.genauth.ai.example"_s) << QUrl();
    QTest::newRow("another port") << QUrl(u"https://api.genauth.ai:8443"_s) << QUrl();
}

void TestErrorNotice::opensKnownConsolesOnly()
{
    QFETCH(QUrl, host);
    QFETCH(QUrl, console);
    WindowUnderTest it(UiLanguage::English, {}, DataOrigin::RealPools);
    it.show({});
    PoolSnapshot overdue;
    overdue.package.value = Package::fromJson(samplePackage(), BeijingOffset).value();
    overdue.package.value->endTime.at = it.clock.nowUtc().addDays(-12);
    overdue.package.attemptedAt = overdue.package.receivedAt = it.clock.nowUtc();
    it.session.add({accountOn(host), canaryKey()}, overdue);
    it.settle();
    QVERIFY(it.find<QWidget>("statusBanner")->isVisible());
    QCOMPARE(it.find<QWidget>("consoleButton")->isVisible(), !console.isEmpty());
    QCOMPARE(it.find<QAction>("consoleAction")->isEnabled(), !console.isEmpty());
    it.find<QAbstractButton>("consoleButton")->click();
    it.find<QAction>("consoleAction")->trigger();
    QCOMPARE(it.openedUrls, console.isEmpty() ? QList<QUrl>() : QList({console, console}));
}

void TestErrorNotice::replacesAKeyOnlyOnceAnotherHasPassed()
{
    FaultyServer server;
    const auto answerByKey = [](const RecordedRequest &request) {
        return request.body.contains("better") ? goodToken() : refusal(401, 2333);
    };
    server.answerWith(tokenPath(), answerByKey);
    server.answer(packagePath(), {goodPackage()});
    WindowUnderTest it(UiLanguage::English, {}, DataOrigin::RealPools);
    it.open(poolOn(server));
    QVERIFY(it.waitForRefresh());
    it.find<QAbstractButton>("editConnectionButton")->click();
    it.settle();
    auto *dialog = it.find<QDialog>("connectDialog");
    auto *test = dialog->findChild<QAbstractButton *>(u"testButton"_s);
    const auto tryKey = [&](const QString &secret) {
        dialog->findChild<QLineEdit *>(u"secretEdit"_s)->setText(secret);
        test->click();
        return QTest::qWaitFor([&] { return test->isEnabled(); });
    };
    const auto secretInUse = [&] {
        const auto account = it.model.index(0, 0).data(PoolsModel::AccountRole).value<Account>();
        return it.session.pool(account.id)->key.secret;
    };
    QVERIFY(tryKey(u"worse"_s));
    QCOMPARE(secretInUse(), canaryKey().secret);
    it.refreshAgain(); // with the old key, while the dialog is open
    QVERIFY(server.requestsTo(tokenPath()).constLast().body.contains(canaryKey().secret));
    QVERIFY(tryKey(u"better"_s));
    QCOMPARE(secretInUse(), canaryKey().secret);
    dialog->findChild<QAbstractButton *>(u"connectButton"_s)->click();
    it.settle();
    QCOMPARE(secretInUse(), "better");
    QVERIFY(!it.find<QWidget>("errorBanner")->isVisible());
    QCOMPARE(it.text("packageNameLabel"), u"Enterprise package"_s);
}

QTEST_MAIN(TestErrorNotice)
#include "tst_errornotice.moc"
