// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/jsonschema.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <cmath>

namespace genauth::test {

using namespace Qt::StringLiterals;

namespace {

bool isOfType(const QJsonValue &value, const QString &type)
{
    if (type == u"integer"_s)
        return value.isDouble() && std::trunc(value.toDouble()) == value.toDouble();
    return (type == u"object"_s && value.isObject()) || (type == u"array"_s && value.isArray()) ||
           (type == u"string"_s && value.isString()) || (type == u"boolean"_s && value.isBool());
}

bool isKnown(const QString &keyword)
{
    static const QStringList known{u"$schema"_s, u"$defs"_s, u"$ref"_s, u"title"_s,
        u"description"_s, u"type"_s, u"enum"_s, u"const"_s, u"pattern"_s, u"minimum"_s,
        u"maxLength"_s, u"minItems"_s, u"items"_s, u"required"_s, u"properties"_s};
    return known.contains(keyword);
}

/** Of a value by itself; empty when nothing is wrong. */
QString violated(const QJsonValue &value, const QString &keyword, const QJsonValue &wanted)
{
    const auto unless = [&](bool holds) { return holds ? QString() : keyword; };
    if (keyword == u"type"_s)
        return unless(isOfType(value, wanted.toString()));
    if (keyword == u"enum"_s)
        return unless(wanted.toArray().contains(value));
    if (keyword == u"const"_s)
        return unless(wanted == value);
    if (keyword == u"pattern"_s)
        return unless(QRegularExpression(wanted.toString()).match(value.toString()).hasMatch());
    if (keyword == u"minimum"_s)
        return unless(value.toDouble() >= wanted.toDouble());
    if (keyword == u"maxLength"_s)
        return unless(value.toString().toUcs4().size() <= wanted.toInt());
    if (keyword == u"minItems"_s)
        return unless(value.toArray().size() >= wanted.toInt());
    return unless(isKnown(keyword));
}

} // namespace

JsonSchema::JsonSchema(const QByteArray &text)
    : m_schema(QJsonDocument::fromJson(text).object())
{
}

QStringList JsonSchema::violations(const QJsonValue &value) const
{
    QStringList wrong;
    if (m_schema.isEmpty())
        wrong << u"the schema itself is no JSON object"_s;
    check(value, m_schema, u"$"_s, wrong);
    return wrong;
}

void JsonSchema::check(const QJsonValue &value, const QJsonObject &schema, const QString &path,
    QStringList &wrong) const
{
    for (auto entry = schema.constBegin(); entry != schema.constEnd(); ++entry) {
        if (const QString what = violated(value, entry.key(), entry.value()); !what.isEmpty())
            wrong << path + u": "_s + what;
    }
    if (const QString reference = schema["$ref"_L1].toString(); !reference.isEmpty()) {
        const QJsonValue definition = m_schema["$defs"_L1][reference.section(u'/', -1)];
        if (!definition.isObject())
            wrong << path + u": no "_s + reference;
        check(value, definition.toObject(), path, wrong);
    }
    if (schema.contains("items"_L1)) {
        const QJsonArray items = value.toArray();
        for (qsizetype i = 0; i < items.size(); ++i)
            check(items.at(i), schema["items"_L1].toObject(), u"%1[%2]"_s.arg(path).arg(i), wrong);
    }
    if (schema.contains("properties"_L1))
        checkObject(value.toObject(), schema, path, wrong);
}

void JsonSchema::checkObject(const QJsonObject &object, const QJsonObject &schema,
    const QString &path, QStringList &wrong) const
{
    for (const QJsonValue &name : schema["required"_L1].toArray()) {
        if (!object.contains(name.toString()))
            wrong << path + u": no "_s + name.toString();
    }
    const QJsonObject properties = schema["properties"_L1].toObject();
    for (auto member = object.constBegin(); member != object.constEnd(); ++member) {
        const QString memberPath = path + u'.' + member.key();
        if (properties.contains(member.key()))
            check(member.value(), properties[member.key()].toObject(), memberPath, wrong);
        else
            wrong << memberPath + u": not in the schema"_s;
    }
}

} // namespace genauth::test
