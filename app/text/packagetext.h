// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/account.h"
#include "core/billing/poolsnapshot.h"
#include "core/billing/subscriptionstate.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace genauth {

/** The package of one pool in words: what a page, a picture's lines or a report say about it.
 *  Everything is safe to show as plain text; what is unknown says so. */
class PackageText
{
    Q_DECLARE_TR_FUNCTIONS(genauth::PackageText)

public:
    /** One fact: its value, a note under it, and whether the value is known at all. */
    struct Fact
    {
        QString value;
        QString note;    ///< may be empty
        QString tooltip; ///< may be empty
        bool known = true;
    };

    PackageText(const Account &account, const PoolSnapshot &snapshot,
        const SubscriptionAssessment &assessment);

    /** The name in the language of the window, and the name in the other one. */
    [[nodiscard]] Fact name() const;
    [[nodiscard]] Fact otherName() const;
    [[nodiscard]] Fact nameZh() const;
    [[nodiscard]] Fact nameEn() const;
    [[nodiscard]] Fact mauQuantity() const;
    [[nodiscard]] Fact unitPrice() const;
    [[nodiscard]] Fact end() const;
    [[nodiscard]] Fact overdue() const;
    [[nodiscard]] Fact edition() const;
    [[nodiscard]] Fact scene() const;
    [[nodiscard]] Fact packageCode() const;

    /** "GenAuth sent a value for overdueDays that cannot be read: “n/a”": one sentence a field. */
    [[nodiscard]] QStringList unreadableFields() const;

    /** One plain line with everything, fields apart by " | ": for a terminal. */
    [[nodiscard]] QString line() const;

private:
    [[nodiscard]] const Package *package() const;
    [[nodiscard]] QString endNote(const EndTime &end) const;
    [[nodiscard]] QString rawOf(const QString &path) const;

    Account m_account;
    PoolSnapshot m_snapshot;
    SubscriptionAssessment m_assessment;
};

} // namespace genauth
