// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/account.h"
#include "core/billing/poolsnapshot.h"
#include "core/billing/subscriptionstate.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace genauth {

/** A pool as a report sees it. */
struct ReportedPool
{
    Account account;
    PoolSnapshot snapshot;
    SubscriptionAssessment assessment;
    QDateTime now; ///< this computer's clock, UTC
};

/** What a page for the people who approve a renewal says of one pool, in the language that is
 *  spoken when it is made. Everything is plain text; what is unknown says so. */
struct StatusReportText
{
    Q_DECLARE_TR_FUNCTIONS(genauth::StatusReportText)

public:
    explicit StatusReportText(const ReportedPool &pool);

    /** Without the chart, from top to bottom, for a message or a ticket. */
    [[nodiscard]] QStringList lines() const;

    struct Fact
    {
        QString title;
        QString value;
        QString note; ///< may be empty
        bool isKnown = true;
    };

    QString title; ///< the report's
    QString pool;  ///< the user's own name for it
    QString state;
    QString advice; ///< what it means and what to do; may be empty
    QList<Fact> facts;
    QString chartTitle;
    QString chartAsOf; ///< as `asOf`, where the chart's data is of another age; may be empty
    QString chartNote; ///< what nobody knows for sure about the chart
    QString noChart;   ///< said in place of a chart of nothing
    QString noRoom;    ///< said in place of one for which the rest leaves no room
    QString asOf;      ///< how old the package's data is, and why nothing newer has come
    QString made;      ///< by whom, and when
};

} // namespace genauth
