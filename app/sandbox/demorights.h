// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/demopools.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace genauth::sandbox {

/** What rights.json says a package entitles to, worked out for a pool's own package. */
class RightsCatalogue final
{
public:
    RightsCatalogue();

    /** What get-all-rights-items answers. */
    [[nodiscard]] QJsonObject rightsAnswer(const DemoPool &pool) const;

    /** The entries as they stand in the file. */
    [[nodiscard]] const QJsonArray &entries() const { return m_entries; }
    /** "Code：中文名", as the console names most rights, or the code alone. */
    [[nodiscard]] static QString name(const QJsonObject &entry);
    /** The right's value with this pool's package. */
    [[nodiscard]] static QString value(const QJsonObject &entry, const DemoPool &pool);

private:
    QJsonArray m_entries;
};

} // namespace genauth::sandbox
