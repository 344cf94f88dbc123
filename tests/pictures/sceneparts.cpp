// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/pictures/sceneparts.h"

#include "tests/support/genauthanswers.h"

#include <QAction>
#include <QDialog>

#include <algorithm>

namespace genauth::test {

using namespace Qt::StringLiterals;

PoolAccess poolNamed(const QString &name, const QUrl &host)
{
    PoolAccess pool{accountOn(host), canaryKey()};
    pool.account.name = name;
    pool.account.currency = u"CNY"_s;
    return pool;
}

PoolSnapshot answer(const WindowUnderTest &it, int daysLeft)
{
    PoolSnapshot snapshot;
    snapshot.server = u"api.genauth.ai"_s;
    snapshot.poolId = u"65f0c2a91b7e4d3086ac51f2"_s;
    Package package = Package::fromJson(samplePackage(), BeijingOffset).value();
    package.endTime.at = QDateTime(
        it.clock.nowUtc().date().addDays(daysLeft), QTime(0, 0), Qt::OffsetFromUTC, 28800);
    const int overdue = std::max(0, -daysLeft);
    package.overdueDays = {overdue, QString::number(overdue)};
    snapshot.package.value = package;
    snapshot.package.attemptedAt = snapshot.package.receivedAt = it.clock.nowUtc();
    // And nothing of the rest: then nobody asks for that.
    snapshot.usage.value = Usage();
    snapshot.rights.value = Rights();
    snapshot.mauHistory.value = MauHistory();
    snapshot.orders.value = OrderPage();
    snapshot.forEachOperation([&](OperationAttempt &operation) {
        operation.attemptedAt = operation.receivedAt = it.clock.nowUtc();
    });
    snapshot.package.answer = {200, 200, {}, u"934108e5-9fbf-4d24-8da1-c330328abd6c"_s};
    return snapshot;
}

QWidget *press(WindowUnderTest &it, const char *action)
{
    it.find<QAction>(action)->trigger();
    it.settle();
    return it.window->findChild<QDialog *>();
}

} // namespace genauth::test
