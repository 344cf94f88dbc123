// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace genauth {

/** The path of the first key that stands twice in one object with different values,
 *  "data.overdueDays"; empty when there is none. Qt's own reader takes the last one and says
 *  nothing, and which of the two was meant nobody can tell. `json` must be a document that
 *  QJsonDocument reads; a key is compared as it is written. */
[[nodiscard]] QString contradictoryKey(const QByteArray &json);

} // namespace genauth
