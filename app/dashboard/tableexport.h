// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/fileexport.h"
#include "app/dashboard/tablerows.h"

#include <QMenu>

#include <array>

namespace genauth {

/** A menu that writes the rows of a table into a file: as they are shown, or as raw values. See
 *  FileExport. */
class TableExport final : public QMenu
{
    Q_OBJECT

public:
    /** What is given must outlive the menu. */
    TableExport(const WordsTable &table, const QHeaderView &header, QWidget *parent);

    void retranslate();

signals:
    /** How it went: a sentence. */
    void said(const QString &message);

private:
    enum class Format { CsvAsShown, CsvRaw, Json };
    static constexpr std::array Formats{Format::CsvAsShown, Format::CsvRaw, Format::Json};

    void ask(Format format);
    [[nodiscard]] FileExport::Bytes collect(Format format) const;

    const WordsTable &m_table;
    TableRows m_rows;
    FileExport m_files;
    QAction *m_mark;
};

} // namespace genauth
