// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/pages/packagepage.h"

#include "app/dashboard/pages/attemptsituation.h"
#include "app/dashboard/session.h"
#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/button.h"
#include "app/dashboard/widgets/cyclescard.h"
#include "app/dashboard/widgets/detailspanel.h"
#include "app/dashboard/widgets/errornotice.h"
#include "app/dashboard/widgets/factsgrid.h"
#include "app/dashboard/widgets/focusring.h"
#include "app/dashboard/widgets/noticebanner.h"
#include "app/dashboard/widgets/packageheader.h"
#include "app/dashboard/widgets/textlabel.h"
#include "app/text/forecasttext.h"
#include "app/text/formatting.h"
#include "app/text/freshnesstext.h"
#include "app/text/packagetext.h"
#include "app/text/statustext.h"
#include "core/accounts/ownpools.h"
#include "core/base/clock.h"
#include "core/billing/mauuse.h"
#include "core/models/poolsmodel.h"
#include "core/sync/refreshscheduler.h"

#include <QEvent>
#include <QVBoxLayout>

namespace genauth {

namespace {

template <class Widget, class... Arguments>
Widget *named(const char *name, Arguments &&...arguments)
{
    auto *widget = new Widget(std::forward<Arguments>(arguments)...);
    widget->setObjectName(QString::fromLatin1(name));
    return widget;
}

} // namespace

PackagePage::PackagePage(const Collaborators &with, QWidget *parent)
    : QScrollArea(parent)
    , m_with(with)
    , m_feed(with.store)
    , m_statusBanner(named<NoticeBanner>("statusBanner", with.theme))
    , m_consoleButton(m_statusBanner->addButton("consoleButton"))
    , m_errorNotice(named<ErrorNotice>("errorNotice", with.theme))
    , m_fieldsBanner(named<NoticeBanner>("fieldsBanner", with.theme))
    , m_keyBanner(named<NoticeBanner>("keyBanner", with.theme))
    , m_keyConsoleButton(m_keyBanner->addButton("keyConsoleButton"))
    , m_keyAcceptButton(m_keyBanner->addButton("keyAcceptButton"))
    , m_header(named<PackageHeader>("packageHeader", with.theme))
    , m_facts(named<FactsGrid>("factsGrid", with.theme))
    , m_cycles(named<CyclesCard>("cyclesCard", with.theme))
    , m_age(named<TextLabel>("ageLabel", TextLabel::Role::Note, with.theme))
    , m_keyNote(named<TextLabel>("keyNoteLabel", TextLabel::Role::Note, with.theme))
    , m_details(named<DetailsPanel>("answerDetailsPanel", with.theme))
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(Space::Huge, Space::Large, Space::Huge, Space::Large);
    layout->setSpacing(Space::Medium);
    layout->addWidget(m_statusBanner);
    layout->addWidget(m_errorNotice);
    layout->addWidget(m_fieldsBanner);
    layout->addWidget(m_header);
    layout->addWidget(m_facts);
    layout->addWidget(m_cycles);
    layout->addWidget(m_age);
    layout->addWidget(m_keyNote);
    layout->addWidget(m_keyBanner);
    layout->addWidget(m_details);
    layout->addStretch(1);
    setWidget(content);
    m_details->hide();
    new FocusRing(*this, m_with.theme);
    connect(m_consoleButton, &Button::clicked, this, &PackagePage::consoleRequested);
    connect(m_errorNotice, &ErrorNotice::retryRequested, this, &PackagePage::retryRequested);
    connect(m_errorNotice, &ErrorNotice::editRequested, this, &PackagePage::editRequested);
    connect(
        m_errorNotice, &ErrorNotice::replaceKeyRequested, this, &PackagePage::replaceKeyRequested);
    connect(m_keyConsoleButton, &Button::clicked, this, &PackagePage::consoleRequested);
    connect(m_keyAcceptButton, &Button::clicked, this, &PackagePage::keyAccepted);
    connect(m_errorNotice, &ErrorNotice::browserRequested, this, &PackagePage::browserRequested);
    connect(m_errorNotice, &ErrorNotice::detailsCopied, this, &PackagePage::detailsCopied);
    connect(m_details, &DetailsPanel::copied, this, &PackagePage::detailsCopied);
    connect(&m_feed, &BurnUpFeed::changed, this, &PackagePage::updateContents);
    followKeys();
    updateContents();
}

void PackagePage::followKeys()
{
    connect(&m_with.pools, &OwnPools::keyNotKept, this, [this](const QUuid &id) {
        m_keysNotKept.insert(id);
        updateContents();
    });
    connect(&m_with.pools, &OwnPools::keyKept, this, [this](const QUuid &id) {
        m_keysNotKept.remove(id);
        updateContents();
    });
}

void PackagePage::setPool(const QModelIndex &index)
{
    const auto idOf = [this] { return m_pool.data(PoolsModel::AccountRole).value<Account>().id; };
    const QUuid before = idOf();
    m_pool = index;
    updateContents();
    if (idOf() != before)
        ensureVisible(0, 0);
}

void PackagePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        updateContents();
    QScrollArea::changeEvent(event);
}

void PackagePage::updateContents()
{
    const auto account = m_pool.data(PoolsModel::AccountRole).value<Account>();
    const auto snapshot = m_pool.data(PoolsModel::SnapshotRole).value<PoolSnapshot>();
    const auto assessment = m_pool.data(PoolsModel::AssessmentRole).value<SubscriptionAssessment>();
    const PackageText text(account, snapshot, assessment);
    setAccessibleName(tr("Package"));
    setAccessibleDescription(tr("The package of the chosen user pool"));
    const bool stale = isStale(snapshot, m_with.clock.nowUtc(), m_with.scheduler.interval());
    showStatus(assessment, snapshot, account);
    showError(snapshot);
    showUnreadable(text);
    showNames(text, snapshot, account, stale);
    showFacts(text, assessment, snapshot, account, stale);
    m_cycles->show(snapshot, poolTime(snapshot, m_with.clock.nowUtc(), account.clockOffset).date());
    showAge(snapshot, account, stale);
    showKeyNote(account);
    showKeyAdvice(snapshot, account);
    showDetails(snapshot, account);
}

void PackagePage::setDetailsVisible(bool visible)
{
    m_detailsWanted = visible;
    updateContents();
    m_errorNotice->setDetailsVisible(visible);
    if (m_details->isVisible())
        ensureWidgetVisible(m_details);
}

void PackagePage::showStatus(
    const SubscriptionAssessment &assessment, const PoolSnapshot &snapshot, const Account &account)
{
    m_consoleButton->setWords(tr("Open &console"), tr("Opens the GenAuth console in your browser"));
    m_consoleButton->setHidden(consoleOf(account.host).isEmpty());

    const auto banner = StatusText::banner(assessment, snapshot.package.value);
    if (!banner) {
        m_statusBanner->clear();
        return;
    }
    const bool onlyReachability = assessment.headline == SubscriptionState::NotReachable;
    const SubscriptionState state =
        onlyReachability && assessment.all.size() > 1 ? assessment.all.at(1) : assessment.headline;
    m_statusBanner->show({shapeOf(state), banner->headline, banner->advice, {}});
}

void PackagePage::showError(const PoolSnapshot &snapshot)
{
    m_errorNotice->show(
        situationOf(m_pool, snapshot.package, QStringLiteral("get-current-package-info"),
            {m_with.clock, m_with.scheduler, m_with.session}));
}

void PackagePage::showAge(const PoolSnapshot &snapshot, const Account &account, bool stale)
{
    m_age->setHidden(!stale);
    m_age->setText({});
    m_age->setToolTip({});
    if (!stale)
        return;
    m_age->setText(FreshnessText::stale(account, snapshot.package, m_with.clock.nowUtc()));
    m_age->setPlainToolTip(Formatting::exactMoment(snapshot.package.receivedAt));
}

void PackagePage::showKeyNote(const Account &account)
{
    const bool passes = !m_with.session.isDemo() && m_keysNotKept.contains(account.id) &&
                        m_with.pools.isKeyOfThisSession(account.id);
    m_keyNote->setText(
        passes ? tr("The access key of this pool is kept until this program ends.") : QString());
    m_keyNote->setHidden(!passes);
}

void PackagePage::showDetails(const PoolSnapshot &snapshot, const Account &account)
{
    // An error has them in its own place.
    m_details->setVisible(m_detailsWanted && m_pool.isValid() && !snapshot.package.error);
    m_details->setDetails(
        DetailsText::lines(account, snapshot), DetailsText::forSupport(account, snapshot));
}

void PackagePage::showUnreadable(const PackageText &text)
{
    const QStringList sentences = text.unreadableFields();
    if (sentences.isEmpty())
        m_fieldsBanner->clear();
    else
        m_fieldsBanner->show({StateShape::Unknown, tr("Part of the answer cannot be read"),
            sentences.join(QLatin1Char('\n')), {}});
}

void PackagePage::showKeyAdvice(const PoolSnapshot &snapshot, const Account &account)
{
    if (!m_with.session.advisesAnotherKey(account.id, snapshot)) {
        m_keyBanner->clear();
        return;
    }
    m_keyConsoleButton->setWords(
        tr("Open &console"), tr("Opens the GenAuth console in your browser"));
    m_keyConsoleButton->setHidden(consoleOf(account.host).isEmpty());
    m_keyAcceptButton->setWords(
        tr("Do &not say this again"), tr("Keeps this key, and takes the hint away for good"));
    m_keyBanner->show({StateShape::Unknown, tr("This is the pool's master key"),
        tr("Whoever has it may do everything in the pool. Safer is the key of a collaborating "
           "administrator who may only read metering and billing: it is made in the console under "
           "Settings → Basic settings → Key management."),
        {}});
}

void PackagePage::showNames(
    const PackageText &text, const PoolSnapshot &snapshot, const Account &account, bool stale)
{
    if (snapshot.package.value)
        m_header->show(text, stale);
    else if (m_pool.data(PoolsModel::RefreshingRole).toBool())
        m_header->showInstead(tr("Asking %1…").arg(account.host.host()));
    else
        m_header->showInstead(snapshot.package.error ? tr("Package unknown") : tr("Not asked yet"));
}

void PackagePage::showFacts(const PackageText &text, const SubscriptionAssessment &assessment,
    const PoolSnapshot &snapshot, const Account &account, bool stale)
{
    FactsGrid::Facts facts{.text = text, .assessment = assessment, .stale = stale};
    const QDateTime now = m_with.clock.nowUtc();
    const QDate today = poolTime(snapshot, now, account.clockOffset).date();
    facts.mau = currentMau(snapshot, today);
    if (facts.mau)
        facts.mauStale = isStale(attemptOf(snapshot, *facts.mau), now, m_with.scheduler.interval());
    m_feed.follow(account, snapshot, today);
    const auto burnUp = m_feed.burnUp(snapshot, now);
    if (facts.mau && burnUp && burnUp->forecast) {
        const bool mayReassure = ForecastText::mayReassure(assessment, stale || facts.mauStale);
        facts.mauNote = ForecastText::sentence(*burnUp->forecast, account.clockOffset, mayReassure);
    }
    m_facts->show(facts);
}

} // namespace genauth
