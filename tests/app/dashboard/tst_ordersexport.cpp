// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A file of orders says whose they are, how old, and whether they are all, whatever the window
// turns to while it is asked for.

#include "app/dashboard/dialogs/rehearsaldialog.h"
#include "app/dashboard/filejob.h"
#include "app/dashboard/mainwindow.h"
#include "app/dashboard/pages/poolpages.h"
#include "app/dashboard/settings.h"
#include "app/sandbox/sandboxserver.h"
#include "core/report/reportcodes.h"
#include "tests/app/dashboard/windowundertest.h"
#include "tests/support/qtwarnings.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPushButton>
#include <QStatusBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

class TestOrdersExport : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void saysWhatIsNotLoaded();
    void saysThatItIsWhole();
    void isAsOldAsItsOldestOrder();
    void namesAPartSo();
    void copiesWithWhatIsNotLoaded();
    void keepsToThePoolThatWasAskedFor();
    void marksAllTablesAlike();

private:
    template <class T>
    [[nodiscard]] T *inTable(const char *name) const
    {
        return m_table->findChild<T *>(QLatin1String(name));
    }
    [[nodiscard]] QString file(const char *name) const
    {
        return m_folder.filePath(QLatin1String(name));
    }
    QFileDialog *ask(const char *action);
    void save(QFileDialog *dialog, const QString &file);
    [[nodiscard]] static QJsonDocument jsonIn(const QString &file);

    QTemporaryDir m_folder;
    std::unique_ptr<WindowUnderTest> m_it;
    std::unique_ptr<SandboxServer> m_server;
    QList<PoolAccess> m_pools;
    QTableView *m_table = nullptr;
};

void TestOrdersExport::init()
{
    failOnQtWarnings();
    m_it = std::make_unique<WindowUnderTest>();
    SandboxOptions options;
    options.now = [this] { return m_it->clock.nowUtc(); };
    m_server = std::make_unique<SandboxServer>(options);
    QVERIFY(m_server->listen());
    m_pools = poolsOf(*m_server).mid(0, 2);
    m_it->open(m_pools);
    QVERIFY(m_it->waitForRefresh());
    m_it->window->showPool(m_pools.first().account.id);
    m_it->find<PoolPages>("poolPages")->showPage(PoolPages::Page::Orders);
    m_it->settle();
    m_table = m_it->find<QTableView>("ordersTableView");
    QCOMPARE(m_table->model()->rowCount(), 50);
}

void TestOrdersExport::cleanup()
{
    m_it.reset();
    m_server.reset();
}

QFileDialog *TestOrdersExport::ask(const char *action)
{
    inTable<QAction>(action)->trigger();
    const auto dialogs = m_table->findChildren<QFileDialog *>(u"fileExportDialog"_s);
    return dialogs.isEmpty() ? nullptr : dialogs.constLast();
}

void TestOrdersExport::save(QFileDialog *dialog, const QString &file)
{
    emit dialog->fileSelected(file);
    dialog->close();
    QTRY_VERIFY(QCoreApplication::instance()->findChildren<FileJob *>().isEmpty());
    QVERIFY(QFileInfo::exists(file));
}

QJsonDocument TestOrdersExport::jsonIn(const QString &file)
{
    QFile source(file);
    return source.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(source.readAll())
                                            : QJsonDocument();
}

void TestOrdersExport::saysWhatIsNotLoaded()
{
    QFileDialog *dialog = ask("exportJsonAction");
    QVERIFY(dialog);
    save(dialog, file("some.json"));
    const QJsonDocument document = jsonIn(file("some.json"));
    QCOMPARE(document["complete"_L1], QJsonValue(false));
    QCOMPARE(document["stated"_L1].toInt(), 137);
    QCOMPARE(document["rows"_L1].toArray().size(), 50);
    QCOMPARE(document["pool"_L1].toString(), m_pools.first().account.name);
    QCOMPARE(document["asOf"_L1].toString(), utcText(m_it->clock.nowUtc()));
    QTRY_COMPARE(m_it->window->statusBar()->currentMessage(),
        u"some.json is written. Only 50 of 137 orders are loaded."_s);
}

void TestOrdersExport::saysThatItIsWhole()
{
    QTest::mouseClick(m_it->find<QPushButton>("loadAllButton"), Qt::LeftButton);
    QTRY_COMPARE(m_it->text("ordersPage", "ordersHeadingLabel"), u"All 137 orders"_s);
    QFileDialog *dialog = ask("exportJsonAction");
    QVERIFY(dialog);
    save(dialog, file("all.json"));
    QCOMPARE(jsonIn(file("all.json"))["complete"_L1], QJsonValue(true));
    QCOMPARE(jsonIn(file("all.json"))["rows"_L1].toArray().size(), 137);
    QTRY_COMPARE(m_it->window->statusBar()->currentMessage(), u"all.json is written."_s);
}

void TestOrdersExport::isAsOldAsItsOldestOrder()
{
    const QDateTime monday = m_it->clock.nowUtc();
    m_it->clock.advance(std::chrono::days(4));
    m_server->addOrder(m_server->pools().first().userPoolId);
    m_it->refreshAgain();
    QTRY_COMPARE(m_table->model()->rowCount(), 51);
    // The one that was pushed off the first page was not asked for again.
    QFileDialog *dialog = ask("exportJsonAction");
    QVERIFY(dialog);
    save(dialog, file("old.json"));
    QCOMPARE(jsonIn(file("old.json"))["asOf"_L1].toString(), utcText(monday));
}

void TestOrdersExport::namesAPartSo()
{
    QFileDialog *some = ask("exportCsvAction");
    QVERIFY(some);
    QVERIFY2(some->selectedFiles().constFirst().endsWith(u"-part.csv"_s),
        qPrintable(some->selectedFiles().constFirst()));
    some->close();
    QTest::mouseClick(m_it->find<QPushButton>("loadAllButton"), Qt::LeftButton);
    QTRY_COMPARE(m_it->text("ordersPage", "ordersHeadingLabel"), u"All 137 orders"_s);
    const QFileDialog *all = ask("exportCsvAction");
    QVERIFY(!all->selectedFiles().constFirst().contains(u"-part"_s));
}

void TestOrdersExport::copiesWithWhatIsNotLoaded()
{
    inTable<QAction>("copyAllAction")->trigger();
    const QStringList lines = QApplication::clipboard()->text().split(u'\n');
    QVERIFY2(lines.at(0).startsWith(m_pools.first().account.name + u" – Orders – As of "_s),
        qPrintable(lines.at(0)));
    QCOMPARE(lines.at(1), u"Only 50 of 137 orders are loaded."_s);
    QCOMPARE(lines.size(), 53);
}

void TestOrdersExport::keepsToThePoolThatWasAskedFor()
{
    QFileDialog *dialog = ask("exportJsonAction");
    QVERIFY(dialog);
    const QString first = m_table->model()->index(0, 0).data().toString();
    m_it->window->showPool(m_pools.last().account.id);
    m_it->settle();
    QVERIFY(m_table->model()->index(0, 0).data().toString() != first);
    save(dialog, file("first.json"));
    const QJsonDocument document = jsonIn(file("first.json"));
    QCOMPARE(document["pool"_L1].toString(), m_pools.first().account.name);
    QCOMPARE(document["rows"_L1][0]["order_number"_L1].toString(), first);
}

void TestOrdersExport::marksAllTablesAlike()
{
    inTable<QAction>("byteOrderMarkAction")->trigger();
    QVERIFY(!m_it->settings.marksCsv());
    // Those that are made later, too, and what is chosen there holds everywhere.
    for (const PoolPages::Page page : PoolPages::Pages)
        m_it->find<PoolPages>("poolPages")->showPage(page);
    m_it->find<QAction>("rehearsalAction")->trigger();
    auto *dialog = m_it->window->findChild<RehearsalDialog *>();
    QVERIFY(dialog);
    const auto marks = m_it->window->findChildren<QAction *>(u"byteOrderMarkAction"_s);
    QCOMPARE(marks.size(), 8); // of all pools, the alerts, five pages and the dialog
    for (const QAction *mark : marks)
        QVERIFY(!mark->isChecked());
    dialog->findChild<QAction *>(u"byteOrderMarkAction"_s)->trigger();
    QVERIFY(m_it->settings.marksCsv());
    for (const QAction *mark : marks)
        QVERIFY(mark->isChecked());
    dialog->close();
}

QTEST_MAIN(TestOrdersExport)
#include "tst_ordersexport.moc"
