// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace genauth {

struct Account;
struct AlertRecord;

enum class AlertOccasion { Fired, Test };

/** What is said of an alert in one language. */
struct AlertWords
{
    QString headline;
    QString sentence;
};

/** What the user's command hears of an alert: one object of JSON on one line, in UTF-8, ended by a
 *  line feed. Other people's scripts read it: what is there keeps its name and its meaning, or
 *  schemaVersion grows. The manual has the list.
 *
 *  schemaVersion  1
 *  test           whether it is made up, to try the command
 *  rule, urgency  alertRuleCode(), alertUrgencyCode()
 *  step           of rules that have steps: days, weeks or percent, see AlertRule
 *  pool           id of the account, and the user's own name for it
 *  firedAt        as all times ISO 8601, UTC, in full seconds
 *  numbers        those of AlertNumbers that are known; what is unknown is absent, never 0
 *  subject        code and name of a right, or an order's number, where the alert has one
 *  en, zh         headline and text in either language
 *
 *  Names and texts have passed displayText(). It holds no secret, and no id of a key. */
[[nodiscard]] QByteArray alertJson(const AlertRecord &record, const Account &account,
    const AlertWords &english, const AlertWords &chinese, AlertOccasion occasion);

} // namespace genauth
