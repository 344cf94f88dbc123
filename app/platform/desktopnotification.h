// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace genauth {

/** One notification of the desktop. All texts are plain, in the language of the moment, and may be
 *  of any length. */
struct DesktopNotification
{
    enum class Urgency { Low, Normal, Critical };
    QString key; ///< not shown; a later notification of the same key takes the place of this one
    QString title;
    QString body; ///< may have several lines
    Urgency urgency = Urgency::Normal;
    QString openLabel;   ///< of the button that opens it, and of a click on it; empty: neither
    QString snoozeLabel; ///< of the button that puts it off; empty: there is none
};

/** The same in the words of the Desktop Notifications Specification 1.2. Lines of texts have passed
 *  displayText(). */
namespace NotificationWire {

enum class BodyFormat { Plain, Markup };
/** Lines of a body; the last one is an ellipsis where there were more. */
constexpr int MaxLines = 10;

// The ids of actions.
extern const QString ClickAction;
extern const QString OpenAction;
extern const QString SnoozeAction;

[[nodiscard]] QString titleOf(const DesktopNotification &notification);
/** Says the same in either format. */
[[nodiscard]] QString bodyOf(const DesktopNotification &notification, BodyFormat format);
/** Ids and labels by turns. */
[[nodiscard]] QStringList actionsOf(const DesktopNotification &notification);
/** 0 to 2. */
[[nodiscard]] uchar urgencyOf(const DesktopNotification &notification);

} // namespace NotificationWire

} // namespace genauth
