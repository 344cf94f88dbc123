// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/widgets/mauplot.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QList>
#include <QString>

namespace genauth {

/** The MAU chart as a file: in light colours on white, with a title, its age and a key to its
 * signs, in the present language. */
class ChartExport
{
    Q_DECLARE_TR_FUNCTIONS(genauth::ChartExport)

public:
    enum class Format { Png, Svg, Pdf };

    struct Picture
    {
        QString pool; ///< its name, as the user or the server wrote it
        QString title;
        QString subtitle; ///< the pool, and what is shown of it
        QString asOf;     ///< how old the numbers are; empty: unknown
        QList<CycleFacts> cycles;
        QList<ChartMarker> markers;
    };

    /** "png", "svg", "pdf" */
    [[nodiscard]] static QString suffix(Format format);
    /** A name for the file of this pool, without a suffix: letters, digits and "-" alone. */
    [[nodiscard]] static QString baseName(const QString &pool);
    /** The file's bytes; empty when the picture could not be made. */
    [[nodiscard]] static QByteArray render(const Picture &picture, Format format);
};

} // namespace genauth
