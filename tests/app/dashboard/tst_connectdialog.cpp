// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/dialogs/connectdialog.h"

#include "app/dashboard/theme.h"
#include "core/api/proxyresolver.h"
#include "tests/app/dashboard/windowtexts.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(PoolAccess)

class TestConnectDialog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_dialog.reset(); }

    void handsOnWhatHasPassed();
    void handsOnNothingElse();
    void namesWhatIsMissing();
    void dropsTheTestWithAnyChange_data();
    void dropsTheTestWithAnyChange();
    void pressesTheDefaultByReturn_data();
    void pressesTheDefaultByReturn();
    void endsTheTestWithEscape();
    void showsNoSecret();
    void keepsNoSecretOnceClosed();
    void keepsTheSecretOfWhatItEdits();
    void followsTabThroughTheFields();
    void testsAgainOnlyWhenTheServerAgrees();

private:
    void open();
    /** Types what connects to the test's server. */
    void fill();
    /** Presses Test, and waits for its end. */
    void test();
    template <class Widget = QLineEdit>
    [[nodiscard]] Widget *find(const char *name)
    {
        auto *widget = m_dialog->findChild<Widget *>(QLatin1String(name));
        if (!widget)
            qFatal("there is no %s", name);
        return widget;
    }
    [[nodiscard]] QAbstractButton *button(const char *name) { return find<QAbstractButton>(name); }
    [[nodiscard]] QString text(const char *label) { return shownText(*find<QWidget>(label)); }

    Theme m_theme;
    FakeClock m_clock;
    ProxyResolver m_proxies{[](const QNetworkProxyQuery &) {
        return QList<QNetworkProxy>{QNetworkProxy(QNetworkProxy::NoProxy)};
    }};
    std::unique_ptr<FaultyServer> m_server;
    std::unique_ptr<ConnectDialog> m_dialog;
};

void TestConnectDialog::init()
{
    failOnQtWarnings();
    m_server = std::make_unique<FaultyServer>();
    speakGenAuth(*m_server);
    m_dialog = std::make_unique<ConnectDialog>(
        m_theme, RefreshContext{.clock = &m_clock, .proxies = &m_proxies});
}

void TestConnectDialog::open()
{
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

void TestConnectDialog::fill()
{
    find("nameEdit")->setText(u" Mine "_s);
    find<QComboBox>("hostComboBox")->setEditText(m_server->url().toString() + u"/api/v3/x?y"_s);
    find("keyIdEdit")->setText(u' ' + canaryKey().id);
    find("secretEdit")->setText(QString::fromUtf8(canaryKey().secret) + u'\t');
}

void TestConnectDialog::test()
{
    button("testButton")->click();
    QTRY_VERIFY(button("testButton")->isEnabled());
}

void TestConnectDialog::handsOnWhatHasPassed()
{
    QSignalSpy connected(m_dialog.get(), &ConnectDialog::connected);
    open();
    fill();
    QVERIFY(!button("connectButton")->isEnabled());
    test();
    QVERIFY(button("connectButton")->isEnabled());
    QVERIFY(find<QWidget>("checkList")->isVisible());
    QVERIFY(!find<QWidget>("checkAdviceLabel")->isVisible());
    button("connectButton")->click();
    QCOMPARE(connected.count(), 1);
    const auto pool = connected.constFirst().at(0).value<PoolAccess>();
    QCOMPARE(pool.account.name, u"Mine"_s);
    QCOMPARE(pool.account.host, m_server->url());
    QCOMPARE(pool.key, canaryKey());
    QVERIFY(!pool.account.id.isNull());
    const auto found = connected.constFirst().at(1).value<PoolSnapshot>();
    QVERIFY(found.package.value);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(m_server->hitsOn(tokenPath()), 1);
    QCOMPARE(m_server->hitsOn(packagePath()), 1);
}

void TestConnectDialog::handsOnNothingElse()
{
    QSignalSpy connected(m_dialog.get(), &ConnectDialog::connected);
    m_server->answer(packagePath(), {refusal(403)});
    open();
    fill();
    test();
    QVERIFY(!button("connectButton")->isEnabled());
    QVERIFY(text("checkAdviceLabel").startsWith(u"Give it the right to read metering"_s));
    QCOMPARE(text("checkState2"), u"accepted"_s);
    QCOMPARE(text("checkState4"), u"This key may not read billing"_s);
    button("connectButton")->click();
    button("cancelButton")->click();
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(connected.count(), 0);
}

void TestConnectDialog::namesWhatIsMissing()
{
    open();
    for (const char *note : {"hostComboBoxNote", "keyIdEditNote", "secretEditNote"})
        QVERIFY2(!text(note).startsWith(u"Enter"_s), note); // before anybody has moved on
    find<QComboBox>("hostComboBox")->setEditText({});
    button("testButton")->click();
    QCOMPARE(text("hostComboBoxNote"), u"Enter the host, such as https://api.genauth.ai."_s);
    QCOMPARE(text("keyIdEditNote"), u"Enter the access key id."_s);
    QCOMPARE(text("secretEditNote"), u"Enter the access key secret."_s);
    QVERIFY(find<QComboBox>("hostComboBox")->hasFocus());
    QCOMPARE(find<QComboBox>("hostComboBox")->accessibleDescription(), text("hostComboBoxNote"));
    QVERIFY(!find<QWidget>("checkList")->isVisible());
    // What is wrong with the rest is not hidden either.
    fill();
    find("poolIdEdit")->setText(u"two words"_s);
    QVERIFY(!find("poolIdEdit")->isVisible());
    button("testButton")->click();
    QVERIFY(find("poolIdEdit")->isVisible() && find("poolIdEdit")->hasFocus());
    QCOMPARE(text("poolIdEditNote"), u"This is not a user pool id."_s);
    QCOMPARE(m_server->connections(), 0);
}

void TestConnectDialog::dropsTheTestWithAnyChange_data()
{
    QTest::addColumn<QByteArray>("field");
    for (const char *field : {"nameEdit", "hostEdit", "keyIdEdit", "secretEdit", "poolIdEdit",
             "currencyEdit", "caFileEdit", "clockComboBox", "proxyComboBox"})
        QTest::newRow(field) << QByteArray(field);
}

void TestConnectDialog::dropsTheTestWithAnyChange()
{
    QFETCH(const QByteArray, field);
    open();
    fill();
    button("advancedButton")->click();
    test();
    QVERIFY(button("connectButton")->isEnabled());
    if (field.endsWith("ComboBox"))
        find<QComboBox>(field.constData())->setCurrentIndex(0);
    else
        find(field.constData())->setText(u"EUR"_s);
    if (field == "proxyComboBox") // as the system is what it was
        find<QComboBox>(field.constData())->setCurrentIndex(1);
    QVERIFY(!button("connectButton")->isEnabled());
    QVERIFY(!find<QWidget>("checkList")->isVisible());
}

void TestConnectDialog::pressesTheDefaultByReturn_data()
{
    QTest::addColumn<QByteArray>("field");
    for (const char *field : {"nameEdit", "hostComboBox", "keyIdEdit", "secretEdit"})
        QTest::newRow(field) << QByteArray(field);
}

void TestConnectDialog::pressesTheDefaultByReturn()
{
    QFETCH(const QByteArray, field);
    QSignalSpy connected(m_dialog.get(), &ConnectDialog::connected);
    open();
    fill();
    find<QWidget>(field.constData())->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(button("connectButton")->isEnabled());
    QVERIFY(qobject_cast<QPushButton *>(button("connectButton"))->isDefault());
    QCOMPARE(connected.count(), 0); // one press does one thing
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(connected.count(), 1);
}

void TestConnectDialog::endsTheTestWithEscape()
{
    m_server->answer(tokenPath(), {silence()});
    QSignalSpy connected(m_dialog.get(), &ConnectDialog::connected);
    open();
    fill();
    button("testButton")->click();
    QTRY_COMPARE(m_server->hitsOn(tokenPath()), 1);
    QVERIFY(!button("testButton")->isEnabled());
    QCOMPARE(m_server->openConnections(), 1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
    QTRY_COMPARE(m_server->openConnections(), 0);
    QCOMPARE(connected.count(), 0);
}

void TestConnectDialog::showsNoSecret()
{
    open();
    fill();
    find<QComboBox>("proxyComboBox")->setCurrentIndex(2);
    find("proxyHostEdit")->setText(u"127.0.0.1"_s);
    find("proxyUserEdit")->setText(u"me"_s);
    find("proxyPasswordEdit")->setText(u"CANARY-PROXY"_s);
    m_server->answer(tokenPath(), {refusal(401, 2333, u"wrong: CANARY-SECRET-7d1e9b"_s)});
    test();
    const auto texts = textsOf(*m_dialog);
    for (auto text = texts.cbegin(); text != texts.cend(); ++text)
        QVERIFY2(!text.value().contains(u"CANARY"_s), qPrintable(text.key() + text.value()));
    for (const char *name : {"secretEdit", "proxyPasswordEdit"}) {
        QLineEdit *edit = find(name);
        QCOMPARE(edit->echoMode(), QLineEdit::Password);
        QVERIFY(edit->inputMethodHints() & Qt::ImhSensitiveData);
        QVERIFY(!edit->testAttribute(Qt::WA_InputMethodEnabled));
        QVERIFY(!edit->dragEnabled());
        const auto *spoken = QAccessible::queryAccessibleInterface(edit);
        QVERIFY(spoken->state().passwordEdit);
        for (const auto role : {QAccessible::Name, QAccessible::Description, QAccessible::Value})
            QVERIFY(!spoken->text(role).contains(u"CANARY"_s));
    }
}

void TestConnectDialog::keepsNoSecretOnceClosed()
{
    open();
    fill();
    find("proxyPasswordEdit")->setText(u"CANARY-PROXY"_s);
    button("cancelButton")->click();
    for (const char *name : {"secretEdit", "proxyPasswordEdit"}) {
        QCOMPARE(find(name)->text(), QString());
        find(name)->undo();
        QCOMPARE(find(name)->text(), QString());
        find(name)->redo();
        QCOMPARE(find(name)->text(), QString());
    }
}

void TestConnectDialog::keepsTheSecretOfWhatItEdits()
{
    PoolAccess known{accountOn(m_server->url()), canaryKey()};
    QSignalSpy connected(m_dialog.get(), &ConnectDialog::connected);
    m_dialog->edit(known);
    open();
    QCOMPARE(find("secretEdit")->text(), QString());
    QCOMPARE(text("secretEditNote"), u"Leave it empty to keep the one in use."_s);
    QCOMPARE(m_dialog->windowTitle(), u"Edit connection"_s);
    find("nameEdit")->setText(u"Renamed"_s);
    test();
    button("connectButton")->click();
    known.account.name = u"Renamed"_s;
    QCOMPARE(connected.value(0).value(0).value<PoolAccess>(), known);
    QVERIFY(m_server->requestsTo(tokenPath()).constFirst().body.contains(canaryKey().secret));
}

void TestConnectDialog::followsTabThroughTheFields()
{
    open();
    button("advancedButton")->click();
    find<QComboBox>("proxyComboBox")->setCurrentIndex(2);
    find("nameEdit")->setFocus();
    const QByteArrayList order{"nameEdit", "hostComboBox", "keyIdEdit", "secretEdit",
        "advancedButton", "poolIdEdit", "clockComboBox", "currencyEdit", "endsVerySoonSpinBox",
        "endsSoonSpinBox", "mauPercentSpinBox", "caFileEdit", "caFileButton", "proxyComboBox",
        "proxyHostEdit", "proxyPortSpinBox", "proxyUserEdit", "proxyPasswordEdit", "testButton",
        "cancelButton", "nameEdit"};
    QByteArrayList seen;
    for (qsizetype i = 0; i < order.size(); ++i) {
        seen << QApplication::focusWidget()->objectName().toLatin1();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(seen.join(' '), order.join(' '));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"nameEdit"_s);
}

void TestConnectDialog::testsAgainOnlyWhenTheServerAgrees()
{
    m_server->answer(tokenPath(),
        {send(HttpText{.status = 429, .reason = "Slowly", .headers = "Retry-After: 60\r\n"})});
    open();
    fill();
    test();
    QCOMPARE(m_server->hitsOn(tokenPath()), 1);
    m_clock.advance(59s);
    button("testButton")->click();
    QCOMPARE(text("checkAdviceLabel"), u"GenAuth asked to wait; it can be asked again in 1 s."_s);
    QVERIFY(find<QWidget>("checkAdviceLabel")->isVisible());
    QCoreApplication::processEvents();
    QCOMPARE(m_server->hitsOn(tokenPath()), 1);
    m_clock.advance(1s);
    m_server->answer(tokenPath(), {goodToken()});
    test();
    QVERIFY(button("connectButton")->isEnabled());
}

QTEST_MAIN(TestConnectDialog)
#include "tst_connectdialog.moc"
