// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/filejob.h"

#include <QObject>
#include <QString>

class QWidget;

namespace genauth {

/** Asks where a file is to lie, and writes it there, whole or not at all; the window waits for
 *  neither. */
class FileExport final : public QObject
{
    Q_OBJECT

public:
    /** Dialogs belong to `window`. A file that is being written when this goes is written all the
     *  same, and where that fails, a box says so. */
    explicit FileExport(QWidget *window, QObject *parent = nullptr);

    struct File
    {
        QString title;    ///< the dialog's
        QString baseName; ///< what is offered as a name, see WholeFile::baseName()
        QString suffix;   ///< "csv"
        QString note;     ///< to be said when it is written: what is not in it; may be empty
        /** Makes what was collected when the dialog opened into bytes: while it is open the window
         *  may turn to another pool. */
        FileJob::Bytes bytes;
    };
    /** Opens the dialog, called "fileExportDialog". */
    void ask(const File &file);

signals:
    /** How it went: a sentence. */
    void said(const QString &message);

private:
    void write(const QString &path, const File &file);

    QWidget *m_window;
};

} // namespace genauth
