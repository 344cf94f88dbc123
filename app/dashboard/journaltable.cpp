// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/journaltable.h"

#include "core/models/journalmodel.h"

namespace genauth {

static_assert(
    static_cast<int>(JournalTable::ColumnCount) == static_cast<int>(JournalModel::ColumnCount));

JournalTable::JournalTable(JournalModel &changes, const Theme &theme, QObject *parent)
    : WordsTable(theme, parent)
{
    setSourceModel(&changes);
}

void JournalTable::setContext(const JournalText::Context &context)
{
    m_context = context;
    retell();
}

JournalEntry JournalTable::entryOf(const QModelIndex &index)
{
    const auto raw = [&index](int column) {
        return index.siblingAtColumn(column).data(JournalModel::RawRole);
    };
    const auto value = [&raw](int column) {
        const QVariant text = raw(column);
        return text.isValid() ? std::optional(text.toString()) : std::nullopt;
    };
    return {raw(JournalModel::SeenColumn).toDateTime(),
        index.data(JournalModel::OperationRole).toString(),
        raw(JournalModel::SubjectColumn).toString(), raw(JournalModel::FieldColumn).toString(),
        value(JournalModel::BeforeColumn), value(JournalModel::AfterColumn)};
}

WordsTable::Cell JournalTable::cell(const QModelIndex &index) const
{
    const JournalEntry entry = entryOf(index);
    const QString asSent = JournalText::asSent(entry);
    const auto cellOf = [&asSent](const JournalText::Value &value) {
        return Cell{value.words, asSent, value.isThere};
    };
    switch (index.column()) {
    case Seen:
        return {JournalText::seen(entry, m_context), asSent, entry.seenAt.isValid()};
    case What:
        return {JournalText::what(entry), asSent, true};
    case Field:
        return {JournalText::field(entry), asSent, true};
    case Before:
        return cellOf(JournalText::before(entry, m_context));
    case After:
        return cellOf(JournalText::after(entry, m_context));
    default:
        return {};
    }
}

QString JournalTable::title(int column) const
{
    switch (column) {
    case Seen:
        return tr("First seen");
    case What:
        return tr("What");
    case Field:
        return tr("Field");
    case Before:
        return tr("Before");
    case After:
        return tr("After");
    default:
        return {};
    }
}

bool JournalTable::isNumber(int /*column*/) const
{
    return false;
}

QVariant JournalTable::sortValue(const QModelIndex &sourceIndex) const
{
    // Fields by what is seen.
    if (sourceIndex.column() == JournalModel::FieldColumn)
        return JournalText::field(entryOf(sourceIndex));
    return sourceIndex.data(JournalModel::SortRole);
}

QStringList JournalTable::searched(const QModelIndex &sourceIndex) const
{
    const JournalEntry entry = entryOf(sourceIndex);
    return {JournalText::what(entry), JournalText::field(entry), entry.field,
        JournalText::seen(entry, m_context), JournalText::before(entry, m_context).words,
        JournalText::after(entry, m_context).words};
}

QString JournalTable::tableCode() const
{
    return QStringLiteral("changes");
}

QStringList JournalTable::columnCodes() const
{
    return {QStringLiteral("first_seen"), QStringLiteral("order_number"), QStringLiteral("field"),
        QStringLiteral("before"), QStringLiteral("after")};
}

QVariant JournalTable::rawValue(const QModelIndex &sourceRow, int column) const
{
    return sourceRow.siblingAtColumn(column).data();
}

} // namespace genauth
