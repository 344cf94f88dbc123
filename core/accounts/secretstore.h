// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>

namespace genauth {

/** A place for secrets, by the name of an entry. Says what the place says, right or wrong: a
 *  keychain may claim that an entry is gone when it is locked, or that it stored what it did not.
 *  SecretKeeper is who believes no single answer. */
class SecretStore : public QObject
{
    Q_OBJECT

public:
    enum class Outcome {
        Done,        ///< of a read: there is something, `secret`
        NotFound,    ///< so it says
        Refused,     ///< locked, or denied
        Unavailable, ///< there is no such place, or it cannot be spoken to
    };
    struct Answer
    {
        Outcome outcome = Outcome::Unavailable;
        QByteArray secret = {}; ///< of a read alone; UTF-8
    };
    using Callback = std::function<void(const Answer &)>;

    using QObject::QObject;

    // Each calls back at most once, from the event loop, and not when `context` is gone by then.
    // Each may take long, or for ever; nothing blocks.
    virtual void read(const QString &entry, QObject *context, Callback callback) = 0;
    virtual void write(
        const QString &entry, const QByteArray &secret, QObject *context, Callback callback) = 0;
    virtual void remove(const QString &entry, QObject *context, Callback callback) = 0;
};

/** The twin that keeps everything in memory, and forgets it with the program. */
class MemorySecretStore final : public SecretStore
{
    Q_OBJECT

public:
    using SecretStore::SecretStore;

    void read(const QString &entry, QObject *context, Callback callback) override;
    void write(const QString &entry, const QByteArray &secret, QObject *context,
        Callback callback) override;
    void remove(const QString &entry, QObject *context, Callback callback) override;

private:
    QHash<QString, QByteArray> m_entries;
};

} // namespace genauth
