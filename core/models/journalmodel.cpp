// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/journalmodel.h"

#include "core/base/displaytext.h"
#include "core/models/rowchanges.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace genauth {

namespace {

QVariant shown(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(displayText(text));
}

QVariant shown(const std::optional<QString> &text)
{
    return text ? QVariant(displayText(*text)) : QVariant();
}

/** What entries are told apart by. */
QString keyOf(const JournalEntry &entry)
{
    const auto value = [](const std::optional<QString> &text) {
        return text ? QJsonValue(*text) : QJsonValue();
    };
    const QJsonArray all{entry.seenAt.toMSecsSinceEpoch(), entry.operation, entry.subject,
        entry.field, value(entry.before), value(entry.after)};
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

} // namespace

JournalModel::JournalModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

int JournalModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int JournalModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant JournalModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= ColumnCount)
        return {};
    const JournalEntry &entry = m_rows.at(index.row()).entry;
    switch (role) {
    case Qt::DisplayRole:
    case RawRole:
    case SortRole:
        return columnValue(entry, index.column());
    case OperationRole:
        return entry.operation;
    case NewOrderRole:
        return entry.field.isEmpty();
    default:
        return {};
    }
}

QVariant JournalModel::columnValue(const JournalEntry &entry, int column)
{
    switch (column) {
    case SeenColumn:
        return entry.seenAt;
    case SubjectColumn:
        return shown(entry.subject);
    case FieldColumn:
        return shown(entry.field);
    case BeforeColumn:
        return shown(entry.before);
    case AfterColumn:
        return shown(entry.after);
    default:
        return {};
    }
}

QHash<int, QByteArray> JournalModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractTableModel::roleNames();
    names.insert({
        {RawRole, "raw"},
        {SortRole, "sort"},
        {OperationRole, "operation"},
        {NewOrderRole, "newOrder"},
    });
    return names;
}

JournalModel::Rows JournalModel::rowsOf(const JournalEntries &entries)
{
    Rows rows;
    rows.reserve(entries.size());
    // From the oldest on, so that of several alike each keeps its number when another one comes.
    RepeatedKeys keys;
    for (auto entry = entries.crbegin(); entry != entries.crend(); ++entry)
        rows.append({keys.next(keyOf(*entry)), *entry});
    std::reverse(rows.begin(), rows.end());
    return rows;
}

void JournalModel::setEntries(const JournalEntries &entries)
{
    becomeRows(m_rows, rowsOf(entries), RowTeller<JournalModel>{*this});
}

void JournalModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

} // namespace genauth
