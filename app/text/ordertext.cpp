// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/ordertext.h"

#include "app/text/formatting.h"
#include "app/text/phrasebook.h"
#include "core/base/displaytext.h"

#include <QLocale>

namespace genauth {

namespace {

using Fact = OrderText::Fact;

constexpr const char *Context = "genauth::OrderText";

const char *wordOf(Order::Status status)
{
    switch (status) {
    case Order::Status::Unlisted:
        break;
    case Order::Status::Unpaid:
        return QT_TRANSLATE_NOOP("genauth::OrderText", "Unpaid");
    case Order::Status::Paid:
        return QT_TRANSLATE_NOOP("genauth::OrderText", "Paid");
    case Order::Status::Completed:
        return QT_TRANSLATE_NOOP("genauth::OrderText", "Completed");
    case Order::Status::Cancelled:
        return QT_TRANSLATE_NOOP("genauth::OrderText", "Cancelled");
    case Order::Status::Expired:
        return QT_TRANSLATE_NOOP("genauth::OrderText", "Expired");
    }
    return QT_TRANSLATE_NOOP("genauth::OrderText", "Other");
}

const char *wordOf(Order::Type type)
{
    switch (type) {
    case Order::Type::Unlisted:
        break;
    case Order::Type::New:
        return QT_TRANSLATE_NOOP("genauth::OrderText", "New");
    case Order::Type::Upgrade:
        return QT_TRANSLATE_NOOP("genauth::OrderText", "Upgrade");
    case Order::Type::Renew:
        return QT_TRANSLATE_NOOP("genauth::OrderText", "Renewal");
    case Order::Type::OverdueCorrect:
        return QT_TRANSLATE_NOOP("genauth::OrderText", "Overdue correction");
    case Order::Type::OverflowedCorrect:
        return QT_TRANSLATE_NOOP("genauth::OrderText", "Over-quota correction");
    }
    return QT_TRANSLATE_NOOP("genauth::OrderText", "Other");
}

const char *wordOf(Order::Source source)
{
    switch (source) {
    case Order::Source::Unlisted:
        break;
    case Order::Source::Licence:
        return QT_TRANSLATE_NOOP("genauth::OrderText", "Licence");
    case Order::Source::Offline:
        return QT_TRANSLATE_NOOP("genauth::OrderText", "Offline");
    case Order::Source::Eadmin:
        return QT_TRANSLATE_NOOP("genauth::OrderText", "Opened by GenAuth");
    case Order::Source::SelfHelp:
        return QT_TRANSLATE_NOOP("genauth::OrderText", "Self-service");
    case Order::Source::Cdkey:
        return QT_TRANSLATE_NOOP("genauth::OrderText", "Redemption code");
    }
    return QT_TRANSLATE_NOOP("genauth::OrderText", "Other");
}

/** The window's own way of telling values. */
struct WindowWriter
{
    static QString say(const char *source) { return QCoreApplication::translate(Context, source); }
    static QString money(const Decimal &amount, const QString &currency)
    {
        return Formatting::money(amount, currency);
    }
    static QString count(qint64 number) { return Formatting::count(number); }
    static QString moment(const QDateTime &moment) { return Formatting::dateTime(moment); }
};

/** For a text to be pasted: words in its language, values in one spelling. */
struct SheetWriter
{
    Phrasebook words;

    [[nodiscard]] QString say(const char *source) const { return words.say(Context, source); }
    static QString money(const Decimal &amount, const QString &currency)
    {
        return currency.isEmpty() ? amount.toString()
                                  : currency + QLatin1Char(' ') + amount.toString();
    }
    static QString count(qint64 number) { return QString::number(number); }
    static QString moment(const QDateTime &moment)
    {
        return moment.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss ")) +
               Formatting::offset(moment.offsetFromUtc());
    }
};

template <class Writer, class T, class Tell>
Fact told(const Writer &writer, const Reading<T> &reading, const Tell &tell)
{
    if (reading.value)
        return {tell(*reading.value), true};
    if (!isBlank(reading.asSent))
        return {displayText(reading.asSent), false};
    return {writer.say(QT_TRANSLATE_NOOP("genauth::OrderText", "unknown")), false};
}

template <class Writer>
Fact text(const Writer &writer, const Reading<QString> &reading)
{
    // A text of which nothing is to be seen says nothing.
    const bool saysNothing = reading.value && isBlank(*reading.value);
    return told(writer, saysNothing ? Reading<QString>() : reading,
        [](const QString &text) { return displayText(text); });
}

template <class Writer, class Listed>
Fact listed(const Writer &writer, Listed value, const Reading<QString> &sent)
{
    if (value != Listed::Unlisted)
        return {writer.say(wordOf(value)), true};
    Fact fact = text(writer, sent);
    fact.known = !isBlank(sent.asSent);
    return fact;
}

template <class Writer>
Fact money(const Writer &writer, const Reading<Decimal> &amount, const QString &currency)
{
    return told(writer, amount, [&](const Decimal &of) { return writer.money(of, currency); });
}

template <class Writer>
Fact count(const Writer &writer, const Reading<qint64> &number)
{
    return told(writer, number, [&](qint64 of) { return writer.count(of); });
}

template <class Writer>
Fact moment(const Writer &writer, const Reading<QDateTime> &moment)
{
    return told(writer, moment, [&](const QDateTime &of) { return writer.moment(of); });
}

class LineList
{
public:
    template <class Writer>
    void add(const Writer &writer, const char *label, const Fact &fact)
    {
        lines.append({writer.say(label), fact.value, fact.known});
    }
    QList<OrderText::Line> lines;
};

template <class Writer>
QList<OrderText::Line> linesOf(const Writer &writer, const Order &order, const QString &currency)
{
    LineList list;
    const auto add = [&](const char *label, const Fact &fact) { list.add(writer, label, fact); };
    add(QT_TRANSLATE_NOOP("genauth::OrderText", "Order number"), text(writer, order.orderNo));
    add(QT_TRANSLATE_NOOP("genauth::OrderText", "Package (English)"), text(writer, order.nameEn));
    add(QT_TRANSLATE_NOOP("genauth::OrderText", "Package (Chinese)"), text(writer, order.nameZh));
    add(QT_TRANSLATE_NOOP("genauth::OrderText", "Order type"),
        listed(writer, order.type, order.typeSent));
    add(QT_TRANSLATE_NOOP("genauth::OrderText", "Status"),
        listed(writer, order.status, order.statusSent));
    add(QT_TRANSLATE_NOOP("genauth::OrderText", "Amount"),
        money(writer, order.actualAmount, currency));
    add(QT_TRANSLATE_NOOP("genauth::OrderText", "Quantity"), count(writer, order.quantity));
    add(QT_TRANSLATE_NOOP("genauth::OrderText", "Unit price"),
        money(writer, order.unitPrice, currency));
    add(QT_TRANSLATE_NOOP("genauth::OrderText", "Created"), moment(writer, order.createTime));
    add(QT_TRANSLATE_NOOP("genauth::OrderText", "Source"),
        listed(writer, order.source, order.sourceSent));
    return list.lines;
}

template <class Writer>
QList<OrderText::Line> linesOf(
    const Writer &writer, const Order &order, const Payment &payment, const QString &currency)
{
    LineList list;
    const auto add = [&](const char *label, const Fact &fact) { list.add(writer, label, fact); };
    if (payment.isForAnotherThan(order))
        add(QT_TRANSLATE_NOOP("genauth::OrderText", "Payment is for order"),
            text(writer, payment.orderNo));
    add(QT_TRANSLATE_NOOP("genauth::OrderText", "Paid amount"),
        money(writer, payment.paidAmount, currency));
    add(QT_TRANSLATE_NOOP("genauth::OrderText", "Paid at"), moment(writer, payment.paidTime));
    add(QT_TRANSLATE_NOOP("genauth::OrderText", "Payment status"), text(writer, payment.payStatus));
    add(QT_TRANSLATE_NOOP("genauth::OrderText", "Payment method"), text(writer, payment.payType));
    add(QT_TRANSLATE_NOOP("genauth::OrderText", "Paying account"),
        text(writer, payment.paidAccountNo));
    add(QT_TRANSLATE_NOOP("genauth::OrderText", "Channel order number"),
        text(writer, payment.channelOrderNo));
    add(QT_TRANSLATE_NOOP("genauth::OrderText", "Payment created"),
        moment(writer, payment.createTime));
    return list.lines;
}

} // namespace

QString OrderText::statusName(Order::Status status)
{
    return tr(wordOf(status));
}

QString OrderText::typeName(Order::Type type)
{
    return tr(wordOf(type));
}

Fact OrderText::number(const Order &order)
{
    return text(WindowWriter(), order.orderNo);
}

Fact OrderText::name(const Order &order)
{
    const bool isChinese = QLocale().language() == QLocale::Chinese;
    const Fact name = text(WindowWriter(), isChinese ? order.nameZh : order.nameEn);
    const Fact other = text(WindowWriter(), isChinese ? order.nameEn : order.nameZh);
    return name.known || !other.known ? name : Fact{other.value, false};
}

Fact OrderText::type(const Order &order)
{
    return listed(WindowWriter(), order.type, order.typeSent);
}

Fact OrderText::status(const Order &order)
{
    return listed(WindowWriter(), order.status, order.statusSent);
}

Fact OrderText::source(const Order &order)
{
    return listed(WindowWriter(), order.source, order.sourceSent);
}

Fact OrderText::money(const Reading<Decimal> &amount, const QString &currency)
{
    return genauth::money(WindowWriter(), amount, currency);
}

Fact OrderText::quantity(const Order &order)
{
    return count(WindowWriter(), order.quantity);
}

Fact OrderText::moment(const Reading<QDateTime> &moment)
{
    return genauth::moment(WindowWriter(), moment);
}

QString OrderText::statusNote(const Order &order)
{
    return order.status == Order::Status::Unpaid
               ? tr("An unpaid order closes two hours after it was made.")
               : QString();
}

QList<OrderText::Line> OrderText::orderLines(const Order &order, const QString &currency)
{
    return linesOf(WindowWriter(), order, currency);
}

QList<OrderText::Line> OrderText::paymentLines(
    const Order &order, const Payment &payment, const QString &currency)
{
    return linesOf(WindowWriter(), order, payment, currency);
}

QString OrderText::sheet(const Order &order, const std::optional<Payment> &payment,
    const QString &currency, UiLanguage language, const QString &directory)
{
    const SheetWriter writer{Phrasebook(language, directory)};
    QList<Line> lines = linesOf(writer, order, currency);
    if (payment)
        lines += linesOf(writer, order, *payment, currency);
    QString sheet;
    for (const Line &line : lines)
        sheet += QStringLiteral("%1: %2\n").arg(line.label, line.value);
    return sheet;
}

} // namespace genauth
