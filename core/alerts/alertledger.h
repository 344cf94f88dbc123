// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alerts/alert.h"

#include <QList>
#include <QUuid>

#include <map>

namespace genauth {

/** The alerts that fired, by their ids. Pointers to records hold until a record is added or
 *  removed. */
class AlertLedger final
{
public:
    /** Of more than `most` records the oldest that have ended go. */
    explicit AlertLedger(qsizetype most);

    /** Records without an id are passed over. */
    void restore(const QList<AlertRecord> &records);
    /** With the next id. */
    AlertRecord *add(AlertRecord record);
    void removeEnded();

    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_records.size()); }
    [[nodiscard]] AlertRecord *find(qint64 id); ///< null: there is none
    /** Of this key, the one that fired last; null: none has. */
    [[nodiscard]] const AlertRecord *lastOf(const AlertKey &key) const;
    /** Has a step of the same rule and cycle fired that lies closer to the end, or to the full use,
     *  since this one fired last? False for rules other than EndsSoon and MauAtPercent. */
    [[nodiscard]] bool hasCloserSince(const AlertKey &key) const;

    /** Oldest first. */
    [[nodiscard]] QList<AlertRecord *> all();
    /** Those of an account that have not ended, oldest first. */
    [[nodiscard]] QList<AlertRecord *> holding(const QUuid &account);
    /** Newest first. */
    [[nodiscard]] QList<AlertRecord> newestFirst() const;

private:
    qsizetype m_most;
    qint64 m_lastId = 0;
    std::map<qint64, AlertRecord> m_records;
};

} // namespace genauth
