// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/widgets/stateshape.h"

#include <QFrame>
#include <QString>

#include <optional>

class QBoxLayout;
class QVBoxLayout;

namespace genauth {

class Button;
class FlowLayout;
class TextLabel;

/** A card that says what is wrong and what to do: shape, headline, advice, under them what the
 *  server itself said, and beside or below them what can be done at once. Hidden while there is
 *  nothing to say. */
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

    /** A button after those there are; it belongs to the banner. Hidden ones take no room. */
    [[nodiscard]] Button *addButton(const char *objectName);
    /** Room under the words for something that belongs to the notice; the banner owns it. */
    void setExtra(QWidget *extra);
    /** To be called when a button was shown, hidden or named anew. */
    void arrange();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    const Theme &m_theme;
    StateShapeWidget *m_shape;
    TextLabel *m_headline;
    TextLabel *m_advice;
    TextLabel *m_note;
    QVBoxLayout *m_words;
    QBoxLayout *m_parts;
    QWidget *m_buttons;
    FlowLayout *m_buttonFlow;
    std::optional<bool> m_beside; ///< the buttons are beside the words; nothing: not arranged yet
};

} // namespace genauth
