// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/billing/forecast.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

namespace genauth {

namespace {

constexpr qsizetype FewestSamples = 3;
constexpr qint64 DaySecs = 24LL * 3600;
/** With fewer, a part of them says too little of its own. */
constexpr qsizetype FewestForAPart = 8;
constexpr qint64 YearSecs = 366 * DaySecs;

bool isWithinCycle(const QDateTime &moment, const ForecastInput &input)
{
    return moment.isValid() && moment >= input.cycleStart &&
           (!input.cycleEnd.isValid() || moment < input.cycleEnd);
}

/** Those of the cycle so far, oldest first, of each moment one: the greatest, since such a count
 *  only grows. */
UsageSamples samplesOfCycle(const ForecastInput &input)
{
    UsageSamples samples;
    std::ranges::copy_if(
        input.samples, std::back_inserter(samples), [&](const UsageSample &sample) {
            return isWithinCycle(sample.at, input) && sample.at <= input.now;
        });
    std::ranges::sort(samples, [](const UsageSample &a, const UsageSample &b) {
        return a.at != b.at ? a.at < b.at : a.used > b.used;
    });
    const auto isRepeated = [](const UsageSample &a, const UsageSample &b) { return a.at == b.at; };
    samples.erase(std::unique(samples.begin(), samples.end(), isRepeated), samples.end());
    return samples;
}

/** Without what was counted before the counter began anew: the last cycle's count may still be
 *  told when this one has begun. */
UsageSamples sinceTheLastFall(const UsageSamples &samples)
{
    qsizetype first = 0;
    for (qsizetype i = 1; i < samples.size(); ++i) {
        if (samples.at(i).used < samples.at(i - 1).used / 2)
            first = i;
    }
    return samples.sliced(first);
}

qint64 secondsOf(const UsageSamples &samples)
{
    return samples.isEmpty() ? 0 : samples.constFirst().at.secsTo(samples.constLast().at);
}

double secondsBetween(const QDateTime &from, const QDateTime &to)
{
    return static_cast<double>(from.msecsTo(to)) / 1000.0;
}

/** Least squares. Reckoned from the first sample, and then from the mean: differences of large
 *  numbers would lose what matters. */
void fitLine(const UsageSamples &samples, Forecast &forecast)
{
    const UsageSample &first = samples.constFirst();
    const auto usedSince = [&](const UsageSample &sample) {
        return static_cast<double>(sample.used - first.used); // neither is below zero
    };
    double meanTime = 0;
    double meanUsed = 0;
    for (const UsageSample &sample : samples) {
        meanTime += secondsBetween(first.at, sample.at);
        meanUsed += usedSince(sample);
    }
    meanTime /= static_cast<double>(samples.size());
    meanUsed /= static_cast<double>(samples.size());
    double together = 0;
    double square = 0;
    for (const UsageSample &sample : samples) {
        const double time = secondsBetween(first.at, sample.at) - meanTime;
        together += time * (usedSince(sample) - meanUsed);
        square += time * time;
    }
    forecast.from = first.at.toUTC();
    forecast.perSecond = together / square; // the samples are not all of one moment
    forecast.usedAtFrom =
        static_cast<double>(first.used) + meanUsed - forecast.perSecond * meanTime;
    if (forecast.perSecond <= 0) {
        forecast.perSecond = 0;
        forecast.usedAtFrom = static_cast<double>(samples.constLast().used);
    }
}

/** The line through these samples, of which there are enough; nowhere below the last of them. */
Forecast lineThrough(const UsageSamples &samples)
{
    Forecast forecast;
    forecast.samples = static_cast<int>(samples.size());
    forecast.seconds = secondsOf(samples);
    fitLine(samples, forecast);
    const UsageSample &last = samples.constLast();
    forecast.usedAtFrom += std::max(0.0, static_cast<double>(last.used) - forecast.usedAt(last.at));
    return forecast;
}

/** Through all samples, or through the last quarter of them where that is steeper: a pace that has
 *  grown is not to be averaged away. */
Forecast steepestLine(const UsageSamples &samples)
{
    const Forecast all = lineThrough(samples);
    if (samples.size() < FewestForAPart)
        return all;
    const UsageSamples recent = samples.last(std::max(FewestSamples, samples.size() / 4));
    if (secondsOf(recent) < DaySecs)
        return all;
    const Forecast steep = lineThrough(recent);
    return steep.perSecond > all.perSecond ? steep : all;
}

/** The whole number nearest to it. */
qint64 rounded(double count)
{
    constexpr auto Largest = std::numeric_limits<qint64>::max();
    return count < static_cast<double>(Largest) ? std::llround(count) : Largest;
}

/** When the line is at `bought`, not before `now`; invalid: not until `limit`. */
QDateTime crossing(
    const Forecast &forecast, qint64 bought, const QDateTime &now, const QDateTime &limit)
{
    const double missing = static_cast<double>(bought) - forecast.usedAt(now);
    if (missing <= 0 && forecast.perSecond > 0)
        return now.toUTC();                              // the line is there already
    const double seconds = missing / forecast.perSecond; // infinite where it is level
    if (!(seconds < secondsBetween(now, limit)))
        return {};
    return now.addMSecs(std::llround(seconds * 1000)).toUTC();
}

} // namespace

double Forecast::usedAt(const QDateTime &moment) const
{
    return usedAtFrom + perSecond * secondsBetween(from, moment);
}

std::optional<Forecast> forecast(const ForecastInput &input)
{
    if (input.bought <= 0 || !input.cycleStart.isValid() || !isWithinCycle(input.now, input))
        return std::nullopt;
    const UsageSamples samples = sinceTheLastFall(samplesOfCycle(input));
    if (samples.size() < FewestSamples)
        return std::nullopt;
    if (secondsOf(samples) < DaySecs)
        return std::nullopt;

    Forecast forecast = steepestLine(samples);
    const qint64 used = samples.constLast().used;
    const bool endIsKnown = input.cycleEnd.isValid();
    if (endIsKnown)
        forecast.atEnd = std::max(used, rounded(forecast.usedAt(input.cycleEnd)));
    if (used >= input.bought) {
        forecast.kind = Forecast::Kind::Reached;
        return forecast;
    }
    forecast.reachesAt = crossing(forecast, input.bought, input.now,
        endIsKnown ? input.cycleEnd : input.now.addSecs(YearSecs));
    if (forecast.reachesAt.isValid())
        forecast.kind = Forecast::Kind::Reaches;
    else
        forecast.kind = endIsKnown ? Forecast::Kind::StaysBelow : Forecast::Kind::NotThisCycle;
    return forecast;
}

} // namespace genauth
