// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/accounts/accountsmeant.h"

#include "tests/support/qtwarnings.h"

#include <QTest>

using namespace genauth;
using namespace Qt::StringLiterals;

class TestAccountsMeant : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnQtWarnings(); }

    void finds_data();
    void finds();
};

void TestAccountsMeant::finds_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("name") << u"Prod"_s << QStringList{u"Prod"_s};
    QTest::newRow("letters of any case") << u" pROD "_s << QStringList{u"Prod"_s};
    QTest::newRow("beginning") << u"stag"_s << QStringList{u"Staging"_s};
    QTest::newRow("beginning of two") << u"P"_s << QStringList{u"Prod"_s, u"Production"_s};
    QTest::newRow("id") << u"id-of-staging"_s << QStringList{u"Staging"_s};
    QTest::newRow("id that an answer told") << u"told"_s << QStringList{u"Production"_s};
    QTest::newRow("its own id") << u"6a0e2f0c-5f0b-4f0e-9a53-0c5a6f7d1e22"_s
                                << QStringList{u"Prod"_s};
    QTest::newRow("none") << u"x"_s << QStringList();
    QTest::newRow("nothing written") << u" "_s << QStringList();
}

void TestAccountsMeant::finds()
{
    QFETCH(QString, written);
    QList<Account> accounts;
    for (const QString &name : {u"Prod"_s, u"Production"_s, u"Staging"_s}) {
        Account account;
        account.id = QUuid::createUuid();
        account.name = name;
        accounts.append(account);
    }
    accounts[0].id = QUuid(u"6a0e2f0c-5f0b-4f0e-9a53-0c5a6f7d1e22"_s);
    accounts[2].poolId = u"id-of-staging"_s;
    QStringList names;
    for (const Account &account : accountsMeant(accounts, written, {{accounts[1].id, u"told"_s}}))
        names << account.name;
    QTEST(names, "names");
}

QTEST_GUILESS_MAIN(TestAccountsMeant)
#include "tst_accountsmeant.moc"
