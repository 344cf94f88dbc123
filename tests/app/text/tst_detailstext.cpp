// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/detailstext.h"

#include "core/base/displaytext.h"
#include "tests/app/languages.h"

#include <QTest>

using namespace genauth;
using namespace Qt::StringLiterals;

namespace {

Account account()
{
    Account account;
    account.name = u"Mine"_s;
    account.host = QUrl(u"https://id.example:8443/auth"_s);
    account.proxy = {ProxyChoice::Mode::Given, u"proxy.example"_s, 3128, u"proxy-user"_s};
    return account;
}

QDateTime moment(int minute)
{
    return {QDate(2026, 7, 1), QTime(12, minute), Qt::UTC};
}

/** An answer that was good, at 12:00. */
PoolSnapshot good()
{
    PoolSnapshot snapshot;
    snapshot.poolId = u"pool-1"_s;
    Package package;
    package.endTime = {EndTime::Kind::At,
        QDateTime(QDate(2026, 11, 11), QTime(0, 0), Qt::OffsetFromUTC, 8 * 3600), true,
        u"2026-11-11 00:00:00"_s};
    snapshot.package.value = package;
    snapshot.package.receivedAt = moment(0);
    snapshot.package.attemptedAt = moment(0);
    snapshot.package.answer = {200, 200, 0, u"req-good"_s, moment(1)};
    return snapshot;
}

/** The good one, then an attempt at 12:30 that failed like this. */
PoolSnapshot failed(const ApiError &error)
{
    PoolSnapshot newer;
    newer.package.attemptedAt = moment(30);
    newer.package.error = error;
    newer.package.answer = {
        error.httpStatus, error.statusCode, error.apiCode, error.requestId, error.serverDate};
    PoolSnapshot snapshot = good();
    snapshot.absorb(newer);
    return snapshot;
}

QString valueOf(const PoolSnapshot &snapshot, const QString &label)
{
    const QStringList lines = DetailsText::forSupport(account(), snapshot).split(u'\n');
    for (const QString &line : lines) {
        if (line.startsWith(label + u": "_s))
            return line.mid(label.size() + 2);
    }
    return {};
}

} // namespace

class TestDetailsText : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_language.set(UiLanguage::English);
    }

    void tellsWhatSupportAsksFor();
    void tellsOfAFailure();
    void takesNoCodesFromAnEarlierAnswer();
    void saysLittleOfWhatWasNeverAsked();
    void speaksTheWindowsLanguage_data() { test::bothLanguages(); }
    void speaksTheWindowsLanguage();
    void speaksEnglishToSupport();
    void keepsHostileTextPlain();
    void holdsNoSecret();

private:
    Language m_language{Language::defaultDirectory()};
};

void TestDetailsText::tellsWhatSupportAsksFor()
{
    // TZ is America/New_York: four hours behind UTC in July.
    QCOMPARE(DetailsText::forSupport(account(), good()),
        u"Last attempt: 2026-07-01T08:00:00-04:00\n"
        "Last answer: 2026-07-01T08:00:00-04:00\n"
        "Operation: get-current-package-info\n"
        "Outcome: ok\n"
        "HTTP status: 200\n"
        "statusCode: 200\n"
        "apiCode: 0\n"
        "requestId: req-good\n"
        "Server's clock: 2026-07-01T12:01:00Z\n"
        "Host: https://id.example:8443/auth\n"
        "User pool: pool-1\n"
        "End time as sent: 2026-11-11 00:00:00\n"
        "End time as read: 2026-11-11T00:00:00+08:00\n"
        "Program: genauth-dashboard " GENAUTH_VERSION ", Qt "_s +
            QString::fromLatin1(qVersion()) + u'\n');
}

void TestDetailsText::tellsOfAFailure()
{
    const PoolSnapshot snapshot = failed({.kind = ErrorKind::UnreadableField,
        .operation = u"get-management-token"_s,
        .httpStatus = 207,
        .statusCode = 299,
        .apiCode = 2020,
        .requestId = u"req-bad"_s,
        .serverMessage = u"no"_s,
        .subject = u"data.access_token"_s});
    QCOMPARE(valueOf(snapshot, u"Last attempt"_s), u"2026-07-01T08:30:00-04:00"_s);
    QCOMPARE(valueOf(snapshot, u"Last answer"_s), u"2026-07-01T08:00:00-04:00"_s);
    QCOMPARE(valueOf(snapshot, u"Operation"_s), u"get-management-token"_s);
    QCOMPARE(valueOf(snapshot, u"Outcome"_s), u"UnreadableField: data.access_token"_s);
    QCOMPARE(valueOf(snapshot, u"HTTP status"_s), u"207"_s);
    QCOMPARE(valueOf(snapshot, u"statusCode"_s), u"299"_s);
    QCOMPARE(valueOf(snapshot, u"apiCode"_s), u"2020"_s);
    QCOMPARE(valueOf(snapshot, u"requestId"_s), u"req-bad"_s);
    QCOMPARE(valueOf(snapshot, u"Server's words"_s), u"no"_s);
    QCOMPARE(valueOf(snapshot, u"Server's clock"_s), QString());
}

void TestDetailsText::takesNoCodesFromAnEarlierAnswer()
{
    const PoolSnapshot snapshot = failed({.kind = ErrorKind::TimedOut});
    QCOMPARE(snapshot.package.answer.requestId, u"req-good"_s); // it is there, and would mislead
    QCOMPARE(valueOf(snapshot, u"Outcome"_s), u"TimedOut"_s);
    for (const char *label :
        {"HTTP status", "statusCode", "apiCode", "requestId", "Server's clock", "Server's words"})
        QVERIFY2(valueOf(snapshot, QLatin1String(label)).isEmpty(), label);
    QVERIFY(!DetailsText::forSupport(account(), snapshot).contains(u"req-good"_s));
}

void TestDetailsText::saysLittleOfWhatWasNeverAsked()
{
    const QString text = DetailsText::forSupport(account(), {});
    for (const char *label : {"Last attempt", "Last answer", "Outcome", "HTTP status", "statusCode",
             "apiCode", "requestId", "Server's clock", "User pool", "End time"})
        QVERIFY2(!text.contains(QLatin1String(label)), label);
    QVERIFY(text.contains(u"Host: https://id.example:8443/auth\n"_s));
}

void TestDetailsText::speaksTheWindowsLanguage()
{
    const UiLanguage language = test::languageOfRow();
    m_language.set(language);
    const auto lines = DetailsText::lines(account(), good());
    QCOMPARE(lines.size(), 14);
    QStringList labels;
    for (const DetailsText::Line &line : lines) {
        // The names of JSON members are the vendor's, in every language.
        const QStringList names{u"statusCode"_s, u"apiCode"_s, u"requestId"_s};
        QVERIFY2(names.contains(line.label) || test::isSaidIn(language, line.label),
            qPrintable(line.label));
        QVERIFY(!labels.contains(line.label));
        labels << line.label;
    }
    QCOMPARE(
        labels.constFirst(), language == UiLanguage::Chinese ? u"上次请求"_s : u"Last attempt"_s);
}

void TestDetailsText::speaksEnglishToSupport()
{
    const QString english = DetailsText::forSupport(account(), good());
    m_language.set(UiLanguage::Chinese);
    QCOMPARE(DetailsText::forSupport(account(), good()), english);
    QVERIFY(!test::hasHan(english));
}

void TestDetailsText::keepsHostileTextPlain()
{
    const QString nasty = u"<b>%1</b>\n\u202EHTTP status: 200\u2028"_s + QString(5000, u'x');
    PoolSnapshot snapshot = failed({.kind = ErrorKind::ServerError,
        .httpStatus = 500,
        .requestId = nasty,
        .serverMessage = nasty,
        .subject = nasty});
    snapshot.poolId = nasty;
    snapshot.package.value->endTime.asSent = nasty;
    const QString text = DetailsText::forSupport(account(), snapshot);
    // One line a fact: nothing of a server's can pass for a line of its own.
    QCOMPARE(text.count(u'\n'), DetailsText::lines(account(), snapshot).size());
    QVERIFY(!text.contains(u'\u202E') && !text.contains(u'\u2028'));
    for (const char *label : {"requestId", "Server's words", "User pool", "End time as sent"}) {
        const QString value = valueOf(snapshot, QLatin1String(label));
        QVERIFY2(value.startsWith(u"<b>%1</b>\uFFFDHTTP status: 200\uFFFDxx"_s), label);
        QCOMPARE(value.size(), MaxDisplayText);
    }
    for (const DetailsText::Line &line : DetailsText::lines(account(), snapshot))
        QVERIFY2(!line.value.contains(u'\n'), qPrintable(line.label));
}

void TestDetailsText::holdsNoSecret()
{
    Account account = ::account();
    account.host = QUrl(u"https://user:CANARY-PASSWORD@id.example/?key=CANARY-QUERY"_s);
    const QString text = DetailsText::forSupport(account, good());
    QVERIFY2(!text.contains(u"CANARY"_s), qPrintable(text));
    QVERIFY(!text.contains(u"proxy"_s));
}

QTEST_GUILESS_MAIN(TestDetailsText)
#include "tst_detailstext.moc"
