// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The package page by itself: what it says before, without and after an answer, and how old it is.

#include "app/dashboard/pages/packagepage.h"
#include "app/dashboard/session.h"

#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/factcard.h"
#include "app/dashboard/widgets/noticebanner.h"
#include "app/dashboard/widgets/textlabel.h"
#include "app/dashboard/widgets/usagebar.h"
#include "app/text/language.h"
#include "core/accounts/ownpools.h"
#include "core/api/proxyresolver.h"
#include "core/models/poolsmodel.h"
#include "core/store/billingstore.h"
#include "core/sync/poolsrefresher.h"
#include "core/sync/refreshscheduler.h"
#include "tests/app/dashboard/drawingspy.h"
#include "tests/app/languages.h"
#include "tests/core/accounts/moodysecretstore.h"
#include "tests/support/fakeclock.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QJsonObject>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <utility>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

class TestPackagePage : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void asksBeforeAnyAnswer_data() { bothLanguages(); }
    void asksBeforeAnyAnswer();
    void saysThatAKeyIsNotStored_data() { bothLanguages(); }
    void saysThatAKeyIsNotStored();
    void showsNothingAsFineWithoutAnAnswer_data() { bothLanguages(); }
    void showsNothingAsFineWithoutAnAnswer();
    void keepsTheOrderOfWhatMatters();
    void hidesTheBannerWhenAllIsWell();
    void keepsTheWarningBesideAnError_data() { bothLanguages(); }
    void keepsTheWarningBesideAnError();
    void labelsTheServersOwnWords();
    void dimsWhatIsOld();
    void measuresMau_data();
    void measuresMau();
    void showsTheQuantityWithoutAnyUse();
    void startsAtTheTopOfAnotherPool();
    void drawsNothingAnewForNothingNew();

private:
    void answer(qint64 endsInDays);
    void fail(const ApiError &error);
    void showPage(UiLanguage language = UiLanguage::English);
    [[nodiscard]] NoticeBanner *banner(const char *name) const
    {
        return m_page->findChild<NoticeBanner *>(QLatin1String(name));
    }
    [[nodiscard]] QString text(const char *parent, const char *label) const
    {
        return m_page->findChild<QWidget *>(QLatin1String(parent))
            ->findChild<QLabel *>(QLatin1String(label))
            ->text();
    }

    FakeClock m_clock;
    Account m_account;
    Theme m_theme;
    Language m_language{Language::defaultDirectory()};
    PoolsModel m_model{m_clock};
    ProxyResolver m_proxies;
    PoolsRefresher m_refresher{{.clock = &m_clock, .proxies = &m_proxies}, 1};
    RefreshScheduler m_scheduler{m_refresher, m_clock};
    BillingStore m_store{{}, m_clock}; // which keeps nothing
    OwnPools m_pools;
    Session m_session{m_model, m_refresher, m_scheduler, m_pools, m_clock};
    std::unique_ptr<PackagePage> m_page;
};

void TestPackagePage::init()
{
    failOnQtWarnings();
    m_clock = FakeClock();
    m_account = accountOn(QUrl(u"https://api.genauth.ai"_s));
    m_page.reset();
    m_model.setAccounts({});
    m_model.setAccounts({m_account});
}

void TestPackagePage::answer(qint64 endsInDays)
{
    PoolSnapshot snapshot;
    snapshot.package.value = Package::fromJson(samplePackage(), BeijingOffset).value();
    snapshot.package.value->endTime.at = m_clock.nowUtc().addDays(endsInDays);
    snapshot.package.receivedAt = m_clock.nowUtc();
    snapshot.package.attemptedAt = m_clock.nowUtc();
    m_model.absorb(m_account.id, snapshot);
}

void TestPackagePage::fail(const ApiError &error)
{
    PoolSnapshot snapshot;
    snapshot.package.attemptedAt = m_clock.nowUtc();
    snapshot.package.error = error;
    m_model.absorb(m_account.id, snapshot);
}

void TestPackagePage::showPage(UiLanguage language)
{
    m_language.set(language);
    m_page = std::make_unique<PackagePage>(
        PackagePage::Collaborators{m_theme, m_clock, m_scheduler, m_session, m_pools, m_store});
    m_page->resize(1000, 700);
    m_page->setPool(m_model.index(0, 0));
    m_page->show();
}

void TestPackagePage::saysThatAKeyIsNotStored()
{
    QTemporaryDir folder;
    MoodySecretStore keychain;
    keychain.mood = MoodySecretStore::Mood::Refusing;
    OwnPools own(folder.filePath(u"pools.json"_s), keychain);
    m_language.set(languageOfRow());
    PackagePage page({m_theme, m_clock, m_scheduler, m_session, own, m_store});
    page.setPool(m_model.index(0, 0));
    const auto *note = page.findChild<QLabel *>(u"keyNoteLabel"_s);
    QVERIFY(note->isHidden());
    own.add({m_account, canaryKey()});
    QVERIFY(note->isHidden()); // it may be kept yet
    QTRY_VERIFY(!note->isHidden());
    QCOMPARE(note->text(), languageOfRow() == UiLanguage::English
                               ? u"The access key of this pool is kept until this program ends."_s
                               : u"此用户池的访问密钥只保留到本程序结束。"_s);
    keychain.mood = MoodySecretStore::Mood::Open;
    own.retryKeys();
    QTRY_VERIFY(note->isHidden());
    // Whoever gives a key for the session alone is told nothing new.
    showPage(languageOfRow());
    m_pools.adopt({{m_account, canaryKey()}});
    m_page->updateContents();
    QVERIFY(m_page->findChild<QLabel *>(u"keyNoteLabel"_s)->isHidden());
}

void TestPackagePage::asksBeforeAnyAnswer()
{
    const UiLanguage language = languageOfRow();
    showPage(language);
    const auto name = [this] { return m_page->findChild<QLabel *>(u"packageNameLabel"_s)->text(); };
    const bool chinese = language == UiLanguage::Chinese;
    QCOMPARE(name(), chinese ? u"尚未查询"_s : u"Not asked yet"_s);
    m_model.setRefreshing(m_account.id, true);
    m_page->updateContents();
    QCOMPARE(name(), chinese ? u"正在查询 api.genauth.ai…"_s : u"Asking api.genauth.ai…"_s);
    QVERIFY(!banner("statusBanner")->isVisible());
    QVERIFY(!banner("errorBanner")->isVisible());
}

void TestPackagePage::showsNothingAsFineWithoutAnAnswer()
{
    const UiLanguage language = languageOfRow();
    fail({.kind = ErrorKind::HostNotFound});
    showPage(language);
    const QString unknown = language == UiLanguage::Chinese ? u"未知"_s : u"unknown"_s;
    for (const char *card : {"mauQuantityCard", "unitPriceCard", "endTimeCard", "overdueCard"})
        QCOMPARE(text(card, "valueLabel"), unknown);
    QVERIFY(banner("errorBanner")->isVisible());
    QVERIFY(text("errorBanner", "headlineLabel").contains(u"api.genauth.ai"_s));
}

void TestPackagePage::keepsTheOrderOfWhatMatters()
{
    answer(-3);
    fail({.kind = ErrorKind::TimedOut});
    showPage();
    const auto topOf = [this](const char *name) {
        auto *widget = m_page->findChild<QWidget *>(QLatin1String(name));
        return widget->mapTo(m_page.get(), QPoint(0, 0)).y();
    };
    QTRY_VERIFY(topOf("mauQuantityCard") > 0);
    QVERIFY(topOf("statusBanner") < topOf("errorBanner"));
    QVERIFY(topOf("errorBanner") < topOf("packageNameLabel"));
    QVERIFY(topOf("packageNameLabel") < topOf("otherNameLabel"));
    QVERIFY(topOf("otherNameLabel") < topOf("mauQuantityCard"));
}

void TestPackagePage::hidesTheBannerWhenAllIsWell()
{
    answer(200);
    showPage();
    QVERIFY(!banner("statusBanner")->isVisible());
    answer(20);
    QVERIFY2(!banner("statusBanner")->isVisible(), "a page by itself does not watch the model");
    m_page->updateContents();
    QVERIFY(banner("statusBanner")->isVisible());
    QCOMPARE(text("statusBanner", "headlineLabel"), u"Ends in 20 days"_s);
}

void TestPackagePage::keepsTheWarningBesideAnError()
{
    const UiLanguage language = languageOfRow();
    answer(5);
    m_clock.advance(std::chrono::hours(24));
    fail({.kind = ErrorKind::ServerError, .httpStatus = 502});
    m_model.reassess();
    showPage(language);
    QVERIFY(banner("statusBanner")->isVisible());
    // The warning follows the clock, though the answer is a day old.
    QCOMPARE(text("statusBanner", "headlineLabel"),
        language == UiLanguage::Chinese ? u"4 天后到期"_s : u"Ends in 4 days"_s);
    QVERIFY(banner("errorBanner")->isVisible());
    const QString age = language == UiLanguage::Chinese ? u"24 小时前"_s : u"24 h ago"_s;
    const QString said = m_page->findChild<QLabel *>(u"ageLabel"_s)->text();
    QVERIFY2(said.contains(age), qPrintable(said));
}

void TestPackagePage::labelsTheServersOwnWords()
{
    fail({.kind = ErrorKind::Forbidden,
        .httpStatus = 200,
        .statusCode = 403,
        .apiCode = 1234,
        .requestId = u"r-42"_s,
        .serverMessage = u"<b>无权限</b>"_s});
    showPage();
    const QString note = text("errorBanner", "noteLabel");
    QVERIFY(note.contains(u"The server's own words: “<b>无权限</b>”"_s));
    const QList<QLabel *> labels = banner("errorBanner")->findChildren<QLabel *>();
    QVERIFY(labels.size() > 3); // the details' own are among them
    for (const QLabel *label : labels)
        QCOMPARE(label->textFormat(), Qt::PlainText);
}

void TestPackagePage::dimsWhatIsOld()
{
    answer(200);
    showPage();
    const auto color = [this] {
        return m_page->findChild<QWidget *>(u"mauQuantityCard"_s)
            ->findChild<QLabel *>(u"valueLabel"_s)
            ->palette()
            .color(QPalette::WindowText);
    };
    QCOMPARE(color(), m_theme.colors().text);
    m_clock.advance(std::chrono::hours(2));
    m_page->updateContents();
    QCOMPARE(color(), m_theme.colors().text); // not yet: exactly twice the interval
    m_clock.advance(std::chrono::seconds(1));
    m_page->updateContents();
    QCOMPARE(color(), m_theme.colors().dim);
    QCOMPARE(text("mauQuantityCard", "valueLabel"), u"1,000"_s);
}

void TestPackagePage::measuresMau_data()
{
    QTest::addColumn<QString>("source"); // which answer tells
    QTest::addColumn<QString>("amount");
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("beside");
    QTest::addColumn<double>("bar"); // below 0: none
    QTest::addColumn<int>("tone");
    const auto row = [](const char *name, const char *source, const char *amount,
                         const char *current, const char *beside, double bar,
                         Tone tone = Tone::Plain) {
        QTest::newRow(name) << QString::fromUtf8(source) << QString::fromUtf8(amount)
                            << QString::fromUtf8(current) << QString::fromUtf8(beside) << bar
                            << static_cast<int>(tone);
    };
    row("usage", "usage", "10000", "8210", "of 10,000 bought", 0.82);
    row("a cycle", "cycle", "10000", "8210", "of 10,000 bought", 0.82);
    row("more than bought", "usage", "10000", "12000", "of 10,000 bought", 1.2, Tone::Soon);
    row("unlimited", "usage", "-1", "12000", "used, unlimited", -1);
    row("nothing bought", "usage", "0", "3", "of 0 bought", -1);
    row("the package's quantity", "usage", "?", "250", "of 1,000 bought", 0.25);
}

void TestPackagePage::measuresMau()
{
    QFETCH(QString, source);
    QFETCH(QString, amount);
    QFETCH(QString, current);
    QFETCH(double, bar);
    QFETCH(int, tone);
    answer(100);
    QJsonObject numbers{{u"amount"_s, amount}, {u"current"_s, current}};
    PoolSnapshot learned;
    if (source == u"usage"_s) {
        numbers[u"modelCode"_s] = u"mau"_s;
        learned.usage.value = Usage::fromJson(QJsonObject{{u"usages"_s, numbers}}, {}).value();
        learned.usage.receivedAt = learned.usage.attemptedAt = m_clock.nowUtc();
    } else {
        numbers[u"periodStartTime"_s] = numbers[u"periodEndTime"_s] =
            m_clock.nowUtc().date().toString(u"yyyyMMdd"_s);
        learned.mauHistory.value =
            MauHistory::fromJson(QJsonObject{{u"records"_s, numbers}}, {}).value();
        learned.mauHistory.receivedAt = learned.mauHistory.attemptedAt = m_clock.nowUtc();
    }
    m_model.absorb(m_account.id, learned);
    showPage();
    const auto *card = m_page->findChild<FactCard *>(u"mauQuantityCard"_s);
    const auto *usageBar = card->findChild<UsageBar *>(u"usageBar"_s);
    QCOMPARE(text("mauQuantityCard", "titleLabel"), u"MAU this cycle"_s);
    QCOMPARE(text("mauQuantityCard", "valueLabel"), QLocale().toString(current.toInt()));
    QTEST(text("mauQuantityCard", "besideLabel"), "beside");
    QCOMPARE(usageBar->isVisible(), bar >= 0);
    if (bar >= 0)
        QCOMPARE(usageBar->used(), bar);
    QCOMPARE(int(usageBar->tone()), tone);
    QCOMPARE(card->accessibleDescription(),
        text("mauQuantityCard", "valueLabel") + u' ' + text("mauQuantityCard", "besideLabel"));
    const QString tip = card->findChild<QLabel *>(u"valueLabel"_s)->toolTip();
    QVERIFY2(tip.contains(source == u"usage"_s ? u"From the usage"_s : u"From the MAU history"_s),
        qPrintable(tip));
}

void TestPackagePage::showsTheQuantityWithoutAnyUse()
{
    answer(100);
    showPage();
    QCOMPARE(text("mauQuantityCard", "titleLabel"), u"MAU quantity"_s);
    QCOMPARE(text("mauQuantityCard", "valueLabel"), u"1,000"_s);
    const auto *card = m_page->findChild<FactCard *>(u"mauQuantityCard"_s);
    QVERIFY(!card->findChild<QWidget *>(u"usageBar"_s)->isVisible());
    QVERIFY(!card->findChild<QWidget *>(u"besideLabel"_s)->isVisible());
}

void TestPackagePage::startsAtTheTopOfAnotherPool()
{
    const Account other = accountOn(QUrl(u"https://api.genauth.ai"_s));
    m_model.setAccounts({m_account, other});
    answer(100);
    showPage();
    m_page->resize(1000, 200);
    const QScrollBar *bar = m_page->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0);
    m_page->verticalScrollBar()->setValue(bar->maximum());
    const int scrolled = bar->value();
    m_page->setPool(m_model.index(0, 0)); // which is no other
    QCOMPARE(bar->value(), scrolled);
    m_page->setPool(m_model.index(1, 0));
    QCOMPARE(bar->value(), 0);
}

void TestPackagePage::drawsNothingAnewForNothingNew()
{
    // A window that is open for days tells everything again each minute.
    answer(3);
    showPage();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    QVERIFY(banner("statusBanner")->isVisible());
    QCoreApplication::processEvents();
    DrawingSpy spy(*m_page);
    m_page->update();
    QTRY_VERIFY(!spy.seen.isEmpty()); // it sees
    const auto seen = [&] {
        for (int turn = 0; turn < 3; ++turn)
            QCoreApplication::processEvents();
        return std::exchange(spy.seen, {});
    };
    QTRY_COMPARE(seen(), QStringList()); // a slow computer is still at the first drawing
    m_page->updateContents();
    QCOMPARE(seen(), QStringList());
}

QTEST_MAIN(TestPackagePage)
#include "tst_packagepage.moc"
