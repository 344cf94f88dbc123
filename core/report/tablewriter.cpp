// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/tablewriter.h"

#include "core/base/decimal.h"

namespace genauth {

namespace {

/** A spreadsheet runs what begins so, wherever the text is from. */
bool looksLikeFormula(const QString &cell)
{
    const QString seen = cell.trimmed();
    const QChar first = seen.isEmpty() ? QChar() : seen.front();
    const bool isSign = QStringLiteral("=+-@").contains(first) && !first.isNull();
    const bool isControl = !cell.isEmpty() && QStringLiteral("\t\r\n").contains(cell.front());
    return (isSign || isControl) && !Decimal::parse(cell);
}

QString written(const QString &cell)
{
    const QString safe = looksLikeFormula(cell) ? QLatin1Char('\'') + cell : cell;
    const bool quoted = safe.contains(QLatin1Char('"')) || safe.contains(QLatin1Char(',')) ||
                        safe.contains(QLatin1Char('\n')) || safe.contains(QLatin1Char('\r')) ||
                        safe != safe.trimmed();
    if (!quoted)
        return safe;
    return QLatin1Char('"') + QString(safe).replace(QLatin1Char('"'), QStringLiteral("\"\"")) +
           QLatin1Char('"');
}

} // namespace

QByteArray tableAsCsv(const QList<QStringList> &rows)
{
    QByteArray csv("\xEF\xBB\xBF");
    for (const QStringList &row : rows) {
        QStringList cells;
        for (const QString &cell : row)
            cells << written(cell);
        csv += cells.join(QLatin1Char(',')).toUtf8() + "\r\n";
    }
    return csv;
}

} // namespace genauth
