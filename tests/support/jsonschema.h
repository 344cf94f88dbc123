// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

namespace genauth::test {

/** As much of JSON Schema as this project's own schemas use: type, enum, const, pattern, minimum,
 *  maxLength, minItems, items, required, properties, and $ref to "#/$defs/...". Stricter in one
 *  thing: a member that `properties` does not name is wrong, and so is a keyword it does not know.
 */
class JsonSchema
{
public:
    explicit JsonSchema(const QByteArray &text);

    /** What is wrong, a line each, with the path of the value; nothing when all is well. */
    [[nodiscard]] QStringList violations(const QJsonValue &value) const;

private:
    void check(const QJsonValue &value, const QJsonObject &schema, const QString &path,
        QStringList &wrong) const;
    void checkObject(const QJsonObject &object, const QJsonObject &schema, const QString &path,
        QStringList &wrong) const;

    QJsonObject m_schema;
};

} // namespace genauth::test
