// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The MAU chart as a file: what it says besides the bars, under which name, and how it is written.

#include "app/dashboard/widgets/chartexport.h"

#include "app/dashboard/wholefile.h"
#include "core/models/historymodel.h"
#include "tests/app/dashboard/historypagetest.h"
#include "tests/support/qtwarnings.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QImage>
#include <QSignalSpy>
#include <QXmlStreamReader>

using namespace genauth;
using namespace genauth::test;

/** Of an SVG drawing, without spaces; empty when it is none. */
static QString textOf(const QByteArray &svg)
{
    QXmlStreamReader xml(svg);
    QString text;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::Characters)
            text += xml.text().toString().remove(u' ').remove(u'\n');
    }
    return xml.hasError() ? QString() : text;
}

class TestChartExport : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_stage.reset(); }

    void exportsAPicture_data();
    void exportsAPicture();
    void namesTheFileAfterThePool_data();
    void namesTheFileAfterThePool();
    void writesAllOrNothing();
    void exportsThroughTheMenu();
    void saysHowOldItIs();

private:
    std::unique_ptr<HistoryStage> m_stage;
};

void TestChartExport::init()
{
    failOnQtWarnings();
    m_stage = std::make_unique<HistoryStage>();
}

void TestChartExport::exportsAPicture_data()
{
    QTest::addColumn<int>("format");
    for (const auto format :
        {ChartExport::Format::Png, ChartExport::Format::Svg, ChartExport::Format::Pdf})
        QTest::newRow(qPrintable(ChartExport::suffix(format))) << static_cast<int>(format);
}

void TestChartExport::exportsAPicture()
{
    QFETCH(int, format);
    HistoryModel model;
    model.setCycles(sampleYear(), QDate(2026, 11, 27));
    m_stage->theme.apply(ThemeChoice::Dark); // the file is light all the same
    const ChartExport::Picture picture{.pool = {},
        .title = u"MAU per billing cycle"_s,
        .subtitle = u"<b>生产</b> & Co · 12 months"_s,
        .asOf = u"As of today"_s,
        .cycles = CycleFacts::allOf(model),
        .markers = {marker({2026, 3, 11}, Order::Type::Renew, u"Renewal"_s),
            marker({2020, 3, 11}, Order::Type::Upgrade, u"long ago"_s)}};
    const QByteArray bytes = ChartExport::render(picture, static_cast<ChartExport::Format>(format));
    switch (static_cast<ChartExport::Format>(format)) {
    case ChartExport::Format::Png: {
        const QImage image = QImage::fromData(bytes, "PNG");
        QVERIFY(image.width() > 1000);
        QCOMPARE(image.pixelColor(2, 2), QColor(Qt::white));
        break;
    }
    case ChartExport::Format::Svg: {
        const QString text = textOf(bytes);
        QVERIFY(text.contains(u"MAUperbillingcycle"_s));
        QVERIFY2(text.contains(u"<b>生产</b>&Co"_s), qPrintable(text));
        QVERIFY(text.contains(u"Asoftoday"_s));
        QVERIFY(text.contains(u"○renewallighterbar:runningbillingcycle"_s));
        QVERIFY(text.contains(u"Bought10,000"_s));
        break;
    }
    case ChartExport::Format::Pdf:
        QVERIFY(bytes.startsWith("%PDF"));
        QVERIFY(bytes.trimmed().endsWith("%%EOF"));
        break;
    }
}

void TestChartExport::namesTheFileAfterThePool_data()
{
    QTest::addColumn<QString>("pool");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *title, const QString &pool, const QString &name) {
        QTest::newRow(title) << pool << name;
    };
    row("plain", u"Production"_s, u"genauth-mau-Production"_s);
    row("Chinese", u"生产环境（一）"_s, u"genauth-mau-生产环境-一"_s);
    row("a path", u"../../etc/passwd"_s, u"genauth-mau-etc-passwd"_s);
    row("signs", u"\n*?: \u202Ex. "_s, u"genauth-mau-x"_s);
    row("none", {}, u"genauth-mau"_s);
    row("signs alone", u"///"_s, u"genauth-mau"_s);
    row("long", QString(500, u'a'), u"genauth-mau-"_s + QString(44, u'a'));
    row("long pairs", u"a"_s + u"\U00020000"_s.repeated(50),
        u"genauth-mau-a"_s + u"\U00020000"_s.repeated(21));
}

void TestChartExport::namesTheFileAfterThePool()
{
    QFETCH(QString, pool);
    QFETCH(QString, name);
    QCOMPARE(ChartExport::baseName(pool), name);
}

void TestChartExport::writesAllOrNothing()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"chart.svg"_s);
    QCOMPARE(WholeFile::write("picture", file), QString());
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll(), "picture");
    QVERIFY(!WholeFile::write({}, file).isEmpty());
    QCOMPARE(QFile(file).size(), 7);
    QVERIFY(!WholeFile::write("x", folder.filePath(u"no/such/folder.svg"_s)).isEmpty());
    // What is no file stays what it is: a folder here, since a device would be everybody's.
    QVERIFY(QDir(folder.path()).mkdir(u"folder.svg"_s));
    QVERIFY(!WholeFile::write("x", folder.filePath(u"folder.svg"_s)).isEmpty());
    QVERIFY(QFileInfo(folder.filePath(u"folder.svg"_s)).isDir());
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

void TestChartExport::exportsThroughTheMenu()
{
    m_stage->answer(sampleYear());
    m_stage->show();
    const QSignalSpy told(m_stage->page.get(), &HistoryPage::said);
    m_stage->find<QAction>("pngExportAction")->trigger();
    auto *dialog = m_stage->find<QFileDialog>("fileExportDialog");
    QTRY_VERIFY(dialog->isVisible());
    QCOMPARE(
        QFileInfo(dialog->selectedFiles().value(0)).fileName(), u"genauth-mau-Production.png"_s);
    const QString file = m_stage->folder.filePath(u"history.png"_s);
    emit dialog->fileSelected(file);
    dialog->reject();
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(told.first().first().toString(), u"history.png is written."_s);
    QVERIFY(!QImage(file).isNull());
}

void TestChartExport::saysHowOldItIs()
{
    m_stage->account.name = QString(100, u'x');
    m_stage->model.setAccounts({m_stage->account});
    m_stage->answer(sampleYear());
    m_stage->clock.advance(std::chrono::hours(2));
    m_stage->find<QAction>("svgExportAction")->trigger();
    auto *dialog = m_stage->find<QFileDialog>("fileExportDialog");
    const QString file = m_stage->folder.filePath(u"history.svg"_s);
    // What the page shows when the place is chosen is another matter.
    m_stage->answer({});
    emit dialog->fileSelected(file);
    dialog->reject();
    QFile written(file);
    QTRY_VERIFY(written.exists());
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QString text = textOf(written.readAll());
    QVERIFY2(text.contains(u"Asof27Nov2026,12:00Beijingtime"_s), qPrintable(text));
    QVERIFY(text.contains(QString(31, u'x') + u"…·12billingcycles"_s));
}

QTEST_MAIN(TestChartExport)
#include "tst_chartexport.moc"
