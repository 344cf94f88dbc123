// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/fileexport.h"
#include "app/dashboard/widgets/chartexport.h"

#include <QMenu>

#include <array>
#include <functional>

namespace genauth {

/** A menu that writes a chart into a file: as a picture, a drawing or a page. See FileExport. */
class HistoryExport final : public QMenu
{
    Q_OBJECT

public:
    /** What is to be written, when the dialog opens. */
    using PictureMaker = std::function<ChartExport::Picture()>;

    explicit HistoryExport(PictureMaker picture, QWidget *parent = nullptr);

    void retranslate();

signals:
    /** How it went: a sentence. */
    void said(const QString &message);

private:
    static constexpr std::array Formats{
        ChartExport::Format::Png, ChartExport::Format::Svg, ChartExport::Format::Pdf};

    void ask(ChartExport::Format format);

    PictureMaker m_picture;
    FileExport m_files;
};

} // namespace genauth
