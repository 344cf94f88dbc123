// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The invariants of the fault table, as far as they concern the core, and one run of a case.

#include "core/models/packagefields.h"
#include "tests/faults/faultcase.h"
#include "tests/faults/faultstage.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/heartbeat.h"
#include "tests/support/logcapture.h"
#include "tests/support/processfacts.h"

#include <QTimer>

#include <algorithm>

namespace genauth::test {

namespace {

using namespace std::chrono_literals;
using ByHand = RefreshScheduler::ByHand;
using Kind = NextTry::Kind;

constexpr qint64 LongestTurn = 1000;                 // milliseconds
constexpr qint64 LargestGrowth = 64LL * 1024 * 1024; // bytes
constexpr qsizetype LongestText = 200;

struct Broken
{
    QStringList promises;

    void unless(bool holds, const QString &promise)
    {
        if (!holds)
            promises.append(promise);
    }
};

/** The most memory in use while the event loop turns. */
class MemoryPeak
{
public:
    MemoryPeak()
        : m_before(residentBytes())
    {
        m_timer.callOnTimeout(&m_timer, [this] { look(); });
        m_timer.start(5ms);
    }

    /** Bytes more than at first. */
    [[nodiscard]] qint64 growth()
    {
        look();
        return m_peak - m_before;
    }

private:
    void look() { m_peak = std::max(m_peak, residentBytes()); }

    qint64 m_before;
    qint64 m_peak = 0;
    QTimer m_timer;
};

QString words(const PoolSnapshot &snapshot)
{
    const auto &error = snapshot.package.error;
    if (!error)
        return QStringLiteral("a good answer");
    return QStringLiteral("%1 of %2 (%3)")
        .arg(QLatin1String(errorKindName(error->kind)), error->operation, error->subject);
}

/** Every text of the model that a view may show. */
QStringList shownTexts(const FaultStage &stage)
{
    QStringList texts;
    for (int column = 0; column < PoolsModel::ColumnCount; ++column) {
        for (int role = Qt::DisplayRole; role <= PoolsModel::PackageCodeRole; ++role) {
            const QVariant value = stage.role(role, column);
            if (value.typeId() == QMetaType::QString)
                texts.append(value.toString());
        }
    }
    return texts;
}

bool isSafeText(const QString &text)
{
    const bool plain = std::ranges::none_of(text, [](QChar c) {
        return c < u' ' || (c >= u'\u007f' && c <= u'\u009f') || c == u'\u2028' || c == u'\u2029' ||
               (c >= u'\u202a' && c <= u'\u202e') || (c >= u'\u2066' && c <= u'\u2069');
    });
    return plain && text.size() <= LongestText && text.isValidUtf16();
}

bool holdsSecret(const QByteArray &text)
{
    const QByteArray secret = canaryKey().secret;
    const QList<QByteArray> secrets{secret, secret.toBase64(), "CANARY", "Bearer ", canaryToken(),
        canaryToken().split('.').at(1)};
    return std::ranges::any_of(secrets, [&](const QByteArray &it) { return text.contains(it); });
}

bool isWithin(int count, Times times)
{
    return count >= times.least && count <= times.most;
}

/** I1 and I4: what is known, and the warning, outlive the failure. */
void checkThatNothingIsLost(Broken &broken, const Aftermath &it)
{
    const auto &before = it.before.package;
    const auto &after = it.after.package;
    broken.unless(
        after.value == before.value, QStringLiteral("I1: the good answer is not what it was"));
    broken.unless(
        after.receivedAt == before.receivedAt, QStringLiteral("I1: the good answer seems newer"));
    const SubscriptionAssessment assessment = it.stage.assessment();
    broken.unless(assessment.headline == SubscriptionState::Overdue &&
                      assessment.level == AlertLevel::Critical && assessment.overdueDays == 12,
        QStringLiteral("I4: the warning has gone"));
    broken.unless(assessment.all.contains(SubscriptionState::NotReachable),
        QStringLiteral("I4: nothing tells that this is old"));
}

/** I4: what could not be read is not a number, and no state that is fine is made of it. */
void checkThatUnknownIsUnknown(Broken &broken, const Aftermath &it)
{
    const Package &package = *it.after.package.value;
    const SubscriptionState state = it.stage.assessment().headline;
    const bool endUnknown = package.endTime.kind == EndTime::Kind::Unknown;
    const bool fine = state == SubscriptionState::Active || state == SubscriptionState::NoEndDate;
    broken.unless(!endUnknown || !fine, QStringLiteral("I4: unknown is said to be fine"));
    broken.unless(package.overdueDays.value.value_or(0) == 0 || state == SubscriptionState::Overdue,
        QStringLiteral("I4: overdue is not said"));
    for (int column = 0; column < PoolsModel::ColumnCount; ++column) {
        const PackageField *field = packageFieldOfColumn(column);
        const QVariant shown = it.stage.role(Qt::DisplayRole, column);
        if (field && field->asSent(package).isEmpty())
            broken.unless(!shown.isValid(), QStringLiteral("I4: a value was made up"));
        broken.unless(!shown.toDateTime().isValid() || shown.toDateTime().date().year() > 1970,
            QStringLiteral("V9: a date that was never sent"));
    }
}

void checkError(Broken &broken, const Aftermath &it, const Outcome &outcome)
{
    const auto &error = it.after.package.error;
    if (!outcome.error) {
        broken.unless(!error, QStringLiteral("expected a good answer, not ") + words(it.after));
        broken.unless(it.after.package.receivedAt == it.stage.clock.nowUtc(),
            QStringLiteral("the good answer seems older"));
        if (it.after.package.value)
            checkThatUnknownIsUnknown(broken, it);
        return;
    }
    checkThatNothingIsLost(broken, it);
    if (!error || error->kind != *outcome.error) {
        broken.unless(
            false, QStringLiteral("expected %1, not %2")
                       .arg(QLatin1String(errorKindName(*outcome.error)), words(it.after)));
        return;
    }
    broken.unless(error->operation == outcome.operation,
        QStringLiteral("I11: the error is of ") + error->operation);
    broken.unless(error->tlsProblem == outcome.tls, QStringLiteral("another TLS problem"));
    broken.unless(!outcome.subject || error->subject == *outcome.subject,
        QStringLiteral("I11: it is about ") + error->subject);
    broken.unless(error->requestId == outcome.requestId,
        QStringLiteral("I11: the requestId is ") + error->requestId);
    broken.unless(it.after.package.attemptedAt == it.stage.clock.nowUtc(),
        QStringLiteral("I11: the time of the attempt is wrong"));
    const QString said =
        error->subject + error->serverMessage + error->requestId + error->operation;
    broken.unless(!holdsSecret(said.toUtf8()), QStringLiteral("I2: a secret is in the error"));
}

void checkPlan(Broken &broken, const FaultStage &stage, const Outcome &outcome)
{
    const NextTry next = stage.nextTry();
    broken.unless(next.kind == outcome.next, QStringLiteral("the next try is of kind %1, not %2")
                                                 .arg(static_cast<int>(next.kind))
                                                 .arg(static_cast<int>(outcome.next)));
    const qint64 wait = stage.clock.nowUtc().msecsTo(next.at);
    if (outcome.next == Kind::AsTold)
        broken.unless(
            wait == outcome.told * 1050LL, QStringLiteral("the next try comes in %1 ms").arg(wait));
    if (outcome.next == Kind::BackOff) // the first failure, and half of at most 2 s
        broken.unless(wait == 1000, QStringLiteral("the back-off is %1 ms").arg(wait));
}

/** I7: nothing more is asked until it is due, and a refused key not in a month. */
void checkThatNobodyIsAskedAgain(Broken &broken, FaultStage &stage, const Outcome &outcome)
{
    const int before = stage.posts() + stage.gets();
    if (outcome.next == Kind::AsTold)
        broken.unless(stage.refresh() == ByHand::HeldBack,
            QStringLiteral("H8: Refresh asks although the server said to wait"));
    stage.scheduler.askForWhatIsDue();
    broken.unless(!stage.refresher.isRunning(), QStringLiteral("I7: it is asked again at once"));
    if (outcome.next == Kind::None) {
        stage.clock.advance(30 * 24h);
        stage.scheduler.askForWhatIsDue();
        broken.unless(!stage.refresher.isRunning(), QStringLiteral("I7: it is asked again"));
    }
    broken.unless(stage.posts() + stage.gets() == before, QStringLiteral("I7: more requests"));
}

void checkTexts(Broken &broken, const FaultStage &stage)
{
    for (const QString &text : shownTexts(stage)) {
        broken.unless(!holdsSecret(text.toUtf8()), QStringLiteral("I2: a secret is in the model"));
        broken.unless(isSafeText(text), QStringLiteral("I9: not fit to show: ") + text.left(300));
    }
}

void checkRecovery(Broken &broken, FaultStage &stage)
{
    stage.mend();
    stage.refresh();
    const PoolSnapshot after = stage.snapshot();
    broken.unless(!after.package.error && after.package.value &&
                      after.package.receivedAt == stage.clock.nowUtc() &&
                      stage.nextTry().kind == Kind::Poll,
        QStringLiteral("it does not recover: ") + words(after));
}

} // namespace

QStringList brokenPromises(const FaultCase &faultCase)
{
    Broken broken;
    const LogCapture log;
    FaultStage stage(faultCase.limits);
    if (faultCase.prepare)
        faultCase.prepare(stage);
    stage.open();
    stage.refresh();
    const PoolSnapshot before = stage.snapshot();
    if (before.package.error || !before.package.value)
        return {QStringLiteral("even the good refresh fails: ") + words(before)};

    stage.clock.advance(10min);
    faultCase.fault(stage);
    const int posts = stage.posts();
    const int gets = stage.gets();
    const qint64 received = stage.server ? stage.server->receivedBytes() : 0;
    MemoryPeak memory;
    const Heartbeat heartbeat;
    stage.refresh();
    const Outcome &outcome = faultCase.outcome;
    broken.unless(heartbeat.longestTurn() < LongestTurn,
        QStringLiteral("I5: the event loop stood still for %1 ms").arg(heartbeat.longestTurn()));
    broken.unless(memory.growth() <= LargestGrowth,
        QStringLiteral("I6: %1 MB more memory").arg(memory.growth() >> 20));
    broken.unless(isWithin(stage.posts() - posts, outcome.posts),
        QStringLiteral("I7: %1 requests for a token").arg(stage.posts() - posts));
    broken.unless(isWithin(stage.gets() - gets, outcome.gets),
        QStringLiteral("I7: %1 requests for the package").arg(stage.gets() - gets));
    broken.unless(stage.other.connections() == 0, QStringLiteral("I3: another host was spoken to"));
    if (outcome.posts.most + outcome.gets.most == 0 && stage.server)
        broken.unless(stage.server->receivedBytes() == received,
            QStringLiteral("I3: the server was told something"));

    const Aftermath aftermath{stage, before, stage.snapshot(), log.text()};
    checkError(broken, aftermath, outcome);
    for (const Check &check : outcome.checks) {
        const QString problem = check(aftermath);
        broken.unless(problem.isEmpty(), problem);
    }
    checkTexts(broken, stage);
    checkPlan(broken, stage, outcome);
    checkThatNobodyIsAskedAgain(broken, stage, outcome);
    if (faultCase.mends)
        checkRecovery(broken, stage);
    broken.unless(!holdsSecret(log.text()), QStringLiteral("I2: a secret is in the log"));
    broken.unless(
        log.warnings().isEmpty(), QStringLiteral("Qt warns: ") + QString::fromUtf8(log.warnings()));
    return broken.promises;
}

} // namespace genauth::test
