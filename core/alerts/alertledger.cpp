// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/alerts/alertledger.h"

#include <algorithm>

namespace genauth {

namespace {

bool hasEnded(const AlertRecord &record)
{
    return record.endedAt.isValid();
}

/** Both are of the same rule. */
bool isCloser(const AlertKey &one, const AlertKey &other)
{
    if (one.rule == AlertRule::EndsSoon)
        return one.step < other.step;
    return one.rule == AlertRule::MauAtPercent && one.step > other.step;
}

} // namespace

AlertLedger::AlertLedger(qsizetype most)
    : m_most(most)
{
}

void AlertLedger::restore(const QList<AlertRecord> &records)
{
    for (const AlertRecord &record : records) {
        if (record.id <= 0)
            continue;
        m_records.insert_or_assign(record.id, record);
        m_lastId = std::max(m_lastId, record.id);
    }
}

AlertRecord *AlertLedger::add(AlertRecord record)
{
    if (size() >= m_most) {
        const auto oldest = std::find_if(m_records.begin(), m_records.end(),
            [](const auto &entry) { return hasEnded(entry.second); });
        if (oldest != m_records.end())
            m_records.erase(oldest);
    }
    record.id = ++m_lastId;
    return &m_records.insert_or_assign(record.id, std::move(record)).first->second;
}

void AlertLedger::removeEnded()
{
    std::erase_if(m_records, [](const auto &entry) { return hasEnded(entry.second); });
}

AlertRecord *AlertLedger::find(qint64 id)
{
    const auto found = m_records.find(id);
    return found == m_records.end() ? nullptr : &found->second;
}

const AlertRecord *AlertLedger::lastOf(const AlertKey &key) const
{
    const auto found = std::find_if(m_records.crbegin(), m_records.crend(),
        [&](const auto &entry) { return entry.second.alert.key == key; });
    return found == m_records.crend() ? nullptr : &found->second;
}

bool AlertLedger::hasCloserSince(const AlertKey &key) const
{
    if (key.rule != AlertRule::EndsSoon && key.rule != AlertRule::MauAtPercent)
        return false;
    for (auto entry = m_records.crbegin(); entry != m_records.crend(); ++entry) {
        const AlertKey &other = entry->second.alert.key;
        if (other == key)
            return false;
        if (other.account == key.account && other.rule == key.rule && other.cycle == key.cycle &&
            isCloser(other, key))
            return true;
    }
    return false;
}

QList<AlertRecord *> AlertLedger::all()
{
    QList<AlertRecord *> records;
    for (auto &[id, record] : m_records)
        records.append(&record);
    return records;
}

QList<AlertRecord *> AlertLedger::holding(const QUuid &account)
{
    QList<AlertRecord *> records;
    for (auto &[id, record] : m_records) {
        if (record.alert.key.account == account && !hasEnded(record))
            records.append(&record);
    }
    return records;
}

QList<AlertRecord> AlertLedger::newestFirst() const
{
    QList<AlertRecord> records;
    records.reserve(size());
    for (auto entry = m_records.crbegin(); entry != m_records.crend(); ++entry)
        records.append(entry->second);
    return records;
}

} // namespace genauth
