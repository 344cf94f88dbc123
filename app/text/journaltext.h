// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/account.h"
#include "core/billing/journalentry.h"

#include <QCoreApplication>
#include <QString>

#include <chrono>
#include <optional>

namespace genauth {

/** What changed between refreshes, in words and in the language of the window. Everything is safe
 *  to show as plain text. */
class JournalText
{
    Q_DECLARE_TR_FUNCTIONS(genauth::JournalText)

public:
    /** How a pool's values are told. */
    struct Context
    {
        std::chrono::seconds clockOffset = BeijingOffset;
        QString currency; ///< ISO 4217, or empty
    };

    /** One value, and whether there is one at all. */
    struct Value
    {
        QString words;
        bool isThere = true;
    };

    /** "Package", "Order 2026…". */
    [[nodiscard]] static QString what(const JournalEntry &entry);
    /** "Unit price"; a field that is not published by its own name; "New order". */
    [[nodiscard]] static QString field(const JournalEntry &entry);
    /** Read as the pages read the same field; what cannot be read is shown as it came. */
    [[nodiscard]] static Value before(const JournalEntry &entry, const Context &context);
    [[nodiscard]] static Value after(const JournalEntry &entry, const Context &context);
    /** "99.00 → 129.00" */
    [[nodiscard]] static QString change(const JournalEntry &entry, const Context &context);
    /** The published name and both values as they came, a line each. */
    [[nodiscard]] static QString asSent(const JournalEntry &entry);
    /** When it was first seen, on the pool's clock. */
    [[nodiscard]] static QString seen(const JournalEntry &entry, const Context &context);
    /** "12 changes" */
    [[nodiscard]] static QString summary(int changes);

private:
    [[nodiscard]] static QString packageField(const QString &name);
    [[nodiscard]] static QString orderField(const QString &name);
    [[nodiscard]] static Value value(
        const JournalEntry &entry, const std::optional<QString> &sent, const Context &context);
};

} // namespace genauth
