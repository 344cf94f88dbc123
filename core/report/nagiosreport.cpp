// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/nagiosreport.h"

#include "core/base/displaytext.h"
#include "core/report/reportcodes.h"

#include <algorithm>

namespace genauth {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 Day = 86'400;
constexpr qsizetype LongestName = 60;
constexpr qsizetype LongestWords = 160;

/** On one line, without what begins the performance data. */
QString inLine(const QString &text, qsizetype limit)
{
    return displayText(text, limit).replace(u'|', u'\u00A6');
}

/** A label is in single quotes: it may hold neither these nor the sign behind it. */
QString forLabel(const QString &name)
{
    QString label = inLine(name, LongestName);
    for (const QChar sign : {u'\'', u'=', u'"'})
        label.replace(sign, u'_');
    return label;
}

struct Perf
{
    QString label;
    QString value; ///< with its unit
    QString warning = {};
    QString critical = {};
};

QString written(const Perf &perf, const QString &pool)
{
    const QString label = pool.isEmpty() ? perf.label : pool + u' ' + perf.label;
    QString text = u"'%1'=%2"_s.arg(label, perf.value);
    // The least value is 0 for all of them; no greatest is known.
    text += u";%1;%2;0"_s.arg(perf.warning, perf.critical);
    return text;
}

/** An alert below or at so many days: the range begins one second later. */
QString fromDays(int days)
{
    return QString::number(days * Day + 1) + u':';
}

/** The range of what is fine; empty: everything is. */
QString lessThan(std::optional<qint64> tooMany)
{
    return tooMany ? QString::number(*tooMany - 1) : QString();
}

QList<Perf> mauPerf(const PoolReport &pool)
{
    QList<Perf> all;
    if (!pool.mau || !pool.mau->used.value)
        return all;
    Perf used{.label = u"mau_used"_s, .value = QString::number(*pool.mau->used.value)};
    const Allowance &bought = pool.mau->bought;
    if (bought.isMeasure()) {
        // More than was bought is too much, whatever the percentage.
        const int percent = std::min(pool.thresholds.mauPercent, 100);
        used.warning = lessThan(tooManyMau(bought.count, percent));
        if (pool.mauCriticalPercent)
            used.critical = lessThan(tooManyMau(bought.count, *pool.mauCriticalPercent));
    }
    all.append(used);
    if (bought.kind == Allowance::Kind::Count)
        all.append({.label = u"mau_bought"_s, .value = QString::number(bought.count)});
    return all;
}

QList<Perf> perfOf(const PoolReport &pool)
{
    QList<Perf> all;
    const SubscriptionAssessment &assessment = pool.assessment;
    if (assessment.secondsLeft || assessment.secondsOverdue) {
        all.append({.label = u"time_left"_s,
            .value = QString::number(assessment.secondsLeft.value_or(0)) + u's',
            .warning = fromDays(pool.thresholds.endsSoonDays),
            .critical = fromDays(pool.thresholds.endsVerySoonDays)});
    }
    if (const auto seconds = overdueSeconds(pool))
        all.append(
            {.label = u"overdue"_s, .value = QString::number(*seconds) + u's', .critical = u"0"_s});
    return all + mauPerf(pool);
}

QString perfData(const CheckReport &report)
{
    QStringList labels;
    for (const PoolReport &pool : report.pools)
        labels << forLabel(pool.name);
    labels = madeUnique(labels);
    QStringList data;
    for (qsizetype i = 0; i < report.pools.size(); ++i) {
        for (const Perf &perf : perfOf(report.pools.at(i)))
            data << written(perf, report.pools.size() > 1 ? labels.at(i) : QString());
    }
    return data.join(u' ');
}

QString wordsOf(const CheckReport &report)
{
    QList<const PoolReport *> worstFirst;
    for (const PoolReport &pool : report.pools)
        worstFirst.append(&pool);
    std::ranges::stable_sort(worstFirst, [](const PoolReport *a, const PoolReport *b) {
        return a->level != b->level && worseOf(a->level, b->level) == a->level;
    });
    QStringList words;
    for (const PoolReport *pool :
        std::as_const(worstFirst).first(std::min(worstFirst.size(), NagiosPools)))
        words << u"%1: %2"_s.arg(
            inLine(pool->name, LongestName), inLine(pool->words, LongestWords));
    QString line = words.join(u"; "_s);
    if (worstFirst.size() > NagiosPools)
        line += u" (+%1)"_s.arg(worstFirst.size() - NagiosPools);
    return line;
}

} // namespace

QByteArray nagiosReport(const CheckReport &report)
{
    QString line = u"GENAUTH "_s + codeOf(report.level()) + u" - "_s;
    if (report.isSimulated())
        line += u"SIMULATED as of "_s + utcText(report.asOf) + u" - "_s;
    line += wordsOf(report);
    if (const QString perf = perfData(report); !perf.isEmpty())
        line += u" | "_s + perf;
    return line.toUtf8() + '\n';
}

QByteArray nagiosProblem(const QString &sentence)
{
    return QString(u"GENAUTH UNKNOWN - "_s + inLine(sentence, 500)).toUtf8() + '\n';
}

} // namespace genauth
