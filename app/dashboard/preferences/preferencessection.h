// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QEvent>
#include <QWidget>

namespace genauth {

/** One part of the preferences: what is chosen on it counts at once, or, of what is typed, when the
 *  keyboard goes elsewhere. */
class PreferencesSection : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    [[nodiscard]] virtual QString title() const = 0;
    /** The preferences are closing: what is typed counts now, if it can. */
    virtual void commit() {}

protected:
    /** Everything in the current language. */
    virtual void retranslate() = 0;

    void changeEvent(QEvent *event) override
    {
        if (event->type() == QEvent::LanguageChange)
            retranslate();
        QWidget::changeEvent(event);
    }
};

} // namespace genauth
