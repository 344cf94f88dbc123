// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/poolstable.h"

#include "app/dashboard/poolorder.h"
#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/stateshape.h"
#include "app/text/errortext.h"
#include "app/text/formatting.h"
#include "app/text/statustext.h"
#include "core/base/clock.h"
#include "core/models/poolsmodel.h"
#include "core/sync/refreshscheduler.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <limits>

namespace genauth {

namespace {

/** Which column of the model stands behind each of the table's; in the model's own order. */
constexpr std::array<int, PoolsTable::ColumnCount> Sources{
    PoolsModel::NameColumn,
    PoolsModel::NameEnColumn, // in Chinese, the name beside it
    PoolsModel::MauQuantityColumn,
    PoolsModel::UnitPriceColumn,
    PoolsModel::EndTimeColumn,
    PoolsModel::TimeLeftColumn,
    PoolsModel::OverdueDaysColumn,
    PoolsModel::StateColumn,
    PoolsModel::UpdatedColumn,
};
static_assert(std::ranges::is_sorted(Sources));

constexpr qint64 Never = std::numeric_limits<qint64>::max();

Account accountOf(const QModelIndex &pool)
{
    return pool.data(PoolsModel::AccountRole).value<Account>();
}

PoolSnapshot snapshotOf(const QModelIndex &pool)
{
    return pool.data(PoolsModel::SnapshotRole).value<PoolSnapshot>();
}

SubscriptionAssessment assessmentOf(const QModelIndex &pool)
{
    return pool.data(PoolsModel::AssessmentRole).value<SubscriptionAssessment>();
}

QString linesOf(QStringList lines)
{
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

} // namespace

PoolsTable::PoolsTable(const Collaborators &with, QObject *parent)
    : WordsTable(with.theme, parent)
    , m_with(with)
{
}

QUuid PoolsTable::idAt(int row) const
{
    return accountOf(index(row, 0)).id;
}

bool PoolsTable::filterAcceptsColumn(int sourceColumn, const QModelIndex & /*sourceParent*/) const
{
    return std::ranges::find(Sources, sourceColumn) != Sources.end();
}

QVariant PoolsTable::data(const QModelIndex &index, int role) const
{
    return index.isValid() && role == Qt::ForegroundRole ? color(index)
                                                         : WordsTable::data(index, role);
}

WordsTable::Cell PoolsTable::cell(const QModelIndex &index) const
{
    const Fact told = fact(index);
    return {told.value, linesOf({told.value, told.note, told.tooltip}), told.known};
}

bool PoolsTable::isNumber(int column) const
{
    return column == Mau || column == Price || column == Left || column == Overdue;
}

PoolsTable::Fact PoolsTable::fact(const QModelIndex &index) const
{
    const PackageText text(accountOf(index), snapshotOf(index), assessmentOf(index));
    switch (index.column()) {
    case Name:
        return {index.data(PoolsModel::RawRole).toString(),
            StatusText::listLine(assessmentOf(index)), {}, true};
    case PackageName: {
        Fact name = text.name();
        if (const Fact other = text.otherName(); other.known)
            name.note = QStringLiteral("“%1”").arg(other.value); // in another language
        return name;
    }
    case Mau:
        return text.mauQuantity();
    case Price:
        return text.unitPrice();
    case Ends:
        return text.end();
    case Left:
        return left(text, index);
    case Overdue:
        return text.overdue();
    case State:
        return state(index);
    case Updated:
        return updated(index);
    default:
        return {};
    }
}

PoolsTable::Fact PoolsTable::left(const PackageText &text, const QModelIndex &index) const
{
    const SubscriptionAssessment assessment = assessmentOf(index);
    if (assessment.secondsLeft)
        return {Formatting::timeLeft(roundedTimeLeft(*assessment.secondsLeft)), {}, {}, true};
    if (assessment.secondsOverdue)
        return {tr("ended"), {}, {}, true};
    const Fact end = text.end(); // "No end date", or unknown
    return {end.value, {}, end.tooltip, end.known};
}

PoolsTable::Fact PoolsTable::state(const QModelIndex &index) const
{
    const SubscriptionAssessment assessment = assessmentOf(index);
    const QString line = StatusText::line(assessment);
    const OperationState<Package> package = snapshotOf(index).package;
    const std::optional<ApiError> &error = package.error;
    // Of a pool that is asked for the first time more is not known than that.
    if (!package.value && !error && index.data(PoolsModel::RefreshingRole).toBool())
        return {tr("refreshing…"), {}, {}, false};
    if (!error)
        return {line, {}, {}, true};
    const ErrorText::Words words = ErrorText::words(*error, accountOf(index).host.host());
    // "Cannot refresh" is what the error's own words say better.
    if (assessment.headline == SubscriptionState::NotReachable)
        return {words.headline, words.advice, ErrorText::serverSaid(*error), true};
    return {QStringLiteral("%1 · %2").arg(line, words.headline), words.advice,
        ErrorText::serverSaid(*error), true};
}

PoolsTable::Fact PoolsTable::updated(const QModelIndex &index) const
{
    const QDateTime at = index.data(PoolsModel::RawRole).toDateTime();
    const QString exact = at.isValid() ? Formatting::exactMoment(at) : QString();
    if (index.data(PoolsModel::RefreshingRole).toBool())
        return {tr("refreshing…"), {}, exact, false};
    if (!at.isValid())
        return {tr("not yet"), {}, {}, false};
    return {Formatting::age(at.secsTo(m_with.clock.nowUtc())), {}, exact, true};
}

bool PoolsTable::isStaleRow(const QModelIndex &index) const
{
    return isStale(snapshotOf(index), m_with.clock.nowUtc(), m_with.scheduler.interval());
}

QVariant PoolsTable::color(const QModelIndex &index) const
{
    const ThemeColors &colors = m_with.theme.colors();
    if (index.column() == State) {
        const Tone tone = toneOf(assessmentOf(index).headline);
        return tone == Tone::Good || tone == Tone::Plain ? colors.dim
                                                         : m_with.theme.toneColor(tone);
    }
    const bool named = index.column() == Name; // which is no answer, and never old
    const bool dimmed = !named && (!fact(index).known || isStaleRow(index));
    return dimmed ? colors.dim : colors.text;
}

QString PoolsTable::title(int column) const
{
    switch (column) {
    case Name:
        return tr("User pool");
    case PackageName:
        return tr("Package");
    case Mau:
        return tr("MAU");
    case Price:
        return tr("Unit price");
    case Ends:
        return tr("Ends");
    case Left:
        return tr("Left");
    case Overdue:
        return tr("Overdue");
    case State:
        return tr("State");
    case Updated:
        return tr("Updated");
    default:
        return {};
    }
}

QVariant PoolsTable::sortValue(const QModelIndex &sourceIndex) const
{
    const bool never = sourceIndex.data(PoolsModel::EndsNeverRole).toBool();
    const SubscriptionAssessment assessment = assessmentOf(sourceIndex);
    switch (sourceIndex.column()) {
    case PoolsModel::NameEnColumn: {
        const int role = QLocale().language() == QLocale::Chinese ? PoolsModel::NameZhRole
                                                                  : PoolsModel::NameEnRole;
        return sourceIndex.data(role);
    }
    case PoolsModel::EndTimeColumn:
        return never ? QVariant(Never) : sourceIndex.data(PoolsModel::SortRole);
    case PoolsModel::TimeLeftColumn:
        if (assessment.secondsOverdue)
            return -*assessment.secondsOverdue;
        return never ? QVariant(Never) : sourceIndex.data(PoolsModel::SortRole);
    case PoolsModel::OverdueDaysColumn:
        return assessment.overdueDays ? QVariant(*assessment.overdueDays)
                                      : sourceIndex.data(PoolsModel::SortRole);
    default:
        return sourceIndex.data(PoolsModel::SortRole);
    }
}

bool PoolsTable::comesFirst(const QModelIndex &sourceLeft, const QModelIndex &sourceRight) const
{
    return isWorse(sourceLeft, sourceRight);
}

bool PoolsTable::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    return left.column() == PoolsModel::StateColumn ? isWorse(left, right)
                                                    : WordsTable::lessThan(left, right);
}

} // namespace genauth
