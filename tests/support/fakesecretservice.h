// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <memory>

namespace genauth::test {

/** A Secret Service that does not what it should, on a bus where there is no other. It lives in the
 *  test's own process and needs its event loop; who asks it may be another program. */
class FakeSecretService
{
public:
    enum class Mood {
        Honest,
        Silent,      ///< takes every call, and answers none
        LyingWrite,  ///< says it stored, and did not
        LyingDelete, ///< says it deleted, and did not
        Asking,      ///< locked: it prompts, and the user dismisses it after a while
    };

    explicit FakeSecretService(const QString &busAddress, Mood mood = Mood::Honest);
    ~FakeSecretService();
    Q_DISABLE_COPY_MOVE(FakeSecretService)

    void setMood(Mood mood);
    /** How many calls came so far; reading properties does not count. */
    [[nodiscard]] int calls() const;
    /** How often the user was asked to unlock it. */
    [[nodiscard]] int prompts() const;
    /** How long the user takes to dismiss a prompt. */
    void setThinking(std::chrono::milliseconds thinking);
    /** What it holds, in the order of its coming. */
    [[nodiscard]] QList<QByteArray> secrets() const;

private:
    class Object;

    QString m_connection;
    std::unique_ptr<Object> m_object;
};

} // namespace genauth::test
