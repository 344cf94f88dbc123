// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/fieldchanges.h"

#include "core/base/redaction.h"

#include <QCryptographicHash>
#include <QHash>

#include <algorithm>
#include <utility>

namespace genauth {

using namespace Qt::StringLiterals;

namespace {

/** A field of one answer: known, not to be read, or neither, which is not there. */
struct Field
{
    QString name;
    bool isUnreadable = false;
    std::optional<FieldReading> reading = {};
};
using Fields = QList<Field>;

/** Whatever a server may quote, a secret is not to lie in a file. */
QString clipped(const QString &text)
{
    const QString harmless = withSecretsHidden(text.left(4 * JournalEntry::LongestValue));
    if (harmless.size() <= JournalEntry::LongestValue)
        return harmless;
    qsizetype kept = JournalEntry::LongestValue - 1;
    if (harmless.at(kept - 1).isHighSurrogate())
        --kept;
    return harmless.first(kept) + u'…';
}

/** Of a long text, and of one with a secret, not the text itself: it may be kept in a file. */
QString comparable(const QString &text)
{
    const QString shown = clipped(text);
    if (shown == text)
        return text;
    const QByteArray hash = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
    return shown + QString::fromLatin1(hash.toHex());
}

QString comparable(qint64 number)
{
    return QString::number(number);
}

QString comparable(const Decimal &number)
{
    QString text = number.toString();
    if (number.shownDecimals() == 0)
        return text;
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

QString comparable(const QDateTime &moment)
{
    return moment.toUTC().toString(Qt::ISODateWithMs);
}

template <class T>
Field fieldOf(const QString &name, const Reading<T> &reading)
{
    Field field{name, reading.isUnreadable()};
    if (reading.value)
        field.reading = FieldReading{comparable(*reading.value), clipped(reading.asSent)};
    return field;
}

Field fieldOf(const QString &name, const EndTime &end)
{
    Field field{name, end.kind == EndTime::Kind::Unknown && !end.asSent.isEmpty()};
    if (end.kind == EndTime::Kind::At)
        field.reading = FieldReading{comparable(end.at), clipped(end.asSent)};
    else if (end.kind == EndTime::Kind::Never)
        field.reading = FieldReading{u"never"_s, clipped(end.asSent)};
    return field;
}

Fields fieldsOf(const Package &package)
{
    Fields goods{
        fieldOf(u"code"_s, package.code),
        fieldOf(u"name"_s, package.nameZh),
        fieldOf(u"nameEn"_s, package.nameEn),
        fieldOf(u"unitPrice"_s, package.unitPrice),
        fieldOf(u"amount"_s, package.mauQuantity),
        fieldOf(u"group"_s, package.edition),
        fieldOf(u"sceneCode"_s, package.scene),
    };
    // Where the whole is something else, its fields are not gone: they cannot be read.
    if (package.unreadableFields.contains("data.goodsPackage"_L1)) {
        for (Field &field : goods)
            field.isUnreadable = !field.reading;
    }
    return goods + Fields{fieldOf(u"endTime"_s, package.endTime),
                       fieldOf(u"overdueDays"_s, package.overdueDays)};
}

Fields fieldsOf(const Order &order)
{
    return {
        fieldOf(u"goodsName"_s, order.nameZh),
        fieldOf(u"goodsNameEn"_s, order.nameEn),
        fieldOf(u"goodsUnitPrice"_s, order.unitPrice),
        fieldOf(u"quantity"_s, order.quantity),
        fieldOf(u"actualAmount"_s, order.actualAmount),
        fieldOf(u"status"_s, order.statusSent),
        fieldOf(u"orderType"_s, order.typeSent),
        fieldOf(u"createTime"_s, order.createTime),
        fieldOf(u"source"_s, order.sourceSent),
    };
}

bool areSame(const std::optional<FieldReading> &one, const std::optional<FieldReading> &other)
{
    if (!one || !other)
        return !one && !other;
    // What was sent alike is the same, by whatever clock it was read.
    return one->value == other->value ||
           (one->asSent == other->asSent && one->asSent.size() < JournalEntry::LongestValue);
}

std::optional<QString> sentIn(const std::optional<FieldReading> &reading)
{
    return reading ? std::optional(reading->asSent) : std::nullopt;
}

/** Compares what two answers say of one subject. */
class Comparison
{
public:
    Comparison(FieldReadings &lastRead, QDateTime seenAt)
        : m_lastRead(std::exchange(lastRead, {}))
        , m_stillRead(lastRead)
        , m_seenAt(std::move(seenAt))
    {
    }

    void compare(const QString &subject, const Fields &before, const Fields &after)
    {
        for (qsizetype i = 0; i < after.size(); ++i)
            compare(subject, before.at(i), after.at(i));
    }
    void addNew(const QString &orderNo)
    {
        entries.append({m_seenAt, {}, clipped(orderNo), {}, std::nullopt, clipped(orderNo)});
    }

    JournalEntries entries;

private:
    void compare(const QString &subject, const Field &before, const Field &after)
    {
        const QPair<QString, QString> key(comparable(subject), after.name);
        std::optional<FieldReading> said = before.reading;
        if (before.isUnreadable) {
            const auto last = m_lastRead.constFind(key);
            if (last == m_lastRead.cend())
                return; // nobody knows what it was
            said = *last;
        }
        if (after.isUnreadable) {
            if (said)
                m_stillRead.insert(key, *said);
        } else if (!areSame(said, after.reading)) {
            entries.append(
                {m_seenAt, {}, clipped(subject), after.name, sentIn(said), sentIn(after.reading)});
        }
    }

    const FieldReadings m_lastRead;
    FieldReadings &m_stillRead;
    QDateTime m_seenAt;
};

/** Of several orders that share a number the first counts. */
QHash<QString, const Order *> byNumber(const OrderPage &page)
{
    QHash<QString, const Order *> orders;
    for (const Order &order : page.orders) {
        if (order.orderNo.value && !orders.contains(*order.orderNo.value))
            orders.insert(*order.orderNo.value, &order);
    }
    return orders;
}

/** When the newest of these orders was created; invalid when that is not known. */
QDateTime newestOn(const OrderPage &page)
{
    QDateTime newest;
    for (const Order &order : page.orders) {
        const auto &created = order.createTime.value;
        if (created && (!newest.isValid() || *created > newest))
            newest = *created;
    }
    return newest;
}

} // namespace

JournalEntries changesBetween(
    const Package &before, const Package &after, const QDateTime &seenAt, FieldReadings &lastRead)
{
    Comparison comparison(lastRead, seenAt);
    comparison.compare({}, fieldsOf(before), fieldsOf(after));
    return comparison.entries;
}

JournalEntries changesBetween(const OrderPage &before, const OrderPage &after,
    const QDateTime &seenAt, FieldReadings &lastRead)
{
    Comparison comparison(lastRead, seenAt);
    QHash<QString, const Order *> known = byNumber(before);
    const bool hadAll = before.totalCount.value && *before.totalCount.value <= known.size();
    const QDateTime newest = newestOn(before);
    QHash<QString, const Order *> seen;
    for (const Order &order : after.orders) {
        const auto &number = order.orderNo.value;
        if (!number || seen.contains(*number))
            continue;
        seen.insert(*number, &order);
        const auto &created = order.createTime.value;
        if (const Order *old = known.value(*number))
            comparison.compare(*number, fieldsOf(*old), fieldsOf(order));
        else if (hadAll || (newest.isValid() && created && *created >= newest))
            comparison.addNew(*number);
    }
    return comparison.entries;
}

} // namespace genauth
