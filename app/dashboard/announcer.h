// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/preferences/preferences.h"
#include "app/platform/alerthook.h"
#include "app/platform/notifier.h"
#include "app/text/alertjson.h"
#include "core/alerts/alert.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QHash>
#include <QList>
#include <QObject>
#include <QUuid>

#include <functional>

namespace genauth {

class AlertCenter;
class Clock;
class Language;
class OwnPools;

/** Tells of alerts outside the window: a notification of the desktop, one for all that are
 * announced together, which goes when none of them is open any more; and the user's command, once
 * for each. Of the demo's pools it tells nobody. */
class Announcer final : public QObject
{
    Q_OBJECT

public:
    struct Collaborators
    {
        AlertCenter &center;
        const OwnPools &pools;
        const Settings &settings;
        const Language &language;
        const Clock &clock;
    };

    /** All must outlive it. `fallback`: see Notifier. */
    Announcer(const Collaborators &with, Notifier::Fallback fallback, QObject *parent = nullptr);

    /** As PreferencesWith::testHook. */
    void testHook(const HookSettings &hook, const std::function<void(HookTestResult)> &tell);

signals:
    /** A notification was opened: about one pool, or, by a null id, about several. */
    void openRequested(const QUuid &accountId, const QByteArray &activationToken);

private:
    void announce(QList<AlertRecord> alerts);
    void notify(const QList<AlertRecord> &alerts);
    void withdrawWhatIsOver();
    [[nodiscard]] QByteArray jsonOf(const AlertRecord &record, AlertOccasion occasion) const;
    [[nodiscard]] std::chrono::seconds clockOffsetOf(const AlertRecord &alert) const;
    [[nodiscard]] static QString wordsFor(const HookResult &result);

    Collaborators m_with;
    Notifier m_notifier;
    AlertHook m_hook;
    QHash<QString, QList<qint64>> m_alertsOf;                ///< open ones, by a notification's key
    QHash<int, std::function<void(HookTestResult)>> m_tests; ///< by the run's number
};

} // namespace genauth
