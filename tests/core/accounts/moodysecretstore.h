// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/secretstore.h"

#include <QHash>
#include <QList>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <utility>

namespace genauth::test {

/** A store that behaves as keychains were seen to. */
class MoodySecretStore final : public SecretStore
{
public:
    enum class Mood {
        Open,
        Locked,       ///< and its prompt cannot be shown: nothing is found, deletion "succeeds"
        Refusing,     ///< locked, and honest about it
        Absent,       ///< nobody answers for it: everything is unavailable
        Hanging,      ///< takes questions; answers them at release(), in the mood of then
        LyingWrite,   ///< takes what it is given, and keeps what it had
        LyingDelete,  ///< says it deleted, and did not
        StubbornRead, ///< gives what was first written, whatever was written since
    };
    Mood mood = Mood::Open;

    QHash<QString, QByteArray> entries;
    QStringList calls; ///< "read a-name", in order
    /** Before the next calls are answered: a user who is doing something meanwhile. */
    std::function<void()> beforeAnswer;

    void read(const QString &entry, QObject *context, Callback callback) override
    {
        take(QStringLiteral("read ") + entry, context, std::move(callback),
            [this, entry] { return reading(entry); });
    }
    void write(const QString &entry, const QByteArray &secret, QObject *context,
        Callback callback) override
    {
        take(QStringLiteral("write ") + entry, context, std::move(callback),
            [this, entry, secret] { return writing(entry, secret); });
    }
    void remove(const QString &entry, QObject *context, Callback callback) override
    {
        take(QStringLiteral("remove ") + entry, context, std::move(callback),
            [this, entry] { return removing(entry); });
    }

    /** What waits for release(). */
    [[nodiscard]] qsizetype hanging() const { return m_hung.size(); }
    void release()
    {
        const QList<std::function<void()>> hung = std::exchange(m_hung, {});
        for (const std::function<void()> &answer : hung)
            answer();
    }

private:
    void take(const QString &call, QObject *context, Callback callback,
        const std::function<Answer()> &decide)
    {
        calls << call;
        const auto answer = [this, context = QPointer(context), callback = std::move(callback),
                                decide] {
            if (beforeAnswer)
                beforeAnswer();
            const Answer decided = decide();
            if (context)
                callback(decided);
        };
        if (mood == Mood::Hanging)
            m_hung << answer;
        else
            QTimer::singleShot(0, this, answer);
    }

    [[nodiscard]] Answer reading(const QString &entry) const
    {
        if (mood == Mood::Absent)
            return {Outcome::Unavailable};
        if (mood == Mood::Refusing)
            return {Outcome::Refused};
        if (mood == Mood::Locked || !entries.contains(entry))
            return {Outcome::NotFound};
        return {Outcome::Done, entries.value(entry)};
    }
    [[nodiscard]] Answer writing(const QString &entry, const QByteArray &secret)
    {
        if (mood == Mood::Absent)
            return {Outcome::Unavailable};
        if (mood == Mood::Locked || mood == Mood::Refusing)
            return {Outcome::Refused};
        const bool keeps = mood == Mood::Open || mood == Mood::LyingDelete ||
                           (mood == Mood::StubbornRead && !entries.contains(entry));
        if (keeps)
            entries.insert(entry, secret);
        return {Outcome::Done};
    }
    [[nodiscard]] Answer removing(const QString &entry)
    {
        if (mood == Mood::Absent)
            return {Outcome::Unavailable};
        if (mood == Mood::Refusing)
            return {Outcome::Refused};
        if (mood == Mood::Open || mood == Mood::LyingWrite)
            return {entries.remove(entry) > 0 ? Outcome::Done : Outcome::NotFound};
        return {Outcome::Done};
    }

    QList<std::function<void()>> m_hung;
};

} // namespace genauth::test
