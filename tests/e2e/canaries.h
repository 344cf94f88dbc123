// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/serverscript.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace genauth::test {

class DrivenProgram;
class TestHome;

/** A secret as it is and as it might be dressed: in hex, and in base64 alone or as a part of more,
 *  such as "id:secret". */
[[nodiscard]] QList<QByteArray> dressesOf(const QByteArray &secret);
/** The canary token, or its payload alone: nobody prints a token and cuts it just there. */
[[nodiscard]] QList<QByteArray> dressesOfToken();
/** An error inside HTTP 200, as the service sends it, that quotes back what was sent: in the
 *  message, the requestId and the reason phrase. */
[[nodiscard]] Script refusalQuoting(int statusCode, int apiCode, const QByteArray &secret);

/** Where these bytes are to be seen, now that the program runs: on screen, on the clipboard, in
 *  what it printed, in any file of the home, and in what any process of the home was started with.
 */
[[nodiscard]] QStringList placesWith(
    const QList<QByteArray> &canaries, DrivenProgram &program, const TestHome &home);

} // namespace genauth::test
