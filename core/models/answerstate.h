// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/billing/poolsnapshot.h"

#include <optional>

namespace genauth {

/** What a model of one operation's answer says besides its rows. */
struct AnswerState
{
    bool known = false;                 ///< there is an answer; it may be an empty one
    bool loading = false;               ///< it is asked for right now
    std::optional<ApiError> error = {}; ///< of the last attempt; the rows are of the last good one

    template <class T>
    [[nodiscard]] static AnswerState of(const OperationState<T> &state, bool loading)
    {
        return {state.value.has_value(), loading, state.error};
    }

    friend bool operator==(const AnswerState &, const AnswerState &) = default;
};

} // namespace genauth
