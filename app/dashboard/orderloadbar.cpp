// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/orderloadbar.h"

#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/button.h"
#include "app/dashboard/widgets/flowlayout.h"
#include "app/dashboard/widgets/textlabel.h"
#include "app/text/errortext.h"
#include "app/text/formatting.h"

#include <QVBoxLayout>

namespace genauth {

OrderLoadBar::OrderLoadBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_note(new TextLabel(TextLabel::Role::Note, theme, this))
    , m_more(new Button("loadMoreButton", theme, Button::Weight::Usual, this))
    , m_all(new Button("loadAllButton", theme, Button::Weight::Usual, this))
    , m_cancel(new Button("cancelLoadingButton", theme, Button::Weight::Usual, this))
{
    m_note->setObjectName(QStringLiteral("orderLoadLabel"));
    auto *buttons = new FlowLayout;
    buttons->setSpacing(Space::Small);
    for (Button *button : {m_more, m_all, m_cancel})
        buttons->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::Small);
    layout->addWidget(m_note);
    layout->addLayout(buttons);
    connect(m_more, &Button::clicked, this, &OrderLoadBar::moreRequested);
    connect(m_all, &Button::clicked, this, &OrderLoadBar::allRequested);
    connect(m_cancel, &Button::clicked, this, &OrderLoadBar::cancelRequested);
    show({});
}

void OrderLoadBar::show(const Situation &situation)
{
    m_more->setWords(tr("Load &more"), tr("Loads the next 50 orders"));
    m_all->setWords(tr("Load &all"), tr("Loads all orders that there are, page by page"));
    m_cancel->setWords(tr("&Stop loading"), tr("Keeps the orders that are loaded"));
    const bool isHeld = situation.heldUntil.isValid();
    QString note;
    if (situation.loading) {
        note = OrderText::progress(situation.loaded);
    } else if (situation.error) {
        const ErrorText::Words words = ErrorText::words(*situation.error, situation.host);
        note = Formatting::sentences({tr("The next orders could not be loaded."), words.headline,
            words.advice, ErrorText::serverSaid(*situation.error)});
    }
    if (isHeld && situation.canLoadMore && !situation.loading)
        note = Formatting::sentences({note,
            tr("GenAuth asked to wait until %1.").arg(Formatting::time(situation.heldUntil))});
    m_note->setText(note);
    m_note->setHidden(note.isEmpty());
    for (Button *button : {m_more, m_all})
        button->setEnabled(!isHeld);
    // The keyboard must not fall out of the window with the button it is on.
    const bool offers = situation.canLoadMore && !situation.loading;
    if (situation.loading && (m_more->hasFocus() || m_all->hasFocus()))
        moveFocusTo(m_cancel);
    else if (offers && m_cancel->hasFocus())
        moveFocusTo(m_all);
    m_cancel->setVisible(situation.loading);
    m_more->setVisible(offers);
    m_all->setVisible(offers);
    setHidden(note.isEmpty() && !offers && !situation.loading);
}

void OrderLoadBar::moveFocusTo(QWidget *button)
{
    button->show();
    button->setFocus(Qt::OtherFocusReason);
}

} // namespace genauth
