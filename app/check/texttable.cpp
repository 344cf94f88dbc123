// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/check/texttable.h"

#include <algorithm>
#include <array>
#include <utility>

namespace genauth {

namespace {

/** East Asian Wide and Fullwidth (Unicode's annex 11), as blocks. */
bool isWide(char32_t sign)
{
    static constexpr std::array<std::pair<char32_t, char32_t>, 12> blocks{{
        {0x1100, 0x115F},
        {0x2E80, 0x303E},
        {0x3041, 0x33FF},
        {0x3400, 0x4DBF},
        {0x4E00, 0x9FFF},
        {0xA000, 0xA4CF},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x1F300, 0x3FFFD},
    }};
    return std::ranges::any_of(
        blocks, [sign](const auto &block) { return sign >= block.first && sign <= block.second; });
}

} // namespace

qsizetype terminalWidth(const QString &text)
{
    qsizetype width = 0;
    for (const char32_t sign : text.toUcs4()) {
        const QChar::Category category = QChar::category(sign);
        const bool takesNoRoom = category == QChar::Mark_NonSpacing ||
                                 category == QChar::Mark_Enclosing ||
                                 category == QChar::Other_Format;
        if (!takesNoRoom)
            width += isWide(sign) ? 2 : 1;
    }
    return width;
}

TextTable::TextTable(const QStringList &titles)
    : m_rows{titles}
{
}

void TextTable::addRow(const QStringList &cells)
{
    m_rows.append(cells);
}

QString TextTable::lines(const QStringList &before, const QString &after) const
{
    QList<qsizetype> widths(m_rows.first().size(), 0);
    for (const QStringList &row : m_rows) {
        for (qsizetype column = 0; column < row.size(); ++column)
            widths[column] = std::max(widths.at(column), terminalWidth(row.at(column)));
    }
    QString lines;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const QStringList &row = m_rows.at(i);
        const QString sign = before.value(i);
        QString line;
        for (qsizetype column = 0; column < row.size(); ++column) {
            const QString &cell = row.at(column);
            const bool isMarked = column == 0 && !sign.isEmpty();
            line += isMarked ? sign + cell + after : cell;
            if (column + 1 < row.size())
                line += QString(widths.at(column) - terminalWidth(cell) + 2, QLatin1Char(' '));
        }
        while (line.endsWith(QLatin1Char(' ')))
            line.chop(1);
        lines += line + QLatin1Char('\n');
    }
    return lines;
}

} // namespace genauth
