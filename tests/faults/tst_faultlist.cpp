// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/faults/faultrows.h"
#include "tests/support/qtwarnings.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace genauth::test;

namespace {

const QString SourceList = QStringLiteral(GENAUTH_TESTS "/faults/faults.md");

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/** Test sources by name: "tst_transport". */
QMap<QByteArray, QString> testSources()
{
    QMap<QByteArray, QString> sources;
    QDirIterator files(QStringLiteral(GENAUTH_TESTS), {QStringLiteral("tst_*.cpp")}, QDir::Files,
        QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        sources.insert(QFileInfo(path).baseName().toUtf8(), QString::fromUtf8(contentOf(path)));
    }
    return sources;
}

/** The cases of a row, by the test that runs them. */
QByteArrayList namesOfCases(const FaultTest &test, const QByteArray &row)
{
    QByteArrayList names;
    for (const FaultCase &faultCase : test.cases) {
        if (faultCase.row == row)
            names.append(faultCase.name);
    }
    return names;
}

QByteArray shownBy(const FaultRow &row, const QList<FaultTest> &tests)
{
    QByteArrayList parts;
    for (const FaultTest &test : tests) {
        const auto count = namesOfCases(test, row.id).size();
        if (count > 0)
            parts.append('`' + test.name + "` (" + QByteArray::number(count) + ')');
    }
    if (!parts.isEmpty())
        parts.append("the window");
    for (const QByteArray &test : row.also)
        parts.append('`' + test + '`');
    QByteArray cell = parts.join(", ");
    if (!row.note.isEmpty())
        cell += (cell.isEmpty() ? "Not here: " : ". ") + row.note;
    return cell;
}

QByteArray listOf(const QList<FaultRow> &rows, const QList<FaultTest> &tests)
{
    QByteArray list =
        "<!-- SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors\n"
        "     SPDX-License-Identifier: GPL-3.0-or-later -->\n\n"
        "# What goes wrong, and what shows that it is borne\n\n"
        "Written by `tst_faultlist` from the tables that the tests run; a copy that differs fails "
        "it.\nA number is how many variants of the row that test runs, each over real sockets "
        "against the real\ncore, with what must hold after every fault. They are named below. "
        "\"The window\" means that "
        "each of these variants\nis also played before the real window, in both languages, by "
        "`tst_windowrefusals` or `tst_windowanswers`.\n\n"
        "| row | fault | shown by |\n|---|---|---|\n";
    for (const FaultRow &row : rows)
        list += "| " + row.id + " | " + row.fault + " | " + shownBy(row, tests) + " |\n";
    list += "\n## The variants\n\n```text\n";
    for (const FaultRow &row : rows) {
        for (const FaultTest &test : tests) {
            for (const QByteArray &name : namesOfCases(test, row.id))
                list += row.id + "  " + name + '\n';
        }
    }
    return list + "```\n";
}

} // namespace

/** That no row of the fault table is without a test or a reason, and that the list says so. */
class TestFaultList : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void holdsEveryRowOnce();
    void everyRowHasATestOrAReason();
    void everyCaseHasARow();
    void everyTestExists();
    void isTheOneInTheSources();

private:
    const QList<FaultRow> m_rows = faultRows();
    const QList<FaultTest> m_tests = faultTests();
};

void TestFaultList::holdsEveryRowOnce()
{
    QByteArrayList wanted;
    for (const auto &[letter, last] :
        {std::pair('H', 33), std::pair('V', 17), std::pair('T', 6), std::pair('X', 10)}) {
        for (int number = 1; number <= last; ++number)
            wanted.append(letter + QByteArray::number(number));
    }
    QByteArrayList ids;
    for (const FaultRow &row : m_rows)
        ids.append(row.id);
    QCOMPARE(ids, wanted);
}

void TestFaultList::everyRowHasATestOrAReason()
{
    for (const FaultRow &row : m_rows) {
        QVERIFY(!row.fault.isEmpty());
        QVERIFY2(!shownBy(row, m_tests).isEmpty(), row.id.constData());
    }
}

void TestFaultList::everyCaseHasARow()
{
    for (const FaultTest &test : m_tests) {
        QByteArrayList seen;
        for (const FaultCase &faultCase : test.cases) {
            QVERIFY2(std::ranges::any_of(
                         m_rows, [&](const FaultRow &row) { return row.id == faultCase.row; }),
                faultCase.row.constData());
            const QByteArray name = faultCase.row + ' ' + faultCase.name;
            QVERIFY2(!seen.contains(name), name.constData());
            QVERIFY2(!name.contains('\n') && !name.contains("```"), name.constData());
            seen.append(name);
        }
    }
}

void TestFaultList::everyTestExists()
{
    const QMap<QByteArray, QString> sources = testSources();
    QByteArrayList named;
    for (const FaultRow &row : m_rows)
        named += row.also;
    for (const FaultTest &test : m_tests)
        named.append(test.name);
    for (const QByteArray &test : named) {
        const QByteArrayList parts = test.split(':'); // "tst_x", "", "function"
        const QString source = sources.value(parts.constFirst());
        const QRegularExpression function(
            QStringLiteral("^ *void %1\\(\\)").arg(QString::fromLatin1(parts.constLast())),
            QRegularExpression::MultilineOption);
        QVERIFY2(source.contains(function), test.constData());
    }
}

void TestFaultList::isTheOneInTheSources()
{
    const QByteArray list = listOf(m_rows, m_tests);
    const QString written = QStringLiteral(GENAUTH_FAULT_LIST);
    QFile file(written);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(list), list.size());
    file.close();
    QVERIFY2(contentOf(SourceList) == list,
        qPrintable(QStringLiteral("tests/faults/faults.md is out of date: cp %1 %2")
                       .arg(written, SourceList)));
}

QTEST_APPLESS_MAIN(TestFaultList)
#include "tst_faultlist.moc"
