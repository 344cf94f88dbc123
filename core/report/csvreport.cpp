// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/csvreport.h"

#include "core/base/displaytext.h"
#include "core/report/reportcodes.h"
#include "core/report/tablewriter.h"

namespace genauth {

namespace {

using namespace Qt::StringLiterals;

QString cell(const std::optional<qint64> &number)
{
    return number ? QString::number(*number) : QString();
}

QString cell(const Reading<QString> &text)
{
    return displayText(text.value.value_or(QString()));
}

QString boughtCell(const std::optional<CurrentMau> &mau)
{
    if (!mau || !mau->bought.isKnown())
        return {};
    return mau->bought.kind == Allowance::Kind::Unlimited ? u"unlimited"_s
                                                          : QString::number(mau->bought.count);
}

QString endCell(const EndTime &end)
{
    return end.kind == EndTime::Kind::Never ? u"never"_s : utcText(end.at);
}

QString statesCell(const QList<SubscriptionState> &states)
{
    QStringList codes;
    for (const SubscriptionState state : states)
        codes << codeOf(state);
    return codes.join(u' ');
}

QStringList columns()
{
    return {u"pool"_s, u"user_pool_id"_s, u"host"_s, u"level"_s, u"state"_s, u"states"_s, u"up"_s,
        u"package_zh"_s, u"package_en"_s, u"package_code"_s, u"edition"_s, u"scene"_s,
        u"unit_price"_s, u"currency"_s, u"mau_used"_s, u"mau_bought"_s, u"end_time"_s,
        u"seconds_left"_s, u"seconds_overdue"_s, u"overdue_days"_s, u"last_success"_s, u"error"_s,
        u"checked_at"_s, u"simulated_as_of"_s};
}

QStringList row(const PoolReport &pool, const CheckReport &report)
{
    const Package package = pool.package.value_or(Package());
    const QString price = package.unitPrice.value ? package.unitPrice.value->toString() : QString();
    const QString error = pool.errors.isEmpty()
                              ? QString()
                              : QString::fromLatin1(errorKindName(pool.errors.first().kind));
    return {displayText(pool.name), displayText(pool.poolId), pool.host, codeOf(pool.level),
        codeOf(pool.assessment.headline), statesCell(pool.assessment.all),
        pool.isUp ? u"yes"_s : u"no"_s, cell(package.nameZh), cell(package.nameEn),
        cell(package.code), cell(package.edition), cell(package.scene), price,
        price.isEmpty() ? QString() : pool.currency,
        cell(pool.mau ? pool.mau->used.value : std::optional<qint64>()), boughtCell(pool.mau),
        endCell(package.endTime), cell(pool.assessment.secondsLeft),
        cell(pool.assessment.secondsOverdue), cell(package.overdueDays.value),
        utcText(pool.lastSuccess), error, utcText(report.checkedAt), utcText(report.asOf)};
}

} // namespace

QByteArray csvReport(const CheckReport &report)
{
    QList<QStringList> rows{columns()};
    for (const PoolReport &pool : report.pools)
        rows << row(pool, report);
    return tableAsCsv(rows, ByteOrderMark::Omitted);
}

} // namespace genauth
