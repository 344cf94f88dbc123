// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/dialogs/clearhistorydialog.h"

#include "app/dashboard/widgets/button.h"
#include "app/dashboard/widgets/textlabel.h"

namespace genauth {

ClearHistoryDialog::ClearHistoryDialog(const Theme &theme, QWidget *parent)
    : QuestionDialog("clearButton", theme, parent)
    , m_goes(addText("whatGoesLabel"))
    , m_stays(addText("whatStaysLabel"))
{
    setObjectName(QStringLiteral("clearHistoryDialog"));
    ClearHistoryDialog::retranslateUi();
}

void ClearHistoryDialog::retranslateUi()
{
    setWindowTitle(tr("Clear history"));
    m_question->setText(tr("Clear the history of all user pools?"));
    m_goes->setText(tr("This goes: the samples of use, from which forecasts are made; the changes "
                       "seen of packages and orders; the alerts that have ended. It cannot be "
                       "brought back."));
    m_stays->setText(tr("This stays: your user pools and their keys, your preferences, what the "
                        "pools answered last, and the alerts that still hold."));
    m_doButton->setWords(tr("C&lear"), tr("Deletes the history on this computer"));
    sayCancel();
}

} // namespace genauth
