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
    void looksThroughMegabytes();
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
    QTest::newRow("behind a semicolon and a quote") << u"x;\"=1+1\""_s << "\"x;'\"\"=1+1\"\"\""_ba;
    QTest::newRow("behind quotes and blanks") << u"x; \"\" \t@a"_s << "\"x;' \"\"\"\" \t'@a\""_ba;
    QTest::newRow("behind a wide blank") << u"\u3000=1"_s << u"'\u3000=1"_s.toUtf8();
    QTest::newRow("behind a no-break space") << u"\u00A0-x"_s << u"'\u00A0-x"_s.toUtf8();
    QTest::newRow("behind a wide blank within")
        << u"x;\u3000\u200B=1"_s << u"\"x;'\u3000\u200B=1\""_s.toUtf8();
    QTest::newRow("behind a control sign") << u"\u0001=1"_s << u"'\u0001=1"_s.toUtf8();
    QTest::newRow("behind a line separator") << u"\u2028=1"_s << u"'\u2028=1"_s.toUtf8();
    QTest::newRow("behind what has no ink") << u"\u3164\uFE0F=1"_s << u"'\u3164\uFE0F=1"_s.toUtf8();
    QTest::newRow("on a further line") << u"x\n=1\r\n+2\r@3"_s << "\"x\n'=1\r\n'+2\r'@3\""_ba;
    QTest::newRow("a quote first") << u"\"=1\""_s << "\"\"\"=1\"\"\""_ba;
    QTest::newRow("a quote second") << u"=\"=1\""_s << "\"'=\"\"=1\"\"\""_ba;
    QTest::newRow("a sign within") << u"a;b=c-d"_s << "\"a;b=c-d\""_ba;
    QTest::newRow("semicolon") << u"a;b"_s << "\"a;b\""_ba;
    QTest::newRow("unknown") << u"–"_s << "–"_ba;
}

void TestTableWriter::writesACell()
{
    QFETCH(QString, cell);
    QFETCH(QByteArray, written);
    QCOMPARE(tableAsCsv({{cell}}).mid(3), written + "\r\n");
}

void TestTableWriter::looksThroughMegabytes()
{
    // Behind each line's end it takes as long to see that no formula comes.
    const QByteArray csv = tableAsCsv({{u"x"_s + u"\n\" "_s.repeated(1'500'000) + u"=1"_s}});
    QVERIFY(csv.endsWith("\n'\"\" =1\"\r\n"));
}

QTEST_GUILESS_MAIN(TestTableWriter)
#include "tst_tablewriter.moc"
