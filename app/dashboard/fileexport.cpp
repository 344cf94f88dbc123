// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/fileexport.h"

#include "app/dashboard/wholefile.h"
#include "core/base/displaytext.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

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

void FileExport::ask(const Kind &kind, const Collector &collect)
{
    auto *dialog = new QFileDialog(m_window, kind.title);
    dialog->setObjectName(QStringLiteral("fileExportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(
        {QStringLiteral("%1 (*.%2)").arg(kind.suffix.toUpper(), kind.suffix), tr("All files (*)")});
    dialog->setDefaultSuffix(kind.suffix);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(QStringLiteral("%1.%2").arg(kind.baseName, kind.suffix));
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
    const QString name = displayText(QFileInfo(file).fileName());
    emit said(why.isEmpty() ? tr("%1 is written.").arg(name)
                            : tr("%1 could not be written: %2").arg(name, displayText(why)));
}

} // namespace genauth
