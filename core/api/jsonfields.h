// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/decimal.h"
#include "core/base/reading.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace genauth {

/** The strict reader of one JSON object. GenAuth sends every number as a JSON string and may send a
 *  JSON number instead: both are read, and nothing else is. What cannot be read is never a default
 *  value: it is an unreadable Reading, and its path is collected.
 *
 *  A missing key, null and the empty text are absent. A Reading's asSent holds strings as they
 *  came and anything else as compact JSON, clipped to 1,000 characters.
 *
 *  Qt gives no access to the text of a JSON number: 1000.0 and 1e3 arrive as 1000, and -0 as 0. */
class JsonFields
{
public:
    /** `path` is prefixed to every field's path: "data.goodsPackage". */
    explicit JsonFields(QJsonObject object, QString path = {});

    /** Text: a JSON string as it came, whole, or a JSON number in its shortest form. */
    [[nodiscard]] Reading<QString> text(const QString &key);

    /** A whole number from 0 to `maximum`: ASCII digits only, no sign, no point, no blank. */
    [[nodiscard]] Reading<qint64> count(const QString &key, qint64 maximum);

    /** JSON true or false, or the text "true" or "false" in any case. */
    [[nodiscard]] Reading<bool> boolean(const QString &key);

    /** Money: see Decimal::parse. A fractional JSON number is read from its shortest round-trip
     *  text; with more than 15 significant digits it is unreadable. */
    [[nodiscard]] Reading<Decimal> decimal(const QString &key);

    /** What came under `key`, as Reading::asSent; nothing is collected. */
    [[nodiscard]] QString sent(const QString &key) const;

    /** The object under `key`; nullopt when absent, and the path collected as well when there is
     *  something else. */
    [[nodiscard]] std::optional<JsonFields> object(const QString &key);

    /** The objects of the array under `key`, each with its path ("data.usages[2]"). A single object
     *  counts as a list of one: the vendor's published examples have that. Absent: empty. What is
     *  neither, and each item that is no object, is left out and its path collected. */
    [[nodiscard]] QList<JsonFields> list(const QString &key);

    [[nodiscard]] QString pathOf(const QString &key) const;

    /** Paths of the fields that were there but could not be read, in reading order, without those
     *  of objects handed out by object() and list(). */
    [[nodiscard]] const QStringList &unreadable() const { return m_unreadable; }

    /** Adds a path found unreadable by a caller that understood the text further (a date, say). */
    void markUnreadable(const QString &key);

private:
    QJsonObject m_object;
    QString m_path;
    QStringList m_unreadable;
};

} // namespace genauth
