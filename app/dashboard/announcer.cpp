// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/announcer.h"

#include "app/text/alerttext.h"
#include "app/text/language.h"
#include "core/accounts/ownpools.h"
#include "core/alerts/alertcenter.h"
#include "core/base/clock.h"
#include "core/base/displaytext.h"
#include "core/base/redaction.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace genauth {

namespace {

/** What a test's words quote of the command's own. */
constexpr qsizetype MostQuoted = 300;

/** A notification's key, where it is about several pools. */
const QString ManyPools = QStringLiteral("many");

HookCommand commandOf(const HookSettings &hook)
{
    return {hook.program, hook.arguments, hook.timeLimit};
}

DesktopNotification::Urgency urgencyOf(const QList<AlertRecord> &alerts)
{
    AlertUrgency highest = AlertUrgency::Good;
    for (const AlertRecord &record : alerts)
        highest = std::max(highest, record.alert.urgency());
    switch (highest) {
    case AlertUrgency::Good:
        return DesktopNotification::Urgency::Low;
    case AlertUrgency::Warning:
        return DesktopNotification::Urgency::Normal;
    case AlertUrgency::Critical:
        break;
    }
    return DesktopNotification::Urgency::Critical;
}

} // namespace

Announcer::Announcer(const Collaborators &with, Notifier::Fallback fallback, QObject *parent)
    : QObject(parent)
    , m_with(with)
{
    m_notifier.setFallback(std::move(fallback));
    connect(&m_with.center, &AlertCenter::announced, this, &Announcer::announce);
    // It comes after what takes the place of what is over was announced.
    connect(&m_with.center, &AlertCenter::changed, this, &Announcer::withdrawWhatIsOver);
    connect(
        &m_notifier, &Notifier::opened, this, [this](const QString &key, const QByteArray &token) {
            emit openRequested(key == ManyPools ? QUuid() : QUuid(key), token);
        });
    connect(&m_notifier, &Notifier::snoozed, this, [this](const QString &key) {
        m_with.center.snooze(m_alertsOf.value(key), AlertCenter::Snooze::ADay);
    });
    connect(&m_hook, &AlertHook::ended, this, [this](const HookResult &result) {
        if (const auto tell = m_tests.take(result.run))
            tell({result.isGood(), wordsFor(result)});
    });
}

void Announcer::announce(QList<AlertRecord> alerts)
{
    alerts.removeIf(
        [this](const AlertRecord &record) { return !m_with.pools.pool(record.alert.key.account); });
    if (alerts.isEmpty())
        return;
    notify(alerts);
    const HookSettings hook = m_with.settings.hook();
    if (hook.program.isEmpty())
        return;
    for (const AlertRecord &record : std::as_const(alerts))
        m_hook.run(commandOf(hook), jsonOf(record, AlertOccasion::Fired));
}

QByteArray Announcer::jsonOf(const AlertRecord &record, AlertOccasion occasion) const
{
    const PoolAccess *pool = m_with.pools.pool(record.alert.key.account);
    const Account account = pool ? pool->account : Account();
    const auto wordsIn = [&](UiLanguage language) {
        AlertWords words;
        m_with.language.speak(language, [&] {
            words = {AlertText::title(record, m_with.clock.nowUtc()),
                AlertText::sentence(record.alert, account.clockOffset)};
        });
        return words;
    };
    return alertJson(
        record, account, wordsIn(UiLanguage::English), wordsIn(UiLanguage::Chinese), occasion);
}

void Announcer::notify(const QList<AlertRecord> &alerts)
{
    const AlertRecord &first = alerts.constFirst();
    const bool ofOnePool = std::ranges::all_of(alerts, [&](const AlertRecord &record) {
        return record.alert.key.account == first.alert.key.account;
    });
    const AlertText::Words words =
        AlertText::together(alerts, m_with.clock.nowUtc(), clockOffsetOf(first));
    const QString key = ofOnePool ? first.alert.key.account.toString() : ManyPools;
    QList<qint64> open;
    for (const AlertRecord &record : alerts) {
        if (record.isOpen())
            open.append(record.id);
    }
    m_alertsOf.remove(key);
    if (!open.isEmpty())
        m_alertsOf.insert(key, open);
    m_notifier.notify({.key = key,
        .title = words.title,
        .body = words.text,
        .urgency = urgencyOf(alerts),
        .openLabel = tr("Open"),
        .snoozeLabel = open.isEmpty() ? QString() : tr("Snooze for a day")});
}

void Announcer::withdrawWhatIsOver()
{
    if (m_alertsOf.isEmpty())
        return;
    QSet<qint64> open;
    const QList<AlertRecord> records = m_with.center.openAlerts();
    for (const AlertRecord &record : records)
        open.insert(record.id);
    m_alertsOf.removeIf([&](const QHash<QString, QList<qint64>>::iterator &told) {
        const bool isOver =
            std::ranges::none_of(told.value(), [&](qint64 id) { return open.contains(id); });
        if (isOver)
            m_notifier.withdraw(told.key());
        return isOver;
    });
}

std::chrono::seconds Announcer::clockOffsetOf(const AlertRecord &alert) const
{
    const PoolAccess *pool = m_with.pools.pool(alert.alert.key.account);
    return pool ? pool->account.clockOffset : BeijingOffset;
}

void Announcer::testHook(const HookSettings &hook, const std::function<void(HookTestResult)> &tell)
{
    AlertRecord record;
    record.alert.key.rule = AlertRule::EndsSoon;
    record.alert.key.step = 7;
    record.poolName = tr("Test");
    record.firedAt = m_with.clock.nowUtc();
    record.alert.numbers.endTime = inClock(record.firedAt.addDays(7), BeijingOffset);
    record.alert.numbers.secondsLeft = record.firedAt.secsTo(record.alert.numbers.endTime);
    m_tests.insert(m_hook.run(commandOf(hook), jsonOf(record, AlertOccasion::Test)), tell);
}

QString Announcer::wordsFor(const HookResult &result)
{
    const QString said = displayText(withSecretsHidden(result.output).simplified(), MostQuoted);
    const QString quoted = said.isEmpty() ? QString() : u'\n' + tr("It said: %1").arg(said);
    switch (result.end) {
    case HookResult::End::Exited:
        return (result.exitCode == 0
                       ? tr("The command ended well.")
                       : tr("The command ended with exit code %1.").arg(result.exitCode)) +
               quoted;
    case HookResult::End::NotStarted:
        return tr("The command could not be started. Is the path right, and may it be run?");
    case HookResult::End::Crashed:
        return tr("The command crashed.") + quoted;
    case HookResult::End::TimedOut:
        return tr("The command took longer than its time limit and was ended.") + quoted;
    case HookResult::End::Dropped:
        break;
    }
    return tr("The command was not run: too many were waiting.");
}

} // namespace genauth
