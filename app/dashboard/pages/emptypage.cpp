// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/pages/emptypage.h"

#include "app/dashboard/widgets/textlabel.h"

#include <QEvent>
#include <QVBoxLayout>

namespace genauth {

namespace {

/** Longer lines than this, in heights of a line, are hard to read. */
constexpr int LineWidth = 32;

} // namespace

EmptyPage::EmptyPage(const Theme &theme, QWidget *parent)
    : QScrollArea(parent)
    , m_headline(new TextLabel(TextLabel::Role::Fact, theme, this))
    , m_advice(new TextLabel(TextLabel::Role::Text, theme, this))
{
    m_headline->setObjectName(QStringLiteral("emptyHeadlineLabel"));
    m_advice->setObjectName(QStringLiteral("emptyAdviceLabel"));
    m_advice->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (TextLabel *label : {m_headline, m_advice})
        label->setMaximumWidth(LineWidth * fontMetrics().height());
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(Space::Huge, Space::Huge, Space::Huge, Space::Huge);
    layout->setSpacing(Space::Medium);
    layout->addStretch(1);
    layout->addWidget(m_headline);
    layout->addWidget(m_advice);
    layout->addStretch(2);
    setWidget(content);
    retranslateUi();
}

void EmptyPage::setReason(Reason reason)
{
    m_reason = reason;
    retranslateUi();
}

void EmptyPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QScrollArea::changeEvent(event);
}

void EmptyPage::retranslateUi()
{
    switch (m_reason) {
    case Reason::NoPool:
        m_headline->setText(tr("No user pool is connected"));
        m_advice->setText(tr("The package of your user pool will be shown here: its name, MAU "
                             "quantity, price and end.\n\n"
                             "To connect one, set GENAUTH_ACCESS_KEY_ID and "
                             "GENAUTH_ACCESS_KEY_SECRET_FILE and start "
                             "this program again. To look around first, start it with --demo."));
        break;
    case Reason::DemoStarting:
        m_headline->setText(tr("Starting the demo…"));
        m_advice->setText(tr("A small GenAuth is starting on this computer, with made-up pools."));
        break;
    case Reason::DemoFailed:
        m_headline->setText(tr("The demo could not be started"));
        m_advice->setText(
            tr("The program genauth-sandbox is missing beside this one, or it ended early. "
               "Install the dashboard again, or connect a pool of your own."));
        break;
    }
}

} // namespace genauth
