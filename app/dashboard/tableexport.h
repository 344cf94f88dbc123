// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/fileexport.h"
#include "app/dashboard/tablecollector.h"

#include <QMenu>

#include <array>

namespace genauth {

class Settings;

/** A menu that writes the rows of a table into a file: as they are shown, or as raw values. See
 *  FileExport. */
class TableExport final : public QMenu
{
    Q_OBJECT

public:
    /** What is given must outlive the menu. */
    TableExport(const WordsTable &table, const QHeaderView &header, QWidget *parent);

    void retranslate();

    /** Whether a byte order mark is written is taken from there, and kept there; it must outlive
     *  the menu. One choice holds for all tables of a window. */
    void rememberMark(Settings &settings);

signals:
    /** How it went: a sentence. */
    void said(const QString &message);

private:
    enum class Format { CsvAsShown, CsvRaw, Json };
    static constexpr std::array Formats{Format::CsvAsShown, Format::CsvRaw, Format::Json};

    void ask(Format format);
    void ask(Format format, const TableRows &rows);
    void chooseMark(bool marks);

    const WordsTable &m_table;
    TableCollector m_rows;
    FileExport m_files;
    QAction *m_mark;
    Settings *m_settings = nullptr;
};

} // namespace genauth
