// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/textrange.h"

#include <QByteArray>
#include <QStringView>

// For core/base/redaction alone: whoever has a secret uses SecretMark. Of the whole process, since
// Qt's message handler is, too. Thread-safe.
namespace genauth {

/** Counted: a secret is known until it was forgotten as often as it was remembered. */
void rememberSecret(const QByteArray &secret);
void forgetSecret(const QByteArray &secret);

/** Appends where remembered secrets lie in `text`, in whatever dress; in no order, overlapping. */
void findSecrets(QStringView text, TextRanges &found);

} // namespace genauth
