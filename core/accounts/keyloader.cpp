// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/accounts/keyloader.h"

#include <QPointer>

#include <utility>

namespace genauth {

using namespace std::chrono_literals;

namespace {

bool concernsKeychain(ErrorKind kind)
{
    return kind == ErrorKind::KeychainLocked || kind == ErrorKind::KeychainUnavailable ||
           kind == ErrorKind::KeychainSilent;
}

} // namespace

KeyLoader::Waits KeyLoader::usualWaits()
{
    return {2s, 10s, 60s};
}

KeyLoader::KeyLoader(SecretKeeper &keeper, Waits waits, QObject *parent)
    : QObject(parent)
    , m_keeper(keeper)
    , m_waits(std::move(waits))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &KeyLoader::tryAgain);
    connect(&keeper, &SecretKeeper::readLate, this, &KeyLoader::useLate);
    connect(&keeper, &SecretKeeper::readFailedLate, this, &KeyLoader::noteLateFailure);
}

void KeyLoader::load(const QList<QUuid> &accountIds)
{
    QList<QUuid> unheard;
    for (const QUuid &id : accountIds) {
        m_failed.remove(id);
        const bool isBeingRead = m_asked && m_asked->id == id && m_asked->isWanted;
        if (!isBeingRead && m_waiting.append(id))
            unheard.append(id);
    }
    if (m_asked && m_asked->wasSilent)
        QTimer::singleShot(0, this, [this, unheard] { saySilent(unheard); });
    readNext();
}

void KeyLoader::saySilent(const QList<QUuid> &accountIds)
{
    if (m_asked && m_asked->wasSilent)
        sayUnreadable(accountIds, {.kind = ErrorKind::KeychainSilent});
}

void KeyLoader::retry()
{
    const IdQueue failed = std::exchange(m_failed, {});
    for (const QUuid &id : failed.ids())
        m_waiting.append(id);
    m_timer.stop();
    m_tries = 0;
    if (m_asked && m_asked->wasSilent)
        wait();
    readNext();
}

void KeyLoader::forget(const QUuid &accountId)
{
    m_waiting.remove(accountId);
    m_failed.remove(accountId);
    if (m_asked && m_asked->id == accountId)
        m_asked->isWanted = false;
    if (m_waiting.isEmpty())
        m_timer.stop();
}

bool KeyLoader::isReading() const
{
    return m_asked || m_timer.isActive();
}

void KeyLoader::readNext()
{
    // Never a second question while the first is open, be it answered "silent": no queue builds up.
    if (m_asked || m_waiting.isEmpty())
        return;
    m_asked = Asked{.id = m_waiting.takeFirst()};
    m_keeper.read(m_asked->id, this, [this](const Result<PoolSecrets> &result) {
        if (result)
            use(result.value());
        else
            fail(result.error());
    });
}

void KeyLoader::tryAgain()
{
    if (m_asked)
        wait();
    readNext();
}

void KeyLoader::wait()
{
    if (!m_timer.isActive() && !m_waiting.isEmpty() && m_tries < m_waits.size())
        m_timer.start(m_waits[m_tries++]);
}

void KeyLoader::use(const PoolSecrets &secrets)
{
    const Asked asked = *std::exchange(m_asked, std::nullopt);
    m_timer.stop();
    m_tries = 0;
    const bool isNews = asked.isWanted;
    if (isNews)
        m_waiting.remove(asked.id);
    readNext();
    if (isNews)
        emit arrived(asked.id, secrets);
}

void KeyLoader::fail(const ApiError &why)
{
    const QUuid id = m_asked->id;
    const bool isWanted = m_asked->isWanted;
    const bool isSilent = why.kind == ErrorKind::KeychainSilent;
    m_asked->wasSilent = isSilent;
    if (!isSilent)
        m_asked.reset();
    if (!concernsKeychain(why.kind)) {
        if (isWanted)
            m_failed.append(id);
        readNext();
        if (isWanted)
            emit unreadable(id, why);
        return;
    }
    if (isWanted)
        m_waiting.prepend(id);
    if (m_keeper.wasDeclined())
        m_timer.stop();
    else
        wait();
    sayUnreadable(m_waiting.ids(), why);
}

void KeyLoader::sayUnreadable(QList<QUuid> accountIds, const ApiError &why)
{
    const QPointer<KeyLoader> self(this);
    for (const QUuid &id : std::as_const(accountIds)) {
        // Who hears of one may forget another, or this loader.
        if (m_waiting.contains(id))
            emit unreadable(id, why);
        if (!self)
            return;
    }
}

void KeyLoader::useLate(const QUuid &accountId, const PoolSecrets &secrets)
{
    if (isAskedLate(accountId))
        use(secrets);
}

void KeyLoader::noteLateFailure(const QUuid &accountId, const ApiError &why)
{
    if (!isAskedLate(accountId))
        return;
    if (concernsKeychain(why.kind)) {
        if (m_keeper.wasDeclined())
            m_timer.stop();
        m_asked.reset();
        // No try of its own. But "it does not answer" is true no longer, of any of them.
        return sayUnreadable(m_waiting.ids(), why);
    }
    if (m_asked->isWanted)
        m_waiting.remove(accountId);
    fail(why);
}

bool KeyLoader::isAskedLate(const QUuid &accountId) const
{
    return m_asked && m_asked->wasSilent && m_asked->id == accountId;
}

} // namespace genauth
