// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/dashboard.h"
#include "tests/core/accounts/sampleaccounts.h"
#include "tests/core/accounts/storefiles.h"
#include "tests/core/store/samplesnapshots.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <memory>

#include <sys/stat.h>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

/** A dashboard with its window open. */
class Opened
{
public:
    explicit Opened(const CommandLine &line = {}, std::optional<PoolAccess> pool = {})
        : m_dashboard(std::make_unique<Dashboard>(line, std::move(pool)))
    {
        m_dashboard->start();
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *window = qobject_cast<MainWindow *>(widget))
                m_window = window;
        }
    }

    ~Opened() { QApplication::setPalette(QPalette()); } // the next one finds the desktop's
    Q_DISABLE_COPY_MOVE(Opened)

    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] QString text(const char *label)
    {
        return m_window->findChild<QLabel *>(QLatin1String(label))->text();
    }
    void trigger(const char *action)
    {
        m_window->findChild<QAction *>(QLatin1String(action))->trigger();
    }

private:
    std::unique_ptr<Dashboard> m_dashboard;
    MainWindow *m_window = nullptr;
};

} // namespace

/** All that runs behind one window, put together as the program does. */
class TestDashboard : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { ::umask(077); } // as the program does first
    void init();

    void opensAtOnce();
    void opensOnWhatWasLastKnown();
    void opensOnThePoolThatIsMeant();
    void remembersTheLanguage();
    void remembersTheTheme();
    void remembersItsPlace();
    void optionsAreForThisRun();
    void borrowsTheUsersSettings_data();
    void borrowsTheUsersSettings();
    void saysThatTheDemoIsMissing();
    void startsTheDemoOnlyIfEmpty();
    void takesTheSecretFromTheEnvironment();

private:
    std::unique_ptr<QTemporaryDir> m_home;
    QString m_file;
};

void TestDashboard::init()
{
    failOnQtWarnings();
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_home->path()));
    m_file = m_home->filePath(u"genauth-dashboard/dashboard.ini"_s);
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_home->path()));
    QCOMPARE(Settings::defaultFile(), m_file);
}

void TestDashboard::opensAtOnce()
{
    FaultyServer server;
    server.answerRest(silence());
    // Before one turn of the event loop, and whatever the server does.
    Opened it({}, PoolAccess{accountOn(server.url()), canaryKey()});
    QVERIFY(it.window().isVisible());
    QCOMPARE(it.text("packageNameLabel"), u"Asking 127.0.0.1…"_s);
    QVERIFY(server.requests().isEmpty());
    QTRY_COMPARE(server.requests().size(), 1);
    QVERIFY(!QFile::exists(BillingStore::defaultFile())); // the environment's pools are not kept
}

void TestDashboard::opensOnWhatWasLastKnown()
{
    const Account account = plainAccount(1);
    QVERIFY(!AccountStore(AccountStore::defaultFile()).change([&](AccountList &list) {
        list.accounts.append(account);
    }));
    const SystemClock clock;
    const QDateTime twoHoursAgo = clock.nowUtc().addSecs(-2 * 3600 - 60);
    BillingStore(BillingStore::defaultFile(), clock)
        .save(account, fullSnapshot(7, twoHoursAgo, account));
    {
        // Before one turn of the event loop, and without a keyring.
        Opened it;
        QVERIFY(it.window().isVisible());
        QCOMPARE(it.text("packageNameLabel"), u"Package 7"_s);
        const auto *freshness = it.window().findChild<QLabel *>(u"freshnessLabel"_s);
        QVERIFY2(freshness->text().contains(u"Updated 2 h"_s), qPrintable(freshness->text()));
        QVERIFY(it.window().findChild<QWidget *>(u"storeBanner"_s)->isHidden());
    }
    QVERIFY(fill(BillingStore::defaultFile(), "no database at all"));
    Opened it;
    QVERIFY(it.window().findChild<QWidget *>(u"storeBanner"_s)->isVisible());
    QVERIFY(it.text("packageNameLabel") != u"Package 7"_s);
}

void TestDashboard::opensOnThePoolThatIsMeant()
{
    const QList<Account> accounts{plainAccount(1), plainAccount(2)};
    QVERIFY(!AccountStore(AccountStore::defaultFile()).change([&](AccountList &list) {
        list.accounts = accounts;
    }));
    const SystemClock clock;
    {
        BillingStore store(BillingStore::defaultFile(), clock);
        for (int number = 1; number <= 2; ++number) {
            const Account &account = accounts.at(number - 1);
            PoolSnapshot known = fullSnapshot(number, clock.nowUtc().addSecs(-60), account);
            known.poolId = u"pool-%1"_s.arg(number);
            store.save(account, known);
        }
    }
    // The list of one's own pools does not know their user pools' ids: answers tell them.
    for (int number = 1; number <= 2; ++number) {
        CommandLine line;
        line.pool = u"pool-%1"_s.arg(number);
        Opened it(line);
        QCOMPARE(it.text("packageNameLabel"), u"Package %1"_s.arg(number));
    }
}

void TestDashboard::remembersTheLanguage()
{
    {
        Opened it;
        QCOMPARE(it.window().windowTitle(), u"GenAuth Package Dashboard"_s); // the system's
        QTest::mouseClick(
            it.window().findChild<QToolButton *>(u"languageButton"_s), Qt::LeftButton);
        QTRY_COMPARE(it.window().windowTitle(), u"GenAuth 套餐看板"_s);
    }
    QVERIFY(contentOf(m_file).contains("language=zh"));
    // For this user's eyes.
    QCOMPARE(QFile::permissions(m_file) &
                 (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
        QFile::Permissions());
    QCOMPARE(QFile::permissions(QFileInfo(m_file).path()) & (QFile::ExeGroup | QFile::ExeOther),
        QFile::Permissions());
    {
        Opened it;
        QCOMPARE(it.window().windowTitle(), u"GenAuth 套餐看板"_s);
        it.trigger("englishAction");
    }
    Opened it;
    QCOMPARE(it.window().windowTitle(), u"GenAuth Package Dashboard"_s);
}

void TestDashboard::remembersTheTheme()
{
    {
        Opened it;
        it.trigger("darkThemeAction");
        QCOMPARE(QApplication::palette().color(QPalette::Window), Theme::darkColors().window);
    }
    {
        Opened it;
        QCOMPARE(QApplication::palette().color(QPalette::Window), Theme::darkColors().window);
        QVERIFY(it.window().findChild<QAction *>(u"darkThemeAction"_s)->isChecked());
        it.trigger("lightThemeAction");
        QCOMPARE(QApplication::palette().color(QPalette::Window), Theme::lightColors().window);
        QVERIFY(it.window().findChild<QAction *>(u"lightThemeAction"_s)->isChecked());
    }
    QVERIFY(contentOf(m_file).contains("theme=light"));
}

void TestDashboard::remembersItsPlace()
{
    {
        Opened it;
        it.window().resize(900, 620);
        it.window().close();
    }
    {
        Opened it;
        QCOMPARE(it.window().size(), QSize(900, 620));
        it.window().showMaximized();
        it.window().close();
    }
    // Asked for, a size is that size, whatever is remembered.
    CommandLine line;
    line.size = QSize(800, 500);
    Opened it(line);
    QCOMPARE(it.window().size(), QSize(800, 500));
    QVERIFY(!it.window().isMaximized());
}

void TestDashboard::optionsAreForThisRun()
{
    CommandLine line;
    line.language = UiLanguage::Chinese;
    line.theme = ThemeChoice::Dark;
    {
        Opened it(line);
        QCOMPARE(it.window().windowTitle(), u"GenAuth 套餐看板"_s);
        QCOMPARE(QApplication::palette().color(QPalette::Window), Theme::darkColors().window);
    }
    QVERIFY(!QFile::exists(m_file));
    Opened it;
    QCOMPARE(it.window().windowTitle(), u"GenAuth Package Dashboard"_s);
    QCOMPARE(QApplication::palette().color(QPalette::Window), Theme::lightColors().window);
}

void TestDashboard::borrowsTheUsersSettings_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("demo") << u"demo"_s;
    QTest::newRow("environment") << u"environment"_s;
}

void TestDashboard::borrowsTheUsersSettings()
{
    QFETCH(QString, kind);
    {
        Settings settings(m_file);
        settings.setLanguage(UiLanguage::Chinese);
    }
    const QByteArray before = contentOf(m_file);
    FaultyServer server;
    speakGenAuth(server);
    CommandLine line;
    line.demo = kind == u"demo"_s;
    std::optional<PoolAccess> pool;
    if (!line.demo)
        pool = PoolAccess{accountOn(server.url()), canaryKey()};
    {
        Opened it(line, pool);
        QVERIFY(
            it.window().windowTitle().startsWith(u"GenAuth 套餐看板"_s)); // as the user likes it
        it.trigger("englishAction");
        it.trigger("darkThemeAction");
        it.window().close();
    }
    QCOMPARE(contentOf(m_file), before);
    QCOMPARE(QDir(m_home->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
        QStringList{u"genauth-dashboard"_s});
}

void TestDashboard::saysThatTheDemoIsMissing()
{
    // Beside this test lies no genauth-sandbox.
    CommandLine line;
    line.demo = true;
    Opened it(line);
    QCOMPARE(it.text("welcomeHeadlineLabel"), u"Starting the demo…"_s);
    QTRY_COMPARE(it.text("welcomeHeadlineLabel"), u"The demo could not be started"_s);
    QVERIFY(it.window().findChild<QLabel *>(u"demoLabel"_s)->isVisible());
}

void TestDashboard::startsTheDemoOnlyIfEmpty()
{
    FaultyServer server;
    speakGenAuth(server);
    CommandLine line;
    line.demoIfEmpty = true;
    {
        Opened it(line, PoolAccess{accountOn(server.url()), canaryKey()});
        QVERIFY(!it.window().findChild<QLabel *>(u"demoLabel"_s)->isVisible());
        QTRY_COMPARE(it.text("packageNameLabel"), u"Enterprise package"_s);
    }
    Opened it(line);
    QCOMPARE(it.window().windowTitle(), u"GenAuth Package Dashboard – Demo data"_s);
    QCOMPARE(it.text("welcomeHeadlineLabel"), u"Starting the demo…"_s);
}

void TestDashboard::takesTheSecretFromTheEnvironment()
{
    qputenv("GENAUTH_ACCESS_KEY_ID", "key-id");
    qputenv("GENAUTH_ACCESS_KEY_SECRET", "CANARY-SECRET");
    const EnvironmentReading reading = takeEnvironmentAccount();
    const bool left = qEnvironmentVariableIsSet("GENAUTH_ACCESS_KEY_SECRET");
    qunsetenv("GENAUTH_ACCESS_KEY_SECRET");
    qunsetenv("GENAUTH_ACCESS_KEY_ID");
    QVERIFY(reading.pool);
    QCOMPARE(reading.pool->key.secret, "CANARY-SECRET"_ba);
    QVERIFY(!left);
}

QTEST_MAIN(TestDashboard)
#include "tst_dashboard.moc"
