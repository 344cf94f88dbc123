// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/tableexport.h"

#include "app/dashboard/wholefile.h"
#include "app/dashboard/wordstable.h"

#include <QAction>

namespace genauth {

TableExport::TableExport(const WordsTable &table, const QHeaderView &header, QWidget *parent)
    : QMenu(parent)
    , m_table(table)
    , m_rows(table, header)
    , m_files(parent)
{
    connect(&m_files, &FileExport::said, this, &TableExport::said);
    setObjectName(QStringLiteral("tableExportMenu"));
    setToolTipsVisible(true);
    constexpr std::array names{"exportCsvAction", "exportRawCsvAction", "exportJsonAction"};
    for (std::size_t i = 0; i < Formats.size(); ++i) {
        QAction *action = addAction(QString());
        action->setObjectName(QLatin1String(names[i]));
        connect(action, &QAction::triggered, this, [this, i] { ask(Formats[i]); });
    }
    addSeparator();
    m_mark = addAction(QString());
    m_mark->setObjectName(QStringLiteral("byteOrderMarkAction"));
    m_mark->setCheckable(true);
    m_mark->setChecked(true);
    retranslate();
}

void TableExport::retranslate()
{
    setTitle(tr("E&xport"));
    const std::array names{
        tr("CSV, as &shown…"), tr("CSV, &raw values…"), tr("&JSON, raw values…")};
    for (std::size_t i = 0; i < names.size(); ++i)
        actions().at(static_cast<qsizetype>(i))->setText(names[i]);
    m_mark->setText(tr("&Mark CSV as UTF-8"));
    m_mark->setToolTip(tr("A spreadsheet reads the file right by it; other programs may take it "
                          "for a part of the first cell"));
}

void TableExport::ask(Format format)
{
    const QString name = WholeFile::baseName(
        QStringLiteral("genauth-%1").arg(m_table.tableCode()), m_table.poolName());
    const QString suffix = format == Format::Json ? QStringLiteral("json") : QStringLiteral("csv");
    m_files.ask({tr("Export table"), name, suffix}, [this, format] { return collect(format); });
}

FileExport::Bytes TableExport::collect(Format format) const
{
    const TableContents contents = format == Format::CsvAsShown ? m_rows.asShown() : m_rows.raw();
    if (format == Format::Json)
        return [contents] { return tableFileAsJson(contents); };
    const ByteOrderMark mark =
        m_mark->isChecked() ? ByteOrderMark::Written : ByteOrderMark::Omitted;
    return [contents, mark] { return tableFileAsCsv(contents, mark); };
}

} // namespace genauth
