// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/secretkeeper.h"

#include <QObject>
#include <QTest>

#include <optional>

namespace genauth::test {

/** Secrets that can be searched for wherever they must not be. */
[[nodiscard]] inline PoolSecrets canarySecrets(const QByteArray &which = "first")
{
    return {.key = {.id = QStringLiteral("CANARY-id-") + QString::fromLatin1(which),
                .secret = "CANARY-secret-" + which},
        .proxyPassword = "CANARY-proxy-" + which};
}

/** Asks a keeper and turns the event loop until the answer comes: "ok", the error's kind, or
 *  "nothing came" after ten seconds. */
class KeeperAnswers
{
public:
    explicit KeeperAnswers(SecretKeeper &keeper)
        : m_keeper(keeper)
    {
    }

    [[nodiscard]] QByteArray read(const QUuid &account)
    {
        m_outcome.clear();
        m_secrets = {};
        m_keeper.read(account, &m_context, [this](const Result<PoolSecrets> &result) {
            m_outcome = result ? "ok" : errorKindName(result.error().kind);
            if (result)
                m_secrets = result.value();
        });
        return wait();
    }
    [[nodiscard]] QByteArray write(const QUuid &account, const PoolSecrets &secrets)
    {
        m_outcome.clear();
        m_keeper.write(account, secrets, &m_context, done());
        return wait();
    }
    [[nodiscard]] QByteArray remove(const QUuid &account)
    {
        m_outcome.clear();
        m_keeper.remove(account, &m_context, done());
        return wait();
    }

    /** What the last read brought. */
    [[nodiscard]] const PoolSecrets &secrets() const { return m_secrets; }
    /** What the last error was about. */
    [[nodiscard]] const QString &subject() const { return m_subject; }

private:
    [[nodiscard]] SecretKeeper::DoneCallback done()
    {
        return [this](const std::optional<ApiError> &error) {
            m_outcome = error ? errorKindName(error->kind) : "ok";
            m_subject = error ? error->subject : QString();
        };
    }
    [[nodiscard]] QByteArray wait()
    {
        const bool came = QTest::qWaitFor([this] { return !m_outcome.isEmpty(); }, 10'000);
        return came ? m_outcome : QByteArray("nothing came");
    }

    SecretKeeper &m_keeper;
    QByteArray m_outcome;
    PoolSecrets m_secrets;
    QString m_subject;
    QObject m_context; // goes first, so that nothing arrives afterwards
};

} // namespace genauth::test
