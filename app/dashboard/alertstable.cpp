// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/alertstable.h"

#include "app/dashboard/alertsdelegate.h"
#include "app/dashboard/alertshape.h"
#include "app/dashboard/theme.h"
#include "app/text/alerttext.h"
#include "app/text/formatting.h"
#include "core/alerts/alertsmodel.h"
#include "core/base/clock.h"
#include "core/base/displaytext.h"
#include "core/models/poolsmodel.h"

#include <utility>

namespace genauth {

static_assert(
    static_cast<int>(AlertsTable::ColumnCount) == static_cast<int>(AlertsModel::ColumnCount));

AlertsTable::AlertsTable(const Collaborators &with, Kind kind, QObject *parent)
    : WordsTable(with.theme, parent)
    , m_with(with)
    , m_kind(kind)
{
    setSourceModel(&with.alerts);
}

void AlertsTable::setOpenOnly(bool openOnly)
{
    if (std::exchange(m_openOnly, openOnly) != openOnly)
        invalidateFilter();
}

const AlertRecord &AlertsTable::recordAt(int row) const
{
    return m_with.alerts.recordAt(mapToSource(index(row, 0)).row());
}

std::optional<Account> AlertsTable::accountOf(const AlertRecord &record) const
{
    const int row = m_with.pools.rowOf(record.alert.key.account);
    if (row < 0)
        return std::nullopt;
    return m_with.pools.index(row, 0).data(PoolsModel::AccountRole).value<Account>();
}

std::chrono::seconds AlertsTable::clockOffsetOf(const AlertRecord &record) const
{
    const std::optional<Account> account = accountOf(record);
    return account ? account->clockOffset : BeijingOffset;
}

QString AlertsTable::poolName(const AlertRecord &record) const
{
    const std::optional<Account> account = accountOf(record);
    return displayText(account ? account->name : record.poolName);
}

WordsTable::Cell AlertsTable::cell(const QModelIndex &index) const
{
    const AlertRecord &record = recordAt(index.row());
    const Alert &alert = record.alert;
    const std::chrono::seconds offset = clockOffsetOf(record);
    const QString sentence = AlertText::sentence(alert, offset);
    switch (index.column()) {
    case When:
        if (!record.firedAt.isValid())
            return {Formatting::unknown(), {}, false};
        return {Formatting::dateTime(inClock(record.firedAt, offset)),
            Formatting::exactMoment(record.firedAt), true};
    case Pool: {
        const QString name = poolName(record);
        return {isBlank(name) ? Formatting::unknown() : name,
            accountOf(record) ? QString() : tr("This pool is not watched any more."),
            !isBlank(name)};
    }
    case What:
        return {AlertText::headline(alert),
            AlertText::ruleName(alert.key.rule) + QLatin1Char('\n') + sentence, true};
    case Numbers:
        return {AlertText::numbers(alert, offset), sentence, AlertText::hasNumbers(alert)};
    case Standing: {
        const QString words = AlertText::standing(record, m_with.clock.nowUtc(), offset);
        return {words, words, true};
    }
    default:
        return {};
    }
}

QVariant AlertsTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::ForegroundRole)
        return color(index);
    if (role == AlertsDelegate::ShapeRole) {
        const AlertKey &key = recordAt(index.row()).alert.key;
        return index.column() == What ? QVariant(static_cast<int>(shapeOf(key.rule, key.step)))
                                      : QVariant();
    }
    return WordsTable::data(index, role);
}

QVariant AlertsTable::color(const QModelIndex &index) const
{
    const AlertRecord &record = recordAt(index.row());
    // What is over, or taken note of, stands back.
    if (!record.isOpen())
        return theme().colors().dim;
    if (index.column() != What)
        return WordsTable::data(index, Qt::ForegroundRole);
    const Tone tone = toneOf(shapeOf(record.alert.key.rule, record.alert.key.step));
    return tone == Tone::Plain ? theme().colors().text : theme().toneColor(tone);
}

QString AlertsTable::title(int column) const
{
    switch (column) {
    case When:
        return m_kind == Kind::Fired ? tr("Fired") : tr("Will fire");
    case Pool:
        return tr("User pool");
    case What:
        return m_kind == Kind::Fired ? tr("What happened") : tr("What it will say");
    case Numbers:
        return tr("On which numbers");
    case Standing:
        return tr("How it stands");
    default:
        return {};
    }
}

bool AlertsTable::isNumber(int /*column*/) const
{
    return false;
}

QVariant AlertsTable::sortValue(const QModelIndex &sourceIndex) const
{
    if (sourceIndex.column() != AlertsModel::PoolColumn)
        return sourceIndex.data(AlertsModel::SortRole);
    const QString name = poolName(m_with.alerts.recordAt(sourceIndex.row()));
    return isBlank(name) ? QVariant() : QVariant(name);
}

QStringList AlertsTable::searched(const QModelIndex &sourceIndex) const
{
    const AlertRecord &record = m_with.alerts.recordAt(sourceIndex.row());
    const std::chrono::seconds offset = clockOffsetOf(record);
    return {poolName(record), AlertText::headline(record.alert),
        AlertText::ruleName(record.alert.key.rule), AlertText::numbers(record.alert, offset),
        AlertText::standing(record, m_with.clock.nowUtc(), offset)};
}

bool AlertsTable::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    return (!m_openOnly || m_with.alerts.recordAt(sourceRow).isOpen()) &&
           WordsTable::filterAcceptsRow(sourceRow, sourceParent);
}

bool AlertsTable::filterAcceptsColumn(int sourceColumn, const QModelIndex & /*sourceParent*/) const
{
    return m_kind == Kind::Fired || sourceColumn != AlertsModel::StandingColumn;
}

QString AlertsTable::tableCode() const
{
    return m_kind == Kind::Fired ? QStringLiteral("alerts") : QStringLiteral("alert_rehearsal");
}

QStringList AlertsTable::columnCodes() const
{
    return QStringList{
               m_kind == Kind::Fired ? QStringLiteral("fired") : QStringLiteral("will_fire"),
               QStringLiteral("pool"), QStringLiteral("rule"), QStringLiteral("number")} +
           (m_kind == Kind::Fired ? QStringList{QStringLiteral("open")} : QStringList()) +
           QStringList{QStringLiteral("unit"), QStringLiteral("step")};
}

QVariant AlertsTable::rawValue(const QModelIndex &sourceRow, int column) const
{
    // What will fire is not open yet, nor ended.
    const int unit = m_kind == Kind::Fired ? AlertsModel::ColumnCount : AlertsModel::StandingColumn;
    if (column < unit)
        return WordsTable::rawValue(sourceRow, column);
    return sourceRow.data(column == unit ? AlertsModel::UnitRole : AlertsModel::StepRole);
}

} // namespace genauth
