// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/historyexport.h"

#include "app/dashboard/savedialog.h"

#include <QFileDialog>

#include <utility>

namespace genauth {

HistoryExport::HistoryExport(PictureMaker picture, QWidget *parent)
    : QMenu(parent)
    , m_picture(std::move(picture))
{
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
    QFileDialog *dialog = SaveDialog::make(parentWidget(), "chartExportDialog",
        {tr("Export chart"), ChartExport::baseName(m_picture().pool), ChartExport::suffix(format)});
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, format](const QString &file) { write(format, file); });
    dialog->open();
}

void HistoryExport::write(ChartExport::Format format, const QString &file)
{
    const QString why = ChartExport::write(ChartExport::render(m_picture(), format), file);
    emit said(SaveDialog::outcome(file, why, tr("The chart is in %1.")));
}

} // namespace genauth
