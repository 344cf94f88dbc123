// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/secretkeeper.h"
#include "core/base/redaction.h"

#include <QPointer>

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace genauth {

/** What is to be done with one account's entry, and all who wait for it. For SecretKeeper alone. */
struct SecretKeeper::Task
{
    enum class Kind { Read, Write, Remove };

    struct Asker
    {
        QPointer<QObject> context;
        ReadCallback onRead = {};
        DoneCallback onDone = {};
        bool wasAnswered = false; ///< told of the silence

        void answer(const Result<PoolSecrets> &result) const
        {
            if (wasAnswered || !context)
                return;
            if (onRead)
                onRead(result);
            else
                onDone(result ? std::nullopt : std::optional(result.error()));
        }
    };

    Kind kind;
    QUuid account;
    std::vector<Asker> askers = {};
    QByteArray bytes = {}; ///< of a write alone
    SecretMark secretMark = {};
    SecretMark proxyMark = {};
    bool isUnderWay = false;

    [[nodiscard]] QString entry() const { return entryOf(account); }
    [[nodiscard]] bool isRead() const { return kind == Kind::Read; }
    [[nodiscard]] bool isUnwanted() const
    {
        return isRead() &&
               std::ranges::none_of(askers, [](const Asker &asker) { return asker.context; });
    }

    [[nodiscard]] bool wasSilent() const
    {
        return std::ranges::any_of(askers, &Asker::wasAnswered);
    }
    [[nodiscard]] qsizetype unheard() const
    {
        return std::ranges::count(askers, false, &Asker::wasAnswered);
    }

    /** Does what the later one is there for, too: reading is shared, and the last word about what
     *  to keep is the only one. */
    void takeOver(Task later)
    {
        std::ranges::move(later.askers, std::back_inserter(askers));
        kind = later.kind;
        bytes = std::move(later.bytes);
        secretMark = std::move(later.secretMark);
        proxyMark = std::move(later.proxyMark);
    }

    void answer(const Result<PoolSecrets> &result) const
    {
        for (const Asker &asker : askers)
            asker.answer(result);
    }
    [[nodiscard]] Result<PoolSecrets> outcome(
        std::optional<ErrorKind> problem, const PoolSecrets &secrets) const
    {
        if (!problem)
            return secrets;
        const bool concernsEntry = problem == ErrorKind::KeyMayRemain;
        return ApiError{.kind = *problem, .subject = concernsEntry ? entry() : QString()};
    }
};

} // namespace genauth
