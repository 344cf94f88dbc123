// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/billingstore.h"

#include <QStandardPaths>

namespace genauth {

QString BillingStore::mauSeries()
{
    // No model code of the service: those have no blank.
    return QStringLiteral("current MAU");
}

BillingStore::BillingStore(const QString & /*file*/, const Clock & /*clock*/, QObject *parent)
    : QObject(parent)
{
}

BillingStore::~BillingStore() = default;

QString BillingStore::defaultFile()
{
#ifdef Q_OS_UNIX
    // Without a home Qt would take the root of the file system for one.
    if (qEnvironmentVariableIsEmpty("HOME") && qEnvironmentVariableIsEmpty("XDG_DATA_HOME"))
        return {};
#endif
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/genauth-dashboard/billing.sqlite");
}

QHash<QUuid, PoolSnapshot> BillingStore::readAll(const QList<Account> & /*accounts*/)
{
    return {};
}

BillingStoreProblem BillingStore::openProblem() const
{
    return BillingStoreProblem::None;
}

QString BillingStore::setAsideFile() const
{
    return {};
}

void BillingStore::save(const Account & /*account*/, const PoolSnapshot & /*learned*/) {}

void BillingStore::forget(const QUuid & /*accountId*/) {}

void BillingStore::requestSamples(
    const QUuid & /*accountId*/, const QString & /*series*/, const QDateTime & /*since*/)
{
}

bool BillingStore::isBusy() const
{
    return false;
}

} // namespace genauth
