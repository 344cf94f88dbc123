// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/pages/historypage.h"

#include "app/dashboard/historyexport.h"
#include "app/dashboard/historytable.h"
#include "app/dashboard/pages/attemptsituation.h"
#include "app/dashboard/session.h"
#include "app/dashboard/settings.h"
#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/burnupcard.h"
#include "app/dashboard/widgets/button.h"
#include "app/dashboard/widgets/datatable.h"
#include "app/dashboard/widgets/focusring.h"
#include "app/dashboard/widgets/mauchart.h"
#include "app/dashboard/widgets/mauplot.h"
#include "app/dashboard/widgets/operationnotice.h"
#include "app/dashboard/widgets/rangechooser.h"
#include "app/dashboard/widgets/textlabel.h"
#include "app/dashboard/widgets/titledcard.h"
#include "app/text/fieldtext.h"
#include "app/text/forecasttext.h"
#include "app/text/historytext.h"
#include "core/base/clock.h"
#include "core/base/displaytext.h"
#include "core/billing/mauuse.h"
#include "core/models/poolsmodel.h"
#include "core/store/billingstore.h"
#include "core/sync/poolrefresh.h"
#include "core/sync/refreshscheduler.h"

#include <QBoxLayout>
#include <QEvent>

#include <algorithm>

namespace genauth {

/** Of a pool, where the line says more besides. */
static constexpr qsizetype LongestNameOnPaper = 32;

HistoryPage::HistoryPage(const Collaborators &with, QWidget *parent)
    : QScrollArea(parent)
    , m_with(with)
    , m_cycles(new HistoryTable(with.theme, this))
    , m_loader(with.refresher, with.scheduler, with.clock)
    , m_feed(with.store)
    , m_range(HistoryRange::fromCode(with.settings.historyRange()).value_or(HistoryRange()))
    , m_notice(new OperationNotice(with.theme))
    , m_chooser(new RangeChooser)
    , m_exportButton(new Button("chartExportButton", with.theme))
    , m_export(new HistoryExport([this] { return picture(); }, this))
    , m_chartCard(new TitledCard(with.theme))
    , m_chart(new MauChart(m_model, with.theme, MauChart::Use::Exploring))
    , m_noCycles(new TextLabel(TextLabel::Role::Text, with.theme))
    , m_burnUp(new BurnUpCard(with.theme))
    , m_lower(new QBoxLayout(QBoxLayout::LeftToRight))
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    createNotice();
    createChart();
    createTable();
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(Space::Huge, Space::Large, Space::Huge, Space::Large);
    layout->setSpacing(Space::Medium);
    layout->addWidget(m_notice);
    layout->addWidget(createControls());
    layout->addWidget(m_chartCard, 3);
    layout->addLayout(m_lower, 2);
    setWidget(content);
    new FocusRing(*this, with.theme);
    connect(&m_feed, &BurnUpFeed::changed, this, [this] { showBurnUp(known()); });
    arrange();
    retranslate();
    updateContents();
}

HistoryPage::~HistoryPage() = default;

HistoryPage::Known HistoryPage::known() const
{
    Known known{m_pool.data(PoolsModel::AccountRole).value<Account>(),
        m_pool.data(PoolsModel::SnapshotRole).value<PoolSnapshot>(), m_with.clock.nowUtc(), {}};
    known.today = poolTime(known.snapshot, known.now, known.account.clockOffset).date();
    known.stale = isStale(known.snapshot.mauHistory, known.now, m_with.scheduler.interval());
    return known;
}

void HistoryPage::setPool(const QModelIndex &index)
{
    const QUuid before = m_account.id;
    m_pool = index;
    updateContents();
    if (m_account.id != before)
        ensureVisible(0, 0);
}

void HistoryPage::updateContents()
{
    const Known now = known();
    if (now.account != m_account) {
        if (now.account.id != m_account.id) {
            m_model.clear();
            m_chart->showAll();
        }
        m_account = now.account;
        m_loader.forget();
        m_asked.clear();
    }
    m_chooser->setToday(now.today);
    loadWhatIsMissing(now);
    showNotice(now);
    showCycles(now);
    m_feed.follow(now.account, now.snapshot, now.today);
    showBurnUp(now);
}

void HistoryPage::chooseRange(const HistoryRange &range)
{
    m_range = range;
    m_with.settings.setHistoryRange(range.code());
    updateContents();
}

void HistoryPage::retry()
{
    if (!m_loader.state().error) {
        emit retryRequested();
        return;
    }
    m_asked.clear();
    updateContents();
}

bool HistoryPage::reachesFurther(const Known &known) const
{
    return m_pool.isValid() &&
           m_range.firstDay(known.today) < known.today.addYears(-PoolRefresh::HistoryYears);
}

bool HistoryPage::mustAsk(const Known &known) const
{
    if (m_asked != m_range.code())
        return true;
    const OperationState<MauHistory> &asked = m_loader.state();
    if (m_loader.isLoading())
        return false;
    // What a refresh, or another key, has met since then may be met here as well.
    const QDateTime attempt =
        std::max(known.snapshot.package.attemptedAt, known.snapshot.mauHistory.attemptedAt);
    return !asked.attemptedAt.isValid() || (asked.error && attempt > asked.attemptedAt);
}

void HistoryPage::loadWhatIsMissing(const Known &known)
{
    if (!reachesFurther(known)) {
        m_loader.forget();
        m_asked.clear();
    } else if (mustAsk(known)) {
        const auto asked = m_loader.load(known.account, m_range.from, m_range.to);
        // A key that is not here yet may come.
        m_asked = asked == HistoryLoader::Asked::NobodyToAsk ? QString() : m_range.code();
    }
}

void HistoryPage::showNotice(const Known &known)
{
    const OperationState<MauHistory> &asked = m_loader.state();
    const OperationState<MauHistory> &refreshed = known.snapshot.mauHistory;
    OperationNotice::Situation situation{
        .error = situationOf(m_pool,
            asked.error ? static_cast<const OperationAttempt &>(asked) : refreshed,
            QStringLiteral("get-mau-period-usage-history"),
            {m_with.clock, m_with.scheduler, m_with.session}),
        .unreadableFields = {},
        .stale = known.stale,
        .emptyWords = tr("Nothing is known of the billing cycles yet. Each one will have a bar "
                         "here, and a row."),
    };
    situation.error.refreshing = situation.error.refreshing || m_loader.isLoading();
    QStringList unreadable = refreshed.value ? refreshed.value->unreadableFields : QStringList();
    if (asked.value)
        unreadable += asked.value->unreadableFields;
    unreadable.removeDuplicates();
    situation.unreadableFields = FieldText::unreadable(unreadable);
    m_model.setLoading(situation.error.refreshing);
    m_model.setError(situation.error.attempt.error);
    m_notice->show(situation);
}

void HistoryPage::showCycles(const Known &known)
{
    const auto cyclesOf = [](const OperationState<MauHistory> &state) {
        return state.value ? state.value->cycles : QList<MauCycle>();
    };
    const QList<MauCycle> all =
        mergedCycles(cyclesOf(m_loader.state()), cyclesOf(known.snapshot.mauHistory));
    m_model.setCycles(m_range.cyclesOf(all, known.today), known.today);
    m_cycles->setStale(known.stale);
    m_cycles->setOrigin({.account = known.account.id,
        .poolName = known.account.name,
        .asOf = inClock(answeredAt(known.snapshot), known.account.clockOffset)});
    m_chart->setMarkers(markersOf(known.snapshot));
    const bool isKnown = known.snapshot.mauHistory.value || m_loader.state().value;
    const bool any = m_model.rowCount() > 0;
    m_chart->setVisible(any);
    m_tableCard->setVisible(any);
    m_exportButton->setEnabled(any);
    m_noCycles->setVisible(!any);
    m_noCycles->setText(m_loader.isLoading() ? tr("Asking for these billing cycles…")
                                             : tr("GenAuth names no billing cycle in this time."));
    m_chartCard->setVisible(any || isKnown || m_loader.isLoading());
}

void HistoryPage::showBurnUp(const Known &known)
{
    const auto burnUp = m_feed.burnUp(known.snapshot, known.now);
    // Where nothing is kept there will be no curve.
    const bool isKept = !m_with.session.isDemo() && !m_with.store.keepsNothing();
    m_burnUp->setVisible(burnUp && (isKept || !burnUp->isEmpty()));
    if (!burnUp)
        return;
    const auto assessment = m_pool.data(PoolsModel::AssessmentRole).value<SubscriptionAssessment>();
    const auto interval = m_with.scheduler.interval();
    const auto mau = currentMau(known.snapshot, known.today);
    const bool stale = known.stale || isStale(known.snapshot, known.now, interval) || !mau ||
                       isStale(attemptOf(known.snapshot, *mau), known.now, interval);
    m_burnUp->show(*burnUp, ForecastText::mayReassure(assessment, stale));
}

QDateTime HistoryPage::answeredAt(const PoolSnapshot &snapshot) const
{
    const QDateTime &refreshed = snapshot.mauHistory.receivedAt;
    const QDateTime &loaded = m_loader.state().receivedAt;
    if (refreshed.isValid() && loaded.isValid())
        return std::min(refreshed, loaded);
    return refreshed.isValid() ? refreshed : loaded;
}

ChartExport::Picture HistoryPage::picture() const
{
    const QList<CycleFacts> cycles = CycleFacts::allOf(m_model);
    const Known now = known();
    const QString pool = displayText(m_account.name, LongestNameOnPaper);
    const QDateTime receivedAt = answeredAt(now.snapshot);
    return {.pool = m_account.name,
        .title = tr("MAU per billing cycle"),
        .subtitle = QStringLiteral("%1 · %2").arg(pool, HistoryText::summary(cycles)),
        .asOf = receivedAt.isValid()
                    ? HistoryText::asOf(inClock(receivedAt, now.account.clockOffset))
                    : QString(),
        .cycles = cycles,
        .markers = markersOf(now.snapshot)};
}

void HistoryPage::setDetailsVisible(bool visible)
{
    m_notice->setDetailsVisible(visible);
}

void HistoryPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        updateContents();
    }
    QScrollArea::changeEvent(event);
}

void HistoryPage::retranslate()
{
    setAccessibleName(tr("MAU history"));
    setAccessibleDescription(tr("The billing cycles of the chosen user pool"));
    m_chartCard->setTitle(tr("MAU per billing cycle"));
    m_exportButton->setWords(tr("&Export…"), tr("Writes the chart into a file: PNG, SVG or PDF"));
    m_export->retranslate();
    m_table->setAccessibleName(tr("Billing cycles"));
    m_table->setAccessibleDescription(tr("A row for each billing cycle: the chart's own numbers"));
    m_cycles->retranslate();
}

} // namespace genauth
