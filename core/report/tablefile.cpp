// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/tablefile.h"

#include "core/report/reportcodes.h"

#include <QDate>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace genauth {

using namespace Qt::StringLiterals;

namespace {

QJsonValue valueAsJson(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::Bool:
        return value.toBool();
    case QMetaType::Int:
    case QMetaType::LongLong:
        return value.toLongLong();
    default:
        return valueAsText(value);
    }
}

/** An invalid moment is as unknown as no value at all; a text may be known to be empty. */
bool isKnown(const QVariant &value)
{
    return value.typeId() == QMetaType::QString || !valueAsText(value).isEmpty();
}

} // namespace

QString valueAsText(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::QDate:
        return value.toDate().toString(Qt::ISODate);
    case QMetaType::QDateTime:
        return utcText(value.toDateTime());
    default:
        return value.toString();
    }
}

QByteArray tableFileAsCsv(const TableContents &contents, ByteOrderMark mark)
{
    QList<QStringList> rows{contents.columns};
    rows.reserve(contents.rows.size() + 1);
    for (const QVariantList &row : contents.rows) {
        QStringList cells;
        for (const QVariant &value : row)
            cells << valueAsText(value);
        rows << cells;
    }
    return tableAsCsv(rows, mark);
}

QByteArray tableFileAsJson(const TableContents &contents)
{
    QJsonArray rows;
    for (const QVariantList &row : contents.rows) {
        QJsonObject object;
        for (qsizetype column = 0; column < row.size(); ++column) {
            if (isKnown(row.at(column)))
                object.insert(contents.columns.at(column), valueAsJson(row.at(column)));
        }
        rows.append(object);
    }
    QJsonObject document{
        {"schemaVersion"_L1, TableFileVersion}, {"table"_L1, contents.table}, {"rows"_L1, rows}};
    if (!contents.pool.isEmpty())
        document.insert("pool"_L1, contents.pool);
    if (contents.asOf.isValid())
        document.insert("asOf"_L1, utcText(contents.asOf));
    if (contents.complete)
        document.insert("complete"_L1, *contents.complete);
    if (contents.stated)
        document.insert("stated"_L1, *contents.stated);
    return QJsonDocument(document).toJson();
}

} // namespace genauth
