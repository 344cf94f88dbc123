// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/historyexport.h"

#include "core/base/displaytext.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

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
    const QString suffix = ChartExport::suffix(format);
    auto *dialog = new QFileDialog(parentWidget(), tr("Export chart"));
    dialog->setObjectName(QStringLiteral("chartExportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(
        {QStringLiteral("%1 (*.%2)").arg(suffix.toUpper(), suffix), tr("All files (*)")});
    dialog->setDefaultSuffix(suffix);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(
        QStringLiteral("%1.%2").arg(ChartExport::baseName(m_picture().pool), suffix));
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, format](const QString &file) { write(format, file); });
    dialog->open();
}

void HistoryExport::write(ChartExport::Format format, const QString &file)
{
    const QString why = ChartExport::write(ChartExport::render(m_picture(), format), file);
    const QString name = displayText(QFileInfo(file).fileName());
    emit said(why.isEmpty() ? tr("The chart is in %1.").arg(name)
                            : tr("%1 could not be written: %2").arg(name, displayText(why)));
}

} // namespace genauth
