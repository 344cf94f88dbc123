// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/text/language.h"
#include "app/text/statusreporttext.h"

#include <QByteArray>
#include <QList>

namespace genauth {

/** The status of one pool on one page of A4, with the MAU chart of the last twelve months: for the
 *  people who approve a renewal. In two languages, the words of the one stand below those of the
 *  other, and the charts side by side. Light on white, whatever the window wears. */
class PdfReport
{
public:
    /** The file's bytes, with `speaker` speaking each of these languages, one or two, in turn.
     *  To be called where widgets may be used. */
    [[nodiscard]] static QByteArray render(
        const ReportedPool &pool, const QList<UiLanguage> &languages, const Language &speaker);
};

} // namespace genauth
