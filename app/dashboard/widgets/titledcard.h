// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QVBoxLayout;

namespace genauth {

class TextLabel;
class Theme;

/** A card with a small title, and below it what it is about. */
class TitledCard : public QFrame
{
    Q_OBJECT

public:
    explicit TitledCard(const Theme &theme, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /** The card owns it. */
    void add(QWidget *widget, int stretch = 0);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    TextLabel *m_title;
    QVBoxLayout *m_layout;
};

} // namespace genauth
