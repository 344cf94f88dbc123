// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/focusring.h"

#include "app/dashboard/theme.h"

#include <QEvent>
#include <QFocusEvent>
#include <QPainter>

namespace genauth {

FocusRing::FocusRing(QWidget &around, const Theme &theme)
    : QWidget(&around)
    , m_theme(theme)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    around.installEventFilter(this);
    hide();
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn) {
        // Whoever came by the mouse knows where they are.
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        setVisible(reason != Qt::MouseFocusReason && reason != Qt::OtherFocusReason);
        setGeometry(parentWidget()->rect());
        raise();
    } else if (event->type() == QEvent::FocusOut) {
        hide();
    } else if (event->type() == QEvent::Resize) {
        setGeometry(parentWidget()->rect());
    }
    return QWidget::eventFilter(watched, event);
}

void FocusRing::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setPen(QPen(m_theme.colors().accent, 2));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

} // namespace genauth
