// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Changes of the list of pools, and how they come to the disk.

#include "core/accounts/accountwriter.h"
#include "core/accounts/listchanges.h"
#include "tests/core/accounts/sampleaccounts.h"
#include "tests/core/accounts/storefiles.h"
#include "tests/support/qtwarnings.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <memory>
#include <optional>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

QString idsIn(const AccountList &list)
{
    QStringList names;
    for (const Account &account : list.accounts)
        names << account.name.section(u' ', 1);
    return names.join(u' ');
}

AccountList listOf(const QList<int> &numbers)
{
    AccountList list;
    for (const int number : numbers)
        addAccounts(list, {plainAccount(number)});
    return list;
}

AccountWriter::Change adding(int number)
{
    return [number](AccountList &list) { addAccounts(list, {plainAccount(number)}); };
}

} // namespace

class TestAccountWriter : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void writesInOrder();
    void writesInAnotherThread();
    void endsWhenAllIsWritten();
    void writesAgainWhatFailed();

    void addsOnce();
    void replacesInPlace();
    void replacesByAnother();
    void removes();
    void orders();

private:
    [[nodiscard]] QString onDisk() const { return idsIn(AccountStore(m_file).load().list); }

    std::optional<QTemporaryDir> m_folder;
    QString m_file;
    std::unique_ptr<AccountWriter> m_writer;
};

void TestAccountWriter::init()
{
    failOnQtWarnings();
    m_folder.emplace();
    m_file = m_folder->filePath(u"settings/pools.json"_s);
    m_writer = std::make_unique<AccountWriter>(m_file);
}

void TestAccountWriter::cleanup()
{
    m_writer.reset();
}

void TestAccountWriter::writesInOrder()
{
    QSignalSpy written(m_writer.get(), &AccountWriter::written);
    QCOMPARE(m_writer->file(), m_file);
    QVERIFY(!m_writer->isBusy());
    for (int number = 1; number <= 10; ++number)
        m_writer->write(adding(number));
    m_writer->write([](AccountList &list) { removeAccount(list, idOf(3)); });
    QVERIFY(m_writer->isBusy());
    QTRY_COMPARE(written.count(), 11);
    QVERIFY(!m_writer->isBusy());
    QCOMPARE(onDisk(), u"1 2 4 5 6 7 8 9 10"_s);
    QCOMPARE(idsIn(m_writer->load().list), onDisk());
}

void TestAccountWriter::writesInAnotherThread()
{
    QSemaphore disk;
    QThread *thread = nullptr;
    m_writer->write([&](AccountList &) {
        thread = QThread::currentThread();
        disk.acquire(); // as slow as a disk can be
    });
    QSignalSpy written(m_writer.get(), &AccountWriter::written);
    QVERIFY(m_writer->isBusy());
    disk.release();
    QTRY_COMPARE(written.count(), 1);
    QVERIFY(thread && thread != QThread::currentThread());
}

void TestAccountWriter::endsWhenAllIsWritten()
{
    for (int number = 1; number <= 20; ++number)
        m_writer->write(adding(number));
    m_writer.reset();
    QVERIFY(onDisk().endsWith(u" 19 20"_s));
}

void TestAccountWriter::writesAgainWhatFailed()
{
    QSignalSpy written(m_writer.get(), &AccountWriter::written);
    QSignalSpy failed(m_writer.get(), &AccountWriter::failed);
    const QString folder = m_folder->filePath(u"settings"_s);
    QVERIFY(fill(folder, "in the way"));
    m_writer->write(adding(2));
    m_writer->write(adding(1));
    QTRY_COMPARE(failed.count(), 2);
    QCOMPARE(written.count(), 0);
    QVERIFY(QFile::remove(folder));
    m_writer->write(adding(3));
    QTRY_COMPARE(written.count(), 1);
    QCOMPARE(onDisk(), u"2 1 3"_s);
    // Once they are written, they are done: another program may undo them.
    QCOMPARE(AccountStore(m_file).change([](AccountList &list) { removeAccount(list, idOf(1)); }),
        std::nullopt);
    m_writer->write(adding(4));
    QTRY_COMPARE(written.count(), 2);
    QCOMPARE(onDisk(), u"2 3 4"_s);
}

void TestAccountWriter::addsOnce()
{
    AccountList list = listOf({1, 2});
    Account again = plainAccount(1);
    again.name = u"Pool other"_s;
    addAccounts(list, {again, plainAccount(3)});
    QCOMPARE(idsIn(list), u"1 2 3"_s);
    // One that was removed before is back, and so is its key.
    removeAccount(list, idOf(2));
    QCOMPARE(list.keysToRemove, QList<QUuid>{idOf(2)});
    addAccounts(list, {plainAccount(2)});
    QCOMPARE(idsIn(list), u"1 3 2"_s);
    QCOMPARE(list.keysToRemove, QList<QUuid>());
}

void TestAccountWriter::replacesInPlace()
{
    AccountList list = listOf({1, 2, 3});
    list.masterKeyAccepted = {idOf(2)};
    Account renamed = plainAccount(2);
    renamed.name = u"Pool renamed"_s;
    replaceAccount(list, idOf(2), renamed);
    QCOMPARE(idsIn(list), u"1 renamed 3"_s);
    QVERIFY(list.masterKeyAccepted.contains(idOf(2)));
    QCOMPARE(list.keysToRemove, QList<QUuid>());
    // Another program has removed it meanwhile: the user's latest word is that it is here.
    removeAccount(list, idOf(2));
    replaceAccount(list, idOf(2), renamed);
    QCOMPARE(idsIn(list), u"1 3 renamed"_s);
    QCOMPARE(list.keysToRemove, QList<QUuid>());
}

void TestAccountWriter::replacesByAnother()
{
    AccountList list = listOf({1, 2, 3});
    list.masterKeyAccepted = {idOf(1), idOf(2)};
    list.keysToRemove = {idOf(2), idOf(7)}; // as an older program may have left it
    replaceAccount(list, idOf(2), plainAccount(7));
    QCOMPARE(idsIn(list), u"1 7 3"_s);
    QCOMPARE(list.masterKeyAccepted, QSet<QUuid>{idOf(1)});
    QCOMPARE(list.keysToRemove, QList<QUuid>{idOf(2)}); // each once
}

void TestAccountWriter::removes()
{
    AccountList list = listOf({1, 2, 3});
    list.masterKeyAccepted = {idOf(2)};
    removeAccount(list, idOf(2));
    removeAccount(list, idOf(2));
    QCOMPARE(idsIn(list), u"1 3"_s);
    QCOMPARE(list.masterKeyAccepted, QSet<QUuid>());
    QCOMPARE(list.keysToRemove, QList<QUuid>{idOf(2)});
}

void TestAccountWriter::orders()
{
    AccountList list = listOf({1, 2, 3, 4});
    QVERIFY(!list.orderedByUser);
    orderAccounts(list, {idOf(4), idOf(9), idOf(2)});
    QCOMPARE(idsIn(list), u"4 2 1 3"_s);
    QVERIFY(list.orderedByUser);
    orderAccounts(list, {});
    QCOMPARE(idsIn(list), u"4 2 1 3"_s);
}

QTEST_GUILESS_MAIN(TestAccountWriter)
#include "tst_accountwriter.moc"
