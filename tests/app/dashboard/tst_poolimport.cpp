// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Lists of pools that come from elsewhere, and that go there.

#include "app/dashboard/storenotice.h"
#include "app/dashboard/widgets/poolsidebar.h"
#include "core/accounts/poollistfile.h"
#include "tests/app/dashboard/windowundertest.h"
#include "tests/app/languages.h"
#include "tests/core/accounts/sampleaccounts.h"
#include "tests/core/accounts/storefiles.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QAbstractButton>
#include <QAction>
#include <QFileDialog>
#include <QLineEdit>
#include <QTest>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

using Mood = MoodySecretStore::Mood;

class TestPoolImport : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_it.reset(); }

    void takesWhatIsNew();
    void asksForTheirKeys_data() { bothLanguages(); }
    void asksForTheirKeys();
    void changesNothingThatIsThere();
    void refusesWithAReason_data();
    void refusesWithAReason();
    void saysWhatCannotBeRead();
    void takesNothingIntoADemo();
    void saysNothingOfTheListOverADemo();
    void exportsNoSecret();
    void saysWhatCannotBeWritten();

private:
    void open(UiLanguage language = UiLanguage::English);
    /** Chooses this file in the dialog that the action opens. */
    void choose(const char *action, const char *dialog, const QString &file);
    [[nodiscard]] QString path(const QString &name) const { return m_it->folder.filePath(name); }

    std::unique_ptr<WindowUnderTest> m_it;
    PoolAccess m_own;
};

void TestPoolImport::init()
{
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    failOnQtWarnings();
    m_own = {fullAccount(), canaryKey()};
    m_own.proxyPassword = "CANARY-proxy";
}

void TestPoolImport::open(UiLanguage language)
{
    m_it = std::make_unique<WindowUnderTest>(language, TransportLimits(), DataOrigin::StoredPools);
    m_it->open({});
    m_it->pools.add(m_own);
    QTRY_VERIFY(!m_it->pools.isBusy());
    m_it->settle();
}

void TestPoolImport::choose(const char *action, const char *dialog, const QString &file)
{
    m_it->find<QAction>(action)->trigger();
    auto *chooser = m_it->find<QFileDialog>(dialog);
    QVERIFY(chooser->isVisible());
    emit chooser->fileSelected(file);
    chooser->close();
}

void TestPoolImport::takesWhatIsNew()
{
    open();
    QVERIFY(fill(path(u"list.json"_s), toPoolListFile({plainAccount(1), plainAccount(2)})));
    choose("importAction", "importDialog", path(u"list.json"_s));
    QTRY_COMPARE(m_it->pools.pools().size(), 3);
    for (const int number : {1, 2}) {
        const PoolAccess *pool = m_it->pools.pool(idOf(number));
        QVERIFY(pool);
        QCOMPARE(pool->account, plainAccount(number));
        QVERIFY(!pool->key.isValid());
        QVERIFY(m_it->pools.keyProblem(idOf(number))->kind == ErrorKind::KeyMissing);
    }
    QCOMPARE(m_it->model.rowCount(), 3);
    QCOMPARE(m_it->statusMessage(), u"2 pools imported; enter their access keys."_s);
    // Once more: nothing is new.
    choose("importAction", "importDialog", path(u"list.json"_s));
    QTRY_COMPARE(m_it->statusMessage(),
        u"Nothing new was in the list. 2 pools were here already and stay as they are."_s);
    QCOMPARE(m_it->pools.pools().size(), 3);
}

void TestPoolImport::asksForTheirKeys()
{
    const UiLanguage language = languageOfRow();
    open(language);
    QVERIFY(fill(path(u"list.json"_s), toPoolListFile({plainAccount(1)})));
    choose("importAction", "importDialog", path(u"list.json"_s));
    QTRY_COMPARE(m_it->model.rowCount(), 2);
    m_it->find<PoolSidebar>("sidebar")->setCurrentPool(idOf(1));
    m_it->settle();
    // Nobody has looked for it, and the keyring cannot have it: asking it again finds nothing.
    QCOMPARE(m_it->text("errorBanner", "adviceLabel"),
        language == UiLanguage::English ? u"No access key is stored for it on this computer."_s
                                        : u"本机没有保存它的访问密钥。"_s);
    QVERIFY(m_it->find<QAbstractButton>("editConnectionButton")->isVisible());
    QVERIFY(!m_it->find<QAbstractButton>("retryButton")->isVisible());
}

void TestPoolImport::changesNothingThatIsThere()
{
    open();
    Account evil = m_own.account; // its key would go there
    evil.host = QUrl(u"https://evil.example"_s);
    evil.proxy = {};
    QVERIFY(fill(path(u"list.json"_s), toPoolListFile({evil, plainAccount(1)})));
    choose("importAction", "importDialog", path(u"list.json"_s));
    QTRY_COMPARE(m_it->statusMessage(), u"1 pool imported; enter its access key. "
                                        "1 pool was here already and stays as it is."_s);
    QCOMPARE(m_it->pools.pools().size(), 2);
    QCOMPARE(m_it->pools.pools().constFirst(), m_own);
}

void TestPoolImport::refusesWithAReason_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("reason");
    QByteArray list = toPoolListFile({plainAccount(1), plainAccount(2)});
    QTest::newRow("no list") << QByteArray("<html>") << u"%1 is not a list of pools."_s;
    QTest::newRow("too large") << QByteArray(MaxPoolListBytes + 1, ' ')
                               << u"%1 is too large for a list of pools."_s;
    QByteArray plain = list;
    plain.replace("https://api.genauth.ai", "http://api.genauth.ai");
    QTest::newRow("plain http") << plain << u"Pool 1 in %1 has a value that cannot be right."_s;
    QByteArray newer = list;
    newer.replace("\"schemaVersion\": 1", "\"schemaVersion\": 99");
    QTest::newRow("newer") << newer << u"%1 was written by a newer version of this program."_s;
}

void TestPoolImport::refusesWithAReason()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, reason);
    for (const UiLanguage language : {UiLanguage::English, UiLanguage::Chinese}) {
        open(language);
        QVERIFY(fill(path(u"list.json"_s), content));
        const QByteArray before = contentOf(m_it->pools.listFile());
        choose("importAction", "importDialog", path(u"list.json"_s));
        QTRY_VERIFY(!m_it->statusMessage().isEmpty());
        if (language == UiLanguage::English)
            QCOMPARE(m_it->statusMessage(),
                reason.arg(path(u"list.json"_s)) + u" Nothing was imported."_s);
        else
            QVERIFY2(hasHan(m_it->statusMessage()), qPrintable(m_it->statusMessage()));
        QCOMPARE(m_it->pools.pools(), QList{m_own});
        QCOMPARE(contentOf(m_it->pools.listFile()), before);
    }
}

void TestPoolImport::saysWhatCannotBeRead()
{
    open();
    choose("importAction", "importDialog", path(u"nowhere.json"_s));
    QTRY_VERIFY(m_it->statusMessage().startsWith(path(u"nowhere.json"_s) + u" cannot be read: "_s));
    QCOMPARE(m_it->pools.pools(), QList{m_own});
}

void TestPoolImport::takesNothingIntoADemo()
{
    open();
    QVERIFY(fill(path(u"list.json"_s), toPoolListFile({plainAccount(1)})));
    // The demo begins while the file is being read.
    choose("importAction", "importDialog", path(u"list.json"_s));
    m_it->session.watchDemo({});
    QVERIFY(!QTest::qWaitFor([&] { return m_it->pools.pools().size() > 1; }, 200));
    QCOMPARE(m_it->pools.pools(), QList{m_own});
}

void TestPoolImport::saysNothingOfTheListOverADemo()
{
    open();
    m_it->window->sayListProblem(AccountStoreProblem::NotWritten);
    const auto *notice = m_it->find<StoreNotice>("storeNotice");
    QVERIFY(notice->isVisible());
    m_it->session.watchDemo({{plainAccount(1), canaryKey()}});
    QVERIFY(!notice->isVisible());
    m_it->session.endDemo();
    QTRY_VERIFY(notice->isVisible());
}

void TestPoolImport::exportsNoSecret()
{
    open();
    choose("exportAction", "exportDialog", path(u"shared.json"_s));
    QTRY_COMPARE(m_it->statusMessage(),
        u"The list is in %1, without any key."_s.arg(path(u"shared.json"_s)));
    const QByteArray content = contentOf(path(u"shared.json"_s));
    QVERIFY(content.contains("id.example.com"));
    for (const QByteArray &secret : {canaryKey().secret, canaryKey().id.toUtf8(),
             m_own.proxyPassword, QByteArray("CANARY"), m_own.account.proxy.user.toUtf8()})
        QVERIFY2(!content.contains(secret), secret.constData());
    // Somebody else takes it as it is.
    const PoolListReading reading = readPoolListFile(content);
    QVERIFY(!reading.problem);
    QCOMPARE(reading.accounts.size(), 1);
    QCOMPARE(reading.accounts.constFirst().host, m_own.account.host);
}

void TestPoolImport::saysWhatCannotBeWritten()
{
    open();
    choose("exportAction", "exportDialog", path(u"nowhere/shared.json"_s));
    QTRY_VERIFY(m_it->statusMessage().startsWith(
        path(u"nowhere/shared.json"_s) + u" cannot be written: "_s));
}

QTEST_MAIN(TestPoolImport)
#include "tst_poolimport.moc"
