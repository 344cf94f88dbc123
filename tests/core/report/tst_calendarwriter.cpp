// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the calendar says is read back by a parser of others: Debian's python3-icalendar.

#include "core/report/calendarwriter.h"

#include "tests/support/qtwarnings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace genauth;
using namespace Qt::StringLiterals;

namespace {

/** Each event as a JSON object, texts unescaped, and what the alarms of it are. */
const char *const Reader = R"(
import json, sys, icalendar
calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
def event(e):
    return {'uid': str(e['UID']), 'sequence': int(e['SEQUENCE']),
        'stamp': e['DTSTAMP'].dt.isoformat(), 'modified': e['LAST-MODIFIED'].dt.isoformat() if 'LAST-MODIFIED' in e else '',
        'start': e['DTSTART'].dt.isoformat(), 'end': e['DTEND'].dt.isoformat(),
        'summary': str(e['SUMMARY']), 'description': str(e.get('DESCRIPTION', '')),
        'properties': len(list(e.items())), 'errors': len(e.errors),
        'alarms': [int(a['TRIGGER'].dt.total_seconds()) for a in e.walk('VALARM')],
        'alarmWords': [str(a['DESCRIPTION']) for a in e.walk('VALARM')]}
print(json.dumps({'name': str(calendar['X-WR-CALNAME']), 'version': str(calendar['VERSION']),
    'parts': len(calendar.subcomponents), 'events': [event(e) for e in calendar.walk('VEVENT')]}))
)";

QJsonObject readBack(const QByteArray &calendar)
{
    QProcess python;
    // Debian's modules belong to Debian's interpreter.
    python.start(u"/usr/bin/python3"_s, {u"-c"_s, QString::fromLatin1(Reader)});
    python.write(calendar);
    python.closeWriteChannel();
    if (!python.waitForFinished() || python.exitCode() != 0)
        return {{"problem"_L1, QString::fromUtf8(python.readAllStandardError())}};
    return QJsonDocument::fromJson(python.readAllStandardOutput()).object();
}

const QDateTime Written(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);

PackageEndEvent sample()
{
    return {.account = QUuid(u"{6f9619ff-8b86-d011-b42d-00c04fc964ff}"_s),
        .day = QDate(2026, 12, 31),
        .learnedAt = Written.addSecs(-60),
        .summary = u"Production: package ends"_s,
        .description = u"Ends on 31 Dec 2026\n10,000 MAU"_s,
        .alarmDays = {30, 7, 1}};
}

QJsonObject onlyEvent(const PackageEndEvent &event)
{
    const QJsonObject calendar = readBack(calendarOf({event}, u"Ends"_s, Written));
    if (calendar["parts"_L1].toInt() != 1)
        return calendar;
    return calendar["events"_L1].toArray().at(0).toObject();
}

} // namespace

class TestCalendarWriter : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnQtWarnings(); }

    void writesAnAllDayEvent();
    void remindsBeforehand();
    void movesTheEventOfARenewedPackage();
    void foldsLinesBetweenCharacters();
    void keepsHostileTextsInTheirProperty_data();
    void keepsHostileTextsInTheirProperty();
    void writesSeveralEvents();
    void leavesOutAMomentThatNobodyKnows();
};

void TestCalendarWriter::writesAnAllDayEvent()
{
    const QJsonObject event = onlyEvent(sample());
    QCOMPARE(event["uid"_L1].toString(),
        u"6f9619ff-8b86-d011-b42d-00c04fc964ff-package-end@genauth-dashboard"_s);
    QCOMPARE(event["start"_L1].toString(), u"2026-12-31"_s);
    QCOMPARE(event["end"_L1].toString(), u"2027-01-01"_s); // which is not of it any more
    QCOMPARE(event["stamp"_L1].toString(), u"2026-11-23T12:00:00+00:00"_s);
    QCOMPARE(event["modified"_L1].toString(), u"2026-11-23T11:59:00+00:00"_s);
    QCOMPARE(event["summary"_L1].toString(), sample().summary);
    QCOMPARE(event["description"_L1].toString(), sample().description);
    QCOMPARE(event["errors"_L1].toInt(), 0);
}

void TestCalendarWriter::remindsBeforehand()
{
    const QJsonObject event = onlyEvent(sample());
    QCOMPARE(event["alarms"_L1].toArray(), (QJsonArray{-30 * 86'400, -7 * 86'400, -86'400}));
    QCOMPARE(event["alarmWords"_L1].toArray().at(2).toString(), sample().summary);
}

void TestCalendarWriter::movesTheEventOfARenewedPackage()
{
    PackageEndEvent renewed = sample();
    renewed.day = QDate(2027, 12, 31);
    renewed.learnedAt = sample().learnedAt.addSecs(1);
    const QJsonObject before = onlyEvent(sample());
    const QJsonObject after = onlyEvent(renewed);
    QCOMPARE(after["uid"_L1], before["uid"_L1]);
    QVERIFY(after["sequence"_L1].toInt() > before["sequence"_L1].toInt());
    QVERIFY(after["modified"_L1].toString() > before["modified"_L1].toString());
    QCOMPARE(after["start"_L1].toString(), u"2027-12-31"_s);
    QCOMPARE(onlyEvent(sample()), before); // the same answer again is no revision
    PackageEndEvent unknown = sample();
    unknown.learnedAt = {};
    QVERIFY(calendarOf({unknown}, {}, Written).contains("SEQUENCE:0\r\n"));
}

void TestCalendarWriter::foldsLinesBetweenCharacters()
{
    PackageEndEvent event = sample();
    event.summary = u"a"_s + u"套餐😀"_s.repeated(60);
    const QByteArray calendar = calendarOf({event}, u"x"_s.repeated(75), Written);
    for (const QByteArray &line : calendar.split('\n')) {
        QVERIFY2(line.size() <= 76, line); // 75 octets, and the CR
        QVERIFY(QString::fromUtf8(line).indexOf(QChar::ReplacementCharacter) < 0);
    }
    QCOMPARE(onlyEvent(event)["summary"_L1].toString(), event.summary);
    // A backslash before an n is no line's end; this reader, for one, confuses the two.
    event.summary = u"a\\nb"_s;
    QVERIFY(calendarOf({event}, {}, Written).contains("SUMMARY:a\\\\nb\r\n"));
}

void TestCalendarWriter::keepsHostileTextsInTheirProperty_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("said");
    QTest::newRow("a line of its own")
        << u"x\r\nEND:VEVENT\r\nBEGIN:VEVENT"_s << u"x\nEND:VEVENT\nBEGIN:VEVENT"_s;
    QTest::newRow("a bare return") << u"x\rATTACH:file"_s << u"x\nATTACH:file"_s;
    QTest::newRow("signs of the format") << u"a;b,c\\d\\:\"e\""_s << u"a;b,c\\d\\:\"e\""_s;
    QTest::newRow("controls") << u"a\0b\u0007c\u0085d"_s << u"abcd"_s;
    QTest::newRow("separators") << u"a\u2028b\u2029c"_s << u"a\nb\nc"_s;
    QTest::newRow("right to left") << u"\u202Eabc\u2067"_s << u"\u202Eabc\u2067"_s;
    QTest::newRow("a formula") << u"=1+1 %n %1"_s << u"=1+1 %n %1"_s;
    QTest::newRow("five megabytes") << u"套餐,"_s.repeated(600'000) << u"套餐,"_s.repeated(600'000);
}

void TestCalendarWriter::keepsHostileTextsInTheirProperty()
{
    QFETCH(QString, text);
    QFETCH(QString, said);
    PackageEndEvent event = sample();
    event.summary = text;
    event.description = text;
    event.alarmDays = {7};
    const QJsonObject read = onlyEvent(event);
    QVERIFY2(!read.contains("problem"_L1), qPrintable(read["problem"_L1].toString()));
    QCOMPARE(read["summary"_L1].toString(), said);
    QCOMPARE(read["description"_L1].toString(), said);
    QCOMPARE(read["alarmWords"_L1].toArray().at(0).toString(), said);
    QCOMPARE(read["properties"_L1], onlyEvent(sample())["properties"_L1]);
    QCOMPARE(readBack(calendarOf({sample()}, text, Written))["name"_L1].toString(), said);
}

void TestCalendarWriter::writesSeveralEvents()
{
    const QJsonObject calendar = readBack(calendarOf({sample(), sample()}, u"Ends"_s, Written));
    QCOMPARE(calendar["parts"_L1].toInt(), 2);
    QCOMPARE(calendar["version"_L1].toString(), u"2.0"_s);
}

void TestCalendarWriter::leavesOutAMomentThatNobodyKnows()
{
    PackageEndEvent event = sample();
    event.learnedAt = {};
    QVERIFY(!calendarOf({event}, u"Ends"_s, Written).contains("LAST-MODIFIED"));
    QCOMPARE(onlyEvent(event)["errors"_L1].toInt(-1), 0);
}

QTEST_GUILESS_MAIN(TestCalendarWriter)
#include "tst_calendarwriter.moc"
