// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

class QVBoxLayout;

namespace genauth {

class Button;
class TextLabel;
class Theme;

/** A question before something is deleted, and below it what that means. Cancel has the keyboard.
 *  Accepted: it is to be done. */
class QuestionDialog : public QDialog
{
    Q_OBJECT

protected:
    /** `buttonName` is the object name of the button that does it. */
    QuestionDialog(const char *buttonName, const Theme &theme, QWidget *parent);

    /** A further text, below those before. */
    [[nodiscard]] TextLabel *addText(const char *name);
    void changeEvent(QEvent *event) override;
    /** Says everything; called whenever the language has changed. */
    virtual void retranslateUi() = 0;
    void sayCancel();

    TextLabel *m_question;
    Button *m_doButton;

private:
    void fit(TextLabel *label);

    const Theme &m_theme;
    Button *m_cancelButton;
    QVBoxLayout *m_texts;
};

} // namespace genauth
