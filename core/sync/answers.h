// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/api/apirequest.h"
#include "core/api/envelope.h"
#include "core/base/result.h"
#include "core/billing/poolsnapshot.h"

#include <QDateTime>

#include <chrono>
#include <utility>

namespace genauth {

/** How it was answered, whatever the answer says. */
[[nodiscard]] AnswerFacts answerFactsOf(const Result<Envelope> &answer);

/** Why the data of a good envelope could not be read, with what support asks for. */
[[nodiscard]] ApiError unreadableAnswer(
    const ApiError &decoding, const ApiRequest &request, const Envelope &envelope);

/** `data` as it came. */
[[nodiscard]] QByteArray compactData(const Envelope &envelope);

/** What T::fromJson makes of the answer to this request, or why there is nothing. */
template <class T>
[[nodiscard]] Result<T> decodedAnswer(
    const Result<Envelope> &answer, const ApiRequest &request, std::chrono::seconds clockOffset)
{
    if (!answer)
        return answer.error();
    Result<T> decoded = T::fromJson(answer.value().data, clockOffset);
    if (decoded)
        return decoded;
    return unreadableAnswer(decoded.error(), request, answer.value());
}

/** Files an answer, or why there is none, under the state of its operation; `now` in UTC. */
template <class T>
void fileAnswer(OperationState<T> &state, const ApiRequest &request, const Result<Envelope> &answer,
    std::chrono::seconds clockOffset, const QDateTime &now)
{
    state.attemptedAt = now;
    state.answer = answerFactsOf(answer);
    Result<T> decoded = decodedAnswer<T>(answer, request, clockOffset);
    if (!decoded) {
        state.error = decoded.error();
        return;
    }
    state.value = std::move(decoded).value();
    state.data = compactData(answer.value());
    state.receivedAt = now;
}

} // namespace genauth
