// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/orderdetailpane.h"

#include "app/dashboard/ordersheet.h"
#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/button.h"
#include "app/dashboard/widgets/flowlayout.h"
#include "app/dashboard/widgets/textlabel.h"
#include "app/text/errortext.h"
#include "app/text/formatting.h"
#include "app/text/ordertext.h"
#include "core/base/displaytext.h"

#include <QApplication>
#include <QClipboard>
#include <QVBoxLayout>

namespace genauth {

namespace {

TextLabel *label(const char *name, TextLabel::Role role, const Theme &theme, QWidget *parent)
{
    auto *label = new TextLabel(role, theme, parent);
    label->setObjectName(QString::fromLatin1(name));
    return label;
}

} // namespace

OrderDetailPane::OrderDetailPane(const Theme &theme, QWidget *parent)
    : QScrollArea(parent)
    , m_nothing(label("noOrderLabel", TextLabel::Role::Text, theme, nullptr))
    , m_content(new QWidget)
    , m_title(label("orderTitleLabel", TextLabel::Role::Headline, theme, m_content))
    , m_note(label("orderNoteLabel", TextLabel::Role::Note, theme, m_content))
    , m_orderSheet(new OrderSheet(theme, m_content))
    , m_orderProblem(label("orderProblemLabel", TextLabel::Role::Note, theme, m_content))
    , m_paymentTitle(label("paymentTitleLabel", TextLabel::Role::Headline, theme, m_content))
    , m_paymentNote(label("paymentNoteLabel", TextLabel::Role::Note, theme, m_content))
    , m_paymentSheet(new OrderSheet(theme, m_content))
    , m_retry(new Button("retryDetailsButton", theme, Button::Weight::Usual, m_content))
    , m_copyEnglish(new Button("copyEnglishButton", theme, Button::Weight::Usual, m_content))
    , m_copyChinese(new Button("copyChineseButton", theme, Button::Weight::Usual, m_content))
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // what is on it has the keyboard
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    m_orderSheet->setObjectName(QStringLiteral("orderSheet"));
    m_paymentSheet->setObjectName(QStringLiteral("paymentSheet"));
    m_nothing->setDimmed(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    auto *copying = new FlowLayout;
    copying->setSpacing(Space::Small);
    for (Button *button : {m_copyEnglish, m_copyChinese, m_retry})
        copying->addWidget(button);
    auto *sheet = new QVBoxLayout(m_content);
    sheet->setContentsMargins(Space::Large, Space::Medium, Space::Large, Space::Medium);
    sheet->setSpacing(Space::Small);
    for (QWidget *part : std::initializer_list<QWidget *>{m_title, m_note, m_orderSheet,
             m_orderProblem, m_paymentTitle, m_paymentNote, m_paymentSheet})
        sheet->addWidget(part);
    sheet->addLayout(copying);
    sheet->addStretch(1);
    auto *all = new QWidget;
    all->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(all);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_nothing, 1);
    layout->addWidget(m_content, 1);
    setWidget(all);
    all->setAutoFillBackground(false); // setWidget() wants it
    connect(m_retry, &Button::clicked, this, &OrderDetailPane::retryRequested);
    connect(m_copyEnglish, &Button::clicked, this, [this] { copy(UiLanguage::English); });
    connect(m_copyChinese, &Button::clicked, this, [this] { copy(UiLanguage::Chinese); });
    show({});
}

const Order &OrderDetailPane::order() const
{
    return m_situation.details.order.value ? *m_situation.details.order.value : *m_situation.listed;
}

void OrderDetailPane::copy(UiLanguage language)
{
    if (!m_situation.listed)
        return;
    QApplication::clipboard()->setText(OrderText::sheet(
        order(), m_situation.details.payment.value, m_situation.currency, language));
    emit copied();
}

void OrderDetailPane::show(const Situation &situation)
{
    m_situation = situation;
    m_nothing->setHidden(situation.listed.has_value());
    m_content->setVisible(situation.listed.has_value());
    retranslate();
    if (!situation.listed)
        return;
    showOrder();
    showPayment();
    const bool hasFailed = situation.details.order.error || situation.details.payment.error;
    m_retry->setVisible(hasFailed);
}

QString OrderDetailPane::problemOf(const std::optional<ApiError> &error) const
{
    if (!error)
        return {};
    const ErrorText::Words words = ErrorText::words(*error, m_situation.host);
    return Formatting::sentences({words.headline, words.advice, ErrorText::serverSaid(*error)});
}

void OrderDetailPane::showOrder()
{
    const auto &part = m_situation.details.order;
    const OrderText::Fact name = OrderText::name(order());
    m_title->setText(name.value);
    m_title->setDimmed(!name.known);
    const QString note = OrderText::statusNote(order());
    m_note->setText(note);
    m_note->setHidden(note.isEmpty());
    m_orderSheet->setLines(OrderText::orderLines(order(), m_situation.currency));
    const QString problem = problemOf(part.error);
    m_orderProblem->setText(
        problem.isEmpty() ? QString()
                          : Formatting::sentences({tr("This is what the list says."), problem}));
    m_orderProblem->setHidden(problem.isEmpty());
}

void OrderDetailPane::showPayment()
{
    const auto &part = m_situation.details.payment;
    m_paymentTitle->setText(tr("Payment"));
    QString note = problemOf(part.error);
    if (part.loading)
        note = tr("Asking %1…").arg(m_situation.host);
    else if (part.isNone)
        note = tr("GenAuth knows of no payment for this order.");
    else if (isBlank(m_situation.listed->orderNo.value.value_or(QString())))
        note = tr("Without an order number no payment can be asked for.");
    else if (!part.value && m_situation.details.heldUntil.isValid())
        note = Formatting::sentences(
            {note, tr("GenAuth asked to wait until %1; then it is asked.")
                       .arg(Formatting::time(m_situation.details.heldUntil))});
    else if (!part.value && m_situation.details.lacksKey)
        note = tr("Without this user pool's access key no payment can be asked for.");
    else if (!part.value && note.isEmpty())
        note = tr("Not asked yet. Return asks at once.");
    m_paymentNote->setText(note);
    m_paymentNote->setHidden(note.isEmpty() || part.value);
    m_paymentSheet->setVisible(part.value.has_value());
    if (part.value)
        m_paymentSheet->setLines(
            OrderText::paymentLines(order(), *part.value, m_situation.currency));
}

void OrderDetailPane::retranslate()
{
    setAccessibleName(tr("Selected order"));
    m_nothing->setText(tr("Select an order to see all of it here."));
    m_retry->setWords(tr("&Try again"), tr("Asks once more for what could not be read"));
    m_copyEnglish->setWords(
        tr("Copy in &English"), tr("Copies the order and its payment, in English"));
    m_copyChinese->setWords(
        tr("Copy in C&hinese"), tr("Copies the order and its payment, in Chinese"));
}

} // namespace genauth
