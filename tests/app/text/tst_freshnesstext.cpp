// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/freshnesstext.h"

#include "core/base/displaytext.h"
#include "tests/app/languages.h"

#include <QTest>

using namespace genauth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/** What is known, how many seconds ago it came (-1: never), and in how many it comes again. */
struct Case
{
    qint64 age = -1;
    qint64 next = 0;
    bool refreshing = false;
    std::optional<std::chrono::seconds> skew = {};
    QString server = {};
    QString poolId = {};
};

const QDateTime Now(QDate(2026, 7, 1), QTime(12, 0), Qt::UTC);

QString lineOf(const Case &known)
{
    Account account;
    account.host = QUrl(u"https://api.genauth.ai"_s);
    PoolSnapshot snapshot;
    if (known.age >= 0)
        snapshot.package.receivedAt = Now.addSecs(-known.age);
    snapshot.clockSkew = known.skew;
    snapshot.server = known.server;
    snapshot.poolId = known.poolId;
    NextTry next;
    if (known.next != 0)
        next = {NextTry::Kind::Poll, Now.addSecs(known.next)};
    return FreshnessText::facts(account, snapshot, next, known.refreshing, Now).join(u" | "_s);
}

} // namespace

Q_DECLARE_METATYPE(Case)

class TestFreshnessText : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void tells_data();
    void tells();
    void doesNotLookFreshAfterAClockWasSetBack();
    void keepsHostileTextPlain();

private:
    Language m_language{Language::defaultDirectory()};
};

void TestFreshnessText::tells_data()
{
    QTest::addColumn<Case>("known");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("chinese");
    QTest::newRow("nothing yet") << Case{} << u"Not updated yet | api.genauth.ai"_s
                                 << u"尚未更新 | api.genauth.ai"_s;
    QTest::newRow("asked for the first time")
        << Case{.refreshing = true} << u"Refreshing… | api.genauth.ai"_s
        << u"正在刷新… | api.genauth.ai"_s;
    QTest::newRow("new") << Case{.age = 3, .next = 3600, .server = u"api.genauth.ai"_s}
                         << u"Updated just now | next in 60 min | api.genauth.ai"_s
                         << u"刚刚更新 | 60 分钟后再次更新 | api.genauth.ai"_s;
    QTest::newRow("old, and refreshing")
        << Case{.age = 5400, .next = 5, .refreshing = true}
        << u"Refreshing… | Updated 1 h 30 min ago | api.genauth.ai"_s
        << u"正在刷新… | 1 小时 30 分钟前更新 | api.genauth.ai"_s;
    QTest::newRow("the next one is due")
        << Case{.age = 60, .next = -1} << u"Updated 1 min ago | api.genauth.ai"_s
        << u"1 分钟前更新 | api.genauth.ai"_s;
    QTest::newRow("who answered, for which pool")
        << Case{.age = 0, .server = u"127.0.0.1:8080"_s, .poolId = u"pool-1"_s}
        << u"Updated just now | 127.0.0.1:8080 | user pool pool-1"_s
        << u"刚刚更新 | 127.0.0.1:8080 | 用户池 pool-1"_s;
    QTest::newRow("a clock that is off by five minutes")
        << Case{.age = 0, .skew = ReportedClockSkew} << u"Updated just now | api.genauth.ai"_s
        << u"刚刚更新 | api.genauth.ai"_s;
    QTest::newRow("a clock that is off by more")
        << Case{.age = 0, .skew = -ReportedClockSkew - 1s}
        << u"Updated just now | your clock differs from GenAuth's by 5 min | api.genauth.ai"_s
        << u"刚刚更新 | 本机时钟与 GenAuth 相差 5 分钟 | api.genauth.ai"_s;
}

void TestFreshnessText::tells()
{
    QFETCH(Case, known);
    m_language.set(UiLanguage::English);
    QTEST(lineOf(known), "english");
    m_language.set(UiLanguage::Chinese);
    QTEST(lineOf(known), "chinese");
}

void TestFreshnessText::doesNotLookFreshAfterAClockWasSetBack()
{
    m_language.set(UiLanguage::English);
    PoolSnapshot snapshot;
    snapshot.package.receivedAt = Now.addSecs(86400);
    // Nobody can tell how old it is: it must not look fresh.
    QCOMPARE(FreshnessText::facts({}, snapshot, {}, false, Now).constFirst(),
        u"Updated before the clock was set back"_s);
}

void TestFreshnessText::keepsHostileTextPlain()
{
    m_language.set(UiLanguage::English);
    const QString nasty = u"<b>%1</b>\n\u202E"_s + QString(5000, u'x');
    const QString line = lineOf({.age = 0, .server = nasty, .poolId = nasty});
    QCOMPARE(line.count(u"<b>%1</b>\uFFFDxx"_s), 2);
    QVERIFY(!line.contains(u'\n'));
    QVERIFY(line.size() < 2 * MaxDisplayText + 60);
}

QTEST_GUILESS_MAIN(TestFreshnessText)
#include "tst_freshnesstext.moc"
