// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/dialogs/connectionform.h"
#include "app/dashboard/theme.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

/** What the fields make of a connection that is edited: above all, where its secrets may go. */
class TestConnectionForm : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void keepsSecretsForTheSamePlaceOnly_data();
    void keepsSecretsForTheSamePlaceOnly();
    void keepsProxyPasswordForTheSameProxyOnly_data();
    void keepsProxyPasswordForTheSameProxyOnly();
    void keepsHostsAsTheyAreWritten();
    void takesAddressesOfProxies_data();
    void takesAddressesOfProxies();
    void forgivesBlanksAroundACurrency();
    void showsWhatIsNotAsUsual_data();
    void showsWhatIsNotAsUsual();

private:
    [[nodiscard]] QLineEdit *edit(const char *name)
    {
        return m_form->findChild<QLineEdit *>(QLatin1String(name));
    }
    [[nodiscard]] QString note(const char *name)
    {
        return m_form->findChild<QLabel *>(QLatin1String(name) + u"Note"_s)->text();
    }
    void setHost(const QString &host)
    {
        m_form->findChild<QComboBox *>(u"hostComboBox"_s)->setEditText(host);
    }

    Theme m_theme;
    PoolAccess m_known;
    std::unique_ptr<ConnectionForm> m_form;
};

void TestConnectionForm::init()
{
    failOnQtWarnings();
    m_known = {accountOn(QUrl(u"https://pool.example"_s)), canaryKey()};
    m_known.account.proxy = {ProxyChoice::Mode::Given, u"proxy.example"_s, 3128, u"me"_s};
    m_known.proxyPassword = "CANARY-PROXY";
    m_form = std::make_unique<ConnectionForm>(m_theme);
    m_form->setPool(m_known);
}

void TestConnectionForm::keepsSecretsForTheSamePlaceOnly_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("keyId");
    QTest::addColumn<bool>("kept");
    const QString host = u"https://pool.example"_s;
    QTest::newRow("nothing changed") << host << canaryKey().id << true;
    QTest::newRow("written otherwise") << u" pool.example/ "_s << u' ' + canaryKey().id << true;
    QTest::newRow("another host") << u"https://pool.example.evil"_s << canaryKey().id << false;
    QTest::newRow("another port") << u"https://pool.example:444"_s << canaryKey().id << false;
    QTest::newRow("another key id") << host << u"another"_s << false;
}

void TestConnectionForm::keepsSecretsForTheSamePlaceOnly()
{
    QFETCH(QString, host);
    QFETCH(QString, keyId);
    QFETCH(bool, kept);
    setHost(host);
    edit("keyIdEdit")->setText(keyId);
    QCOMPARE(m_form->pool().key.secret, kept ? canaryKey().secret : QByteArray());
    QCOMPARE(m_form->insist(), kept);
    if (kept)
        return;
    QVERIFY2(
        note("secretEdit").startsWith(u"Enter the secret again"_s), qPrintable(note("secretEdit")));
    edit("secretEdit")->setText(u"new one"_s);
    QVERIFY(m_form->insist());
    QCOMPARE(m_form->pool().key.secret, "newone"); // no key holds blanks; what is pasted does
}

void TestConnectionForm::keepsProxyPasswordForTheSameProxyOnly_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("user");
    QTest::addColumn<bool>("kept");
    QTest::newRow("nothing changed") << u"proxy.example"_s << u"me"_s << true;
    QTest::newRow("another proxy") << u"evil.example"_s << u"me"_s << false;
    QTest::newRow("another user") << u"proxy.example"_s << u"you"_s << false;
}

void TestConnectionForm::keepsProxyPasswordForTheSameProxyOnly()
{
    QFETCH(QString, host);
    QFETCH(QString, user);
    QFETCH(bool, kept);
    edit("proxyHostEdit")->setText(host);
    edit("proxyUserEdit")->setText(user);
    QCOMPARE(m_form->pool().proxyPassword, kept ? m_known.proxyPassword : QByteArray());
    QCOMPARE(m_form->insist(), kept);
    edit("proxyPasswordEdit")->setText(u"pässword"_s);
    QVERIFY(m_form->insist());
    QCOMPARE(m_form->pool().proxyPassword, u"pässword"_s.toUtf8());
    // A password that belongs to nobody is not dropped in silence.
    edit("proxyUserEdit")->clear();
    QVERIFY(!m_form->insist());
}

void TestConnectionForm::keepsHostsAsTheyAreWritten()
{
    setHost(u"https://h.example/my%20gate/api/v3/get-orders"_s);
    emit edit("hostEdit")->editingFinished();
    QCOMPARE(edit("hostEdit")->text(), u"https://h.example/my%20gate"_s);
    QCOMPARE(m_form->pool().account.host.toEncoded(), "https://h.example/my%20gate");
}

void TestConnectionForm::takesAddressesOfProxies_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("host"); // empty: refused
    QTest::newRow("name") << u" proxy.example "_s << u"proxy.example"_s;
    QTest::newRow("IPv4") << u"10.0.0.1"_s << u"10.0.0.1"_s;
    QTest::newRow("IPv6") << u"::1"_s << u"::1"_s;
    QTest::newRow("IPv6 in brackets") << u"[::1]"_s << u"::1"_s;
    QTest::newRow("with a port") << u"proxy.example:8080"_s << QString();
    QTest::newRow("a URL") << u"http://proxy.example"_s << QString();
    QTest::newRow("with a user") << u"me@proxy.example"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestConnectionForm::takesAddressesOfProxies()
{
    QFETCH(QString, text);
    QFETCH(QString, host);
    edit("proxyUserEdit")->clear();
    edit("proxyHostEdit")->setText(text);
    QCOMPARE(m_form->insist(), !host.isEmpty());
    if (!host.isEmpty())
        QCOMPARE(m_form->pool().account.proxy.host, host);
}

void TestConnectionForm::forgivesBlanksAroundACurrency()
{
    edit("currencyEdit")->setText(u" cny "_s);
    QVERIFY(m_form->insist());
    QCOMPARE(m_form->pool().account.currency, u"CNY"_s);
    edit("currencyEdit")->setText(u"CNYX"_s);
    QVERIFY(!m_form->insist());
}

void TestConnectionForm::showsWhatIsNotAsUsual_data()
{
    QTest::addColumn<Account>("account");
    QTest::addColumn<bool>("shown");
    Account usual;
    usual.host = QUrl(u"https://pool.example"_s);
    const auto row = [&](const char *name, bool shown, auto &&change) {
        Account account = usual;
        change(account);
        QTest::newRow(name) << account << shown;
    };
    row("as usual", false, [](Account &account) { account.name = u"A name"_s; });
    row("pool id", true, [](Account &account) { account.poolId = u"62b2b3c4"_s; });
    row("clock", true, [](Account &account) { account.clockOffset = std::chrono::seconds(0); });
    row("currency", true, [](Account &account) { account.currency = u"CNY"_s; });
    row("thresholds", true, [](Account &account) { account.thresholds.mauPercent = 80; });
    row("proxy", true, [](Account &account) {
        account.proxy = {ProxyChoice::Mode::Given, u"proxy.example"_s, 3128};
    });
    row("no proxy", true, [](Account &account) { account.proxy.mode = ProxyChoice::Mode::None; });
    row("CA file", true, [](Account &account) { account.caFile = u"/etc/ca.pem"_s; });
}

void TestConnectionForm::showsWhatIsNotAsUsual()
{
    QFETCH(Account, account);
    QFETCH(bool, shown);
    ConnectionForm form(m_theme);
    form.setPool({account, {}});
    QCOMPARE(form.findChild<QAbstractButton *>(u"advancedButton"_s)->isChecked(), shown);
    QCOMPARE(form.findChild<QLineEdit *>(u"caFileEdit"_s)->isVisibleTo(&form), shown);
}

QTEST_MAIN(TestConnectionForm)
#include "tst_connectionform.moc"
