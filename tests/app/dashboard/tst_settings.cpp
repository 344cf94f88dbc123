// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/settings.h"
#include "core/sync/poolsrefresher.h"
#include "tests/support/qtwarnings.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace genauth;
using namespace Qt::StringLiterals;

class TestSettings : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnQtWarnings(); }

    void remembers();
    void knowsNothingAtFirst();
    void readingMakesNoFile();
    void doubtsWhatItReads_data();
    void doubtsWhatItReads();
    void countsSlotsWithinReason_data();
    void countsSlotsWithinReason();
    void keepsWhatThePreferencesChoose();
    void doubtsNumbersAndFlags_data();
    void doubtsNumbersAndFlags();
    void liesWhereTheDesktopKeepsSettings();
    void hasNoFileWithoutAHome();
};

void TestSettings::remembers()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"deep/down/dashboard.ini"_s);
    {
        Settings settings(file);
        settings.setLanguage(UiLanguage::Chinese);
        settings.setTheme(ThemeChoice::Dark);
        settings.setWindowGeometry("geometry\0\xff"_ba);
        settings.setPoolsTable("table\0\xff"_ba);
        settings.setSlotCount(16);
    }
    QVERIFY(QFile::exists(file));
    {
        Settings settings(file);
        QCOMPARE(settings.language(), std::optional(UiLanguage::Chinese));
        QCOMPARE(settings.theme(), ThemeChoice::Dark);
        QCOMPARE(settings.windowGeometry(), "geometry\0\xff"_ba);
        QCOMPARE(settings.poolsTable(), "table\0\xff"_ba);
        QCOMPARE(settings.slotCount(), 16);
        settings.setLanguage(UiLanguage::English);
        settings.setTheme(ThemeChoice::System);
    }
    const Settings settings(file);
    QCOMPARE(settings.language(), std::optional(UiLanguage::English));
    QCOMPARE(settings.theme(), ThemeChoice::System);
}

void TestSettings::knowsNothingAtFirst()
{
    const QTemporaryDir folder;
    const Settings settings(folder.filePath(u"none.ini"_s));
    QVERIFY(!settings.language());
    QCOMPARE(settings.theme(), ThemeChoice::System);
    QVERIFY(settings.windowGeometry().isEmpty());
    QCOMPARE(settings.slotCount(), PoolsRefresher::DefaultSlots);
}

void TestSettings::readingMakesNoFile()
{
    const QTemporaryDir folder;
    {
        const Settings settings(folder.filePath(u"deep/none.ini"_s));
        QVERIFY(!settings.language());
    }
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestSettings::doubtsWhatItReads_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("other values") << "[General]\nlanguage=klingon\ntheme=purple\n"_ba;
    QTest::newRow("lists") << "[General]\nlanguage=@Invalid()\ntheme=a, b\n"_ba;
    QTest::newRow("no settings at all") << "\0\1\2\xff<html>"_ba;
}

void TestSettings::doubtsWhatItReads()
{
    QFETCH(QByteArray, content);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"dashboard.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    const Settings settings(file.fileName());
    QVERIFY(!settings.language());
    QCOMPARE(settings.theme(), ThemeChoice::System);
}

void TestSettings::countsSlotsWithinReason_data()
{
    QTest::addColumn<QByteArray>("stored");
    QTest::addColumn<int>("slotCount");
    const auto row = [](const char *stored, int slotCount) {
        QTest::newRow(*stored ? stored : "nothing") << QByteArray(stored) << slotCount;
    };
    row("1", 1);
    row("3", 3); // edited by hand
    row("64", Settings::MostSlots);
    for (const char *unusable :
        {"", "0", "-1", "65", "99999999999", "4.5", "four", "1,2", "@Invalid()"})
        row(unusable, PoolsRefresher::DefaultSlots);
}

void TestSettings::countsSlotsWithinReason()
{
    QFETCH(const QByteArray, stored);
    QFETCH(const int, slotCount);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"dashboard.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[refresh]\npoolsAtOnce=" + stored + '\n');
    file.close();
    QCOMPARE(Settings(file.fileName()).slotCount(), slotCount);
}

void TestSettings::keepsWhatThePreferencesChoose()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"dashboard.ini"_s);
    AlertSettings alerts;
    alerts.thresholds.off = {AlertRule::Paid};
    alerts.thresholds.endDays = {60, 5};
    alerts.overrides[QUuid::createUuid()].mauPercents = QList<int>{70};
    alerts.quietHours.isOn = true;
    const HookSettings hook{
        u"/usr/bin/notify team"_s, {u"a, b"_s, u"\"c\""_s}, std::chrono::seconds(5)};
    {
        Settings settings(file);
        settings.setRefreshInterval(std::chrono::minutes(30));
        settings.setAlertSettings(alerts);
        settings.setHook(hook);
        settings.setStartMinimized(true);
        settings.setCloseToTray(true);
        settings.setHistoryDays(30);
        QVERIFY(settings.marksCsv()); // unless told otherwise
        settings.setMarksCsv(false);
    }
    const Settings settings(file);
    QCOMPARE(settings.refreshInterval(), std::chrono::minutes(30));
    QCOMPARE(settings.alertSettings(), alerts);
    QCOMPARE(settings.hook(), hook);
    QVERIFY(settings.startMinimized());
    QVERIFY(settings.closeToTray());
    QCOMPARE(settings.historyDays(), 30);
    QVERIFY(!settings.marksCsv());
}

void TestSettings::doubtsNumbersAndFlags_data()
{
    QTest::addColumn<QByteArray>("stored");
    QTest::addColumn<int>("minutes");
    QTest::addColumn<int>("days");
    QTest::addColumn<bool>("closeToTray");
    QTest::newRow("nothing") << QByteArray() << 60 << 90 << false;
    QTest::newRow("off") << "0"_ba << 0 << 7 << false;
    QTest::newRow("too often") << "1"_ba << 10 << 7 << false;
    QTest::newRow("too seldom") << "99999"_ba << 1440 << 3650 << false;
    QTest::newRow("negative") << "-5"_ba << 60 << 7 << false;
    QTest::newRow("no number") << "soon"_ba << 60 << 90 << false;
    QTest::newRow("a word for yes") << "true"_ba << 60 << 90 << true;
}

void TestSettings::doubtsNumbersAndFlags()
{
    QFETCH(QByteArray, stored);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"dashboard.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    if (!stored.isEmpty())
        file.write("[refresh]\nintervalMinutes=" + stored + "\n[data]\nhistoryDays=" + stored +
                   "\n[window]\ncloseToTray=" + stored + "\n[alerts]\nsettings=" + stored +
                   "\nhookSeconds=" + stored + "\n");
    file.close();
    const Settings settings(file.fileName());
    QTEST(static_cast<int>(settings.refreshInterval().count()), "minutes");
    QTEST(settings.historyDays(), "days");
    QTEST(settings.closeToTray(), "closeToTray");
    QVERIFY(!settings.startMinimized());
    QCOMPARE(settings.alertSettings(), AlertSettings());
    QVERIFY(settings.hook().timeLimit >= std::chrono::seconds(1));
    QVERIFY(settings.hook().timeLimit <= HookSettings::LongestTimeLimit);
}

void TestSettings::liesWhereTheDesktopKeepsSettings()
{
    QCOMPARE(Settings::defaultFile(),
        qEnvironmentVariable("XDG_CONFIG_HOME") + u"/genauth-dashboard/dashboard.ini"_s);
}

void TestSettings::hasNoFileWithoutAHome()
{
    const QByteArray home = qgetenv("HOME");
    const QByteArray config = qgetenv("XDG_CONFIG_HOME");
    qunsetenv("HOME");
    qunsetenv("XDG_CONFIG_HOME");
    const QString homeless = Settings::defaultFile();
    qputenv("HOME", home);
    const QString atHome = Settings::defaultFile();
    qputenv("XDG_CONFIG_HOME", config);
    QCOMPARE(homeless, QString());
    QCOMPARE(atHome, QString::fromLocal8Bit(home) + u"/.config/genauth-dashboard/dashboard.ini"_s);
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
