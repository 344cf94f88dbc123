// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QDateTime>

#include <chrono>
#include <functional>

namespace genauth {

/** When a pool is asked again without anybody's doing, and why then. */
struct NextTry
{
    enum class Kind {
        None,    ///< not before the user has done something: the key, the host, a setting
        Poll,    ///< with the next regular refresh
        BackOff, ///< sooner, since what failed may pass
        AsTold,  ///< as the server asked; even the user cannot ask before that
    };
    Kind kind = Kind::None;
    QDateTime at = {}; ///< UTC, this computer's clock; invalid for Kind::None

    friend bool operator==(const NextTry &, const NextTry &) = default;
};

/** How often and how soon a pool is asked again. Pure: reads no clock, and draws no lot by itself.
 *  With an interval of zero it is off: no pool is asked again by itself, also not after a failure
 *  that may pass, and every NextTry is of Kind::None. */
class RetryPolicy
{
public:
    /** Draws from [0, 1). */
    using Lot = std::function<double()>;

    static constexpr std::chrono::seconds DefaultInterval{3600};
    static constexpr std::chrono::seconds FirstBackOff{2};
    static constexpr std::chrono::seconds LongestBackOff{900};

    explicit RetryPolicy(std::chrono::seconds interval = DefaultInterval, Lot lot = drawLot);

    [[nodiscard]] std::chrono::seconds interval() const { return m_interval; }
    void setInterval(std::chrono::seconds interval) { m_interval = interval; }
    [[nodiscard]] bool isOff() const { return m_interval.count() == 0; }

    /** The interval, give or take a tenth, so that many pools do not ask in step. */
    [[nodiscard]] NextTry afterSuccess(const QDateTime &now) const;

    /** `failures`: how many in a row by now, this one included.
     *  - The server named a time (Retry-After, 1 s to 1 h): then, and up to a tenth later.
     *  - The network, a timeout, a cut answer, 408, 5xx: after a random part of 2 s × 2ⁿ, at most
     *    15 minutes, and at least one second.
     *  - Refused keys, and what no request can mend: Kind::None.
     *  - Everything else (403, 404, a certificate, a redirect, an answer too large): with the next
     *    regular refresh. */
    [[nodiscard]] NextTry afterFailure(
        const ApiError &error, int failures, const QDateTime &now) const;

    /** Asking again soon may help: the network, a timeout, a cut answer, throttling, 408, 5xx. */
    [[nodiscard]] static bool mayPass(const ApiError &error);

    /** Asking again is in vain until the user has done something. */
    [[nodiscard]] static bool needsTheUser(const ApiError &error);

    /** Another network, or the same one once it is there, may answer otherwise: a network of hotels
     *  redirects, and answers with pages and certificates of its own. */
    [[nodiscard]] static bool mayBeTheNetwork(const ApiError &error);

    /** A pseudo-random number from the system's seed. */
    [[nodiscard]] static double drawLot();

private:
    std::chrono::seconds m_interval;
    Lot m_lot;
};

} // namespace genauth
