// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/pages/welcomepage.h"

#include "app/dashboard/widgets/button.h"
#include "app/dashboard/widgets/flowlayout.h"
#include "app/dashboard/widgets/textlabel.h"

#include <QEvent>
#include <QVBoxLayout>

namespace genauth {

namespace {

/** Longer lines than this, in heights of a line, are hard to read. */
constexpr int LineWidth = 32;

} // namespace

WelcomePage::WelcomePage(const Theme &theme, QWidget *parent)
    : QScrollArea(parent)
    , m_headline(new TextLabel(TextLabel::Role::Fact, theme, this))
    , m_advice(new TextLabel(TextLabel::Role::Text, theme, this))
    , m_connectButton(new Button("connectPoolButton", theme, Button::Weight::Primary, this))
    , m_demoButton(new Button("exploreDemoButton", theme, Button::Weight::Usual, this))
    , m_note(new TextLabel(TextLabel::Role::Note, theme, this))
{
    m_headline->setObjectName(QStringLiteral("welcomeHeadlineLabel"));
    m_advice->setObjectName(QStringLiteral("welcomeAdviceLabel"));
    m_advice->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (TextLabel *label : {m_headline, m_advice, m_note})
        label->setMaximumWidth(LineWidth * fontMetrics().height());
    connect(m_connectButton, &Button::clicked, this, &WelcomePage::connectRequested);
    connect(m_demoButton, &Button::clicked, this, &WelcomePage::demoRequested);

    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget;
    auto *buttons = new FlowLayout;
    buttons->setSpacing(Space::Medium);
    buttons->addWidget(m_connectButton);
    buttons->addWidget(m_demoButton);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(Space::Huge, Space::Huge, Space::Huge, Space::Huge);
    layout->setSpacing(Space::Medium);
    layout->addStretch(1);
    layout->addWidget(m_headline);
    layout->addWidget(m_advice);
    layout->addSpacing(Space::Small);
    layout->addLayout(buttons);
    layout->addWidget(m_note);
    layout->addStretch(2);
    setWidget(content);
    retranslateUi();
}

void WelcomePage::setState(Session::State state)
{
    m_state = state;
    retranslateUi();
}

void WelcomePage::focusFirstButton()
{
    m_connectButton->setFocus();
}

void WelcomePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QScrollArea::changeEvent(event);
}

void WelcomePage::retranslateUi()
{
    switch (m_state) {
    case Session::State::DemoStarting:
        m_headline->setText(tr("Starting the demo…"));
        m_advice->setText(tr("A small GenAuth is starting on this computer, with made-up pools."));
        break;
    case Session::State::DemoFailed:
        m_headline->setText(tr("The demo could not be started"));
        m_advice->setText(
            tr("The program genauth-sandbox is missing beside this one, or it ended early. "
               "Install the dashboard again, or connect a pool of your own."));
        break;
    default:
        m_headline->setText(tr("Know before your package ends"));
        m_advice->setText(tr("Connect a GenAuth user pool, and its package will be shown here: its "
                             "name, MAU quantity, price and end, with a warning in time."));
        break;
    }
    m_connectButton->setWords(
        tr("&Connect a user pool…"), tr("Asks for the host and an access key, and tries them"));
    m_demoButton->setWords(
        tr("Explore the &demo"), tr("Shows made-up pools from a small GenAuth on this computer"));
    m_demoButton->setEnabled(m_state != Session::State::DemoStarting);
    m_note->setText(
        tr("The demo needs no account and no network. Your access key is sent to the host "
           "you name and to nobody else."));
}

} // namespace genauth
