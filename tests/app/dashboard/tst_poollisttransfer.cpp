// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/poollisttransfer.h"

#include "tests/core/accounts/sampleaccounts.h"
#include "tests/core/accounts/storefiles.h"
#include "tests/support/qtwarnings.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

class TestPoolListTransfer : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void readsWhatItWrote();
    void replacesAListWhole();
    void saysWhyItCannotRead_data();
    void saysWhyItCannotRead();
    void saysWhyItCannotWrite();
    void leavesWhatItCannotReplace();
    void takesNothingThatIsNoList_data();
    void takesNothingThatIsNoList();
    void waitsForNoPipe();
    void saysNothingOnceItIsGone();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestPoolListTransfer::init()
{
    failOnQtWarnings();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestPoolListTransfer::readsWhatItWrote()
{
    PoolListTransfer transfer;
    QSignalSpy written(&transfer, &PoolListTransfer::wasWritten);
    const QString file = path(u"池 %1.json"_s);
    transfer.write(file, {plainAccount(1), plainAccount(2)});
    QCOMPARE(written.count(), 0); // never at once
    QTRY_COMPARE(written.count(), 1);
    QCOMPARE(written.at(0).at(0).toString(), file);

    QList<Account> read;
    connect(&transfer, &PoolListTransfer::wasRead, this,
        [&](const QString & /*file*/, const PoolListReading &reading) { read = reading.accounts; });
    transfer.read(file);
    QVERIFY(read.isEmpty());
    QTRY_COMPARE(read, QList({plainAccount(1), plainAccount(2)}));
}

void TestPoolListTransfer::replacesAListWhole()
{
    const QString file = path(u"pools.json"_s);
    QVERIFY(fill(file, QByteArray(100'000, 'x')));
    const ino_t before = inodeOf(file);
    PoolListTransfer transfer;
    QSignalSpy written(&transfer, &PoolListTransfer::wasWritten);
    transfer.write(file, {plainAccount(1)});
    QTRY_COMPARE(written.count(), 1);
    QCOMPARE(contentOf(file), toPoolListFile({plainAccount(1)}));
    QVERIFY(inodeOf(file) != before); // another file in its place, never half of one
    QCOMPARE(namesIn(m_folder->path()), QStringList(u"pools.json"_s));
}

void TestPoolListTransfer::saysWhyItCannotRead_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("not there") << u"nowhere.json"_s;
    QTest::newRow("in no folder") << u"nowhere/pools.json"_s;
    QTest::newRow("a folder") << u"."_s;
}

void TestPoolListTransfer::saysWhyItCannotRead()
{
    QFETCH(QString, name);
    PoolListTransfer transfer;
    QSignalSpy read(&transfer, &PoolListTransfer::wasRead);
    QSignalSpy notRead(&transfer, &PoolListTransfer::notRead);
    transfer.read(path(name));
    QTRY_COMPARE(notRead.count(), 1);
    QCOMPARE(notRead.at(0).at(0).toString(), path(name));
    QVERIFY(!notRead.at(0).at(1).toString().isEmpty());
    QCOMPARE(read.count(), 0);
}

void TestPoolListTransfer::saysWhyItCannotWrite()
{
    PoolListTransfer transfer;
    QSignalSpy written(&transfer, &PoolListTransfer::wasWritten);
    QSignalSpy notWritten(&transfer, &PoolListTransfer::notWritten);
    transfer.write(path(u"nowhere/pools.json"_s), {plainAccount(1)});
    QTRY_COMPARE(notWritten.count(), 1);
    QVERIFY(!notWritten.at(0).at(1).toString().isEmpty());
    QCOMPARE(written.count(), 0);
    QCOMPARE(namesIn(m_folder->path()), QStringList());
}

void TestPoolListTransfer::leavesWhatItCannotReplace()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"pools.json"_s));
    PoolListTransfer transfer;
    QSignalSpy notWritten(&transfer, &PoolListTransfer::notWritten);
    transfer.write(path(u"pools.json"_s), {plainAccount(1)});
    QTRY_COMPARE(notWritten.count(), 1);
    QVERIFY(QFileInfo(path(u"pools.json"_s)).isDir());
    QCOMPARE(::mkfifo(QFile::encodeName(path(u"pipe"_s)).constData(), 0600), 0);
    transfer.write(path(u"pipe"_s), {plainAccount(1)});
    QTRY_COMPARE(notWritten.count(), 2);
    QVERIFY(!QFileInfo(path(u"pipe"_s)).isFile());
    QCOMPARE(namesIn(m_folder->path()), QStringList({u"pipe"_s, u"pools.json"_s}));
}

void TestPoolListTransfer::takesNothingThatIsNoList_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("problem");
    const auto row = [](const char *name, const QByteArray &content, PoolListProblem problem) {
        QTest::newRow(name) << content << static_cast<int>(problem);
    };
    row("empty", {}, PoolListProblem::NotAPoolList);
    row("a picture", "\x89PNG\r\n\x1a\n", PoolListProblem::NotAPoolList);
    row("one byte too many", QByteArray(MaxPoolListBytes + 1, ' '), PoolListProblem::TooLarge);
    row("far too much", QByteArray(3 * MaxPoolListBytes, '['), PoolListProblem::TooLarge);
}

void TestPoolListTransfer::takesNothingThatIsNoList()
{
    QFETCH(QByteArray, content);
    QFETCH(int, problem);
    QVERIFY(fill(path(u"list"_s), content));
    PoolListTransfer transfer;
    std::optional<PoolListReading> reading;
    connect(&transfer, &PoolListTransfer::wasRead, this,
        [&](const QString & /*file*/, const PoolListReading &read) { reading = read; });
    transfer.read(path(u"list"_s));
    QTRY_VERIFY(reading);
    QCOMPARE(static_cast<int>(reading->problem.value()), problem);
    QVERIFY(reading->accounts.isEmpty());
}

void TestPoolListTransfer::waitsForNoPipe()
{
    QCOMPARE(::mkfifo(QFile::encodeName(path(u"pipe"_s)).constData(), 0600), 0);
    std::optional<PoolListReading> reading;
    {
        PoolListTransfer transfer;
        connect(&transfer, &PoolListTransfer::wasRead, this,
            [&](const QString & /*file*/, const PoolListReading &read) { reading = read; });
        transfer.read(path(u"pipe"_s));
        QTRY_VERIFY(reading);
    } // which would wait for ever
    QVERIFY(reading->problem == PoolListProblem::NotAPoolList);
}

void TestPoolListTransfer::saysNothingOnceItIsGone()
{
    const QString file = path(u"pools.json"_s);
    bool said = false;
    {
        PoolListTransfer transfer;
        connect(&transfer, &PoolListTransfer::wasWritten, this, [&] { said = true; });
        transfer.write(file, {plainAccount(1)});
    }
    QCoreApplication::processEvents();
    QVERIFY(!said);
    QCOMPARE(contentOf(file), toPoolListFile({plainAccount(1)})); // and yet it is whole
}

QTEST_GUILESS_MAIN(TestPoolListTransfer)
#include "tst_poollisttransfer.moc"
