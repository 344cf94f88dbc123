// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/widgets/mauplot.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QList>
#include <QString>

namespace genauth {

/** The MAU chart as a file: in light colours on white, with a title, in the present language. */
class ChartExport
{
    Q_DECLARE_TR_FUNCTIONS(genauth::ChartExport)

public:
    enum class Format { Png, Svg, Pdf };

    struct Picture
    {
        QString title;
        QString subtitle; ///< the pool, and what is shown of it
        QList<CycleFacts> cycles;
        QList<ChartMarker> markers;
    };

    /** "png", "svg", "pdf" */
    [[nodiscard]] static QString suffix(Format format);
    /** The file's bytes; empty when the picture could not be made. */
    [[nodiscard]] static QByteArray render(const Picture &picture, Format format);
    /** Writes all or nothing: a file that was there stays as it was when this fails. Returns why,
     *  in the system's words; empty when it is written. */
    [[nodiscard]] static QString write(const QByteArray &bytes, const QString &file);
};

} // namespace genauth
