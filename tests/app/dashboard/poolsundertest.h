// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/models/poolsmodel.h"
#include "tests/support/fakeclock.h"
#include "tests/support/genauthanswers.h"

#include <QHash>
#include <QList>
#include <QString>

namespace genauth::test {

/** A model of pools with names, and answers made up for them: no network. */
class PoolsUnderTest
{
public:
    /** Makes these the pools; one that was there keeps its id. */
    void set(const QStringList &names)
    {
        QList<Account> accounts;
        for (const QString &name : names)
            accounts.append(account(name));
        model.setAccounts(accounts);
    }
    [[nodiscard]] Account account(const QString &name)
    {
        if (!m_accounts.contains(name)) {
            Account account = accountOn(defaultHost());
            account.id = QUuid::createUuid();
            account.name = name;
            m_accounts.insert(name, account);
        }
        return m_accounts.value(name);
    }
    void change(const Account &account) { m_accounts.insert(account.name, account); }
    [[nodiscard]] QUuid id(const QString &name) { return account(name).id; }
    [[nodiscard]] QStringList names(const QList<QUuid> &ids) const
    {
        QStringList names;
        for (const QUuid &id : ids) {
            for (const Account &account : m_accounts) {
                if (account.id == id)
                    names.append(account.name);
            }
        }
        return names;
    }

    /** A good answer: the package ends so many days from now, or ended so many ago. */
    [[nodiscard]] PoolSnapshot answer(qint64 days) const
    {
        PoolSnapshot snapshot;
        snapshot.server = QStringLiteral("api.genauth.ai");
        Package package = Package::fromJson(samplePackage(), BeijingOffset).value();
        // Half a day more than whole ones: no boundary is near.
        package.endTime.at =
            clock.nowUtc().addDays(days).addSecs(days < 0 ? 43'200 : 1800).toOffsetFromUtc(28'800);
        const qint64 overdue = days < 0 ? -days : 0;
        package.overdueDays = {overdue, QString::number(overdue)};
        snapshot.package.value = package;
        snapshot.package.receivedAt = snapshot.package.attemptedAt = clock.nowUtc();
        return snapshot;
    }
    void answer(const QString &name, qint64 days) { model.absorb(id(name), answer(days)); }
    /** An answer in which nothing can be read. */
    void answerNothing(const QString &name)
    {
        PoolSnapshot snapshot = answer(1);
        snapshot.package.value = Package::fromJson(QJsonObject(), BeijingOffset).value();
        model.absorb(id(name), snapshot);
    }
    void fail(const QString &name, ErrorKind kind = ErrorKind::TimedOut)
    {
        PoolSnapshot snapshot;
        snapshot.package.attemptedAt = clock.nowUtc();
        snapshot.package.error = ApiError{.kind = kind};
        model.absorb(id(name), snapshot);
    }

    FakeClock clock;
    PoolsModel model{clock};

private:
    QHash<QString, Account> m_accounts;
};

} // namespace genauth::test
