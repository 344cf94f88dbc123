// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QString>

namespace genauth::sandbox {

/** The JSON object in a file of resources/demo, by the file's name. A damaged one is fatal. */
[[nodiscard]] QJsonObject demoFile(const QString &name);

/** The names of the files that hold one pool each, in the pools' order. */
[[nodiscard]] QStringList ownPoolFiles();

} // namespace genauth::sandbox
