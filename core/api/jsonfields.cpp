// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/jsonfields.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace genauth {

namespace {

constexpr qsizetype MaxAsSent = 1000;
/** A double gives back this many decimal digits; what has more was rounded on its way here. */
constexpr qsizetype MaxExactDigits = 15;

bool isAbsent(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull() ||
           (value.isString() && value.toString().isEmpty());
}

QString clipped(const QString &text)
{
    if (text.size() <= MaxAsSent)
        return text;
    return text.first(text.at(MaxAsSent - 1).isHighSurrogate() ? MaxAsSent - 1 : MaxAsSent);
}

QString compactJson(const QJsonValue &value)
{
    const QByteArray inArray = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(inArray.sliced(1, inArray.size() - 2));
}

QString sentText(const QJsonValue &value)
{
    if (isAbsent(value))
        return {};
    return clipped(value.isString() ? value.toString() : compactJson(value));
}

/** A JSON number that is exactly a 64-bit integer. Qt keeps such a number as one, and has already
 *  turned 1e3 and 1000.0 into 1000. */
std::optional<qint64> exactInteger(const QJsonValue &value)
{
    const QVariant number = value.toVariant();
    if (number.typeId() != QMetaType::LongLong)
        return std::nullopt;
    return number.toLongLong();
}

std::optional<qint64> wholeNumber(const QString &digits)
{
    if (!std::ranges::all_of(digits, [](QChar c) { return c >= u'0' && c <= u'9'; }))
        return std::nullopt;
    bool ok = false;
    const qint64 number = digits.toLongLong(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

/** Its shortest text that reads back to the same double, without an exponent. Empty when that has
 *  more digits than a double can vouch for. */
QString exactText(double number)
{
    const QString text = QString::number(number, 'f', QLocale::FloatingPointShortest);
    const QString digits = QString(text).remove(u'-').remove(u'.');
    const auto significant = std::ranges::find_if(digits, [](QChar c) { return c != u'0'; });
    return digits.end() - significant > MaxExactDigits ? QString() : text;
}

} // namespace

JsonFields::JsonFields(QJsonObject object, QString path)
    : m_object(std::move(object))
    , m_path(std::move(path))
{
}

Reading<QString> JsonFields::text(const QString &key)
{
    const QJsonValue value = m_object.value(key);
    if (isAbsent(value))
        return {};
    if (value.isString())
        return {value.toString(), sentText(value)};
    if (value.isDouble())
        return {compactJson(value), sentText(value)};
    markUnreadable(key);
    return {std::nullopt, sentText(value)};
}

Reading<qint64> JsonFields::count(const QString &key, qint64 maximum)
{
    const QJsonValue value = m_object.value(key);
    if (isAbsent(value))
        return {};
    std::optional<qint64> number =
        value.isString() ? wholeNumber(value.toString()) : exactInteger(value);
    if (number && (*number < 0 || *number > maximum))
        number.reset();
    if (!number)
        markUnreadable(key);
    return {number, sentText(value)};
}

Reading<bool> JsonFields::boolean(const QString &key)
{
    const QJsonValue value = m_object.value(key);
    if (isAbsent(value))
        return {};
    std::optional<bool> truth;
    if (value.isBool())
        truth = value.toBool();
    else if (value.toString().compare(QLatin1String("true"), Qt::CaseInsensitive) == 0)
        truth = true;
    else if (value.toString().compare(QLatin1String("false"), Qt::CaseInsensitive) == 0)
        truth = false;
    if (!truth)
        markUnreadable(key);
    return {truth, sentText(value)};
}

Reading<Decimal> JsonFields::decimal(const QString &key)
{
    const QJsonValue value = m_object.value(key);
    if (isAbsent(value))
        return {};
    QString text = value.toString();
    if (const auto integer = exactInteger(value))
        text = QString::number(*integer);
    else if (value.isDouble())
        text = exactText(value.toDouble());
    const std::optional<Decimal> number = Decimal::parse(text);
    if (!number)
        markUnreadable(key);
    return {number, sentText(value)};
}

QString JsonFields::sent(const QString &key) const
{
    return sentText(m_object.value(key));
}

std::optional<JsonFields> JsonFields::object(const QString &key)
{
    const QJsonValue value = m_object.value(key);
    if (value.isObject())
        return JsonFields(value.toObject(), pathOf(key));
    if (!isAbsent(value))
        markUnreadable(key);
    return std::nullopt;
}

QList<JsonFields> JsonFields::list(const QString &key)
{
    const QJsonValue value = m_object.value(key);
    if (value.isObject())
        return {JsonFields(value.toObject(), pathOf(key))};
    if (!value.isArray()) {
        if (!isAbsent(value))
            markUnreadable(key);
        return {};
    }
    QList<JsonFields> items;
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString itemKey = QStringLiteral("%1[%2]").arg(key).arg(i);
        if (array.at(i).isObject())
            items.append(JsonFields(array.at(i).toObject(), pathOf(itemKey)));
        else
            markUnreadable(itemKey);
    }
    return items;
}

QString JsonFields::pathOf(const QString &key) const
{
    return m_path.isEmpty() ? key : m_path + QLatin1Char('.') + key;
}

void JsonFields::markUnreadable(const QString &key)
{
    m_unreadable.append(pathOf(key));
}

} // namespace genauth
