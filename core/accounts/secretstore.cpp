// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/accounts/secretstore.h"

#include <QTimer>

#include <utility>

namespace genauth {

namespace {

void answerSoon(QObject *context, SecretStore::Callback callback, SecretStore::Answer answer)
{
    QTimer::singleShot(0, context,
        [callback = std::move(callback), answer = std::move(answer)] { callback(answer); });
}

} // namespace

void MemorySecretStore::read(const QString &entry, QObject *context, Callback callback)
{
    const auto found = m_entries.constFind(entry);
    answerSoon(context, std::move(callback),
        found == m_entries.cend() ? Answer{Outcome::NotFound} : Answer{Outcome::Done, *found});
}

void MemorySecretStore::write(
    const QString &entry, const QByteArray &secret, QObject *context, Callback callback)
{
    m_entries.insert(entry, secret);
    answerSoon(context, std::move(callback), {Outcome::Done});
}

void MemorySecretStore::remove(const QString &entry, QObject *context, Callback callback)
{
    const bool removed = m_entries.remove(entry) > 0;
    answerSoon(context, std::move(callback), {removed ? Outcome::Done : Outcome::NotFound});
}

} // namespace genauth
