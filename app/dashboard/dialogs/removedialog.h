// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QString>

namespace genauth {

class Button;
class TextLabel;
class Theme;

/** Asks whether a pool is to be removed, and says what that deletes, and where. Accepted: it is. */
class RemoveDialog final : public QDialog
{
    Q_OBJECT

public:
    /** `name` is the pool's, `file` where the list lies (empty: nowhere), `entry` its key's. */
    RemoveDialog(const QString &name, const QString &file, const QString &entry, const Theme &theme,
        QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslateUi();

    QString m_name;
    QString m_file;
    QString m_entry;
    TextLabel *m_question;
    TextLabel *m_consequence;
    Button *m_cancelButton;
    Button *m_removeButton;
};

} // namespace genauth
