// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/tablewriter.h"

#include "tests/support/qtwarnings.h"

#include <QTest>

using namespace genauth;
using namespace Qt::StringLiterals;

class TestTableWriter : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnQtWarnings(); }

    void writesRows();
    void writesACell_data();
    void writesACell();
};

void TestTableWriter::writesRows()
{
    QCOMPARE(tableAsCsv({{u"a"_s, u"b"_s}, {u"套餐"_s, QString()}}), QByteArray("\xEF\xBB\xBF"
                                                                                "a,b\r\n"
                                                                                "套餐,\r\n"));
    QCOMPARE(tableAsCsv({}), QByteArray("\xEF\xBB\xBF"));
}

void TestTableWriter::writesACell_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("comma") << u"1,000"_s << "\"1,000\""_ba;
    QTest::newRow("quote") << u"say \"x\""_s << "\"say \"\"x\"\"\""_ba;
    QTest::newRow("line") << u"a\nb"_s << "\"a\nb\""_ba;
    QTest::newRow("blank around") << u" a"_s << "\" a\""_ba;
    QTest::newRow("number") << u"12900.00"_s << "12900.00"_ba;
    QTest::newRow("negative") << u"-12.50"_s << "-12.50"_ba;
    QTest::newRow("formula") << u"=1+1"_s << "'=1+1"_ba;
    QTest::newRow("formula, quoted")
        << u"=HYPERLINK(\"x\",\"y\")"_s << "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""_ba;
    QTest::newRow("plus") << u"+cmd"_s << "'+cmd"_ba;
    QTest::newRow("minus") << u"-cmd"_s << "'-cmd"_ba;
    QTest::newRow("at") << u"@SUM(A1)"_s << "'@SUM(A1)"_ba;
    QTest::newRow("behind blanks") << u"  =1"_s << "'  =1"_ba;
    QTest::newRow("tab") << u"\tx"_s << "\"'\tx\""_ba;
    QTest::newRow("full-width") << u"\uFF1D1+1"_s << u"'\uFF1D1+1"_s.toUtf8();
    QTest::newRow("behind what is not seen")
        << u"\u200B\uFEFF=1"_s << u"'\u200B\uFEFF=1"_s.toUtf8();
    QTest::newRow("behind a semicolon") << u"x; =cmd;-1;y"_s << "\"x;' =cmd;'-1;y\""_ba;
    QTest::newRow("behind a tab") << u"x\t@a"_s << "\"x\t'@a\""_ba;
    QTest::newRow("semicolon") << u"a;b"_s << "\"a;b\""_ba;
    QTest::newRow("unknown") << u"–"_s << "–"_ba;
}

void TestTableWriter::writesACell()
{
    QFETCH(QString, cell);
    QFETCH(QByteArray, written);
    QCOMPARE(tableAsCsv({{cell}}).mid(3), written + "\r\n");
}

QTEST_GUILESS_MAIN(TestTableWriter)
#include "tst_tablewriter.moc"
