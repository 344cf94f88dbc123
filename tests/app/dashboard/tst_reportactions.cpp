// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is written for those who do not look at the window.

#include "app/dashboard/reportactions.h"

#include "app/dashboard/settings.h"
#include "core/base/clock.h"
#include "core/models/poolsmodel.h"
#include "tests/app/languages.h"
#include "tests/support/fakeclock.h"
#include "tests/support/qtwarnings.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QJsonObject>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QWidget>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

const QDateTime Noon(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);

Account account(const QString &name)
{
    Account account;
    account.id = QUuid::createUuid();
    account.name = name;
    return account;
}

} // namespace

class TestReportActions : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_window.reset(); }

    void writesTheEndsOfAllPackages();
    void remindsAsTheAlertsDo();
    void movesWithTheRenewal();
    void writesNoCalendarOfNothing();
    void writesAPageOfThePoolThatIsMeant();
    void copiesTheStatusAsText();
    void saysWhyItCannotWrite();
    void needsAPool();

private:
    void learnEnd(const Account &of, const QString &end);
    /** Triggers it, answers the dialog, and returns what was said. */
    QString writeTo(QAction *action, const QString &file);
    /** The lines of the calendar that is written now, unfolded. */
    QStringList calendar();

    QTemporaryDir m_folder;
    FakeClock m_clock;
    Account m_first = account(u"First"_s);
    Account m_second = account(u"Second, third"_s);
    Account m_endless = account(u"Endless"_s);
    Language m_language{Language::defaultDirectory()};
    std::unique_ptr<PoolsModel> m_pools;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<QWidget> m_window;
    ReportActions *m_actions = nullptr; ///< the window's
};

void TestReportActions::init()
{
    failOnQtWarnings();
    m_clock.set(Noon);
    m_language.set(UiLanguage::English);
    m_settings = std::make_unique<Settings>(m_folder.filePath(u"settings.ini"_s));
    m_settings->setAlertSettings({});
    m_pools = std::make_unique<PoolsModel>(m_clock);
    m_pools->setAccounts({m_first, m_second, m_endless});
    learnEnd(m_first, u"2026-12-31 23:59:59"_s);
    learnEnd(m_second, u"2027-01-01 00:00:00"_s);
    learnEnd(m_endless, u"permanent"_s);
    m_window = std::make_unique<QWidget>();
    m_window->show();
    m_actions = new ReportActions({*m_pools, *m_settings, m_language, m_clock}, m_window.get());
    m_actions->retranslate();
    m_actions->setPool(m_first.id);
}

void TestReportActions::learnEnd(const Account &of, const QString &end)
{
    PoolSnapshot snapshot;
    snapshot.package.value =
        Package::fromJson(QJsonObject{{u"endTime"_s, end}}, of.clockOffset).value();
    snapshot.package.receivedAt = m_clock.nowUtc();
    snapshot.package.attemptedAt = m_clock.nowUtc();
    m_pools->absorb(of.id, snapshot);
}

QString TestReportActions::writeTo(QAction *action, const QString &file)
{
    QSignalSpy said(m_actions, &ReportActions::said);
    action->trigger();
    const auto dialogs = m_window->findChildren<QFileDialog *>(u"fileExportDialog"_s);
    if (dialogs.isEmpty())
        return u"no dialog"_s;
    emit dialogs.constLast()->fileSelected(file);
    dialogs.constLast()->close();
    if (said.isEmpty() && !said.wait())
        return u"nothing said"_s;
    return said.constFirst().constFirst().toString();
}

QStringList TestReportActions::calendar()
{
    const QString name = m_folder.filePath(u"ends.ics"_s);
    if (writeTo(m_actions->calendarAction(), name) != u"ends.ics is written."_s)
        return {};
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).remove(u"\r\n "_s).split(u"\r\n"_s);
}

void TestReportActions::writesTheEndsOfAllPackages()
{
    const QStringList lines = calendar();
    QCOMPARE(lines.count(u"BEGIN:VEVENT"_s), 2);               // what has no end has no day
    QVERIFY(lines.contains(u"DTSTART;VALUE=DATE:20261231"_s)); // in the pool's clock
    QVERIFY(lines.contains(u"DTSTART;VALUE=DATE:20270101"_s));
    QVERIFY(lines.contains(u"SUMMARY:First: the package ends"_s));
    QVERIFY(lines.contains(u"SUMMARY:Second\\, third: the package ends"_s));
    QVERIFY(lines.contains(u"DTSTAMP:20261123T120000Z"_s));
    QVERIFY(
        lines.filter(u"DESCRIPTION:The package ends on 31 Dec 2026\\, 23:59:59 Beijing"_s).size() ==
        1);
}

void TestReportActions::remindsAsTheAlertsDo()
{
    AlertSettings alerts;
    alerts.thresholds.endDays = {20, 2};
    alerts.overrides.insert(m_second.id, {.on = {{AlertRule::EndsSoon, false}}});
    m_settings->setAlertSettings(alerts);
    QCOMPARE(
        calendar().filter(u"TRIGGER:"_s), (QStringList{u"TRIGGER:-P20D"_s, u"TRIGGER:-P2D"_s}));
}

void TestReportActions::movesWithTheRenewal()
{
    const QStringList before = calendar();
    m_clock.set(Noon.addSecs(3600));
    learnEnd(m_first, u"2027-12-31 23:59:59"_s);
    const QStringList after = calendar();
    QCOMPARE(after.filter(u"UID:"_s), before.filter(u"UID:"_s));
    QVERIFY(after.contains(u"DTSTART;VALUE=DATE:20271231"_s));
    QVERIFY(!after.contains(u"DTSTART;VALUE=DATE:20261231"_s));
    const auto sequence = [](const QStringList &lines, int event) {
        return lines.filter(u"SEQUENCE:"_s).at(event).section(u':', 1).toLongLong();
    };
    QCOMPARE(sequence(after, 0), sequence(before, 0) + 3600);
    QCOMPARE(sequence(after, 1), sequence(before, 1)); // nothing new of that one
}

void TestReportActions::writesNoCalendarOfNothing()
{
    const Account unknown = account(u"Not asked yet"_s);
    m_pools->setAccounts({m_first, m_endless, unknown});
    QCOMPARE(writeTo(m_actions->calendarAction(), m_folder.filePath(u"some.ics"_s)),
        u"some.ics is written. 1 pool of which no end is known is not in it."_s);
    m_pools->setAccounts({m_endless, unknown});
    const QSignalSpy said(m_actions, &ReportActions::said);
    m_actions->calendarAction()->trigger();
    QCOMPARE(said.constFirst().constFirst().toString(),
        u"No package ends on a day that is known: there is nothing to put into a calendar."_s);
    QVERIFY(m_window->findChildren<QFileDialog *>().size() <= 1); // the one of before
}

void TestReportActions::writesAPageOfThePoolThatIsMeant()
{
    m_actions->setPool(m_second.id);
    const QList<QAction *> reports = m_actions->reportMenu()->actions();
    QCOMPARE(reports.size(), 3);
    for (QAction *report : reports) {
        const QString name = m_folder.filePath(report->objectName() + u".pdf"_s);
        QVERIFY(writeTo(report, name).endsWith(u"is written."_s));
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("%PDF-"));
    }
    const auto dialogs = m_window->findChildren<QFileDialog *>(u"fileExportDialog"_s);
    QVERIFY(dialogs.constLast()->selectedFiles().constFirst().endsWith(
        u"/genauth-status-Second-third.pdf"_s));
}

void TestReportActions::copiesTheStatusAsText()
{
    m_actions->setPool(m_second.id);
    QSignalSpy said(m_actions, &ReportActions::said);
    m_actions->copyAction()->trigger();
    QCOMPARE(
        said.constFirst().constFirst().toString(), u"The status of Second, third is copied."_s);
    const QStringList english = QApplication::clipboard()->text().split(u'\n');
    QCOMPARE(english.constFirst(), u"Second, third"_s);
    QVERIFY(english.contains(u"MAU used: unknown"_s));
    QVERIFY(english.filter(u"Ends: 1 Jan 2027 (38 days left · 00:00, Beijing time"_s).size() == 1);
    QVERIFY(!english.contains(QString()));
    m_language.set(UiLanguage::Chinese);
    m_actions->copyAction()->trigger();
    const QStringList chinese = QApplication::clipboard()->text().split(u'\n');
    QCOMPARE(chinese.size(), english.size());
    QVERIFY(chinese.filter(u"2027年1月1日"_s).size() == 1);
}

void TestReportActions::saysWhyItCannotWrite()
{
    const QString said = writeTo(m_actions->calendarAction(), m_folder.path());
    QVERIFY2(
        said.endsWith(u"could not be written: This is not an ordinary file."_s), qPrintable(said));
}

void TestReportActions::needsAPool()
{
    QVERIFY(m_actions->reportMenu()->isEnabled());
    m_actions->setPool({});
    QVERIFY(!m_actions->reportMenu()->isEnabled());
    QVERIFY(!m_actions->copyAction()->isEnabled());
    QVERIFY(m_actions->calendarAction()->isEnabled());
    m_pools->setAccounts({});
    m_actions->setPool({});
    QVERIFY(!m_actions->calendarAction()->isEnabled());
}

QTEST_MAIN(TestReportActions)
#include "tst_reportactions.moc"
