// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/filejob.h"

#include <QDeadlineTimer>
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
    /** Dialogs belong to `window`. A file that is being written when this goes, or the window is
     *  hidden, is written all the same; what there is to be said then, a box says. */
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
    /** Ends the program when no file is being written any more, and every failure was read: what is
     *  said to a window that is gone reaches nobody. A disk that hangs is waited for until then. */
    static void quitWhenWritten(const QDeadlineTimer &until = QDeadlineTimer(FileJob::UsualLimit));

    /** Opens the dialog, called "fileExportDialog". */
    void ask(const File &file);

signals:
    /** How it went: a sentence. */
    void said(const QString &message);

private:
    void write(const QString &path, const File &file);
    static void tellInABox(const QString &message);

    QWidget *m_window;
};

} // namespace genauth
