// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alerts/alert.h"
#include "core/alerts/alertrules.h"
#include "core/alerts/alertsettings.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QUuid>

#include <chrono>
#include <memory>
#include <optional>

namespace genauth {

class Clock;

/** What is kept of alerts from one run to the next. */
struct AlertHistory
{
    QList<AlertRecord> records; ///< oldest first
    QHash<QUuid, AlertMemory> memories;
};

/** Where it is kept: see AlertArchive. All calls return at once. */
class AlertKeeper
{
public:
    virtual ~AlertKeeper() = default;
    /** Inserts it, or replaces the one of the same id. */
    virtual void keepAlert(const AlertRecord &record) = 0;
    virtual void keepAlertMemory(const QUuid &account, const AlertMemory &memory) = 0;
    /** Forgets what was fired; what still holds is kept, or it would fire again. */
    virtual void forgetEndedAlerts() = 0;
};

/** Has each alert fire once, and tells whoever announces it. Goes by the clock it is given, with
 *  one coarse timer for the next moment at which something may change; asks for nothing.
 *
 *  An alert fires when its rule holds on fresh facts and it has not fired for the same key. It ends
 *  when fresh facts no longer have it; when the same key comes again after that, it has re-armed
 *  and fires again, EndsSoon and MauAtPercent only when no closer step of the same cycle has fired
 *  since, a forecast only with the next cycle. A failed or stale refresh neither fires nor ends a
 * billing alert. */
class AlertCenter final : public QObject
{
    Q_OBJECT

public:
    /** So many records are kept; the oldest that have ended go first. */
    static constexpr int MostRecords = 5000;

    /** `clock` must outlive it, and `keeper`, which may be null. */
    AlertCenter(const Clock &clock, AlertKeeper *keeper, QObject *parent = nullptr);
    ~AlertCenter() override;

    /** At the start, before look(). */
    void restore(const AlertHistory &history);

    [[nodiscard]] const AlertSettings &settings() const { return m_settings; }
    /** Holds from now on; what no rule has any more ends silently, what a new threshold finds
     *  fires. */
    void setSettings(const AlertSettings &settings);
    /** The refreshes' interval; zero: off. */
    void setInterval(std::chrono::seconds interval);

    /** Looks at one pool. */
    void look(const AlertFacts &facts);
    /** Pools other than these are watched no longer; their alerts end silently. */
    void setPools(const QList<QUuid> &accounts);
    /** Looks at all pools again, at the clock's now: call it when the clock may have jumped. */
    void lookAgain();

    /** Newest first. */
    [[nodiscard]] QList<AlertRecord> records() const;
    [[nodiscard]] QList<AlertRecord> openAlerts() const; ///< the most urgent first
    /** Of an account that is looked at; for rehearse(). */
    [[nodiscard]] std::optional<AlertFacts> factsOf(const QUuid &account) const;
    [[nodiscard]] QList<QUuid> accounts() const;

    enum class Snooze { ADay, AWeek, UntilChange };
    void snooze(const QList<qint64> &ids, Snooze how);
    void acknowledge(const QList<qint64> &ids);
    void forgetEnded();

signals:
    /** These are to be announced now, together: all that fired in one turn of the event loop, what
     *  quiet hours held back, what was snoozed until now and still holds. */
    void announced(const QList<genauth::AlertRecord> &alerts);
    /** Fired, whether or not it is announced yet: for the list, and for hooks. */
    void fired(const genauth::AlertRecord &alert);
    /** records() has changed: at once by what a person did, else once for all that was looked at in
     *  one turn of the event loop, after announced(). */
    void changed();

private:
    struct Private;
    std::unique_ptr<Private> d;
    AlertSettings m_settings;
};

} // namespace genauth
