// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/dialogs/removedialog.h"

#include "app/dashboard/widgets/button.h"
#include "app/dashboard/widgets/textlabel.h"
#include "app/text/storetext.h"
#include "core/base/displaytext.h"

namespace genauth {

RemoveDialog::RemoveDialog(const QString &name, const QString &file, const QString &entry,
    const Theme &theme, QWidget *parent)
    : QuestionDialog("removeButton", theme, parent)
    , m_name(displayText(name))
    , m_file(file)
    , m_entry(entry)
    , m_consequence(addText("removeConsequenceLabel"))
{
    setObjectName(QStringLiteral("removeDialog"));
    m_question->setObjectName(QStringLiteral("removeQuestionLabel"));
    m_consequence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    RemoveDialog::retranslateUi();
}

void RemoveDialog::retranslateUi()
{
    setWindowTitle(tr("Remove a user pool"));
    m_question->setText(tr("Remove “%1”?").arg(m_name));
    m_consequence->setText(StoreText::whatIsRemoved(m_file, m_entry));
    m_doButton->setWords(tr("&Remove"), tr("Deletes the pool's entry and its key here"));
    sayCancel();
}

} // namespace genauth
