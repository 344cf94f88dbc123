// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/fileexport.h"

#include "app/dashboard/wholefile.h"

#include <QFileDialog>

namespace genauth {

FileExport::FileExport(QWidget *window, QObject *parent)
    : QObject(parent)
    , m_window(window)
{
    m_thread.setMaxThreadCount(1);
}

FileExport::~FileExport()
{
    m_thread.waitForDone();
}

void FileExport::ask(const SaveDialog::Kind &kind, const Collector &collect)
{
    QFileDialog *dialog = SaveDialog::make(m_window, "fileExportDialog", kind);
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, collect](const QString &file) { write(file, collect()); });
    dialog->open();
}

void FileExport::write(const QString &file, const Bytes &bytes)
{
    m_thread.start([this, file, bytes] {
        const QString why = WholeFile::write(bytes(), file);
        QMetaObject::invokeMethod(
            this, [this, file, why] { tell(file, why); }, Qt::QueuedConnection);
    });
}

void FileExport::tell(const QString &file, const QString &why)
{
    emit said(SaveDialog::outcome(file, why, tr("%1 is written.")));
}

} // namespace genauth
