// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/store/billingstore.h"
#include "tests/core/accounts/sampleaccounts.h"
#include "tests/core/accounts/storefiles.h"
#include "tests/core/store/samplesnapshots.h"
#include "tests/support/fakeclock.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace genauth::test {

/** A place for a store, and runs of programs that use it. */
struct StoreStage
{
    QTemporaryDir folder;
    FakeClock clock;
    QString file = folder.filePath(QStringLiteral("data/billing.sqlite"));
    Account account = plainAccount(1);

    [[nodiscard]] PoolSnapshot snapshot(int number) const
    {
        return fullSnapshot(number, clock.nowUtc(), account);
    }

    /** What a program that starts now would know of the account. */
    [[nodiscard]] PoolSnapshot known(const Account &of) const
    {
        BillingStore store(file, clock);
        return store.readAll({of}).value(of.id);
    }
    [[nodiscard]] PoolSnapshot known() const { return known(account); }

    /** A run of the program that saves this. False when it took too long. */
    [[nodiscard]] bool save(const PoolSnapshot &learned) const
    {
        BillingStore store(file, clock);
        store.save(account, learned);
        return hasSettled(store);
    }

    [[nodiscard]] static bool hasSettled(const BillingStore &store)
    {
        return QTest::qWaitFor([&] { return !store.isBusy(); }, 20'000);
    }

    /** All samples of this series. */
    [[nodiscard]] UsageSamples samples(const QString &series) const
    {
        BillingStore store(file, clock);
        (void)store.readAll({});
        return samplesOf(store, series);
    }
    [[nodiscard]] UsageSamples samplesOf(BillingStore &store, const QString &series) const
    {
        QSignalSpy read(&store, &BillingStore::samplesRead);
        store.requestSamples(account.id, series, QDateTime::fromMSecsSinceEpoch(0));
        if (!read.wait(20'000))
            return {};
        return read.constFirst().at(2).value<UsageSamples>();
    }
};

/** A snapshot whose orders take so much room. */
[[nodiscard]] inline PoolSnapshot largeSnapshot(
    const StoreStage &stage, int number, qsizetype bytes)
{
    PoolSnapshot snapshot = stage.snapshot(number);
    snapshot.orders.data = "{\"filler\":\"" + QByteArray(bytes, 'x') + "\"}";
    return snapshot;
}

} // namespace genauth::test
