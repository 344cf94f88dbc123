// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What every table can become: text on the clipboard, and files.

#include "app/dashboard/tableexport.h"

#include "app/dashboard/alertstable.h"
#include "app/dashboard/historytable.h"
#include "app/dashboard/journaltable.h"
#include "app/dashboard/orderstable.h"
#include "app/dashboard/pages/rightspage.h"
#include "app/dashboard/pages/usagepage.h"
#include "app/dashboard/poolstable.h"
#include "app/dashboard/reportactions.h"
#include "app/dashboard/rightstable.h"
#include "app/dashboard/settings.h"
#include "app/dashboard/usagetable.h"
#include "app/dashboard/widgets/tablemanners.h"
#include "core/alerts/alertsmodel.h"
#include "core/models/historymodel.h"
#include "core/models/journalmodel.h"
#include "core/models/ordersmodel.h"
#include "core/models/rightsmodel.h"
#include "core/models/usagemodel.h"
#include "tests/app/dashboard/answerpagetest.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

OperationState<Usage> usage()
{
    const auto right = [](const char *code, const char *current, const char *amount) {
        return QJsonObject{{u"modelCode"_s, QLatin1String(code)},
            {u"modelName"_s, QStringLiteral("%1：应用").arg(QLatin1String(code))},
            {u"current"_s, QLatin1String(current)}, {u"amount"_s, QLatin1String(amount)}};
    };
    OperationState<Usage> state;
    state.value = Usage::fromJson(
        QJsonObject{{u"usages"_s, QJsonArray{right("Apps", "8210", "10000"),
                                      right("=Roles", "3", "-1"), right("Odd", "?", "?")}}},
        {})
                      .value();
    return state;
}

OperationState<Rights> rights()
{
    const auto right = [](const QString &code, const QString &type, const QString &value) {
        return QJsonObject{
            {u"rightsModelCode"_s, code}, {u"dataType"_s, type}, {u"dataValue"_s, value}};
    };
    OperationState<Rights> state;
    state.value = Rights::fromJson(
        QJsonObject{{u"rightsItems"_s,
            QJsonArray{right(u"MFA"_s, u"3"_s, u"true"_s), right(u"Apps"_s, u"1"_s, u"1000"_s)}}},
        {})
                      .value();
    return state;
}

QByteArray contentsOf(const QString &file)
{
    QFile source(file);
    return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
}

} // namespace

class TestTableExport : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void namesEachColumnOfEachModel();
    void writesRawValues();
    void writesJson();
    void writesWhatIsShown();
    void marksTheEncodingUnlessToldNotTo();
    void remembersTheMark();
    void givesHeadingsAColumn();
    void copiesTheWholeTable();
    void copiesHeadingsToo();
    void saysWhyItCannotWrite();
    void isOfferedInTheMenu();
    void isOfferedInTheMainMenu();

private:
    /** Triggers an entry of the page's menu, and answers the dialog. */
    template <class Page>
    QString exportTo(AnswerPageStage<Page> &stage, const char *action, const QString &file);
};

void TestTableExport::namesEachColumnOfEachModel()
{
    AnswerPageStage<UsagePage> it;
    JournalModel changes;
    OrdersModel orders;
    UsageModel usage;
    RightsModel rights;
    HistoryModel history;
    AlertsModel alerts;
    PoolsTable poolsTable({it.theme, it.clock, it.scheduler});
    poolsTable.setSourceModel(&it.model);
    UsageTable usageTable(it.theme);
    usageTable.setSourceModel(&usage);
    RightsTable rightsTable(it.theme);
    rightsTable.setSourceModel(&rights);
    HistoryTable historyTable(it.theme);
    historyTable.setSourceModel(&history);
    const OrdersTable ordersTable(orders, it.theme);
    const JournalTable journalTable(changes, it.theme);
    const AlertsTable alertsTable({alerts, it.model, it.theme, it.clock});
    const AlertsTable rehearsalTable(
        {alerts, it.model, it.theme, it.clock}, AlertsTable::Kind::Rehearsed);
    QSet<QString> tables;
    for (const WordsTable *table :
        std::initializer_list<const WordsTable *>{&poolsTable, &usageTable, &rightsTable,
            &historyTable, &ordersTable, &journalTable, &alertsTable, &rehearsalTable}) {
        QVERIFY2(!tables.contains(table->tableCode()), qPrintable(table->tableCode()));
        tables << table->tableCode();
        const QStringList codes = table->columnCodes();
        if (!table->tableCode().startsWith(u"alert"_s)) // which tell more than their columns
            QCOMPARE(codes.size(), table->sourceModel()->columnCount());
        QCOMPARE(QSet<QString>(codes.begin(), codes.end()).size(), codes.size());
    }
}

template <class Page>
QString TestTableExport::exportTo(
    AnswerPageStage<Page> &stage, const char *action, const QString &file)
{
    TableManners *manners = stage.page->template findChild<TableManners *>();
    QSignalSpy said(manners, &TableManners::said);
    manners->exportMenu()->findChild<QAction *>(QLatin1String(action))->trigger();
    // One that was closed before may still be there.
    const auto dialogs = stage.page->template findChildren<QFileDialog *>(u"fileExportDialog"_s);
    if (dialogs.isEmpty())
        return u"no dialog"_s;
    QFileDialog *dialog = dialogs.constLast();
    emit dialog->fileSelected(file);
    dialog->close();
    if (said.isEmpty() && !said.wait())
        return u"nothing said"_s;
    return said.constFirst().constFirst().toString();
}

void TestTableExport::writesRawValues()
{
    AnswerPageStage<UsagePage> it;
    it.absorb(&PoolSnapshot::usage, usage());
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"use.csv"_s);
    QCOMPARE(exportTo(it, "exportRawCsvAction", file), u"use.csv is written."_s);
    QCOMPARE(contentsOf(file), QStringLiteral("\uFEFFname,used,included,percent,trial,code\r\n"
                                              "Apps：应用,8210,10000,82,,Apps\r\n"
                                              "'=Roles：应用,3,unlimited,,,'=Roles\r\n"
                                              "Odd：应用,,,,,Odd\r\n")
                                   .toUtf8());
}

void TestTableExport::writesJson()
{
    AnswerPageStage<UsagePage> it;
    it.absorb(&PoolSnapshot::usage, usage());
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"use.json"_s);
    QCOMPARE(exportTo(it, "exportJsonAction", file), u"use.json is written."_s);
    const QJsonDocument document = QJsonDocument::fromJson(contentsOf(file));
    QCOMPARE(document["table"_L1].toString(), u"usage"_s);
    QCOMPARE(document["pool"_L1].toString(), it.account.name);
    QCOMPARE(document["rows"_L1][0]["used"_L1].toInteger(), 8210);
    QVERIFY(!document["rows"_L1][2].toObject().contains("used"_L1)); // unknown, and not 0
}

void TestTableExport::writesWhatIsShown()
{
    AnswerPageStage<UsagePage> it;
    it.absorb(&PoolSnapshot::usage, usage());
    QHeaderView *header = it.find<QTableView>("usageTableView")->horizontalHeader();
    header->setSectionHidden(UsageTable::Trial, true);
    header->moveSection(header->visualIndex(UsageTable::Code), 0);
    it.find<QLineEdit>("filterEdit")->setText(u"apps"_s);
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"use.csv"_s);
    QCOMPARE(exportTo(it, "exportCsvAction", file), u"use.csv is written."_s);
    QCOMPARE(contentsOf(file).mid(3), "Code,Right,Used,Share\r\n"
                                      "Apps,Apps,\"8,210 of 10,000\",82%\r\n"_ba);
}

void TestTableExport::marksTheEncodingUnlessToldNotTo()
{
    AnswerPageStage<UsagePage> it;
    it.absorb(&PoolSnapshot::usage, usage());
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"use.csv"_s);
    exportTo(it, "exportCsvAction", file);
    QVERIFY(contentsOf(file).startsWith("\xEF\xBB\xBF"));
    it.find<QAction>("byteOrderMarkAction")->trigger();
    exportTo(it, "exportCsvAction", file);
    QVERIFY(contentsOf(file).startsWith("Right,"));
}

void TestTableExport::remembersTheMark()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"settings.ini"_s));
    AnswerPageStage<UsagePage> it;
    auto *menu = it.find<TableExport>("tableExportMenu");
    auto *mark = it.find<QAction>("byteOrderMarkAction");
    menu->rememberMark(settings);
    QVERIFY(mark->isChecked());
    mark->trigger();
    QVERIFY(!settings.marksCsv());
    AnswerPageStage<RightsPage> next;
    next.find<TableExport>("tableExportMenu")->rememberMark(settings);
    QVERIFY(!next.find<QAction>("byteOrderMarkAction")->isChecked());
}

void TestTableExport::givesHeadingsAColumn()
{
    AnswerPageStage<RightsPage> it;
    it.absorb(&PoolSnapshot::rights, rights());
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"rights.csv"_s);
    exportTo(it, "exportCsvAction", file);
    QCOMPARE(contentsOf(file).mid(3), "Data type,Right,Included,Code\r\n"
                                      "Quantity,Apps,\"1,000\",Apps\r\n"
                                      "Yes or no,MFA,✓ Included,MFA\r\n"_ba);
    exportTo(it, "exportRawCsvAction", file);
    QCOMPARE(contentsOf(file).mid(3), "name,value,included,data_type,code\r\n"
                                      ",1000,,1,Apps\r\n"
                                      ",true,true,3,MFA\r\n"_ba);
}

void TestTableExport::copiesTheWholeTable()
{
    AnswerPageStage<UsagePage> it;
    it.absorb(&PoolSnapshot::usage, usage());
    it.find<QAction>("copyAllAction")->trigger();
    const QStringList lines = QApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 5);
    QVERIFY2(lines.at(0).startsWith(it.account.name + u" – Rights in use – As of "_s),
        qPrintable(lines.at(0)));
    QCOMPARE(lines.at(1), u"Right\tUsed\tShare\tTrial\tCode"_s);
    QVERIFY(lines.at(2).startsWith(u"Apps\t8,210 of 10,000\t82%\t"_s));
}

void TestTableExport::copiesHeadingsToo()
{
    AnswerPageStage<RightsPage> it;
    it.absorb(&PoolSnapshot::rights, rights());
    it.find<QAction>("copyAllAction")->trigger();
    QCOMPARE(QApplication::clipboard()->text().section(u'\n', 2),
        u"Quantity\nApps\t1,000\tApps\nYes or no\nMFA\t✓ Included\tMFA"_s);
}

void TestTableExport::saysWhyItCannotWrite()
{
    AnswerPageStage<UsagePage> it;
    it.absorb(&PoolSnapshot::usage, usage());
    const QTemporaryDir folder;
    const QString said = exportTo(it, "exportJsonAction", folder.path()); // no ordinary file
    QVERIFY2(
        said.endsWith(u"could not be written: This is not an ordinary file."_s), qPrintable(said));
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestTableExport::isOfferedInTheMenu()
{
    AnswerPageStage<UsagePage> it;
    const TableManners *manners = it.page->findChild<TableManners *>();
    const QList<QAction *> offered = manners->actions();
    QVERIFY(offered.contains(manners->copyAction()));
    QVERIFY(offered.contains(it.find<QAction>("copyAllAction")));
    QVERIFY(offered.contains(manners->exportMenu()->menuAction()));
}

void TestTableExport::isOfferedInTheMainMenu()
{
    AnswerPageStage<UsagePage> it;
    it.absorb(&PoolSnapshot::usage, usage());
    const QTemporaryDir folder;
    const Settings settings(folder.filePath(u"settings.ini"_s));
    ReportActions offered({it.model, settings, it.language, it.clock}, it.page.get());
    offered.offerShownTable();
    QVERIFY(offered.tableMenu()->isEnabled());
    const QMenu *own = it.page->findChild<TableManners *>()->exportMenu();
    QCOMPARE(offered.tableMenu()->actions(), own->actions());
    it.page->hide();
    offered.offerShownTable();
    QVERIFY(!offered.tableMenu()->isEnabled());
    QCOMPARE(offered.tableMenu()->actions().size(), 0);
    QVERIFY(!own->actions().isEmpty());
}

QTEST_MAIN(TestTableExport)
#include "tst_tableexport.moc"
