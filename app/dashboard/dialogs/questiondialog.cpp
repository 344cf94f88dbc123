// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/dialogs/questiondialog.h"

#include "app/dashboard/dialogs/dialogsize.h"
#include "app/dashboard/widgets/button.h"
#include "app/dashboard/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace genauth {

namespace {

/** In heights of a line. */
constexpr int Width = 32;

} // namespace

QuestionDialog::QuestionDialog(const char *buttonName, const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_question(new TextLabel(TextLabel::Role::Headline, theme, this))
    , m_doButton(new Button(buttonName, theme, Button::Weight::Usual, this))
    , m_theme(theme)
    , m_cancelButton(new Button("cancelButton", theme, Button::Weight::Usual, this))
    , m_texts(new QVBoxLayout)
{
    setTabOrder(m_cancelButton, m_doButton);
    fit(m_question);
    m_texts->setSpacing(Space::Medium);
    m_texts->addWidget(m_question);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::Small);
    buttons->addStretch(1);
    buttons->addWidget(m_cancelButton);
    buttons->addWidget(m_doButton);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::Huge, Space::Huge, Space::Huge, Space::Large);
    layout->setSpacing(Space::Medium);
    layout->addLayout(m_texts, 1);
    layout->addLayout(buttons);

    connect(m_cancelButton, &Button::clicked, this, &QDialog::reject);
    connect(m_doButton, &Button::clicked, this, &QDialog::accept);
    m_cancelButton->setDefault(true);
    m_cancelButton->setFocus(Qt::OtherFocusReason);
}

TextLabel *QuestionDialog::addText(const char *name)
{
    auto *label = new TextLabel(TextLabel::Role::Text, m_theme, this);
    label->setObjectName(QString::fromLatin1(name));
    fit(label);
    m_texts->addWidget(label);
    // What room is left over stays below the last.
    m_texts->setStretch(m_texts->count() - 2, 0);
    m_texts->setStretch(m_texts->count() - 1, 1);
    return label;
}

void QuestionDialog::fit(TextLabel *label)
{
    label->setWordWrap(true);
    label->setMinimumWidth(sizeInLines(*this, {Width, Width}).width() - 2 * Space::Huge);
}

void QuestionDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QDialog::changeEvent(event);
}

void QuestionDialog::sayCancel()
{
    m_cancelButton->setWords(tr("Cancel"), tr("Keeps everything as it was"));
}

} // namespace genauth
