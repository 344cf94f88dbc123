// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/text/ordertext.h"

#include <QList>
#include <QWidget>

class QGridLayout;

namespace genauth {

class TextLabel;
class Theme;

/** Labels and values, a line each. What is not known is a step dimmer. */
class OrderSheet final : public QWidget
{
    Q_OBJECT

public:
    explicit OrderSheet(const Theme &theme, QWidget *parent = nullptr);

    void setLines(const QList<OrderText::Line> &lines);

private:
    const Theme &m_theme;
    QGridLayout *m_grid;
    QList<TextLabel *> m_labels; ///< by turns the label and the value of a line
};

} // namespace genauth
