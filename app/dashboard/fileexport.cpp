// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/fileexport.h"

#include "core/base/displaytext.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QStandardPaths>

namespace genauth {

FileExport::FileExport(QWidget *window, QObject *parent)
    : QObject(parent)
    , m_window(window)
{
}

void FileExport::ask(const File &file)
{
    auto *dialog = new QFileDialog(m_window, file.title);
    dialog->setObjectName(QStringLiteral("fileExportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(
        {QStringLiteral("%1 (*.%2)").arg(file.suffix.toUpper(), file.suffix), tr("All files (*)")});
    dialog->setDefaultSuffix(file.suffix);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(QStringLiteral("%1.%2").arg(file.baseName, file.suffix));
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, file](const QString &path) { write(path, file); });
    dialog->open();
}

void FileExport::write(const QString &path, const File &file)
{
    const auto name = [](const QString &of) { return displayText(QFileInfo(of).fileName()); };
    const auto failure = [name](const QString &of, const QString &why) {
        return tr("%1 could not be written: %2").arg(name(of), displayText(why));
    };
    const FileJob *job = FileJob::start(path, file.bytes);
    connect(job, &FileJob::done, this,
        [this, name, failure, note = file.note](const QString &of, const QString &why) {
            if (!why.isEmpty())
                emit said(failure(of, why));
            else if (note.isEmpty())
                emit said(tr("%1 is written.").arg(name(of)));
            else
                //: %1 the file, %2 a sentence about what is not in it
                emit said(tr("%1 is written. %2").arg(name(of), note));
        });
    connect(this, &QObject::destroyed, job, [job, failure] {
        connect(job, &FileJob::done, job, [failure](const QString &of, const QString &why) {
            if (why.isEmpty())
                return;
            auto *box = new QMessageBox(QMessageBox::Warning, tr("Export"), failure(of, why));
            box->setObjectName(QStringLiteral("fileFailedBox"));
            box->setTextFormat(Qt::PlainText);
            box->setAttribute(Qt::WA_DeleteOnClose);
            box->show();
        });
    });
}

} // namespace genauth
