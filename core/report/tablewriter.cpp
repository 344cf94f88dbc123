// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/tablewriter.h"

#include "core/base/decimal.h"

#include <QRegularExpression>

namespace genauth {

namespace {

/** With these a formula begins, on the keyboards of East Asia, too. */
const QString FormulaSign = QStringLiteral("[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]");

/** A spreadsheet runs what begins so, wherever the text is from. */
bool looksLikeFormula(const QString &cell)
{
    static const QRegularExpression start(
        QStringLiteral("^(?:[\t\r\n]|[\\s\\p{Cf}]*%1)").arg(FormulaSign));
    return start.match(cell).hasMatch() && !Decimal::parse(cell);
}

/** Where a spreadsheet separates cells by these signs, the next one begins here. */
QString withoutInnerFormulas(QString cell)
{
    static const QRegularExpression inner(
        QStringLiteral("([;\t])(?=[\\p{Zs}\\p{Cf}]*%1)").arg(FormulaSign));
    return cell.replace(inner, QStringLiteral("\\1'"));
}

QString written(const QString &cell)
{
    const QString safe =
        (looksLikeFormula(cell) ? QStringLiteral("'") : QString()) + withoutInnerFormulas(cell);
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
