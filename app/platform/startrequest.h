// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace genauth {

/** What a start of the program asks of the one that runs already. */
struct StartRequest
{
    bool show = true;     ///< the window; else leave it as it is
    bool refresh = false; ///< every pool, once
    QString pool;         ///< as on the command line, unchecked; empty: none named
    QString page;         ///< the same
    /** By which the desktop lets the window come to the front: of XDG_ACTIVATION_TOKEN or
     *  DESKTOP_STARTUP_ID; empty: there is none. */
    QByteArray activationToken;

    bool operator==(const StartRequest &) const = default;
};

/** The token that the desktop gave to this start. Call it before QApplication is made: Qt takes the
 *  variables out of the environment. */
[[nodiscard]] QByteArray activationTokenOfThisStart();

/** Bytes that a message may have, its new line included. */
inline constexpr qsizetype LongestStartMessage = 8 * 1024;

/** One line, of LongestStartMessage at most: what does not fit into it (a pool's or a page's name
 *  that cannot be one, a token) is left out. */
[[nodiscard]] QByteArray toMessage(const StartRequest &request);
/** Nothing, if it is no message of this version or a value has another type. Keys that are unknown
 *  are passed over. */
[[nodiscard]] std::optional<StartRequest> fromMessage(const QByteArray &message);

} // namespace genauth
