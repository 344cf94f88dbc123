// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The page of the MAU history asks for what lies further back than refreshes reach: once, and again
// after a failure.

#include "app/dashboard/widgets/noticebanner.h"
#include "app/dashboard/widgets/rangechooser.h"
#include "tests/app/dashboard/historypagetest.h"
#include "tests/support/qtwarnings.h"

#include <QPushButton>
#include <QSignalSpy>

using namespace genauth;
using namespace genauth::test;

class TestHistoryLoading : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_stage.reset(); }

    void asksOnceForWhatLiesFurtherBack();
    void saysWhenThatIsRefused();
    void asksAgainAfterARefresh();
    void takesNoAnswerToAnOldKey();
    void waitsWhenItIsToldTo();
    void asksNobodyForWhatItHas();

private:
    std::unique_ptr<HistoryStage> m_stage;
};

void TestHistoryLoading::init()
{
    failOnQtWarnings();
    m_stage = std::make_unique<HistoryStage>();
}

void TestHistoryLoading::asksOnceForWhatLiesFurtherBack()
{
    m_stage->server.answer(historyPath(), {historyOf({{2022, 1, 1}, {2022, 2, 1}})});
    m_stage->answer(sampleYear());
    m_stage->show();
    m_stage->chooseDays({2022, 1, 1}, {2026, 1, 31});
    QTRY_COMPARE(m_stage->table()->model()->rowCount(), 4); // and of the refresh's own two
    QCOMPARE(m_stage->server.hitsOn(historyPath()), 1);
    QCOMPARE(m_stage->server.requestsTo(historyPath()).first().query,
        "startTime=20220101&endTime=20260131");
    QCOMPARE(m_stage->cell(3, HistoryModel::UsedColumn), u"77"_s);
    for (int i = 0; i < 3; ++i)
        m_stage->answer(sampleYear());
    QCOMPARE(m_stage->table()->model()->rowCount(), 4);
    QTest::qWait(0);
    QCOMPARE(m_stage->server.hitsOn(historyPath()), 1);
    // No connection waits to grow stale.
    QTRY_COMPARE(m_stage->server.openConnections(), 0);
}

void TestHistoryLoading::saysWhenThatIsRefused()
{
    m_stage->server.answer(historyPath(), {refusal(500), historyOf({{2022, 1, 1}})});
    m_stage->answer(sampleYear());
    m_stage->show();
    m_stage->chooseDays({2022, 1, 1}, {2026, 1, 31});
    QTRY_VERIFY(m_stage->find<NoticeBanner>("errorBanner")->isVisible());
    QCOMPARE(m_stage->table()->model()->rowCount(), 2);
    m_stage->answer(sampleYear());
    QCOMPARE(m_stage->server.hitsOn(historyPath()), 1); // not again by itself
    const QSignalSpy retries(m_stage->page.get(), &HistoryPage::retryRequested);
    m_stage->find<QPushButton>("retryButton")->click();
    QTRY_COMPARE(m_stage->table()->model()->rowCount(), 3);
    QCOMPARE(retries.size(), 0); // that is no refresh
    QVERIFY(!m_stage->find<NoticeBanner>("errorBanner")->isVisible());
}

void TestHistoryLoading::asksAgainAfterARefresh()
{
    m_stage->server.answer(historyPath(), {refusal(500), refusal(500), historyOf({{2022, 1, 1}})});
    m_stage->answer(sampleYear());
    m_stage->show();
    m_stage->chooseDays({2022, 1, 1}, {2026, 1, 31});
    const auto *banner = m_stage->find<NoticeBanner>("errorBanner");
    QTRY_VERIFY(banner->isVisible());
    m_stage->clock.advance(std::chrono::minutes(15));
    m_stage->answer(sampleYear());
    QTRY_COMPARE(m_stage->server.hitsOn(historyPath()), 2);
    QTRY_VERIFY(banner->isVisible());
    m_stage->clock.advance(std::chrono::minutes(1));
    m_stage->model.absorb(m_stage->account.id, m_stage->package()); // as of another key
    m_stage->page->updateContents();
    QTRY_COMPARE(m_stage->table()->model()->rowCount(), 3);
    QVERIFY(!banner->isVisible());
}

void TestHistoryLoading::takesNoAnswerToAnOldKey()
{
    m_stage->server.answer(historyPath(), {refusal(403), historyOf({{2022, 1, 1}})});
    m_stage->answer(sampleYear());
    m_stage->show();
    PoolAccess replaced{m_stage->account, canaryKey()};
    replaced.key.secret += 'x';
    connect(m_stage->find<RangeChooser>("rangeChooser"), &RangeChooser::rangeChosen, this,
        [&](const HistoryRange &range) {
            if (range.from.year() == 2022) // which the page has just asked for
                m_stage->refresher.setPools({replaced});
        });
    m_stage->chooseDays({2022, 1, 1}, {2026, 1, 31});
    QTRY_COMPARE(m_stage->table()->model()->rowCount(), 3);
    QCOMPARE(m_stage->server.hitsOn(historyPath()), 2);
    QVERIFY(!m_stage->find<NoticeBanner>("errorBanner")->isVisible());
}

void TestHistoryLoading::waitsWhenItIsToldTo()
{
    m_stage->server.answer(historyPath(),
        {send(HttpText{.status = 429, .headers = "Retry-After: 60\r\n", .body = "{}"})});
    m_stage->answer(sampleYear());
    m_stage->show();
    m_stage->chooseDays({2022, 1, 1}, {2026, 1, 31});
    QTRY_VERIFY(m_stage->scheduler.heldUntil(m_stage->account.id).isValid());
    QTRY_VERIFY(m_stage->find<NoticeBanner>("errorBanner")->isVisible());
    m_stage->chooseDays({2021, 1, 1}, {2026, 1, 31}); // another question
    QTRY_VERIFY(m_stage->settings.historyRange().startsWith(u"2021"_s));
    QVERIFY(m_stage->find<NoticeBanner>("errorBanner")->isVisible());
    QCOMPARE(m_stage->server.hitsOn(historyPath()), 1);
}

void TestHistoryLoading::asksNobodyForWhatItHas()
{
    m_stage->answer(sampleYear());
    m_stage->chooseDays({2023, 12, 1}, {2026, 1, 31}); // within three years
    QTRY_VERIFY(m_stage->settings.historyRange().startsWith(u"20231201"_s));
    m_stage->chooseDays({2022, 1, 1}, {2026, 1, 31});
    m_stage->page->setPool({}); // before the days have come to rest
    QTRY_VERIFY(m_stage->settings.historyRange().startsWith(u"2022"_s));
    QVERIFY(m_stage->server.requests().isEmpty());
}

QTEST_MAIN(TestHistoryLoading)
#include "tst_historyloading.moc"
