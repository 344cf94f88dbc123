// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// V8 to V13, V16 and V17: days that do not exist, counts that contradict them, clocks that differ.
// At the faulty refresh it is 2026-07-01 12:10:00 UTC, which is 20:10:00 in Beijing.

#include "tests/faults/datecases.h"

#include "tests/faults/faultstage.h"
#include "tests/faults/packagetext.h"

namespace genauth::test {

namespace {

using State = SubscriptionState;

constexpr qint64 Day = 86'400;

const QVariant Unknown;

QVariant at(qint64 epoch)
{
    return QDateTime::fromSecsSinceEpoch(epoch, Qt::UTC);
}

Check endsNever(bool never)
{
    return [never](const Aftermath &it) {
        return it.stage.role(PoolsModel::EndsNeverRole).toBool() == never
                   ? QString()
                   : QStringLiteral("V11: whether it ends at all is told wrong");
    };
}

/** An end time that cannot be read is no reason to be calm, nor to forget that it is overdue. */
void addUnreadable(
    QList<FaultCase> &cases, const QByteArray &row, const QByteArray &raw, const QString &asSent)
{
    for (const bool overdue : {false, true}) {
        RawFields fields{{"endTime", raw}};
        if (!overdue)
            fields.insert("overdueDays", R"("0")");
        const QByteArray name =
            (raw.isNull() ? QByteArray("missing") : raw) + (overdue ? ", overdue" : "");
        cases << freshPackage(row, name, packageOf(fields),
            {shows("endTime", Unknown, asSent), isUnreadable("endTime", !asSent.isEmpty()),
                endsNever(false), hasState(overdue ? State::Overdue : State::Unknown)});
    }
}

void addUnreadable(QList<FaultCase> &cases, const QByteArray &row, const char *text)
{
    const QString sent = QString::fromUtf8(text);
    addUnreadable(cases, row, quoted(sent), sent);
}

void addReadable(QList<FaultCase> &cases, const QByteArray &row, const char *text, qint64 epoch)
{
    const QString sent = QString::fromLatin1(text);
    cases << freshPackage(row, text, packageOf({{"endTime", quoted(sent)}}),
        {shows("endTime", at(epoch), sent), isUnreadable("endTime", false), endsNever(false)});
}

void addFormats(QList<FaultCase> &cases)
{
    addReadable(cases, "V8", "2022-09-09 00:00:00", 1'662'652'800);
    addReadable(cases, "V8", "2022-09-09", 1'662'652'800);
    addReadable(cases, "V8", "2022-09-08T16:00:00Z", 1'662'652'800);
    addReadable(cases, "V8", "2022-09-08T16:00:00.000Z", 1'662'652'800);
    addReadable(cases, "V8", "2022-09-09T00:00:00.123456789+08:00", 1'662'652'800);
    cases.last().outcome.checks[0] = shows("endTime", at(1'662'652'800).toDateTime().addMSecs(123),
        QStringLiteral("2022-09-09T00:00:00.123456789+08:00"));
    for (const char *text : {"2024/01/01", "2024/01/01 00:00:00", " 2024-01-01 00:00:00",
             "2024-01-01 00:00:00 ", "2024-01-01 24:00:00", "1704067200", "1704067200000",
             "2024-01-01T00:00", "20240101", "2024-1-1 0:0:0", "01/02/2024", "Mon, 01 Jan 2024",
             "2024-01-01 00:00:00 CST", "２０２４-01-01 00:00:00", "2024年1月1日", "n/a"})
        addUnreadable(cases, "V8", text);
    addUnreadable(cases, "V8", "1704067200", QStringLiteral("1704067200"));
    addUnreadable(cases, "V8", "1704067200000", QStringLiteral("1704067200000"));
}

void addDays(QList<FaultCase> &cases)
{
    addReadable(cases, "V9", "2024-02-29 00:00:00", 1'709'136'000);
    for (const char *text : {"2023-02-29 00:00:00", "2024-04-31 00:00:00", "0000-00-00 00:00:00",
             "0000-00-00", "99999-01-01 00:00:00", "2024-01-01 23:59:60", "2024-13-01 00:00:00",
             "2024-01-01 25:00:00", "2024-01-01 00:60:00", "-2024-01-01 00:00:00"})
        addUnreadable(cases, "V9", text);
    // Hours that some zone on earth skips; GenAuth's clock has them all.
    addReadable(cases, "V10", "2024-03-10 02:30:00", 1'710'009'000);
    addReadable(cases, "V10", "2024-03-31 02:30:00", 1'711'823'400);
    addReadable(cases, "V10", "1986-05-04 00:30:00", 515'521'800);
    for (const char *never : {"permanent", "Permanent", "永久", "9999-12-31 23:59:59", "9999-12-31",
             "9999-01-01T00:00:00Z"}) {
        const QString sent = QString::fromUtf8(never);
        for (const bool overdue : {false, true}) {
            RawFields fields{{"endTime", quoted(sent)}};
            if (!overdue)
                fields.insert("overdueDays", R"("0")");
            cases << freshPackage("V11", QByteArray(never) + (overdue ? ", overdue" : ""),
                packageOf(fields),
                {shows("endTime", Unknown, sent), isUnreadable("endTime", false), endsNever(true),
                    hasState(overdue ? State::Overdue : State::NoEndDate)});
        }
    }
    for (const char *text : {"-1", "0", "never", "forever", "9999", "长期", "10000-01-01 00:00:00"})
        addUnreadable(cases, "V11", text);
    addUnreadable(cases, "V11", "null", QString());
    addUnreadable(cases, "V11", R"("")", QString());
    addUnreadable(cases, "V11", QByteArray(), QString());
    addReadable(cases, "V11", "9998-12-31 23:59:59", 253'370'735'999);
}

/** `seconds` until the end; negative: since. */
void addBoundary(QList<FaultCase> &cases, const char *end, qint64 seconds, State state)
{
    const Check time = [seconds](const Aftermath &it) {
        const SubscriptionAssessment assessment = it.stage.assessment();
        const bool right =
            seconds > 0 ? assessment.secondsLeft == seconds : assessment.secondsOverdue == -seconds;
        return right ? QString() : QStringLiteral("V12: the time left or overdue is wrong");
    };
    const QByteArray raw = '"' + QByteArray(end) + '"';
    cases << freshPackage("V12", end, packageOf({{"endTime", raw}, {"overdueDays", R"("0")"}}),
        {hasState(state), time, hasBeside(State::Contradiction, seconds < -Day)});
}

void addBoundaries(QList<FaultCase> &cases)
{
    addBoundary(cases, "2026-07-01 20:10:00", 0, State::Ended);
    addBoundary(cases, "2026-07-01 20:10:01", 1, State::EndsVerySoon);
    addBoundary(cases, "2026-07-01 20:09:59", -1, State::Ended);
    addBoundary(cases, "2026-07-02 20:10:00", Day, State::EndsVerySoon);
    addBoundary(cases, "2026-06-30 20:10:00", -Day, State::Ended);
    addBoundary(cases, "2026-06-30 20:09:59", -Day - 1, State::Ended);
    addBoundary(cases, "2026-07-02 00:00:00", 13'800, State::EndsVerySoon);
    addBoundary(cases, "2026-07-02", 13'800, State::EndsVerySoon);
    addBoundary(cases, "2026-07-08 20:10:00", 7 * Day, State::EndsVerySoon);
    addBoundary(cases, "2026-07-08 20:10:01", 7 * Day + 1, State::EndsSoon);
    addBoundary(cases, "2026-07-31 20:10:00", 30 * Day, State::EndsSoon);
    addBoundary(cases, "2026-07-31 20:10:01", 30 * Day + 1, State::Active);
}

void addContradictions(QList<FaultCase> &cases)
{
    const QByteArray past = R"("2026-06-19 20:00:00")";
    const QByteArray future = R"("2026-12-01 00:00:00")";
    // A count that cannot be read: the end time alone decides, and the field is unknown.
    for (const char *odd : {"-3", "2.5", "null", "９", "1000000000000", "100001", "n/a"}) {
        const QByteArray raw = quoted(QString::fromUtf8(odd));
        for (const bool ended : {true, false})
            cases << freshPackage("V13", QByteArray(odd) + (ended ? ", ended" : ", not ended"),
                packageOf({{"overdueDays", raw}, {"endTime", ended ? past : future}}),
                {shows("overdueDays", Unknown, QString::fromUtf8(odd)),
                    isUnreadable("overdueDays", true),
                    hasState(ended ? State::Ended : State::Active),
                    hasBeside(State::Contradiction, false)});
    }
    const auto add = [&](const QByteArray &name, const QByteArray &days, const QByteArray &end,
                         State state, bool contradicts) {
        cases << freshPackage("V13", name, packageOf({{"overdueDays", days}, {"endTime", end}}),
            {hasState(state), hasBeside(State::Contradiction, contradicts)});
    };
    // The worse of the two drives the warning, and that they differ is told.
    add("3 days overdue, not ended", R"("3")", future, State::Overdue, true);
    add("3 days overdue, ended 12 days ago", R"("3")", past, State::Overdue, true);
    add("12 days overdue, ended 12 days ago", R"("12")", past, State::Overdue, false);
    add("not overdue, ended 12 days ago", R"("0")", past, State::Ended, true);
    add("overdue, ends never", R"("3")", R"("permanent")", State::Overdue, true);
    add("not overdue, not ended", R"("0")", future, State::Active, false);
}

Check hasSkew(qint64 seconds)
{
    return [seconds](const Aftermath &it) {
        return it.after.clockSkew && it.after.clockSkew->count() == seconds
                   ? QString()
                   : QStringLiteral("V16: the clocks' difference is wrong");
    };
}

void addSkew(QList<FaultCase> &cases, const QByteArray &name, const QByteArray &date,
    qint64 seconds, const QByteArray &end, State state)
{
    cases << freshPackage("V16", name,
        packageOf(
            {{"endTime", '"' + end + '"'}, {"overdueDays", R"("0")"}}, "Date: " + date + "\r\n"),
        {hasSkew(seconds), hasState(state)});
}

void addClocks(QList<FaultCase> &cases)
{
    // What is soon here has ended there, and the other way round: GenAuth's clock is believed.
    addSkew(cases, "two hours behind GenAuth's", "Wed, 01 Jul 2026 14:10:00 GMT", 7200,
        "2026-07-01 21:10:00", State::Ended);
    addSkew(cases, "two hours ahead of GenAuth's", "Wed, 01 Jul 2026 10:10:00 GMT", -7200,
        "2026-07-01 19:10:00", State::EndsVerySoon);
    addSkew(cases, "a year behind GenAuth's", "Thu, 01 Jul 2027 12:10:00 GMT", 365 * Day,
        "2027-01-01 00:00:00", State::Ended);
    addSkew(cases, "a year ahead of GenAuth's", "Tue, 01 Jul 2025 12:10:00 GMT", -365 * Day,
        "2026-01-01 00:00:00", State::Active);
    // Up to two minutes this computer's own clock serves.
    addSkew(cases, "two minutes behind GenAuth's", "Wed, 01 Jul 2026 12:12:00 GMT", 120,
        "2026-07-01 20:11:00", State::EndsVerySoon);
    addSkew(cases, "a little more behind GenAuth's", "Wed, 01 Jul 2026 12:12:01 GMT", 121,
        "2026-07-01 20:11:00", State::Ended);

    const QByteArray yesterday = "Date: Tue, 30 Jun 2026 12:10:00 GMT\r\nAge: 86400\r\n";
    cases << freshPackage("V17", "yesterday's, from a cache on the way", packageOf({}, yesterday),
        {[](const Aftermath &it) {
             const QDateTime said(QDate(2026, 6, 30), QTime(12, 10), Qt::UTC);
             return it.after.package.answer.serverDate == said
                        ? QString()
                        : QStringLiteral("V17: the server's date is not in the details");
         },
            hasState(State::Overdue)});
}

} // namespace

QList<FaultCase> dateCases()
{
    QList<FaultCase> cases;
    addFormats(cases);
    addDays(cases);
    addBoundaries(cases);
    addContradictions(cases);
    addClocks(cases);
    return cases;
}

} // namespace genauth::test
