// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace genauth {

/** What is said of the fields of an answer that cannot be read. */
class FieldText
{
    Q_DECLARE_TR_FUNCTIONS(genauth::FieldText)

public:
    /** Of fields by their paths, such as "data.usages[2].current": a sentence each, and of many one
     *  that says how many more there are. Safe to show as plain text. */
    [[nodiscard]] static QStringList unreadable(const QStringList &paths);
};

} // namespace genauth
