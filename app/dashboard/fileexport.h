// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/savedialog.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QThreadPool>

#include <functional>

class QWidget;

namespace genauth {

/** Asks where a file is to lie, and writes it there, whole or not at all; the window waits for
 *  neither. */
class FileExport final : public QObject
{
    Q_OBJECT

public:
    /** Dialogs belong to `window`. */
    explicit FileExport(QWidget *window, QObject *parent = nullptr);
    /** Waits for what is being written. */
    ~FileExport() override;

    /** Makes the bytes, in another thread. */
    using Bytes = std::function<QByteArray()>;
    /** Called when the place is chosen: collects all that the bytes are made of. */
    using Collector = std::function<Bytes()>;

    /** Opens the dialog, called "fileExportDialog". */
    void ask(const SaveDialog::Kind &kind, const Collector &collect);

signals:
    /** How it went: a sentence. */
    void said(const QString &message);

private:
    void write(const QString &file, const Bytes &bytes);
    void tell(const QString &file, const QString &why);

    QWidget *m_window;
    QThreadPool m_thread;
};

} // namespace genauth
