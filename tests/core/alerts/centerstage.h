// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alerts/alertcenter.h"
#include "tests/core/alerts/alertfacts.h"
#include "tests/support/fakeclock.h"

#include <QCoreApplication>
#include <QMap>

#include <memory>
#include <utility>

namespace genauth::test {

/** What would be on the disk. */
class FakeKeeper final : public AlertKeeper
{
public:
    void keepAlert(const AlertRecord &record) override { records.insert(record.id, record); }
    void keepAlertMemory(const QUuid &account, const AlertMemory &memory) override
    {
        memories.insert(account, memory);
    }
    void forgetEndedAlerts() override
    {
        records.removeIf([](const auto &entry) { return entry.value().endedAt.isValid(); });
    }
    [[nodiscard]] AlertHistory history() const { return {records.values(), memories}; }

    QMap<qint64, AlertRecord> records;
    QHash<QUuid, AlertMemory> memories;
};

/** An AlertCenter, and runs of programs that have one. */
class CenterStage final
{
public:
    CenterStage() { restart(); }

    void restart()
    {
        center = std::make_unique<AlertCenter>(clock, &keeper);
        QObject::connect(center.get(), &AlertCenter::fired, center.get(), [this] { ++fired; });
        QObject::connect(
            center.get(), &AlertCenter::announced, center.get(), [this](const auto &records) {
                announcements.append(namesOf(records).join(QStringLiteral(" + ")));
            });
        center->restore(keeper.history());
    }

    /** A refresh, now, that brings this. */
    void refresh(const PoolAnswers &answers, const QString &pool = QStringLiteral("pool"))
    {
        AlertFacts learned = test::factsOf(answers, clock.nowUtc());
        learned.account.id = QUuid::createUuidV5(QUuid(), pool);
        learned.account.name = pool;
        facts.insert(pool, learned);
        center->look(learned);
    }
    void fail(ErrorKind kind = ErrorKind::TimedOut)
    {
        AlertFacts &known = facts[QStringLiteral("pool")];
        known.snapshot.absorb(failedSnapshot(kind, clock.nowUtc()));
        center->look(known);
    }

    /** What was announced since the last call, each announcement in one string. */
    [[nodiscard]] QStringList announced()
    {
        // The turn that was planned has passed when the loop has turned a few times.
        for (int turn = 0; turn < 3; ++turn)
            QCoreApplication::processEvents();
        return std::exchange(announcements, {});
    }
    [[nodiscard]] QStringList open() const { return namesOf(center->openAlerts()); }
    [[nodiscard]] qint64 newestId() const { return center->records().constFirst().id; }

    FakeClock clock;
    FakeKeeper keeper;
    QHash<QString, AlertFacts> facts;
    std::unique_ptr<AlertCenter> center;
    QStringList announcements;
    int fired = 0;

private:
    [[nodiscard]] static QStringList namesOf(const QList<AlertRecord> &records)
    {
        QStringList names;
        for (const AlertRecord &record : records)
            names.append(shortName(record.alert));
        return names;
    }
};

} // namespace genauth::test
