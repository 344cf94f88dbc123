// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/pdfreport.h"

#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/chartaxes.h"
#include "app/dashboard/widgets/mauplot.h"
#include "app/dashboard/widgets/stateshape.h"
#include "core/billing/historyrange.h"
#include "core/models/historymodel.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextLayout>

namespace genauth {

namespace {

constexpr int DotsPerInch = 96; ///< so that a pixel of the chart is one of the page
constexpr int Margin = 40;
constexpr int Gap = 12;
constexpr int FactColumns = 3;
constexpr int TallestChart = 420;
constexpr int SmallestChart = 60;
constexpr int NarrowChart = 500; ///< in which twelve years stand beside each other in small print
// What is longer is elided, in lines.
constexpr int LinesOfValue = 4;
constexpr int LinesOfNote = 4;
constexpr int LinesOfWords = 6;

/** A part of the page in one language, from top to bottom. */
class Section
{
public:
    Section(QCPPainter &painter, const QRectF &place)
        : m_painter(painter)
        , m_look(ChartLook::onPaper())
        , m_left(place)
    {
    }

    /** Everything but the chart; returns what is left of the place. */
    [[nodiscard]] QRectF paintFacts(const ReportedPool &pool)
    {
        const StatusReportText text(pool);
        addText(text.pool, font(1.6, QFont::Bold), m_look.text, 2);
        QStringList about{text.title, text.asOf};
        about.removeAll(QString());
        addText(about.join(QStringLiteral(" · ")), font(1.0), m_look.dim, 2);
        m_left.setTop(m_left.top() + Gap);
        const Tone tone = toneOf(pool.assessment.headline);
        addText(text.state, font(1.15, QFont::Bold), toneColor(tone), LinesOfWords);
        addText(text.advice, font(1.0), m_look.text, LinesOfWords);
        m_left.setTop(m_left.top() + Gap);
        addFacts(text.facts);
        return m_left;
    }

    void paintChart(const ReportedPool &pool)
    {
        const StatusReportText text(pool);
        // What stands at the bottom, first: the chart has what is left.
        addBottomText(text.made);
        addBottomText(text.chartNote);
        addText(text.chartTitle, font(1.0, QFont::Bold), m_look.text, 1);
        addText(text.chartAsOf, font(0.8), m_look.dim, 2);
        addChart(pool, text.noChart, text.noRoom);
    }

private:
    [[nodiscard]] QFont font(double factor, QFont::Weight weight = QFont::Normal) const
    {
        QFont font = m_look.font;
        font.setPointSizeF(10 * factor);
        font.setWeight(weight);
        // A glyph that stands for several signs, or for one among others, is not found as text.
        font.setStyleStrategy(QFont::PreferNoShaping);
        return font;
    }

    static QColor toneColor(Tone tone)
    {
        const ThemeColors colors = Theme::lightColors();
        switch (tone) {
        case Tone::Bad:
            return colors.bad;
        case Tone::Soon:
            return colors.soon;
        case Tone::Good:
            return colors.good;
        case Tone::Plain:
            return colors.text;
        }
        Q_UNREACHABLE();
    }

    /** On `mostLines` lines at most, broken within a word where there is no other place, and
     *  elided after them. */
    [[nodiscard]] QStringList linesOf(
        const QString &text, const QFont &font, double width, int mostLines) const
    {
        QStringList lines;
        for (const QString &paragraph : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
            QTextLayout layout(paragraph, font, m_painter.device());
            QTextOption option;
            option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
            layout.setTextOption(option);
            layout.beginLayout();
            for (QTextLine line = layout.createLine(); line.isValid() && lines.size() < mostLines;
                 line = layout.createLine()) {
                line.setLineWidth(width);
                const bool isLast = lines.size() == mostLines - 1;
                lines << (isLast ? QFontMetricsF(font, m_painter.device())
                                       .elidedText(
                                           paragraph.mid(line.textStart()), Qt::ElideRight, width)
                                 : paragraph.mid(line.textStart(), line.textLength()));
            }
            layout.endLayout();
        }
        return lines;
    }

    /** Returns their height. */
    double drawLines(QRectF place, const QStringList &lines, const QFont &font, const QColor &color)
    {
        const double height = QFontMetricsF(font, m_painter.device()).height();
        m_painter.setFont(font);
        m_painter.setPen(color);
        for (const QString &line : lines) {
            m_painter.drawText(place, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine, line);
            place.setTop(place.top() + height);
        }
        return height * double(lines.size());
    }

    double drawText(const QRectF &place, const QString &text, const QFont &font,
        const QColor &color, int mostLines)
    {
        return drawLines(place, linesOf(text, font, place.width(), mostLines), font, color);
    }

    void addText(const QString &text, const QFont &font, const QColor &color, int mostLines)
    {
        m_left.setTop(m_left.top() + drawText(m_left, text, font, color, mostLines));
    }

    void addBottomText(const QString &text)
    {
        const QFont small = font(0.8);
        const QStringList lines = linesOf(text, small, m_left.width(), LinesOfNote);
        const double height =
            QFontMetricsF(small, m_painter.device()).height() * double(lines.size());
        m_left.setBottom(m_left.bottom() - height);
        drawLines(
            QRectF(m_left.bottomLeft(), QSizeF(m_left.width(), height)), lines, small, m_look.dim);
    }

    void addFacts(const QList<StatusReportText::Fact> &facts)
    {
        const double width = m_left.width() / FactColumns;
        double row = 0; // its height
        for (qsizetype i = 0; i < facts.size(); ++i) {
            const qsizetype column = i % FactColumns;
            if (column == 0)
                m_left.setTop(m_left.top() + std::exchange(row, 0));
            QRectF place(
                m_left.left() + width * double(column), m_left.top(), width - Gap, m_left.height());
            const auto add = [this, &place](const QString &text, const QFont &font,
                                 const QColor &color, int mostLines) {
                place.setTop(place.top() + drawText(place, text, font, color, mostLines));
            };
            const StatusReportText::Fact &fact = facts.at(i);
            add(fact.title, font(0.8), m_look.dim, 1);
            add(fact.value, font(1.15, QFont::Bold), fact.isKnown ? m_look.text : m_look.dim,
                LinesOfValue);
            add(fact.note, font(0.8), m_look.dim, LinesOfNote);
            row = std::max(row, place.top() - m_left.top() + Gap / 2.0);
        }
        m_left.setTop(m_left.top() + row + Gap / 2.0);
    }

    void addChart(const ReportedPool &pool, const QString &noChart, const QString &noRoom)
    {
        HistoryModel model;
        const QDate today = poolTime(pool.snapshot, pool.now, pool.account.clockOffset).date();
        if (const auto &history = pool.snapshot.mauHistory.value)
            model.setCycles(HistoryRange().cyclesOf(history->cycles, today), today);
        if (model.rowCount() == 0) {
            addText(noChart, font(1.0), m_look.dim, 2);
            return;
        }
        const QSize size(int(m_left.width()), std::min(int(m_left.height()) - Gap, TallestChart));
        if (size.height() < SmallestChart) {
            addText(noRoom, font(1.0), m_look.dim, 2);
            return;
        }
        QCustomPlot canvas;
        auto *chart = new MauPlot(canvas); // the canvas owns it
        ChartLook look = m_look;
        look.font = font(m_left.width() < NarrowChart ? 0.7 : 0.8);
        chart->setLook(look);
        chart->setCycles(CycleFacts::allOf(model));
        chart->setMarkers(markersOf(pool.snapshot));
        chart->retell();
        // What was bought is written above its line.
        canvas.plotLayout()->setMinimumMargins(QMargins(0, Gap / 2, 0, 0));
        canvas.resize(size);
        canvas.replot(QCustomPlot::rpImmediateRefresh); // which names there is room for
        m_painter.save();
        m_painter.translate(m_left.topLeft());
        canvas.toPainter(&m_painter, size.width(), size.height());
        m_painter.restore();
    }

    QCPPainter &m_painter;
    ChartLook m_look;
    QRectF m_left; ///< what is free still
};

} // namespace

QByteArray PdfReport::render(
    const ReportedPool &pool, const QList<UiLanguage> &languages, const Language &speaker)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (languages.isEmpty() || !buffer.open(QIODevice::WriteOnly))
        return {};
    QPdfWriter writer(&buffer);
    writer.setResolution(DotsPerInch);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins({});
    writer.setTitle(StatusReportText(pool).pool);
    writer.setCreator(QStringLiteral("GenAuth Package Dashboard"));
    QCPPainter painter;
    painter.begin(&writer);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    const QRectF page =
        QRectF(0, 0, writer.width(), writer.height()).adjusted(Margin, Margin, -Margin, -Margin);
    // Of two languages the words stand below each other, and the charts side by side.
    QRectF left = page;
    for (const UiLanguage language : languages) {
        speaker.speak(language, [&] { left = Section(painter, left).paintFacts(pool); });
        left.setTop(left.top() + Gap);
    }
    const auto count = double(languages.size());
    const double width = (page.width() - Gap * 2 * (count - 1)) / count;
    QRectF place(left.topLeft(), QSizeF(width, left.height()));
    for (const UiLanguage language : languages) {
        speaker.speak(language, [&] { Section(painter, place).paintChart(pool); });
        place.translate(width + Gap * 2, 0);
    }
    painter.end();
    return bytes;
}

} // namespace genauth
