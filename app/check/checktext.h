// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/check/checkedpool.h"
#include "core/report/checkreport.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

namespace genauth {

struct WatcherNote;

/** What a check says to people, in the language that is set. Everything is safe to print. */
class CheckText
{
    Q_DECLARE_TR_FUNCTIONS(genauth::CheckText)

public:
    enum class Colour { None, Ansi };

    /** The state of one pool on one line, and why it could not be asked: PoolReport::words. */
    [[nodiscard]] static QString words(const PoolReport &report);

    /** A table, the worst pool first, with what the errors mean below it. `pools` are those of the
     *  report, in its order. */
    [[nodiscard]] static QString table(
        const CheckReport &report, const QList<CheckedPool> &pools, Colour colour);

    /** The store does not answer. */
    [[nodiscard]] static QString notRecorded();
    /** The dashboard's scheduler has been silent for longer than it should, for how long. */
    [[nodiscard]] static QString dashboardIsSilent(const WatcherNote &note, const QDateTime &now);

private:
    /** The headline state first; the others that hold, and what else raised the level, behind it.
     */
    [[nodiscard]] static QString states(const PoolReport &report);
    [[nodiscard]] static QString reason(LevelReason reason, const PoolReport &report);
    [[nodiscard]] static QStringList row(const PoolReport &report, const CheckedPool &pool);
    [[nodiscard]] static QString mau(const PoolReport &report);
    [[nodiscard]] static QString end(const PoolReport &report, const CheckedPool &pool);
    [[nodiscard]] static QStringList notes(const PoolReport &report);
};

} // namespace genauth
