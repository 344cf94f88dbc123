// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/billing/mauhistory.h"

#include "core/api/jsonfields.h"

#include <QJsonObject>

#include <algorithm>
#include <limits>

namespace genauth {

namespace {

/** Exactly yyyyMMdd, with ASCII digits. */
Reading<QDate> readDay(JsonFields &fields, const QString &key)
{
    const Reading<QString> sent = fields.text(key);
    Reading<QDate> day{{}, sent.asSent};
    if (!sent.value)
        return day;
    const QString &text = *sent.value;
    const bool isDigits = std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
    const QDate date = isDigits ? QDate::fromString(text, QStringLiteral("yyyyMMdd")) : QDate();
    if (date.isValid())
        day.value = date;
    else
        fields.markUnreadable(key);
    return day;
}

MauCycle readCycle(JsonFields &fields)
{
    MauCycle cycle;
    cycle.start = readDay(fields, QStringLiteral("periodStartTime"));
    cycle.end = readDay(fields, QStringLiteral("periodEndTime"));
    cycle.amount = Allowance::fromJson(fields, QStringLiteral("amount"));
    cycle.current = fields.count(QStringLiteral("current"), std::numeric_limits<qint64>::max());
    return cycle;
}

/** What is unknown stands last. */
bool startsEarlier(const MauCycle &a, const MauCycle &b)
{
    if (a.start.value && b.start.value)
        return *a.start.value < *b.start.value;
    return a.start.isKnown() && !b.start.isKnown();
}

} // namespace

bool MauCycle::holds(QDate day) const
{
    return start.value && end.value && *start.value <= day && day <= *end.value;
}

Result<MauHistory> MauHistory::fromJson(
    const QJsonValue &data, std::chrono::seconds /*clockOffset*/)
{
    if (!data.isObject())
        return ApiError{.kind = ErrorKind::UnreadableField, .subject = QStringLiteral("data")};
    JsonFields fields(data.toObject(), QStringLiteral("data"));
    MauHistory history;
    QList<JsonFields> items = fields.list(QStringLiteral("records"));
    history.unreadableFields = fields.unreadable();
    for (JsonFields &item : items) {
        history.cycles.append(readCycle(item));
        history.unreadableFields += item.unreadable();
    }
    std::ranges::stable_sort(history.cycles, startsEarlier);
    return history;
}

const MauCycle *MauHistory::cycleOf(QDate day) const
{
    const auto last = std::find_if(cycles.crbegin(), cycles.crend(),
        [day](const MauCycle &cycle) { return cycle.holds(day); });
    return last == cycles.crend() ? nullptr : &*last;
}

} // namespace genauth
