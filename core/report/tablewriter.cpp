// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/tablewriter.h"

#include "core/base/decimal.h"
#include "core/base/displaytext.h"

#include <algorithm>

namespace genauth {

namespace {

/** With these a formula begins, on the keyboards of East Asia, too. */
bool isFormulaSign(QChar sign)
{
    return QStringView(u"=+-@\uFF1D\uFF0B\uFF0D\uFF20").contains(sign);
}

/** A spreadsheet leaves it off before a formula, or does not show it. */
bool isUnseen(QChar sign)
{
    return sign.isSpace() || sign.category() == QChar::Other_Control ||
           isBlank(QStringView(&sign, 1));
}

/** Where a spreadsheet separates cells by these signs, or takes every line for a row, another cell
 *  begins behind them. */
bool endsCell(QChar sign)
{
    return sign == u';' || sign == u'\t' || sign == u'\n' || sign == u'\r';
}

/** A spreadsheet runs what begins as a formula, wherever the text is from. */
bool looksLikeFormula(const QString &cell)
{
    const auto first = std::ranges::find_if_not(cell, isUnseen);
    const bool beginsWithGap = !cell.isEmpty() && cell.front() != u';' && endsCell(cell.front());
    return beginsWithGap || (first != cell.cend() && isFormulaSign(*first));
}

} // namespace

QString withoutFormulas(const QString &cell)
{
    if (Decimal::parse(cell))
        return cell;
    QString backwards;
    backwards.reserve(cell.size() + 1);
    bool begins = false; // a formula, with what was looked at last
    for (auto sign = cell.crbegin(); sign != cell.crend(); ++sign) {
        const bool isOneLineEnd = *sign == u'\r' && backwards.endsWith(u'\n');
        if (begins && endsCell(*sign) && !isOneLineEnd)
            backwards += u'\'';
        begins = isFormulaSign(*sign) || (begins && (isUnseen(*sign) || *sign == u'"'));
        backwards += *sign;
    }
    if (looksLikeFormula(cell))
        backwards += u'\'';
    std::ranges::reverse(backwards);
    return backwards;
}

namespace {

QString written(const QString &cell)
{
    const QString safe = withoutFormulas(cell);
    const bool quoted = safe.contains(QLatin1Char(';')) || safe.contains(QLatin1Char('\t')) ||
                        safe.contains(QLatin1Char('"')) || safe.contains(QLatin1Char(',')) ||
                        safe.contains(QLatin1Char('\n')) || safe.contains(QLatin1Char('\r')) ||
                        safe != safe.trimmed();
    if (!quoted)
        return safe;
    return QLatin1Char('"') + QString(safe).replace(QLatin1Char('"'), QStringLiteral("\"\"")) +
           QLatin1Char('"');
}

} // namespace

QByteArray tableAsCsv(const QList<QStringList> &rows, ByteOrderMark mark)
{
    QByteArray csv(mark == ByteOrderMark::Written ? "\xEF\xBB\xBF" : "");
    for (const QStringList &row : rows) {
        QStringList cells;
        for (const QString &cell : row)
            cells << written(cell);
        csv += cells.join(QLatin1Char(',')).toUtf8() + "\r\n";
    }
    return csv;
}

} // namespace genauth
