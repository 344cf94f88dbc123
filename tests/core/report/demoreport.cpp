// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/report/demoreport.h"

#include "app/sandbox/billing.h"

namespace genauth::test {

using namespace Qt::StringLiterals;

namespace {

/** What the sandbox answers to this question, read as a refresh reads it. */
template <class T>
OperationState<T> answered(
    const sandbox::DemoPool &pool, const QString &operation, const QUrlQuery &parameters = {})
{
    sandbox::Billing billing({pool}, {}, demoMoment());
    const sandbox::Outcome outcome =
        billing.answer({operation, pool.userPoolId, parameters, demoMoment()});
    OperationState<T> state;
    state.value = T::fromJson(outcome.data, BeijingOffset).value();
    state.receivedAt = state.attemptedAt = demoMoment();
    return state;
}

sandbox::DemoPool demoPool(int pool)
{
    return sandbox::demoPools(sandbox::ownDemoPools, SandboxLanguage::English).at(pool);
}

Account accountNamed(const QString &name)
{
    Account account;
    account.name = name;
    account.host = defaultHost();
    return account;
}

} // namespace

QDateTime demoMoment()
{
    return {QDate(2026, 7, 1), QTime(12, 0), Qt::UTC};
}

Account demoAccount(int pool)
{
    Account account = accountNamed(demoPool(pool).name);
    account.currency = pool == 0 ? u"CNY"_s : QString();
    return account;
}

PoolSnapshot demoSnapshot(int pool)
{
    const sandbox::DemoPool demo = demoPool(pool);
    PoolSnapshot snapshot;
    snapshot.poolId = demo.userPoolId;
    snapshot.package = answered<Package>(demo, u"get-current-package-info"_s);
    snapshot.usage = answered<Usage>(demo, u"get-usage-info"_s);
    QUrlQuery months;
    months.addQueryItem(u"startTime"_s, u"20250101"_s);
    months.addQueryItem(u"endTime"_s, u"20260731"_s);
    snapshot.mauHistory = answered<MauHistory>(demo, u"get-mau-period-usage-history"_s, months);
    return snapshot;
}

PoolReport demoPoolReport(int pool, const CheckRules &rules)
{
    PoolReport report = reportOf(demoAccount(pool), demoSnapshot(pool), demoMoment(), {}, rules);
    report.words = u"words of "_s + report.name;
    return report;
}

PoolReport unreachablePool(const std::optional<Package> &known, const CheckRules &rules)
{
    PoolSnapshot snapshot;
    snapshot.package.value = known;
    if (known)
        snapshot.package.receivedAt = demoMoment().addDays(-2);
    snapshot.package.attemptedAt = demoMoment();
    snapshot.package.error = ApiError{.kind = ErrorKind::TimedOut,
        .operation = u"get-current-package-info"_s,
        .requestId = u"made-up-request"_s};
    PoolReport report = reportOf(accountNamed(u"Far away"_s), snapshot, demoMoment(), {}, rules);
    report.words = u"words of Far away"_s;
    return report;
}

CheckReport demoReport()
{
    CheckReport report{.checkedAt = demoMoment(), .asOf = {}, .pools = {}};
    for (int pool = 0; pool < sandbox::ownDemoPools; ++pool)
        report.pools.append(demoPoolReport(pool));
    report.pools.append(unreachablePool());
    return report;
}

PoolReport poolCalled(const QString &text)
{
    const Reading<QString> reading{text, text};
    Package package;
    package.nameZh = package.nameEn = package.code = package.edition = package.scene = reading;
    package.endTime = {.kind = EndTime::Kind::Unknown, .at = {}, .asSent = text};
    PoolSnapshot snapshot;
    snapshot.package.value = package;
    snapshot.package.receivedAt = snapshot.package.attemptedAt = demoMoment();
    snapshot.package.error = ApiError{.kind = ErrorKind::ServerError,
        .operation = text,
        .requestId = text,
        .serverMessage = text};
    snapshot.poolId = text;
    PoolReport report = reportOf(accountNamed(text), snapshot, demoMoment(), {}, {});
    report.words = text;
    return report;
}

QStringList hostileTexts()
{
    const QString large = u"大"_s.repeated(5 * 1024 * 1024 / 3);
    return {u"=HYPERLINK(\"http://evil.example\",\"x\")"_s, u"+1+cmd|' /C calc'!A0"_s, u"@SUM(1)"_s,
        u"-2+3"_s, u"\t=1"_s, u"100% %s %n %1 %2"_s, u"it's \"quoted\""_s, u"back\\slash\\"_s,
        u"two\nlines\r\nand three"_s, u"a | time_left=0s"_s, u"a'=b;c"_s, u"{x=\"y\"} 1"_s,
        u"\u202Eright to left\u200F\u2067"_s, u"\u2028line\u2029paragraph\u0085"_s,
        u"bell\a esc\x1b[31m nul"_s + QChar(0), QString(QChar(0xD800)), u"# HELP up"_s, u"   "_s,
        QString(), large};
}

} // namespace genauth::test
