// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/prometheusreport.h"

#include "core/base/displaytext.h"
#include "core/report/reportcodes.h"

#include <functional>

namespace genauth {

namespace {

using namespace Qt::StringLiterals;

/** No label value holds a line break by now: displayText() saw to that, once. */
QString quoted(QString text)
{
    text.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return u'"' + text + u'"';
}

/** One value of one pool, or nothing. */
using Value = std::function<std::optional<qint64>(const PoolReport &)>;

struct Metric
{
    const char *name;
    const char *help;
    Value value;
};

std::optional<qint64> secondsOf(const QDateTime &moment)
{
    return moment.isValid() ? std::optional(moment.toSecsSinceEpoch()) : std::nullopt;
}

std::optional<qint64> endOf(const PoolReport &pool)
{
    const bool isKnown = pool.package && pool.package->endTime.kind == EndTime::Kind::At;
    return isKnown ? secondsOf(pool.package->endTime.at) : std::nullopt;
}

std::optional<qint64> usedOf(const PoolReport &pool)
{
    return pool.mau ? pool.mau->used.value : std::nullopt;
}

std::optional<qint64> boughtOf(const PoolReport &pool)
{
    if (pool.mau && pool.mau->bought.kind == Allowance::Kind::Count)
        return pool.mau->bought.count;
    const bool saysTheUsage = pool.mau && pool.mau->bought.isKnown(); // unlimited
    return pool.package && !saysTheUsage ? pool.package->mauQuantity.value : std::nullopt;
}

const QList<Metric> &metrics()
{
    static const QList<Metric> all{
        {"genauth_up", "Whether the last attempt to read the pool's package succeeded.",
            [](const PoolReport &pool) { return pool.isUp ? 1 : 0; }},
        {"genauth_level",
            "What the check makes of the pool: 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN.",
            [](const PoolReport &pool) { return exitCodeOf(pool.level); }},
        {"genauth_package_end_timestamp_seconds", "When the package ends.", endOf},
        {"genauth_package_overdue_seconds",
            "For how long the package has been over; 0 while it is not.", overdueSeconds},
        {"genauth_mau_used", "Monthly active users in the running billing cycle.", usedOf},
        {"genauth_mau_bought", "Monthly active users that the package is for.", boughtOf},
        {"genauth_last_success_timestamp_seconds", "When the package was last read.",
            [](const PoolReport &pool) { return secondsOf(pool.lastSuccess); }},
    };
    return all;
}

QStringList labelsOf(const CheckReport &report)
{
    QStringList names;
    for (const PoolReport &pool : report.pools)
        names << displayText(pool.name);
    names = madeUnique(names);
    QStringList labels;
    for (qsizetype i = 0; i < names.size(); ++i) {
        labels << u"pool=%1,host=%2"_s.arg(
            quoted(names.at(i)), quoted(displayText(report.pools.at(i).host)));
        if (report.isSimulated())
            labels.last() += u",simulated=\"true\""_s;
    }
    return labels;
}

QString head(const char *name, const char *help)
{
    return u"# HELP %1 %2\n# TYPE %1 gauge\n"_s.arg(
        QString::fromLatin1(name), QString::fromLatin1(help));
}

QString samples(const Metric &metric, const CheckReport &report, const QStringList &labels)
{
    QString text;
    for (qsizetype i = 0; i < labels.size(); ++i) {
        if (const auto value = metric.value(report.pools.at(i)))
            text += u"%1{"_s.arg(QString::fromLatin1(metric.name)) + labels.at(i) + u"} "_s +
                    QString::number(*value) + u'\n';
    }
    return text.isEmpty() ? text : head(metric.name, metric.help) + text;
}

QString states(const CheckReport &report, const QStringList &labels)
{
    QString text;
    for (qsizetype i = 0; i < labels.size(); ++i) {
        for (const SubscriptionState state : report.pools.at(i).assessment.all)
            text += u"genauth_state{"_s + labels.at(i) + u",state=\"%1\"} 1\n"_s.arg(codeOf(state));
    }
    return text.isEmpty()
               ? text
               : head("genauth_state", "1 for each state of the pool that holds.") + text;
}

} // namespace

QByteArray prometheusReport(const CheckReport &report)
{
    QString text;
    if (report.isSimulated())
        text += u"# SIMULATED as of %1\n"_s.arg(utcText(report.asOf));
    const QStringList labels = labelsOf(report);
    for (const Metric &metric : metrics())
        text += samples(metric, report, labels);
    text += states(report, labels);
    // Of each pool, since several checks may write for one collector.
    text += samples({"genauth_check_timestamp_seconds", "When the pool was checked.",
                        [&](const PoolReport &) { return secondsOf(report.checkedAt); }},
        report, labels);
    return text.toUtf8();
}

} // namespace genauth
