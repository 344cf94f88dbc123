// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/pages/packagepage.h"

#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/chip.h"
#include "app/dashboard/widgets/factcard.h"
#include "app/dashboard/widgets/flowlayout.h"
#include "app/dashboard/widgets/noticebanner.h"
#include "app/dashboard/widgets/textlabel.h"
#include "app/text/errortext.h"
#include "app/text/formatting.h"
#include "app/text/packagetext.h"
#include "app/text/statustext.h"
#include "core/base/clock.h"
#include "core/base/displaytext.h"
#include "core/models/poolsmodel.h"

#include <QEvent>
#include <QGridLayout>
#include <QVBoxLayout>

#include <chrono>

namespace genauth {

namespace {

/** Of a chip's text; the whole of a longer one stands in its tooltip. */
constexpr int LongestChip = 40;

/** How often the window asks by itself, for what counts as old. */
constexpr std::chrono::hours RefreshInterval{1};

template <class Widget, class... Arguments>
Widget *named(const char *name, Arguments &&...arguments)
{
    auto *widget = new Widget(std::forward<Arguments>(arguments)...);
    widget->setObjectName(QString::fromLatin1(name));
    return widget;
}

} // namespace

PackagePage::PackagePage(const Theme &theme, const Clock &clock, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_clock(clock)
    , m_statusBanner(named<NoticeBanner>("statusBanner", theme))
    , m_errorBanner(named<NoticeBanner>("errorBanner", theme))
    , m_fieldsBanner(named<NoticeBanner>("fieldsBanner", theme))
    , m_name(named<TextLabel>("packageNameLabel", TextLabel::Role::Title, theme))
    , m_otherName(named<TextLabel>("otherNameLabel", TextLabel::Role::Headline, theme))
    , m_edition(named<Chip>("editionChip", theme))
    , m_scene(named<Chip>("sceneChip", theme))
    , m_code(named<Chip>("packageCodeChip", theme))
    , m_mau(named<FactCard>("mauQuantityCard", theme))
    , m_price(named<FactCard>("unitPriceCard", theme))
    , m_end(named<FactCard>("endTimeCard", theme))
    , m_overdue(named<FactCard>("overdueCard", theme))
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(Space::Huge, Space::Large, Space::Huge, Space::Large);
    layout->setSpacing(Space::Medium);
    layout->addWidget(m_statusBanner);
    layout->addWidget(m_errorBanner);
    layout->addWidget(m_fieldsBanner);
    layout->addLayout(createHeader());
    layout->addLayout(createFacts());
    layout->addStretch(1);
    setWidget(content);
    updateContents();
}

QLayout *PackagePage::createHeader()
{
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_otherName->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont otherFont = Theme::font(1.15);
    m_otherName->setFont(otherFont);
    m_otherName->setDimmed(true);

    auto *chips = new FlowLayout;
    chips->setSpacing(Space::Small);
    for (Chip *chip : {m_edition, m_scene, m_code})
        chips->addWidget(chip);

    auto *layout = new QVBoxLayout;
    layout->setContentsMargins(0, Space::Tiny, 0, Space::Tiny);
    layout->setSpacing(Space::Tiny);
    layout->addWidget(m_name);
    layout->addWidget(m_otherName);
    layout->addSpacing(Space::Tiny);
    layout->addLayout(chips);
    return layout;
}

QLayout *PackagePage::createFacts()
{
    m_factsGrid = new QGridLayout;
    m_factsGrid->setSpacing(Space::Medium);
    arrangeFacts();
    return m_factsGrid;
}

void PackagePage::arrangeFacts()
{
    // As many in a row as leave room for a whole date, the longest of the usual values.
    const QString date = Formatting::date(QDateTime(QDate(2000, 12, 30), QTime(), Qt::UTC));
    const int cardWidth = FactCard::widthFor(date) + Space::Medium;
    const int room = viewport()->width() - 2 * Space::Huge + Space::Medium;
    const int columns = room >= 4 * cardWidth ? 4 : room >= 2 * cardWidth ? 2 : 1;
    if (columns == m_factColumns)
        return;
    m_factColumns = columns;
    int position = 0;
    for (FactCard *card : {m_mau, m_price, m_end, m_overdue}) {
        m_factsGrid->addWidget(card, position / columns, position % columns);
        ++position;
    }
    for (int column = 0; column < 4; ++column)
        m_factsGrid->setColumnStretch(column, column < columns ? 1 : 0);
}

void PackagePage::setPool(const QModelIndex &index)
{
    m_pool = index;
    updateContents();
    ensureVisible(0, 0);
}

void PackagePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        updateContents();
    QScrollArea::changeEvent(event);
}

void PackagePage::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    arrangeFacts();
}

void PackagePage::updateContents()
{
    const auto account = m_pool.data(PoolsModel::AccountRole).value<Account>();
    const auto snapshot = m_pool.data(PoolsModel::SnapshotRole).value<PoolSnapshot>();
    const auto assessment = m_pool.data(PoolsModel::AssessmentRole).value<SubscriptionAssessment>();
    const PackageText text(account, snapshot, assessment);
    showStatus(assessment, snapshot);
    showError(snapshot, account);
    showUnreadable(text);
    showNames(text, snapshot, account);
    showFacts(text, assessment, isStale(snapshot, m_clock.nowUtc(), RefreshInterval));
    arrangeFacts();
}

void PackagePage::showStatus(const SubscriptionAssessment &assessment, const PoolSnapshot &snapshot)
{
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

void PackagePage::showError(const PoolSnapshot &snapshot, const Account &account)
{
    if (!snapshot.package.error) {
        m_errorBanner->clear();
        return;
    }
    const ApiError &error = *snapshot.package.error;
    const ErrorText::Words words = ErrorText::words(error, account.host.host());
    QStringList notes{ErrorText::serverSaid(error), ErrorText::codes(error)};
    notes.removeAll(QString());
    QString advice = words.advice;
    if (snapshot.package.value) {
        const qint64 age = snapshot.package.receivedAt.secsTo(m_clock.nowUtc());
        advice = Formatting::sentences(
            {advice, tr("What you see is from %1.").arg(Formatting::age(age))});
    }
    m_errorBanner->show(
        {StateShape::NoConnection, words.headline, advice, notes.join(QLatin1Char('\n'))});
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

void PackagePage::showNames(
    const PackageText &text, const PoolSnapshot &snapshot, const Account &account)
{
    const bool known = snapshot.package.value.has_value();
    const PackageText::Fact name = text.name();
    if (known)
        m_name->setText(name.known ? name.value : tr("Name unknown"));
    else if (m_pool.data(PoolsModel::RefreshingRole).toBool())
        m_name->setText(tr("Asking %1…").arg(account.host.host()));
    else
        m_name->setText(snapshot.package.error ? tr("Package unknown") : tr("Not asked yet"));
    m_name->setDimmed(!name.known);
    const PackageText::Fact other = text.otherName();
    m_otherName->setText(other.value);
    m_otherName->setHidden(!known);

    const auto showChip = [known](Chip *chip, const QString &label, const PackageText::Fact &fact) {
        const QString value = displayText(fact.value, LongestChip);
        chip->setText(fact.known ? value : QStringLiteral("%1: %2").arg(label, value));
        chip->setToolTip(QStringLiteral("<qt>%1: %2</qt>")
                             .arg(label.toHtmlEscaped(), fact.value.toHtmlEscaped()));
        chip->setAccessibleName(label);
        chip->setAccessibleDescription(fact.value);
        chip->setHidden(!known);
    };
    showChip(m_edition, tr("Edition"), text.edition());
    showChip(m_scene, tr("Scene"), text.scene());
    showChip(m_code, tr("Package code"), text.packageCode());
}

void PackagePage::showFacts(
    const PackageText &text, const SubscriptionAssessment &assessment, bool stale)
{
    const auto show = [stale](FactCard *card, const QString &title, const PackageText::Fact &fact,
                          Tone tone) {
        card->setTitle(title);
        card->setFact(fact.value, fact.note, fact.known, tone);
        card->setPlainToolTip(fact.tooltip);
        card->setStale(stale);
    };
    const auto &all = assessment.all;
    const bool overdue = all.contains(SubscriptionState::Overdue);
    const bool ended = all.contains(SubscriptionState::Ended);
    const Tone endTone = ended || all.contains(SubscriptionState::EndsVerySoon) ? Tone::Bad
                         : all.contains(SubscriptionState::EndsSoon)            ? Tone::Soon
                                                                                : Tone::Plain;
    show(m_mau, tr("MAU quantity"), text.mauQuantity(), Tone::Plain);
    show(m_price, tr("Unit price"), text.unitPrice(), Tone::Plain);
    show(m_end, tr("Ends"), text.end(), endTone);
    show(m_overdue, tr("Overdue"), text.overdue(), overdue ? Tone::Bad : Tone::Plain);
}

} // namespace genauth
