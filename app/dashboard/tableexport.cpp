// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/tableexport.h"

#include "app/dashboard/settings.h"
#include "app/dashboard/wholefile.h"
#include "app/dashboard/wordstable.h"

#include <QAction>

namespace genauth {

TableExport::TableExport(const WordsTable &table, const QHeaderView &header, QWidget *parent)
    : QMenu(parent)
    , m_table(table)
    , m_rows(table, header, this)
    , m_files(parent)
{
    connect(&m_files, &FileExport::said, this, &TableExport::said);
    connect(&m_rows, &TableCollector::takesTime, this,
        [this] { emit said(tr("Collecting the rows…")); });
    connect(&m_rows, &TableCollector::gaveUp, this,
        [this] { emit said(tr("Another pool is shown: its rows are not what was asked for.")); });
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
    connect(m_mark, &QAction::triggered, this, &TableExport::chooseMark);
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
    m_rows.collect(format == Format::CsvAsShown ? TableForm::AsShown : TableForm::Raw,
        [this, format](const TableRows &rows) { ask(format, rows); });
}

void TableExport::ask(Format format, const TableRows &rows)
{
    const WordsTable::Origin &origin = rows.origin();
    const QString what =
        QStringLiteral("genauth-%1")
            .arg(QString(rows.contents().table).replace(QLatin1Char('_'), QLatin1Char('-')));
    // In a CSV nothing else says so.
    const QString part = origin.complete == false ? QStringLiteral("-part") : QString();
    const bool isJson = format == Format::Json;
    const ByteOrderMark mark =
        m_mark->isChecked() ? ByteOrderMark::Written : ByteOrderMark::Omitted;
    m_files.ask({.title = tr("Export table"),
        .baseName = WholeFile::baseName(what, origin.poolName) + part,
        .suffix = isJson ? QStringLiteral("json") : QStringLiteral("csv"),
        .note = origin.missing,
        .bytes = [contents = rows.contents(), isJson, mark] {
            return isJson ? tableFileAsJson(contents) : tableFileAsCsv(contents, mark);
        }});
}

void TableExport::rememberMark(Settings &settings)
{
    m_settings = &settings;
    m_mark->setChecked(settings.marksCsv());
}

void TableExport::chooseMark(bool marks)
{
    if (!m_settings)
        return;
    m_settings->setMarksCsv(marks);
    const QWidget *top = this; // of a dialog's table, the window behind it
    while (top->parentWidget())
        top = top->parentWidget();
    for (TableExport *menu : top->findChildren<TableExport *>())
        menu->m_mark->setChecked(marks);
}

} // namespace genauth
