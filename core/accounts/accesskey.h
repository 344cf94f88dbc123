// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

class QDebug;

namespace genauth {

/** An access key: the only secret a user hands to this program. Kept together so that id and secret
 *  cannot get out of step. Printing one does not compile. */
struct AccessKey
{
    QString id;        ///< the user pool's id, or the id of a collaborating administrator's key
    QByteArray secret; ///< UTF-8

    [[nodiscard]] bool isValid() const { return !id.isEmpty() && !secret.isEmpty(); }

    friend bool operator==(const AccessKey &, const AccessKey &) = default;
    friend QDebug operator<<(QDebug, const AccessKey &) = delete;
};

/** The longest secret or key id accepted, in bytes; the vendor's are 24 to 32. */
constexpr qsizetype MaxKeyLength = 4096;

/** True when the bytes can be half of an access key: not empty, at most MaxKeyLength, UTF-8 without
 *  a byte order mark, no control characters. */
[[nodiscard]] bool isPlausibleKeyPart(const QByteArray &utf8);

} // namespace genauth
