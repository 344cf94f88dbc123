// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/csvreport.h"
#include "core/report/jsonreport.h"
#include "core/report/nagiosreport.h"
#include "core/report/prometheusreport.h"
#include "tests/core/report/demoreport.h"
#include "tests/support/jsonschema.h"
#include "tests/support/qtwarnings.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

using Writer = QByteArray (*)(const CheckReport &);

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

JsonSchema schema()
{
    return JsonSchema(contentOf(QStringLiteral(GENAUTH_SCHEMA)));
}

QStringList schemaViolations(const CheckReport &report)
{
    return schema().violations(QJsonDocument::fromJson(jsonReport(report)).object());
}

/** A reader of its own for what a monitoring system reads: the words before the bar, and of each
 *  label its value. A label that cannot be read is missing. */
struct NagiosLine
{
    explicit NagiosLine(const QByteArray &output)
    {
        const QString text = QString::fromUtf8(output);
        isOneLine = text.endsWith(u'\n') && text.count(u'\n') == 1 && text.count(u'|') <= 1;
        words = text.section(u'|', 0, 0).trimmed();
        QString data = text.section(u'|', 1).trimmed();
        static const QRegularExpression form(
            uR"(^'([^'=|]+)'=(\d+)(s?);((?:\d+:?)?);((?:\d+:?)?);0(?: |$))"_s);
        while (!data.isEmpty()) {
            const QRegularExpressionMatch match = form.match(data);
            if (!match.hasMatch()) {
                rest = data;
                return;
            }
            perf.insert(match.captured(1), match.captured(2).toLongLong());
            warning.insert(match.captured(1), match.captured(4));
            critical.insert(match.captured(1), match.captured(5));
            data.remove(0, match.capturedLength());
        }
    }

    /** The guidelines' ranges: "10" alerts outside 0 to 10, "10:" below 10. */
    [[nodiscard]] static bool alerts(const QString &range, qint64 value)
    {
        if (range.isEmpty())
            return false;
        return range.endsWith(u':') ? value < range.chopped(1).toLongLong()
                                    : value < 0 || value > range.toLongLong();
    }

    bool isOneLine = false;
    QString words;
    QString rest; ///< what could not be read
    QMap<QString, qint64> perf;
    QMap<QString, QString> warning;
    QMap<QString, QString> critical;
};

/** True when every line is a comment or a sample that Prometheus's text format 0.0.4 allows. */
bool isPrometheusText(const QByteArray &text, QString *wrong)
{
    static const QRegularExpression comment(u"^# (HELP|TYPE|SIMULATED) .+$"_s);
    static const QRegularExpression sample(
        uR"(^[a-z_]+(\{[a-z_]+="([^"\\]|\\[\\"n])*"(,[a-z_]+="([^"\\]|\\[\\"n])*")*\})? -?\d+$)"_s);
    QStringList lines = QString::fromUtf8(text).split(u'\n');
    if (!lines.takeLast().isEmpty())
        return false;
    for (const QString &line : lines) {
        *wrong = line;
        if (!comment.match(line).hasMatch() && !sample.match(line).hasMatch())
            return false;
    }
    return !lines.isEmpty();
}

/** RFC 4180, read back. */
QList<QStringList> csvRows(const QByteArray &csv)
{
    QList<QStringList> rows(1);
    QString cell;
    bool quoted = false;
    const QString text = QString::fromUtf8(csv);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (quoted && c == u'"' && text.mid(i + 1, 1) == u"\"") {
            cell += text.at(++i);
        } else if (c == u'"') {
            quoted = !quoted;
        } else if (!quoted && (c == u',' || text.mid(i, 2) == u"\r\n")) {
            rows.last().append(std::exchange(cell, {}));
            if (c != u',') {
                ++i;
                rows.append(QStringList());
            }
        } else {
            cell += c;
        }
    }
    rows.removeLast();
    return rows;
}

CheckReport reportOf(const QList<PoolReport> &pools)
{
    return {.checkedAt = demoMoment(), .asOf = {}, .pools = pools};
}

/** A monitoring system usually has a service for each pool. */
QByteArray nagiosOfEach(const CheckReport &report)
{
    QByteArray lines;
    for (const PoolReport &pool : report.pools)
        lines += nagiosReport(reportOf({pool}));
    return lines;
}

} // namespace

Q_DECLARE_METATYPE(Writer)

class TestReportWriters : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void goldenFiles_data();
    void goldenFiles();
    void jsonFollowsItsSchema();
    void theSchemaNotices();
    void nagiosRangesAgreeWithTheLevel();
    void nagiosNamesTheWorst();
    void prometheusNamesPoolsOnce();
    void saysWhyTheLevelIsWorse();
    void rehearsalsSaySo();
    void hostileTexts_data();
    void hostileTexts();
    void unknownIsAbsent();
};

void TestReportWriters::goldenFiles_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<Writer>("write");
    QTest::newRow("json") << u"demo.json"_s << Writer(jsonReport);
    QTest::newRow("nagios") << u"demo.nagios"_s << Writer(nagiosReport);
    QTest::newRow("nagios, pool by pool") << u"demo-each.nagios"_s << Writer(nagiosOfEach);
    QTest::newRow("prometheus") << u"demo.prom"_s << Writer(prometheusReport);
    QTest::newRow("csv") << u"demo.csv"_s << Writer(csvReport);
}

void TestReportWriters::goldenFiles()
{
    QFETCH(QString, file);
    QFETCH(Writer, write);
    const QString path = QStringLiteral(GENAUTH_GOLDEN_FILES "/") + file;
    const QByteArray written = write(demoReport());
    // For whoever changes a format on purpose, and then reads the difference.
    if (qEnvironmentVariableIsSet("GENAUTH_WRITE_GOLDEN_FILES")) {
        QFile golden(path);
        QVERIFY(golden.open(QIODevice::WriteOnly));
        golden.write(written);
    }
    QCOMPARE(QString::fromUtf8(written), QString::fromUtf8(contentOf(path)));
}

void TestReportWriters::jsonFollowsItsSchema()
{
    QCOMPARE(schemaViolations(demoReport()), QStringList());
    QCOMPARE(schemaViolations(reportOf({})), QStringList());
    CheckReport simulated = demoReport();
    simulated.asOf = demoMoment().addDays(40);
    QCOMPARE(schemaViolations(simulated), QStringList());
}

void TestReportWriters::theSchemaNotices()
{
    const QJsonObject good = QJsonDocument::fromJson(jsonReport(demoReport())).object();
    const auto withMember = [&](const QString &name, const QJsonValue &value) {
        QJsonObject changed = good;
        changed.insert(name, value);
        return schema().violations(changed);
    };
    QCOMPARE(withMember(u"schemaVersion"_s, 2).size(), 1);
    QCOMPARE(withMember(u"checkedAt"_s, u"2026-07-01 12:00:00"_s).size(), 1);
    QCOMPARE(withMember(u"level"_s, u"FINE"_s).size(), 1);
    QCOMPARE(withMember(u"pools"_s, QJsonArray{QJsonObject{}}).size(), 6);
    QCOMPARE(withMember(u"secret"_s, u"x"_s).size(), 1);
}

void TestReportWriters::nagiosRangesAgreeWithTheLevel()
{
    CheckRules rules;
    rules.mauCriticalPercent = 110;
    for (int pool = 0; pool < 5; ++pool) {
        const PoolReport found = demoPoolReport(pool, rules);
        const NagiosLine line(nagiosReport(reportOf({found})));
        QVERIFY(line.isOneLine);
        QCOMPARE(line.rest, QString());
        bool warns = false;
        bool isCritical = false;
        for (auto perf = line.perf.cbegin(); perf != line.perf.cend(); ++perf) {
            warns = warns || NagiosLine::alerts(line.warning.value(perf.key()), *perf);
            isCritical = isCritical || NagiosLine::alerts(line.critical.value(perf.key()), *perf);
        }
        QCOMPARE(isCritical, found.level == AlertLevel::Critical);
        if (warns)
            QVERIFY(found.level == AlertLevel::Critical || found.level == AlertLevel::Warning);
    }
    // To the second: the thresholds hold from exactly their days on.
    PoolReport edge = demoPoolReport(4);
    for (const auto &[seconds, soon] :
        {std::pair(30 * 86'400, true), std::pair(30 * 86'400 + 1, false)}) {
        edge.assessment.secondsLeft = seconds;
        edge.assessment.secondsOverdue.reset();
        const NagiosLine line(nagiosReport(reportOf({edge})));
        QCOMPARE(NagiosLine::alerts(line.warning.value(u"time_left"_s), seconds), soon);
        QCOMPARE(NagiosLine::alerts(line.critical.value(u"time_left"_s), seconds), false);
    }
}

void TestReportWriters::nagiosNamesTheWorst()
{
    QList<PoolReport> pools;
    for (int i = 0; i < 25; ++i) {
        PoolReport pool = demoPoolReport(3);
        pool.name = u"Pool %1"_s.arg(i);
        pool.level = i == 20 ? AlertLevel::Critical : AlertLevel::Ok;
        pools.append(pool);
    }
    const NagiosLine line(nagiosReport(reportOf(pools)));
    QVERIFY(line.words.startsWith(u"GENAUTH CRITICAL - Pool 20: "_s));
    QVERIFY(line.words.endsWith(u" (+15)"_s));
    QVERIFY(line.perf.contains(u"Pool 24 time_left"_s));
    const QString problem = QString::fromUtf8(nagiosProblem(u"no | such\noption"_s));
    QCOMPARE(problem.count(u'\n'), 1);
    QVERIFY(problem.startsWith(u"GENAUTH UNKNOWN - no \u00A6 such"_s));
}

void TestReportWriters::prometheusNamesPoolsOnce()
{
    const PoolReport pool = demoPoolReport(1);
    const QString text = QString::fromUtf8(prometheusReport(reportOf({pool, pool})));
    QStringList series;
    for (const QString &line : text.split(u'\n')) {
        if (!line.isEmpty() && !line.startsWith(u'#'))
            series << line.section(u' ', 0, -2);
    }
    QVERIFY(series.size() > 10);
    QCOMPARE(QSet<QString>(series.cbegin(), series.cend()).size(), series.size());
    // One HELP and one TYPE each, and samples of a metric side by side.
    QCOMPARE(text.count(u"# HELP genauth_up "_s), 1);
    QCOMPARE(text.count(u"# TYPE genauth_up gauge"_s), 1);
    // However long the name is that they share.
    const PoolReport longNamed = poolCalled(QString(300, u'x'));
    const QString others = QString::fromUtf8(prometheusReport(reportOf({longNamed, longNamed})));
    QCOMPARE(others.count(u"genauth_up{"_s), 2);
    const qsizetype first = others.indexOf(u"genauth_up{"_s);
    const qsizetype second = others.indexOf(u"genauth_up{"_s, first + 1);
    QVERIFY(others.mid(first).section(u'\n', 0, 0) != others.mid(second).section(u'\n', 0, 0));
}

void TestReportWriters::saysWhyTheLevelIsWorse()
{
    CheckRules rules;
    rules.mauCriticalPercent = 1;
    const CheckReport report = reportOf({demoPoolReport(3, rules)});
    QCOMPARE(report.level(), AlertLevel::Critical);
    const QJsonObject pool =
        QJsonDocument::fromJson(jsonReport(report)).object()["pools"_L1][0].toObject();
    QCOMPARE(pool["reasons"_L1].toArray(), QJsonArray{u"mau_critical"_s});
    QCOMPARE(schemaViolations(report), QStringList());
}

void TestReportWriters::rehearsalsSaySo()
{
    CheckReport report = demoReport();
    report.asOf = demoMoment().addDays(40);
    QVERIFY(nagiosReport(report).contains("- SIMULATED as of 2026-08-10T12:00:00Z -"));
    for (const QByteArray &line : prometheusReport(report).split('\n')) {
        if (!line.isEmpty() && !line.startsWith('#'))
            QVERIFY2(line.contains("simulated=\"true\""), line.constData());
    }
    const QJsonObject json = QJsonDocument::fromJson(jsonReport(report)).object();
    QCOMPARE(json["simulated"_L1], QJsonValue(true));
    QCOMPARE(json["asOf"_L1], QJsonValue(u"2026-08-10T12:00:00Z"_s));
    QCOMPARE(csvRows(csvReport(report)).at(1).last(), u"2026-08-10T12:00:00Z"_s);
}

void TestReportWriters::hostileTexts_data()
{
    QTest::addColumn<QString>("text");
    const QStringList texts = test::hostileTexts();
    for (qsizetype i = 0; i < texts.size(); ++i)
        QTest::addRow("%lld", qlonglong(i)) << texts.at(i);
}

void TestReportWriters::hostileTexts()
{
    QFETCH(QString, text);
    const CheckReport report = reportOf({poolCalled(text), demoPoolReport(0), poolCalled(text)});
    QCOMPARE(schemaViolations(report), QStringList());

    const NagiosLine line(nagiosReport(report));
    QVERIFY(line.isOneLine);
    QCOMPARE(line.rest, QString());
    QVERIFY(line.words.size() < 1000);
    QVERIFY(line.perf.contains(u"Production time_left"_s));

    QString wrong;
    QVERIFY2(isPrometheusText(prometheusReport(report), &wrong), qPrintable(wrong));

    const QList<QStringList> rows = csvRows(csvReport(report));
    QCOMPARE(rows.size(), 4);
    for (const QStringList &row : rows) {
        QCOMPARE(row.size(), rows.first().size());
        for (const QString &cell : row) {
            QVERIFY(cell.size() <= 202);
            QVERIFY(!QStringLiteral("=+-@").contains(cell.trimmed().left(1)) ||
                    cell.trimmed().isEmpty());
        }
    }
    for (const Writer write : {jsonReport, nagiosReport, prometheusReport, csvReport}) {
        const QByteArray written = write(report);
        QVERIFY(written.size() < 40'000);
        const QString all = QString::fromUtf8(written);
        QVERIFY(!all.contains(QRegularExpression(u"[\\x00-\\x09\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f"
                                                 u"\\x{2028}\\x{2029}\\x{202a}-\\x{202e}"
                                                 u"\\x{2066}-\\x{2069}]"_s)));
    }
}

void TestReportWriters::unknownIsAbsent()
{
    const CheckReport report = reportOf({unreachablePool()});
    const QJsonObject pool =
        QJsonDocument::fromJson(jsonReport(report)).object()["pools"_L1][0].toObject();
    for (const QLatin1StringView key : {"package"_L1, "mau"_L1, "end"_L1, "secondsLeft"_L1,
             "secondsOverdue"_L1, "overdueDays"_L1, "lastSuccess"_L1})
        QVERIFY2(!pool.contains(key), key.data());
    QVERIFY(!nagiosReport(report).contains('|'));
    const QByteArray metrics = prometheusReport(report);
    QVERIFY(metrics.contains("genauth_up{pool=\"Far away\",host=\"api.genauth.ai\"} 0\n"));
    for (const char *name : {"end_timestamp", "overdue", "mau", "last_success"})
        QVERIFY2(!metrics.contains(name), name);
}

QTEST_GUILESS_MAIN(TestReportWriters)
#include "tst_reportwriters.moc"
