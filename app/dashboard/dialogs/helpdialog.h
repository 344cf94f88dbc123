// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

class QTextBrowser;
class QUrl;

namespace genauth {

class Language;

/** The documentation that is installed with the program, in the language of the window. */
class HelpDialog final : public QDialog
{
    Q_OBJECT

public:
    /** `directory` holds manual-en.md and manual-zh.md; `language` must outlive the dialog. */
    HelpDialog(const QString &directory, const Language &language, QWidget *parent = nullptr);

    /** Beside the running program, in its build or install tree. */
    [[nodiscard]] static QString defaultDirectory();

signals:
    /** A link to the web in the documentation was chosen. */
    void linkChosen(const QUrl &url);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslateUi();

    QString m_directory;
    const Language &m_language;
    QTextBrowser *m_text;
};

} // namespace genauth
