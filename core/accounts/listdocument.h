// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QLatin1StringView>

#include <optional>

namespace genauth {

/** A JSON object that names its form, and the version of its form: the head of every list of pools
 *  that is kept or shared. The version is 1; a program writes no other. */
[[nodiscard]] QByteArray toListDocument(QLatin1StringView format, QJsonObject members);

enum class ListDocumentProblem {
    NotThis,      ///< no JSON object, or of another form
    NewerVersion, ///< of this form, as a newer program writes it
};

struct ListDocumentReading
{
    QJsonObject object; ///< empty when there is a problem
    std::optional<ListDocumentProblem> problem;
};
[[nodiscard]] ListDocumentReading readListDocument(
    const QByteArray &bytes, QLatin1StringView format);

} // namespace genauth
