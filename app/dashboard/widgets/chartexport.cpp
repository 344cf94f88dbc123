// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/chartexport.h"

#include "app/dashboard/wholefile.h"
#include "app/dashboard/widgets/chartaxes.h"
#include "app/text/historytext.h"

#include <QBuffer>
#include <QFontMetrics>
#include <QImage>
#include <QPageSize>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <algorithm>

namespace genauth {

namespace {

constexpr QSize PictureSize(1000, 520);
constexpr double PngScale = 2;
constexpr int SideMargin = 8;
constexpr int PdfDotsPerInch = 96; ///< so that a pixel of the chart is one of the page

/** Of the orders that are marked on these cycles. */
QList<Order::Type> kindsIn(const ChartExport::Picture &picture)
{
    QList<Order::Type> kinds;
    for (const ChartMarker &marker : picture.markers) {
        const QDate day = marker.at.date();
        if (std::ranges::any_of(picture.cycles, [day](const CycleFacts &cycle) {
                return cycle.start.isValid() && cycle.start <= day && day <= cycle.end;
            }))
            kinds << marker.kind;
    }
    return kinds;
}

/** A chart that is never shown. */
class PaperChart
{
public:
    explicit PaperChart(const ChartExport::Picture &picture)
    {
        const ChartLook look = ChartLook::onPaper();
        auto *chart = new MauPlot(m_canvas); // the canvas owns it
        chart->setLook(look);
        chart->setCycles(picture.cycles);
        chart->setMarkers(picture.markers);
        chart->retell();
        QFont headline = look.font;
        headline.setPointSizeF(look.font.pointSizeF() > 0 ? look.font.pointSizeF() * 1.4 : 14);
        headline.setBold(true);
        addLine(0, picture.title, headline, look.text);
        addLine(1, picture.subtitle, look.font, look.dim);
        if (!picture.asOf.isEmpty())
            addLine(2, picture.asOf, look.font, look.dim);
        const QString key = HistoryText::chartKey(picture.cycles, kindsIn(picture));
        if (!key.isEmpty())
            addLine(m_canvas.plotLayout()->rowCount(), key, look.font, look.dim, SideMargin);
        m_canvas.plotLayout()->setRowSpacing(4);
        // Which names there is room for depends on the layout.
        m_canvas.resize(PictureSize);
        m_canvas.replot(QCustomPlot::rpImmediateRefresh);
    }

    /** Anew for each device: text is as wide as the device makes it. */
    void paint(QPaintDevice &device, double scale = 1)
    {
        QCPPainter painter;
        painter.begin(&device);
        if (scale != 1)
            painter.scale(scale, scale);
        painter.setMode(QCPPainter::pmVectorized);
        painter.setMode(QCPPainter::pmNoCaching);
        painter.fillRect(QRect(QPoint(), PictureSize), Qt::white);
        m_canvas.toPainter(&painter, PictureSize.width(), PictureSize.height());
    }

private:
    void addLine(
        int row, const QString &text, const QFont &font, const QColor &color, int below = 0)
    {
        m_canvas.plotLayout()->insertRow(row);
        const int room = PictureSize.width() - 2 * SideMargin;
        auto *line = new QCPTextElement(
            &m_canvas, QFontMetrics(font).elidedText(text, Qt::ElideRight, room), font);
        line->setTextColor(color);
        line->setTextFlags(Qt::AlignLeft | Qt::TextSingleLine);
        line->setMargins({SideMargin, 4, SideMargin, below});
        m_canvas.plotLayout()->addElement(row, 0, line);
    }

    QCustomPlot m_canvas;
};

QByteArray png(PaperChart &chart)
{
    QImage image(PictureSize * PngScale, QImage::Format_RGB32);
    image.fill(Qt::white);
    chart.paint(image, PngScale);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    return image.save(&buffer, "PNG") ? bytes : QByteArray();
}

QByteArray svg(PaperChart &chart, const QString &title)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(PictureSize);
    generator.setViewBox(QRect(QPoint(), PictureSize));
    generator.setTitle(title);
    chart.paint(generator);
    return bytes;
}

QByteArray pdf(PaperChart &chart, const QString &title)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly))
        return {};
    QPdfWriter writer(&buffer);
    writer.setResolution(PdfDotsPerInch);
    const QSizeF inches = QSizeF(PictureSize) / PdfDotsPerInch;
    writer.setPageSize(QPageSize(inches, QPageSize::Inch, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("GenAuth Package Dashboard"));
    chart.paint(writer);
    return bytes;
}

} // namespace

QString ChartExport::suffix(Format format)
{
    switch (format) {
    case Format::Png:
        return QStringLiteral("png");
    case Format::Svg:
        return QStringLiteral("svg");
    case Format::Pdf:
        return QStringLiteral("pdf");
    }
    Q_UNREACHABLE();
}

QString ChartExport::baseName(const QString &pool)
{
    return WholeFile::baseName(QStringLiteral("genauth-mau"), pool);
}

QByteArray ChartExport::render(const Picture &picture, Format format)
{
    PaperChart chart(picture);
    switch (format) {
    case Format::Png:
        return png(chart);
    case Format::Svg:
        return svg(chart, picture.title);
    case Format::Pdf:
        return pdf(chart, picture.title);
    }
    Q_UNREACHABLE();
}

} // namespace genauth
