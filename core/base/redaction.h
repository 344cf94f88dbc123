// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

namespace genauth {

/** The longest line of log text, in UTF-16 code units. */
constexpr qsizetype MaxLogText = 4000;

/** Secrets shorter than this, in UTF-16 code units, are not looked for: they are words of the
 *  language, and the log would be a row of "[hidden]". The vendor's are 24 units or more. */
constexpr qsizetype MinSecretLength = 4;

/** While one of these lives, redacted() hides the secret it was made with, in every thread. Copies
 *  share one registration; it ends with the last of them. Marking the same secret twice is fine.
 *  Belongs beside the secret itself, so that both live equally long. Thread-safe. */
class SecretMark final
{
public:
    /** Marks nothing. */
    SecretMark() = default;
    /** `secret`: its bytes as they are sent, UTF-8 if they are text. */
    explicit SecretMark(const QByteArray &secret);

private:
    std::shared_ptr<const void> m_registration;
};

/** A message made fit for a log: one line that holds no secret.
 *
 *  What becomes "[hidden]":
 *  - every marked secret: as it is, percent-encoded in whole or in part, in base64 of either
 *    alphabet (also as a part of more, "id:secret"), in hex, and as QDebug quotes it. Where the
 *    beginning of a long secret is found, the rest is hidden unseen;
 *  - what follows "Bearer", "authing" (when it is of the form AK:SIG) and an "Authorization:";
 *  - JSON Web Tokens, whole or cut;
 *  - user and password in a URL, and query and fragment of all that looks like a URL or a path.
 *    Within double quotes they reach to the closing quote, since Qt prints their blanks as such.
 *  When in doubt, more is hidden.
 *
 *  Controls, line and paragraph separators, bidirectional overrides and isolates, and lone
 *  surrogates become visible: \n, \x1b, \u202e. A backslash stays as it is: this is for
 *  reading, not for undoing, and ordinary text passes unchanged however often. What is longer than
 *  MaxLogText is cut to that length at the very end, an ellipsis included, without splitting a
 *  surrogate pair. Thread-safe; its time grows with the text, hardly with the number of secrets. */
[[nodiscard]] QString redacted(const QString &text);

/** The text with every marked secret in it as "[hidden]", and otherwise as it is: for a server's
 *  words on screen, which may quote what was sent to it. */
[[nodiscard]] QString withSecretsHidden(const QString &text);

} // namespace genauth
