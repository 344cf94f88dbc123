// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/journaltext.h"

#include "app/text/formatting.h"
#include "app/text/ordertext.h"
#include "core/base/clock.h"
#include "core/base/displaytext.h"
#include "core/billing/order.h"
#include "core/billing/package.h"

#include <QJsonObject>

namespace genauth {

namespace {

using Fact = OrderText::Fact;

bool isOfOrder(const JournalEntry &entry)
{
    return !entry.subject.isEmpty();
}

/** The last part of a path: "unitPrice" of "goodsPackage.unitPrice". */
QString nameOf(const JournalEntry &entry)
{
    return entry.field.section(QLatin1Char('.'), -1);
}

/** As the pages about orders tell this field; nothing: they have no such field. */
std::optional<Fact> orderFact(
    const QString &name, const QString &sent, const JournalText::Context &context)
{
    const auto read = Order::fromJson(QJsonObject{{name, sent}}, context.clockOffset);
    if (!read.isOk())
        return std::nullopt;
    const Order &order = read.value();
    if (name == QStringLiteral("status"))
        return OrderText::status(order);
    if (name == QStringLiteral("orderType"))
        return OrderText::type(order);
    if (name == QStringLiteral("source"))
        return OrderText::source(order);
    if (name == QStringLiteral("actualAmount"))
        return OrderText::money(order.actualAmount, context.currency);
    if (name == QStringLiteral("goodsUnitPrice"))
        return OrderText::money(order.unitPrice, context.currency);
    if (name == QStringLiteral("quantity"))
        return OrderText::quantity(order);
    if (name == QStringLiteral("createTime"))
        return OrderText::moment(order.createTime);
    return std::nullopt;
}

std::optional<Fact> packageFact(
    const QString &name, const QString &sent, const JournalText::Context &context)
{
    const QJsonObject goods{{name, sent}};
    QJsonObject data = goods;
    data.insert(QStringLiteral("goodsPackage"), goods);
    const auto read = Package::fromJson(data, context.clockOffset);
    if (!read.isOk())
        return std::nullopt;
    const Package &package = read.value();
    if (name == QStringLiteral("endTime") && package.endTime.kind == EndTime::Kind::At)
        return Fact{Formatting::dateTime(package.endTime.at), true};
    if (name == QStringLiteral("unitPrice"))
        return OrderText::money(package.unitPrice, context.currency);
    if (name == QStringLiteral("overdueDays") && package.overdueDays.value)
        return Fact{Formatting::days(*package.overdueDays.value), true};
    if (name == QStringLiteral("amount") && package.mauQuantity.value)
        return Fact{Formatting::count(*package.mauQuantity.value), true};
    return std::nullopt;
}

} // namespace

QString JournalText::what(const JournalEntry &entry)
{
    return isOfOrder(entry) ? tr("Order %1").arg(displayText(entry.subject)) : tr("Package");
}

QString JournalText::field(const JournalEntry &entry)
{
    if (entry.field.isEmpty())
        return tr("New order");
    const QString name = nameOf(entry);
    const QString words = isOfOrder(entry) ? orderField(name) : packageField(name);
    return words.isEmpty() ? displayText(entry.field) : words;
}

QString JournalText::packageField(const QString &name)
{
    if (name == QStringLiteral("unitPrice"))
        return tr("Unit price");
    if (name == QStringLiteral("endTime"))
        return tr("End time");
    if (name == QStringLiteral("overdueDays"))
        return tr("Days overdue");
    if (name == QStringLiteral("amount"))
        return tr("MAU bought");
    if (name == QStringLiteral("name"))
        return tr("Name (Chinese)");
    if (name == QStringLiteral("nameEn"))
        return tr("Name (English)");
    if (name == QStringLiteral("group"))
        return tr("Edition");
    if (name == QStringLiteral("sceneCode"))
        return tr("Scene");
    if (name == QStringLiteral("code"))
        return tr("Package code");
    return {};
}

QString JournalText::orderField(const QString &name)
{
    if (name == QStringLiteral("status"))
        return tr("Status");
    if (name == QStringLiteral("orderType"))
        return tr("Order type");
    if (name == QStringLiteral("source"))
        return tr("Source");
    if (name == QStringLiteral("actualAmount"))
        return tr("Amount");
    if (name == QStringLiteral("goodsUnitPrice"))
        return tr("Unit price");
    if (name == QStringLiteral("quantity"))
        return tr("Quantity");
    if (name == QStringLiteral("createTime"))
        return tr("Created");
    if (name == QStringLiteral("goodsName"))
        return tr("Name (Chinese)");
    if (name == QStringLiteral("goodsNameEn"))
        return tr("Name (English)");
    return {};
}

JournalText::Value JournalText::value(
    const JournalEntry &entry, const std::optional<QString> &sent, const Context &context)
{
    if (!sent)
        //: in place of a value: the answer did not have the field
        return {tr("not there"), false};
    if (isBlank(*sent))
        //: in place of a value: the field was there, with nothing in it
        return {tr("empty"), false};
    const QString name = nameOf(entry);
    const std::optional<Fact> fact =
        isOfOrder(entry) ? orderFact(name, *sent, context) : packageFact(name, *sent, context);
    // What came is what changed: better shown raw than called unknown.
    return {fact && fact->known ? fact->value : displayText(*sent), true};
}

JournalText::Value JournalText::before(const JournalEntry &entry, const Context &context)
{
    return value(entry, entry.before, context);
}

JournalText::Value JournalText::after(const JournalEntry &entry, const Context &context)
{
    return value(entry, entry.after, context);
}

QString JournalText::change(const JournalEntry &entry, const Context &context)
{
    if (entry.field.isEmpty())
        return tr("first seen");
    //: %1 a value before a change, %2 after it
    return tr("%1 → %2").arg(before(entry, context).words, after(entry, context).words);
}

QString JournalText::asSent(const JournalEntry &entry)
{
    if (entry.field.isEmpty())
        return {};
    const auto raw = [](const std::optional<QString> &sent) {
        return sent ? QStringLiteral("“%1”").arg(displayText(*sent)) : tr("not there");
    };
    return tr("Field as sent: %1\nBefore: %2\nAfter: %3")
        .arg(displayText(entry.field), raw(entry.before), raw(entry.after));
}

QString JournalText::seen(const JournalEntry &entry, const Context &context)
{
    return entry.seenAt.isValid() ? Formatting::dateTime(inClock(entry.seenAt, context.clockOffset))
                                  : Formatting::unknown();
}

QString JournalText::summary(int changes)
{
    return tr("%Ln change(s)", "how many there are", changes);
}

} // namespace genauth
