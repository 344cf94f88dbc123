// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QVBoxLayout;

namespace genauth {

class Theme;

/** A card with other widgets on it, one below the other: tables and whatever else fills its ground.
 *  Its round corners stay clear of their scroll bars. */
class CardFrame final : public QFrame
{
    Q_OBJECT

public:
    explicit CardFrame(const Theme &theme, QWidget *parent = nullptr);

    /** The card owns it, and gives it all the room there is. */
    void add(QWidget *widget);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QVBoxLayout *m_layout;
};

} // namespace genauth
