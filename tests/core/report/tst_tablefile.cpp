// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/tablefile.h"

#include <QDate>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>
#include <QUrl>
#include <QXmlStreamReader>

using namespace genauth;
using namespace Qt::StringLiterals;

class TestTableFile : public QObject
{
    Q_OBJECT

private slots:
    void writesRawValuesAsCsv();
    void writesRawValuesAsJson();
    void leavesOutWhatIsUnknown();
    void namesNoPoolWhereItIsOfAll();
    void saysHowOldAndHowMuchItIs();
    void keepsHostileTextsInTheirCells();
    void isReadBackByOthers_data();
    void isReadBackByOthers();
    void isNoFormulaInASpreadsheet();
};

namespace {

TableContents contentsOf(const QVariantList &row)
{
    TableContents contents{
        .table = u"orders"_s, .pool = u"生产"_s, .asOf = {}, .columns = {}, .rows = {row}};
    for (qsizetype column = 0; column < row.size(); ++column)
        contents.columns << u"column_%1"_s.arg(column);
    return contents;
}

QJsonObject firstRow(const QByteArray &json)
{
    return QJsonDocument::fromJson(json)["rows"_L1][0].toObject();
}

/** A table of one row, as LibreOffice understands it: its own file format, as XML. */
QByteArray asSpreadsheet(const TableContents &contents)
{
    const QTemporaryDir folder;
    QFile csv(folder.filePath(u"table.csv"_s));
    if (!csv.open(QIODevice::WriteOnly))
        return {};
    csv.write(tableFileAsCsv(contents, ByteOrderMark::Written));
    csv.close();
    QProcess office;
    office.start(u"soffice"_s,
        {u"-env:UserInstallation="_s + QUrl::fromLocalFile(folder.filePath(u"user"_s)).toString(),
            u"--headless"_s, u"--infilter=CSV:44,34,76,1"_s, u"--convert-to"_s, u"fods"_s,
            u"--outdir"_s, folder.path(), csv.fileName()});
    office.waitForFinished(300'000);
    QFile spreadsheet(folder.filePath(u"table.fods"_s));
    return spreadsheet.open(QIODevice::ReadOnly) ? spreadsheet.readAll() : QByteArray();
}

const QVariantList Usual{u"12900.00"_s, qint64(9'007'199'254'740'993), true, QDate(2026, 11, 23),
    QDateTime(QDate(2026, 11, 24), QTime(7, 30), Qt::OffsetFromUTC, 8 * 3600), -7};

} // namespace

void TestTableFile::writesRawValuesAsCsv()
{
    QCOMPARE(tableFileAsCsv(contentsOf(Usual), ByteOrderMark::Omitted),
        "column_0,column_1,column_2,column_3,column_4,column_5\r\n"
        "12900.00,9007199254740993,true,2026-11-23,2026-11-23T23:30:00Z,-7\r\n"_ba);
    QVERIFY(tableFileAsCsv(contentsOf(Usual), ByteOrderMark::Written).startsWith("\xEF\xBB\xBF"));
}

void TestTableFile::writesRawValuesAsJson()
{
    const QByteArray json = tableFileAsJson(contentsOf(Usual));
    QVERIFY(json.endsWith("}\n"));
    const QJsonDocument document = QJsonDocument::fromJson(json);
    QCOMPARE(document["schemaVersion"_L1].toInt(), TableFileVersion);
    QCOMPARE(document["table"_L1].toString(), u"orders"_s);
    QCOMPARE(document["pool"_L1].toString(), u"生产"_s);
    const QJsonObject expected{{"column_0"_L1, u"12900.00"_s},
        {"column_1"_L1, qint64(9'007'199'254'740'993)}, {"column_2"_L1, true},
        {"column_3"_L1, u"2026-11-23"_s}, {"column_4"_L1, u"2026-11-23T23:30:00Z"_s},
        {"column_5"_L1, -7}};
    QCOMPARE(firstRow(json), expected);
    QVERIFY(json.contains("9007199254740993")); // which a floating number would round
}

void TestTableFile::leavesOutWhatIsUnknown()
{
    // A text may be known to be empty.
    const TableContents contents = contentsOf({QVariant(), QDateTime(), QDate(), QString(), 0});
    QCOMPARE(firstRow(tableFileAsJson(contents)),
        (QJsonObject{{"column_3"_L1, QString()}, {"column_4"_L1, 0}}));
    QCOMPARE(tableFileAsCsv(contents, ByteOrderMark::Omitted).split('\n').at(1), ",,,,0\r"_ba);
}

void TestTableFile::namesNoPoolWhereItIsOfAll()
{
    TableContents contents = contentsOf({1});
    contents.pool.clear();
    QVERIFY(!QJsonDocument::fromJson(tableFileAsJson(contents)).object().contains("pool"_L1));
}

void TestTableFile::saysHowOldAndHowMuchItIs()
{
    TableContents contents = contentsOf({1});
    const QJsonObject whole = QJsonDocument::fromJson(tableFileAsJson(contents)).object();
    for (const QString &member : {u"asOf"_s, u"complete"_s, u"stated"_s})
        QVERIFY2(!whole.contains(member), qPrintable(member)); // which nobody knows
    contents.asOf = QDateTime(QDate(2026, 11, 24), QTime(7, 30), Qt::OffsetFromUTC, 8 * 3600);
    contents.complete = false;
    contents.stated = 137;
    const QJsonObject part = QJsonDocument::fromJson(tableFileAsJson(contents)).object();
    QCOMPARE(part["asOf"_L1].toString(), u"2026-11-23T23:30:00Z"_s);
    QCOMPARE(part["complete"_L1], QJsonValue(false));
    QCOMPARE(part["stated"_L1].toInt(), 137);
}

void TestTableFile::keepsHostileTextsInTheirCells()
{
    const QString hostile = u"=cmd|' /C calc'!A0\"\r\n,\u202E%n"_s;
    const QByteArray csv = tableFileAsCsv(contentsOf({hostile, 1}), ByteOrderMark::Omitted);
    QVERIFY2(csv.endsWith(u"\"'=cmd|' /C calc'!A0\"\"\r\n,\u202E%n\",1\r\n"_s.toUtf8()), csv);
    QCOMPARE(firstRow(tableFileAsJson(contentsOf({hostile})))["column_0"_L1].toString(), hostile);
}

void TestTableFile::isReadBackByOthers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("said");
    QTest::newRow("signs") << u"a,b;\"c\"\t'd'"_s << u"a,b;\"c\"\t'd'"_s;
    QTest::newRow("lines") << u"a\r\nb\nc\rd"_s << u"a\r\nb\nc\rd"_s;
    QTest::newRow("formula") << u"=1+1"_s << u"'=1+1"_s;
    QTest::newRow("blanks") << u"  a  "_s << u"  a  "_s;
    QTest::newRow("right to left") << u"\u202Eabc\u2067 %n %1"_s << u"\u202Eabc\u2067 %n %1"_s;
    QTest::newRow("megabytes") << u"套餐,"_s.repeated(600'000) << u"套餐,"_s.repeated(600'000);
}

void TestTableFile::isReadBackByOthers()
{
    QFETCH(QString, text);
    QFETCH(QString, said);
    QProcess python;
    python.start(u"python3"_s,
        {u"-c"_s, u"import csv, io, json, sys\n"
                  "csv.field_size_limit(10**8)\n"
                  "text = io.TextIOWrapper(sys.stdin.buffer, 'utf-8-sig', newline='')\n"
                  "print(json.dumps(list(csv.reader(text, strict=True))))"_s});
    python.write(tableFileAsCsv(contentsOf({text, 1, text}), ByteOrderMark::Written));
    python.closeWriteChannel();
    QVERIFY(python.waitForFinished());
    const QJsonArray rows = QJsonDocument::fromJson(python.readAllStandardOutput()).array();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.at(1).toArray(), (QJsonArray{said, u"1"_s, said}));
}

void TestTableFile::isNoFormulaInASpreadsheet()
{
    if (QStandardPaths::findExecutable(u"soffice"_s).isEmpty())
        QSKIP("LibreOffice is not there");
    const QStringList texts{u"=1+1"_s, u"+1+1"_s, u"-1+1"_s, u"@SUM(1)"_s, u"\t=1"_s, u"\r=1"_s,
        u"=HYPERLINK(\"http://evil.example\",\"x\")"_s, u"a,b;\"c\" 100% %n"_s};
    QVariantList row;
    for (const QString &text : texts)
        row << text;
    QStringList cells;
    QXmlStreamReader xml(asSpreadsheet(contentsOf(row)));
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement() || xml.name() != u"table-cell"_s)
            continue;
        for (const QXmlStreamAttribute &attribute : xml.attributes())
            QVERIFY2(attribute.name() != u"formula"_s, qPrintable(attribute.value().toString()));
        cells << xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
    }
    QCOMPARE(xml.error(), QXmlStreamReader::NoError);
    QCOMPARE(cells.mid(0, texts.size()), contentsOf(row).columns); // one title each
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const QString &cell = cells.at(texts.size() + i);
        QVERIFY2(cell.endsWith(texts.at(i).trimmed()), qPrintable(cell));
    }
}

QTEST_GUILESS_MAIN(TestTableFile)
#include "tst_tablefile.moc"
