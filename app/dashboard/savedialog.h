// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QString>

class QFileDialog;
class QWidget;

namespace genauth {

/** Asking where a file of what is shown is to be written, and saying how that went. */
class SaveDialog
{
    Q_DECLARE_TR_FUNCTIONS(genauth::SaveDialog)

public:
    struct Kind
    {
        QString title;    ///< of the dialog
        QString baseName; ///< what is offered as a name, see WholeFile::baseName()
        QString suffix;   ///< "csv"
    };
    /** Called `name`, and deleted when it closes. */
    [[nodiscard]] static QFileDialog *make(QWidget *window, const char *name, const Kind &kind);

    /** `done`, with the file's name for its %1, or why it could not be written. */
    [[nodiscard]] static QString outcome(
        const QString &file, const QString &why, const QString &done);
};

} // namespace genauth
