// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/fileexport.h"

#include "core/base/displaytext.h"

#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QStandardPaths>
#include <QTimer>

namespace genauth {

namespace {

const QString BoxName = QStringLiteral("fileOutcomeBox");

} // namespace

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
    const auto outcome = [note = file.note](const QString &of, const QString &why) {
        const QString name = displayText(QFileInfo(of).fileName());
        if (!why.isEmpty())
            return tr("%1 could not be written: %2").arg(name, displayText(why));
        //: %1 the file, %2 a sentence about what is not in it
        return note.isEmpty() ? tr("%1 is written.").arg(name)
                              : tr("%1 is written. %2").arg(name, note);
    };
    const auto tellWhatMatters = [outcome, isWhole = file.note.isEmpty()](
                                     const QString &of, const QString &why) {
        if (!why.isEmpty() || !isWhole)
            tellInABox(outcome(of, why));
    };
    const FileJob *job = FileJob::start(path, file.bytes);
    connect(job, &FileJob::done, this,
        [this, outcome, tellWhatMatters](const QString &of, const QString &why) {
            if (m_window->window()->isVisible())
                emit said(outcome(of, why));
            else
                tellWhatMatters(of, why);
        });
    connect(this, &QObject::destroyed, job,
        [job, tellWhatMatters] { connect(job, &FileJob::done, job, tellWhatMatters); });
}

void FileExport::tellInABox(const QString &message)
{
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Export"), message);
    box->setObjectName(BoxName);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setAttribute(Qt::WA_QuitOnClose, false); // the window may be in the tray
    box->show();
}

void FileExport::quitWhenWritten(const QDeadlineTimer &until)
{
    const QObject *awaited = nullptr;
    for (const QWidget *window : QApplication::topLevelWidgets()) {
        if (window->objectName() == BoxName)
            awaited = window;
    }
    if (!awaited && !until.hasExpired())
        awaited = QCoreApplication::instance()->findChild<FileJob *>();
    if (!awaited) {
        QCoreApplication::quit();
        return;
    }
    const auto again = [until] { quitWhenWritten(until); };
    connect(awaited, &QObject::destroyed, qApp, again, Qt::QueuedConnection);
    if (!until.hasExpired())
        QTimer::singleShot(std::chrono::milliseconds(until.remainingTime()), qApp, again);
}

} // namespace genauth
