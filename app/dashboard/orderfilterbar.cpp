// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/orderfilterbar.h"

#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/filteredit.h"
#include "app/dashboard/widgets/flowlayout.h"
#include "app/text/ordertext.h"

#include <QComboBox>
#include <QEvent>

#include <array>
#include <initializer_list>
#include <utility>

namespace genauth {

namespace {

constexpr std::array Statuses{Order::Status::Unpaid, Order::Status::Paid, Order::Status::Completed,
    Order::Status::Cancelled, Order::Status::Expired, Order::Status::Unlisted};
constexpr std::array Types{Order::Type::New, Order::Type::Upgrade, Order::Type::Renew,
    Order::Type::OverdueCorrect, Order::Type::OverflowedCorrect, Order::Type::Unlisted};

/** How wide the line for words is, in digits. */
constexpr int WordsDigits = 26;

template <class Values>
QComboBox *choiceOf(const char *name, const Values &values, QWidget *parent)
{
    auto *choice = new QComboBox(parent);
    choice->setObjectName(QString::fromLatin1(name));
    choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    choice->addItem(QString()); // everything
    for (const auto value : values)
        choice->addItem(QString(), static_cast<int>(value));
    return choice;
}

} // namespace

OrderFilterBar::OrderFilterBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_status(choiceOf("orderStatusComboBox", Statuses, this))
    , m_type(choiceOf("orderTypeComboBox", Types, this))
    , m_words(new FilterEdit(theme, this))
{
    m_words->setFixedWidth(WordsDigits * fontMetrics().horizontalAdvance(QLatin1Char('0')));
    auto *layout = new FlowLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::Small);
    for (QWidget *part : std::initializer_list<QWidget *>{m_words, m_status, m_type})
        layout->addWidget(part);
    connect(m_status, &QComboBox::currentIndexChanged, this, &OrderFilterBar::filterChanged);
    connect(m_type, &QComboBox::currentIndexChanged, this, &OrderFilterBar::filterChanged);
    connect(m_words, &QLineEdit::textChanged, this, &OrderFilterBar::filterChanged);
    connect(m_words, &FilterEdit::leaveRequested, this, &OrderFilterBar::leaveRequested);
    retranslate();
}

std::optional<Order::Status> OrderFilterBar::status() const
{
    if (m_status->currentIndex() <= 0)
        return std::nullopt;
    return static_cast<Order::Status>(m_status->currentData().toInt());
}

std::optional<Order::Type> OrderFilterBar::type() const
{
    if (m_type->currentIndex() <= 0)
        return std::nullopt;
    return static_cast<Order::Type>(m_type->currentData().toInt());
}

QString OrderFilterBar::words() const
{
    return m_words->text().trimmed();
}

bool OrderFilterBar::isSet() const
{
    return status() || type() || !words().isEmpty();
}

void OrderFilterBar::setTabOrderAfter(QWidget *rows)
{
    QWidget *before = rows;
    for (QWidget *part : std::initializer_list<QWidget *>{m_words, m_status, m_type})
        setTabOrder(std::exchange(before, part), part);
}

void OrderFilterBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void OrderFilterBar::retranslate()
{
    m_status->setItemText(0, tr("Every status"));
    for (int item = 1; item < m_status->count(); ++item)
        m_status->setItemText(item,
            OrderText::statusName(static_cast<Order::Status>(m_status->itemData(item).toInt())));
    m_type->setItemText(0, tr("Every type"));
    for (int item = 1; item < m_type->count(); ++item)
        m_type->setItemText(
            item, OrderText::typeName(static_cast<Order::Type>(m_type->itemData(item).toInt())));
    m_status->setAccessibleName(tr("Status"));
    m_status->setAccessibleDescription(tr("Shows orders of this status alone"));
    m_type->setAccessibleName(tr("Order type"));
    m_type->setAccessibleDescription(tr("Shows orders of this type alone"));
    updateGeometry();
}

} // namespace genauth
