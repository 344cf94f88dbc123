// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/savedialog.h"

#include "core/base/displaytext.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

namespace genauth {

QFileDialog *SaveDialog::make(QWidget *window, const char *name, const Kind &kind)
{
    auto *dialog = new QFileDialog(window, kind.title);
    dialog->setObjectName(QLatin1String(name));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(
        {QStringLiteral("%1 (*.%2)").arg(kind.suffix.toUpper(), kind.suffix), tr("All files (*)")});
    dialog->setDefaultSuffix(kind.suffix);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(QStringLiteral("%1.%2").arg(kind.baseName, kind.suffix));
    return dialog;
}

QString SaveDialog::outcome(const QString &file, const QString &why, const QString &done)
{
    const QString name = displayText(QFileInfo(file).fileName());
    return why.isEmpty() ? done.arg(name)
                         : tr("%1 could not be written: %2").arg(name, displayText(why));
}

} // namespace genauth
