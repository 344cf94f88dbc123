// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/rangechooser.h"

#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/flowlayout.h"

#include <QComboBox>
#include <QDateEdit>
#include <QEvent>
#include <QLabel>

#include <algorithm>
#include <array>

namespace genauth {

namespace {

/** Then the question is meant. */
constexpr int RestingTime = 250;
/** Before the service there was nothing to count. */
const QDate Earliest(2010, 1, 1);

/** In the order of the choice; 0: from one day to another. */
constexpr std::array Choices{6, 12, 24, 0};

} // namespace

RangeChooser::RangeChooser(QWidget *parent)
    : QWidget(parent)
    , m_months(new QComboBox(this))
    , m_from(new QDateEdit(this))
    , m_dash(new QLabel(QStringLiteral("–"), this))
    , m_to(new QDateEdit(this))
{
    m_months->setObjectName(QStringLiteral("rangeComboBox"));
    for (const int months : Choices)
        m_months->addItem(QString(), months);
    createDay(*m_from, "fromDateEdit");
    createDay(*m_to, "toDateEdit");
    auto *layout = new FlowLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::Small);
    for (QWidget *part : std::initializer_list<QWidget *>{m_months, m_from, m_dash, m_to})
        layout->addWidget(part);
    m_rest.setSingleShot(true);
    m_rest.setInterval(RestingTime);
    connect(&m_rest, &QTimer::timeout, this, &RangeChooser::chosen);
    connect(m_months, &QComboBox::activated, this, [this] {
        showDays();
        chosen();
    });
    setFocusProxy(m_months);
    setRange({}, QDate::currentDate());
    retranslate();
}

void RangeChooser::createDay(QDateEdit &edit, const char *name)
{
    edit.setObjectName(QLatin1String(name));
    edit.setDisplayFormat(QStringLiteral("yyyy-MM-dd")); // typed the same in either language
    edit.setCalendarPopup(true);
    edit.setKeyboardTracking(false);
    connect(&edit, &QDateEdit::dateChanged, this, [this, &edit] {
        m_edited = &edit;
        m_rest.start();
    });
}

HistoryRange RangeChooser::range() const
{
    const int months = m_months->currentData().toInt();
    if (months > 0)
        return {.months = months};
    return {.months = 0, .from = m_from->date(), .to = m_to->date()};
}

void RangeChooser::setRange(const HistoryRange &range, QDate today)
{
    const auto choice = std::ranges::find(Choices, range.months);
    m_months->setCurrentIndex(
        choice == Choices.end() ? 1 : static_cast<int>(std::distance(Choices.begin(), choice)));
    const QSignalBlocker quietFrom(m_from);
    const QSignalBlocker quietTo(m_to);
    const QDate latest = std::max(today, range.to);
    m_from->setDateRange(Earliest, latest);
    m_to->setDateRange(Earliest, latest);
    m_from->setDate(range.isCustom() ? range.from : range.firstDay(today));
    m_to->setDate(range.isCustom() ? range.to : today);
    showDays();
}

void RangeChooser::setToday(QDate today)
{
    // It only moves on: what was chosen stays within.
    if (today <= m_to->maximumDate())
        return;
    m_from->setMaximumDate(today);
    m_to->setMaximumDate(today);
}

void RangeChooser::setLeastHeight(int height)
{
    for (QWidget *part : std::initializer_list<QWidget *>{m_months, m_from, m_dash, m_to})
        part->setMinimumHeight(height);
}

void RangeChooser::chosen()
{
    m_rest.stop();
    // The end that was not touched gives way.
    if (m_from->date() > m_to->date()) {
        QDateEdit *other = m_edited == m_to ? m_from : m_to;
        const QSignalBlocker quiet(other);
        other->setDate(m_edited == m_to ? m_to->date() : m_from->date());
    }
    emit rangeChosen(range());
}

void RangeChooser::showDays()
{
    const bool custom = m_months->currentData().toInt() == 0;
    for (QWidget *part : std::initializer_list<QWidget *>{m_from, m_dash, m_to})
        part->setVisible(custom);
    layout()->invalidate();
    updateGeometry();
}

void RangeChooser::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RangeChooser::retranslate()
{
    for (int choice = 0; choice < m_months->count(); ++choice) {
        const int months = m_months->itemData(choice).toInt();
        m_months->setItemText(
            choice, months > 0 ? tr("Last %Ln month(s)", nullptr, months) : tr("From … to …"));
    }
    m_months->setAccessibleName(tr("Which billing cycles"));
    m_months->setAccessibleDescription(tr("How far the chart and the table go back"));
    m_from->setAccessibleName(tr("From this day"));
    m_to->setAccessibleName(tr("To this day"));
    m_from->setToolTip(tr("From this day"));
    m_to->setToolTip(tr("To this day"));
    m_from->setLocale(QLocale());
    m_to->setLocale(QLocale());
}

} // namespace genauth
