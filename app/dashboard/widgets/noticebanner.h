// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/widgets/stateshape.h"

#include <QFrame>
#include <QString>

namespace genauth {

class TextLabel;

/** A card that says what is wrong and what to do: shape, headline, advice, and under them what the
 *  server itself said. Hidden while there is nothing to say. */
class NoticeBanner final : public QFrame
{
    Q_OBJECT

public:
    struct Notice
    {
        StateShape shape = StateShape::Unknown;
        QString headline;
        QString advice;
        QString note; ///< dimmed, may be empty
    };

    explicit NoticeBanner(const Theme &theme, QWidget *parent = nullptr);

    void show(const Notice &notice);
    void clear();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    StateShapeWidget *m_shape;
    TextLabel *m_headline;
    TextLabel *m_advice;
    TextLabel *m_note;
};

} // namespace genauth
