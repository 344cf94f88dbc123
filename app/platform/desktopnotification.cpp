// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/desktopnotification.h"

#include "core/base/displaytext.h"

namespace genauth::NotificationWire {

using namespace Qt::StringLiterals;

const QString ClickAction = u"default"_s;
const QString OpenAction = u"open"_s;
const QString SnoozeAction = u"snooze"_s;

QString titleOf(const DesktopNotification &notification)
{
    return displayText(notification.title);
}

QString bodyOf(const DesktopNotification &notification, BodyFormat format)
{
    QStringList lines;
    const auto all = QStringView(notification.body).split(u'\n');
    for (const QStringView line : all) {
        if (lines.size() == MaxLines) {
            lines.last() = u"…"_s;
            break;
        }
        lines.append(displayText(line));
    }
    const QString body = lines.join(u'\n');
    return format == BodyFormat::Markup ? body.toHtmlEscaped() : body;
}

QStringList actionsOf(const DesktopNotification &notification)
{
    QStringList actions;
    const QString open = displayText(notification.openLabel);
    const QString snooze = displayText(notification.snoozeLabel);
    if (!open.isEmpty())
        actions << ClickAction << open << OpenAction << open;
    if (!snooze.isEmpty())
        actions << SnoozeAction << snooze;
    return actions;
}

uchar urgencyOf(const DesktopNotification &notification)
{
    switch (notification.urgency) {
    case DesktopNotification::Urgency::Low:
        return 0;
    case DesktopNotification::Urgency::Normal:
        return 1;
    case DesktopNotification::Urgency::Critical:
        break;
    }
    return 2;
}

} // namespace genauth::NotificationWire
