// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QApplication>
#include <QEvent>
#include <QObject>
#include <QStringList>
#include <QWidget>

namespace genauth::test {

/** Notes what is drawn and laid out of a widget and all within it, by class and name. */
class DrawingSpy final : public QObject
{
public:
    explicit DrawingSpy(const QWidget &whole)
        : m_whole(whole)
    {
        qApp->installEventFilter(this);
    }

    QStringList seen;

protected:
    bool eventFilter(QObject *object, QEvent *event) override
    {
        const auto *widget = qobject_cast<QWidget *>(object);
        const bool draws = event->type() == QEvent::Paint || event->type() == QEvent::LayoutRequest;
        if (draws && widget && (widget == &m_whole || m_whole.isAncestorOf(widget)))
            seen << QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ') +
                        widget->objectName();
        return QObject::eventFilter(object, event);
    }

private:
    const QWidget &m_whole;
};

} // namespace genauth::test
