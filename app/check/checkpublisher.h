// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/check/checkedpool.h"
#include "app/check/checkoptions.h"
#include "core/report/checkreport.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace genauth {

/** Puts a report where and how the options say. */
class CheckPublisher
{
public:
    /** `fileMode`: of a new file. */
    CheckPublisher(const CheckOptions &options, unsigned fileMode);

    struct Published
    {
        AlertLevel level; ///< the report's; nothing better than Unknown where it is not written
        bool isReaderGone = false; ///< nobody reads the pipe any more, and nobody will
    };
    /** Fills in the report's words, and writes it; where it cannot, it says why on standard error.
     */
    [[nodiscard]] Published publish(CheckReport report, const QList<CheckedPool> &pools) const;

    /** There is no report, for this reason: a sentence. On standard error; on standard output, too,
     *  where a monitoring system looks for it. */
    void complain(const QString &sentence) const;

private:
    [[nodiscard]] QByteArray bytesOf(
        const CheckReport &report, const QList<CheckedPool> &pools) const;
    /** Why not; empty when it is printed. */
    [[nodiscard]] static QString print(const QByteArray &bytes);

    CheckOptions m_options;
    unsigned m_fileMode;
};

} // namespace genauth
