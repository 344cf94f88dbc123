// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/text/detailstext.h"

#include <QList>
#include <QWidget>

class QGridLayout;

namespace genauth {

class Button;
class TextLabel;
class Theme;

/** What support asks for, line by line, and a button that copies it, in English. */
class DetailsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit DetailsPanel(const Theme &theme, QWidget *parent = nullptr);

    /** `forSupport` is what the button copies. */
    void setDetails(const QList<DetailsText::Line> &lines, const QString &forSupport);

signals:
    void copied();

private:
    void retranslateUi();

    const Theme &m_theme;
    QGridLayout *m_grid;
    Button *m_copyButton;
    QList<TextLabel *> m_labels; ///< by turns the label and the value of a line
    QString m_forSupport;
};

} // namespace genauth
