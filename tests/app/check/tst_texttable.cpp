// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/check/texttable.h"
#include "tests/support/qtwarnings.h"

#include <QTest>

using namespace genauth;
using namespace Qt::StringLiterals;

class TestTextTable : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnQtWarnings(); }

    void measures_data();
    void measures();
    void putsColumnsBelowEachOther();
    void coloursTakeNoRoom();
};

void TestTextTable::measures_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qsizetype>("width");
    QTest::newRow("nothing") << QString() << qsizetype(0);
    QTest::newRow("Latin") << u"Pool"_s << qsizetype(4);
    QTest::newRow("Chinese") << u"生产环境"_s << qsizetype(8);
    QTest::newRow("full-width sign") << u"量，"_s << qsizetype(4);
    QTest::newRow("combining") << u"e\u0301"_s << qsizetype(1);
    QTest::newRow("mark of direction") << u"a\u200F"_s << qsizetype(1);
    QTest::newRow("beyond 16 bits") << u"\U0001F600\U00020000"_s << qsizetype(4);
    QTest::newRow("Korean") << u"한국"_s << qsizetype(4);
}

void TestTextTable::measures()
{
    QFETCH(QString, text);
    QTEST(terminalWidth(text), "width");
}

void TestTextTable::putsColumnsBelowEachOther()
{
    TextTable table({u"Pool"_s, u"State"_s, u"End"_s});
    table.addRow({u"生产"_s, u"Overdue"_s, QString()});
    table.addRow({u"Staging"_s, u"OK"_s, u"soon"_s});
    QCOMPARE(table.lines({}, {}), u"Pool     State    End\n"
                                  u"生产     Overdue\n"
                                  u"Staging  OK       soon\n"_s);
}

void TestTextTable::coloursTakeNoRoom()
{
    TextTable table({u"A"_s, u"B"_s});
    table.addRow({u"xx"_s, u"y"_s});
    QCOMPARE(table.lines({QString(), u"<"_s}, u">"_s), u"A   B\n<xx>  y\n"_s);
}

QTEST_GUILESS_MAIN(TestTextTable)
#include "tst_texttable.moc"
