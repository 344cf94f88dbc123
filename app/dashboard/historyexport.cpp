// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/historyexport.h"

#include <utility>

namespace genauth {

HistoryExport::HistoryExport(PictureMaker picture, QWidget *parent)
    : QMenu(parent)
    , m_picture(std::move(picture))
    , m_files(parent)
{
    connect(&m_files, &FileExport::said, this, &HistoryExport::said);
    setObjectName(QStringLiteral("chartExportMenu"));
    for (const ChartExport::Format format : Formats) {
        QAction *action = addAction(QString());
        action->setObjectName(QStringLiteral("%1ExportAction").arg(ChartExport::suffix(format)));
        connect(action, &QAction::triggered, this, [this, format] { ask(format); });
    }
    retranslate();
}

void HistoryExport::retranslate()
{
    const std::array names{tr("&PNG picture…"), tr("&SVG drawing…"), tr("P&DF page…")};
    for (std::size_t format = 0; format < names.size(); ++format)
        actions().at(static_cast<qsizetype>(format))->setText(names[format]);
}

void HistoryExport::ask(ChartExport::Format format)
{
    const ChartExport::Picture picture = m_picture();
    // Charts are drawn where widgets may be used.
    const QByteArray bytes = ChartExport::render(picture, format);
    m_files.ask({.title = tr("Export chart"),
        .baseName = ChartExport::baseName(picture.pool),
        .suffix = ChartExport::suffix(format),
        .note = {},
        .bytes = [bytes] { return bytes; }});
}

} // namespace genauth
