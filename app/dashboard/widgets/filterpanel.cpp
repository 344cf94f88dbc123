// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/filterpanel.h"

#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/cardframe.h"
#include "app/dashboard/widgets/filteredit.h"
#include "app/dashboard/widgets/textlabel.h"
#include "core/base/displaytext.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace genauth {

namespace {

/** As many rows, at least, are seen at once; in heights of a line. */
constexpr int LeastHeight = 14;
/** How wide the filter is, in digits. */
constexpr int FilterDigits = 26;

} // namespace

FilterPanel::FilterPanel(const Theme &theme, QAbstractItemView *view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_summary(new TextLabel(TextLabel::Role::Headline, theme, this))
    , m_filter(new FilterEdit(theme, this))
    , m_instead(new TextLabel(TextLabel::Role::Text, theme, this))
    , m_card(new CardFrame(theme, this))
{
    m_summary->setObjectName(QStringLiteral("summaryLabel"));
    m_instead->setObjectName(QStringLiteral("nothingShownLabel"));
    m_instead->setDimmed(true);
    m_instead->setAlignment(Qt::AlignCenter);
    m_card->add(m_view);
    m_card->add(m_instead);
    m_card->setMinimumHeight(LeastHeight * fontMetrics().height());
    m_filter->setMaximumWidth(FilterDigits * fontMetrics().horizontalAdvance(QLatin1Char('0')));
    auto *top = new QHBoxLayout;
    top->setSpacing(Space::Medium);
    top->addWidget(m_summary, 1);
    top->addWidget(m_filter, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::Medium);
    layout->addLayout(top);
    layout->addWidget(m_card, 1);
    setFocusProxy(m_view);
    connect(m_filter, &QLineEdit::textChanged, this, &FilterPanel::filterChanged);
    connect(m_filter, &FilterEdit::leaveRequested, this, &FilterPanel::focusRows);
    update();
}

QString FilterPanel::filter() const
{
    return m_filter->text().trimmed();
}

void FilterPanel::show(const Rows &rows)
{
    m_rows = rows;
    update();
}

void FilterPanel::startAnew()
{
    m_filter->clear();
    m_view->setCurrentIndex({});
    m_view->clearSelection();
    m_view->scrollToTop();
}

void FilterPanel::update()
{
    const bool filtered = !filter().isEmpty();
    m_summary->setText(
        //: %1 "9 rights", %n of them are left by the filter
        filtered ? tr("%1 · %n shown", nullptr, m_rows.shown).arg(m_rows.summary) : m_rows.summary);
    m_summary->setDimmed(m_rows.stale);
    m_instead->setText(m_rows.all == 0 ? m_rows.emptyWords
                                       : tr("Nothing matches “%1”.").arg(displayText(filter())));
    m_summary->setVisible(m_rows.all > 0);
    m_filter->setVisible(m_rows.all > 0 || filtered);
    m_view->setVisible(m_rows.shown > 0);
    m_instead->setVisible(m_rows.shown == 0);
}

void FilterPanel::focusRows()
{
    if (!m_view->isVisible())
        return;
    m_view->setFocus(Qt::OtherFocusReason);
    if (!m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_view->model()->index(0, 0));
}

void FilterPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        update();
    QWidget::changeEvent(event);
}

} // namespace genauth
