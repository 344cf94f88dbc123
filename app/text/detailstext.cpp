// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/detailstext.h"

#include "core/base/displaytext.h"

namespace genauth {

namespace {

/** A fact under the English name of its label. */
struct Fact
{
    const char *label;
    QString value;
};

QString numberOrNothing(const std::optional<int> &number)
{
    return number ? QString::number(*number) : QString();
}

QString isoTime(const QDateTime &moment)
{
    return moment.isValid() ? moment.toUTC().toString(Qt::ISODate) : QString();
}

QString isoTimeHere(const QDateTime &moment)
{
    if (!moment.isValid())
        return {};
    const QDateTime here = moment.toLocalTime();
    return here.toOffsetFromUtc(here.offsetFromUtc()).toString(Qt::ISODate);
}

/** "TimedOut", "UnreadableField: data.endTime", "ok" */
QString outcomeOf(const OperationAttempt &attempt)
{
    if (!attempt.error)
        return attempt.attemptedAt.isValid() ? QStringLiteral("ok") : QString();
    QString outcome = QString::fromLatin1(errorKindName(attempt.error->kind));
    if (!attempt.error->subject.isEmpty())
        outcome += QStringLiteral(": ") + displayText(attempt.error->subject);
    return outcome;
}

QString packageOperation()
{
    return QStringLiteral("get-current-package-info");
}

QList<Fact> factsOf(const Account &account, const PoolSnapshot &snapshot,
    const OperationAttempt &attempt, const QString &asked)
{
    // Of an attempt that no answer came to, the codes of an earlier answer would be misleading.
    const ApiError *error = attempt.error ? &*attempt.error : nullptr;
    const bool answered = !error || error->httpStatus != 0;
    const AnswerFacts answer = answered ? attempt.answer : AnswerFacts();
    const QString operation = error && !error->operation.isEmpty() ? error->operation : asked;
    const auto &package = snapshot.package.value;
    const EndTime end = package && asked == packageOperation() ? package->endTime : EndTime();
    return {
        {QT_TRANSLATE_NOOP("genauth::DetailsText", "Last attempt"),
            isoTimeHere(attempt.attemptedAt)},
        {QT_TRANSLATE_NOOP("genauth::DetailsText", "Last answer"), isoTimeHere(attempt.receivedAt)},
        {QT_TRANSLATE_NOOP("genauth::DetailsText", "Operation"), operation},
        {QT_TRANSLATE_NOOP("genauth::DetailsText", "Outcome"), outcomeOf(attempt)},
        {QT_TRANSLATE_NOOP("genauth::DetailsText", "HTTP status"),
            answer.httpStatus != 0 ? QString::number(answer.httpStatus) : QString()},
        {QT_TRANSLATE_NOOP("genauth::DetailsText", "statusCode"),
            numberOrNothing(answer.statusCode)},
        {QT_TRANSLATE_NOOP("genauth::DetailsText", "apiCode"), numberOrNothing(answer.apiCode)},
        {QT_TRANSLATE_NOOP("genauth::DetailsText", "requestId"), displayText(answer.requestId)},
        {QT_TRANSLATE_NOOP("genauth::DetailsText", "Server's words"),
            error ? displayText(error->serverMessage) : QString()},
        {QT_TRANSLATE_NOOP("genauth::DetailsText", "Server's clock"), isoTime(answer.serverDate)},
        {QT_TRANSLATE_NOOP("genauth::DetailsText", "Host"),
            displayText(account.host.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery))},
        {QT_TRANSLATE_NOOP("genauth::DetailsText", "User pool"), displayText(snapshot.poolId)},
        {QT_TRANSLATE_NOOP("genauth::DetailsText", "End time as sent"), displayText(end.asSent)},
        {QT_TRANSLATE_NOOP("genauth::DetailsText", "End time as read"),
            end.kind == EndTime::Kind::At ? end.at.toString(Qt::ISODate) : QString()},
        {QT_TRANSLATE_NOOP("genauth::DetailsText", "Program"),
            QStringLiteral("genauth-dashboard " GENAUTH_VERSION ", Qt ") +
                QString::fromLatin1(qVersion())},
    };
}

} // namespace

QList<DetailsText::Line> DetailsText::lines(const Account &account, const PoolSnapshot &snapshot)
{
    return lines(account, snapshot, snapshot.package, packageOperation());
}

QList<DetailsText::Line> DetailsText::lines(const Account &account, const PoolSnapshot &snapshot,
    const OperationAttempt &attempt, const QString &operation)
{
    QList<Line> lines;
    for (const Fact &fact : factsOf(account, snapshot, attempt, operation)) {
        if (!fact.value.isEmpty())
            lines.append({tr(fact.label), fact.value});
    }
    return lines;
}

QString DetailsText::forSupport(const Account &account, const PoolSnapshot &snapshot)
{
    return forSupport(account, snapshot, snapshot.package, packageOperation());
}

QString DetailsText::forSupport(const Account &account, const PoolSnapshot &snapshot,
    const OperationAttempt &attempt, const QString &operation)
{
    QString text;
    for (const Fact &fact : factsOf(account, snapshot, attempt, operation)) {
        if (!fact.value.isEmpty())
            text += QStringLiteral("%1: %2\n").arg(QString::fromUtf8(fact.label), fact.value);
    }
    return text;
}

} // namespace genauth
