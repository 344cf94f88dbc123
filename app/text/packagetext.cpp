// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/packagetext.h"

#include "app/text/formatting.h"
#include "app/text/statustext.h"
#include "core/base/displaytext.h"

#include <QLocale>

namespace genauth {

namespace {

using Fact = PackageText::Fact;

Fact unknownFact(const QString &note = {})
{
    return {Formatting::unknown(), note, {}, false};
}

/** Calls `present` with a known reading's value; an unreadable one shows the server's own text as
 * the note. */
template <class T, class Present>
Fact factOf(const Reading<T> &reading, const Present &present)
{
    return reading.value ? present(*reading.value) : unknownFact();
}

Fact textFact(const Package *package, Reading<QString> Package::*field)
{
    if (!package)
        return unknownFact();
    return factOf(package->*field, [](const QString &text) {
        return Fact{displayText(text), {}, {}, true};
    });
}

bool isChinese()
{
    return QLocale().language() == QLocale::Chinese;
}

} // namespace

PackageText::PackageText(
    const Account &account, const PoolSnapshot &snapshot, const SubscriptionAssessment &assessment)
    : m_account(account)
    , m_snapshot(snapshot)
    , m_assessment(assessment)
{
}

const Package *PackageText::package() const
{
    return m_snapshot.package.value ? &*m_snapshot.package.value : nullptr;
}

Fact PackageText::nameZh() const
{
    return textFact(package(), &Package::nameZh);
}

Fact PackageText::nameEn() const
{
    return textFact(package(), &Package::nameEn);
}

Fact PackageText::name() const
{
    return isChinese() ? nameZh() : nameEn();
}

Fact PackageText::otherName() const
{
    return isChinese() ? nameEn() : nameZh();
}

Fact PackageText::edition() const
{
    return textFact(package(), &Package::edition);
}

Fact PackageText::scene() const
{
    return textFact(package(), &Package::scene);
}

Fact PackageText::packageCode() const
{
    return textFact(package(), &Package::code);
}

Fact PackageText::mauQuantity() const
{
    if (!package())
        return unknownFact();
    return factOf(package()->mauQuantity, [](qint64 quantity) {
        return Fact{Formatting::count(quantity), tr("monthly active users bought"), {}, true};
    });
}

Fact PackageText::unitPrice() const
{
    if (!package())
        return unknownFact();
    const Reading<Decimal> &price = package()->unitPrice;
    if (price.value) {
        const QString note = m_account.currency.isEmpty()
                                 ? tr("currency not set; GenAuth names none")
                                 : tr("%1, set for this pool").arg(m_account.currency);
        return {Formatting::money(*price.value, m_account.currency), note, {}, true};
    }
    // A price that is no plain number is shown as it came: its decimal sign is never guessed.
    if (price.isUnreadable())
        return {displayText(price.asSent), tr("as GenAuth sent it; not a plain number"), {}, false};
    return unknownFact();
}

Fact PackageText::end() const
{
    if (!package())
        return unknownFact();
    const EndTime &end = package()->endTime;
    switch (end.kind) {
    case EndTime::Kind::Never:
        return {tr("No end date"), {}, displayText(end.asSent), true};
    case EndTime::Kind::At:
        return {Formatting::date(end.at), endNote(end), Formatting::exactMoment(end.at), true};
    case EndTime::Kind::Unknown:
        return unknownFact();
    }
    Q_UNREACHABLE();
}

QString PackageText::endNote(const EndTime &end) const
{
    const QString offset = Formatting::offset(end.at.offsetFromUtc());
    const QString clock = Formatting::clock(end.at);
    const QString told = clock == offset ? clock : tr("%1 (%2)").arg(clock, offset);
    QStringList lines;
    if (m_assessment.secondsLeft)
        lines << tr("%1 left").arg(
            Formatting::timeLeft(roundedTimeLeft(*m_assessment.secondsLeft)));
    lines << tr("%1, %2").arg(Formatting::time(end.at), told);
    if (end.at.time() == QTime(0, 0))
        lines << tr("last full day %1").arg(Formatting::date(end.at.addDays(-1)));
    return lines.join(QLatin1Char('\n'));
}

Fact PackageText::overdue() const
{
    if (!package())
        return unknownFact();
    const bool disagrees = m_assessment.all.contains(SubscriptionState::Contradiction);
    const QString noCount = package()->overdueDays.isUnreadable()
                                ? tr("GenAuth's count cannot be read")
                                : tr("GenAuth gave no count");
    if (m_assessment.overdueDays) {
        //: %1 is "GenAuth gave no count" or "GenAuth's count cannot be read"
        QString note = m_assessment.overdueDaysAreOurs
                           ? tr("counted from the end time; %1").arg(noCount)
                           : tr("counted by GenAuth");
        if (disagrees)
            note += QLatin1Char('\n') + tr("the end time disagrees");
        else if (!m_assessment.overdueDaysAreOurs && m_assessment.secondsOverdue)
            note += QLatin1Char('\n') + tr("the end time agrees");
        return {Formatting::days(*m_assessment.overdueDays), note, {}, true};
    }
    if (package()->overdueDays.value)
        return {
            Formatting::days(*package()->overdueDays.value), tr("counted by GenAuth"), {}, true};
    return unknownFact(noCount);
}

QStringList PackageText::unreadableFields() const
{
    QStringList sentences;
    if (!package())
        return sentences;
    for (const QString &path : package()->unreadableFields) {
        const QString name = path.section(QLatin1Char('.'), -1);
        const QString raw = rawOf(path);
        sentences << (raw.isEmpty() ? tr("The field “%1” cannot be read.").arg(displayText(name))
                                    : tr("The field “%1” cannot be read: GenAuth sent “%2”.")
                                          .arg(displayText(name), displayText(raw)));
    }
    return sentences;
}

QString PackageText::rawOf(const QString &path) const
{
    if (path == QLatin1String("data.overdueDays"))
        return package()->overdueDays.asSent;
    if (path == QLatin1String("data.endTime"))
        return package()->endTime.asSent;
    if (path == QLatin1String("data.goodsPackage.unitPrice"))
        return package()->unitPrice.asSent;
    if (path == QLatin1String("data.goodsPackage.amount"))
        return package()->mauQuantity.asSent;
    return {};
}

QString PackageText::line() const
{
    const EndTime::Kind endKind = package() ? package()->endTime.kind : EndTime::Kind::Unknown;
    const QString ends =
        endKind == EndTime::Kind::At ? Formatting::dateTime(package()->endTime.at) : end().value;
    return QStringList{
        displayText(m_account.name),
        nameZh().value,
        nameEn().value,
        tr("MAU %1").arg(mauQuantity().value),
        tr("unit price %1").arg(unitPrice().value),
        tr("ends %1").arg(ends),
        tr("overdue %1").arg(overdue().value),
        StatusText::line(m_assessment),
    }
        .join(QStringLiteral(" | "));
}

} // namespace genauth
