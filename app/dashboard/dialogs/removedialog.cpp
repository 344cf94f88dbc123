// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/dialogs/removedialog.h"

#include "app/dashboard/dialogs/dialogsize.h"
#include "app/dashboard/widgets/button.h"
#include "app/dashboard/widgets/textlabel.h"
#include "app/text/storetext.h"
#include "core/base/displaytext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace genauth {

namespace {

/** In heights of a line. */
constexpr int Width = 32;

} // namespace

RemoveDialog::RemoveDialog(const QString &name, const QString &file, const QString &entry,
    const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_name(displayText(name))
    , m_file(file)
    , m_entry(entry)
    , m_question(new TextLabel(TextLabel::Role::Headline, theme, this))
    , m_consequence(new TextLabel(TextLabel::Role::Text, theme, this))
    , m_cancelButton(new Button("cancelButton", theme, Button::Weight::Usual, this))
    , m_removeButton(new Button("removeButton", theme, Button::Weight::Usual, this))
{
    setObjectName(QStringLiteral("removeDialog"));
    m_question->setObjectName(QStringLiteral("removeQuestionLabel"));
    m_consequence->setObjectName(QStringLiteral("removeConsequenceLabel"));
    m_consequence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (TextLabel *label : {m_question, m_consequence}) {
        label->setWordWrap(true);
        label->setMinimumWidth(sizeInLines(*this, {Width, Width}).width() - 2 * Space::Huge);
    }
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::Small);
    buttons->addStretch(1);
    buttons->addWidget(m_cancelButton);
    buttons->addWidget(m_removeButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::Huge, Space::Huge, Space::Huge, Space::Large);
    layout->setSpacing(Space::Medium);
    layout->addWidget(m_question);
    layout->addWidget(m_consequence, 1);
    layout->addLayout(buttons);
    connect(m_cancelButton, &Button::clicked, this, &QDialog::reject);
    connect(m_removeButton, &Button::clicked, this, &QDialog::accept);
    m_cancelButton->setDefault(true);
    m_cancelButton->setFocus(Qt::OtherFocusReason);
    retranslateUi();
}

void RemoveDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QDialog::changeEvent(event);
}

void RemoveDialog::retranslateUi()
{
    setWindowTitle(tr("Remove a user pool"));
    m_question->setText(tr("Remove “%1”?").arg(m_name));
    m_consequence->setText(StoreText::whatIsRemoved(m_file, m_entry));
    m_cancelButton->setWords(tr("Cancel"), tr("Keeps everything as it was"));
    m_removeButton->setWords(tr("&Remove"), tr("Deletes the pool's entry and its key here"));
}

} // namespace genauth
