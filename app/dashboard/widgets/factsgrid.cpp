// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/factsgrid.h"

#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/factcard.h"
#include "app/text/formatting.h"
#include "app/text/mautext.h"
#include "app/text/packagetext.h"

#include <QGridLayout>

namespace genauth {

namespace {

FactCard *createCard(const char *name, const Theme &theme, QWidget *parent)
{
    auto *card = new FactCard(theme, parent);
    card->setObjectName(QLatin1String(name));
    return card;
}

} // namespace

FactsGrid::FactsGrid(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_mau(createCard("mauQuantityCard", theme, this))
    , m_price(createCard("unitPriceCard", theme, this))
    , m_end(createCard("endTimeCard", theme, this))
    , m_overdue(createCard("overdueCard", theme, this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(Space::Medium);
    arrange();
}

void FactsGrid::arrange()
{
    // As many in a row as leave room for a whole date, the longest of the usual values.
    const QString date = Formatting::date(QDateTime(QDate(2000, 12, 30), QTime(), Qt::UTC));
    const int cardWidth = FactCard::widthFor(date) + Space::Medium;
    const int room = width() + Space::Medium;
    const int columns = room >= 4 * cardWidth ? 4 : room >= 2 * cardWidth ? 2 : 1;
    if (columns == m_columns)
        return;
    m_columns = columns;
    int position = 0;
    for (FactCard *card : {m_mau, m_price, m_end, m_overdue}) {
        m_grid->addWidget(card, position / columns, position % columns);
        ++position;
    }
    // The first card holds two numbers.
    for (int column = 0; column < 4; ++column)
        m_grid->setColumnStretch(column, column >= columns             ? 0
                                         : column == 0 && columns == 4 ? 5
                                                                       : 4);
}

void FactsGrid::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void FactsGrid::showMau(const Facts &facts)
{
    const PackageText::Fact bought = facts.text.mauQuantity();
    if (!facts.mau) {
        m_mau->setTitle(tr("MAU quantity"));
        m_mau->setUse({}, std::nullopt);
        m_mau->setFact(bought.value, bought.note, bought.known);
        m_mau->setPlainToolTip(bought.tooltip);
        m_mau->setStale(facts.stale);
        return;
    }
    const MauText mau(*facts.mau);
    const bool over = facts.assessment.all.contains(SubscriptionState::OverMau);
    m_mau->setTitle(tr("MAU this cycle"));
    m_mau->setUse(mau.ofBought, mau.percent ? std::optional(*mau.percent / 100.0) : std::nullopt);
    m_mau->setFact(mau.used, facts.mauNote, true, over ? Tone::Soon : Tone::Plain);
    m_mau->setPlainToolTip(
        mau.tooltip + QLatin1Char('\n') + tr("MAU quantity of the package: %1").arg(bought.value));
    m_mau->setStale(facts.mauStale);
}

void FactsGrid::show(const Facts &facts)
{
    const auto show = [&facts](FactCard *card, const QString &title, const PackageText::Fact &fact,
                          Tone tone) {
        card->setTitle(title);
        card->setFact(fact.value, fact.note, fact.known, tone);
        card->setPlainToolTip(fact.tooltip);
        card->setStale(facts.stale);
    };
    const auto &all = facts.assessment.all;
    const bool overdue = all.contains(SubscriptionState::Overdue);
    const bool ended = all.contains(SubscriptionState::Ended);
    const Tone endTone = ended || all.contains(SubscriptionState::EndsVerySoon) ? Tone::Bad
                         : all.contains(SubscriptionState::EndsSoon)            ? Tone::Soon
                                                                                : Tone::Plain;
    showMau(facts);
    show(m_price, tr("Unit price"), facts.text.unitPrice(), Tone::Plain);
    show(m_end, tr("Ends"), facts.text.end(), endTone);
    show(m_overdue, tr("Overdue"), facts.text.overdue(), overdue ? Tone::Bad : Tone::Plain);
    arrange();
}

} // namespace genauth
