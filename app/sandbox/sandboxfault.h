// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace genauth {

/**
 * A way in which a pool of the sandbox can misbehave, at all of its operations or at one. help()
 * has the words for each kind.
 */
struct SandboxFault
{
    enum class Kind {
        None,
        // Refused by GenAuth, in an envelope inside HTTP 200.
        WrongSecret,
        ExpiredToken,
        Always401,
        PaymentRequired,
        Forbidden,
        Throttled,
        ServerError,
        // Values no client expects.
        BadOverdue,
        Markup,
        PlainGoodsPackage,
        // Between the client and GenAuth; these hit the token exchange too.
        ThrottledHttp,
        Maintenance,
        BadGateway,
        Html,
        Redirect,
        CutJson,
        Empty,
        Huge,
        Slow,
        Silent,
        NoDate,
    };

    Kind kind = Kind::None;
    QString argument{};  ///< Redirect: where to; Slow: seconds; empty: the kind's own default
    QString operation{}; ///< the only one it strikes, as "get-orders"; empty: it strikes them all

    /**
     * From "kind" or "kind=argument", either of them with "@operation" behind it; nothing when
     * there is no such kind or operation, or the argument is wrong.
     */
    [[nodiscard]] static std::optional<SandboxFault> fromText(QStringView text);
    /** One line for each kind, its name first. */
    [[nodiscard]] static QString help();

    friend bool operator==(const SandboxFault &, const SandboxFault &) = default;
};

} // namespace genauth
