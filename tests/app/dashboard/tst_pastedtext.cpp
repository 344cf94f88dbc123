// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Keys, ids and addresses as they come out of web pages, mails and chats.

#include "app/dashboard/dialogs/connectionform.h"
#include "app/dashboard/theme.h"
#include "core/accounts/environmentaccount.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

class TestPastedText : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void keysLoseTheirBlanks_data();
    void keysLoseTheirBlanks();
    void blanksAloneAreNoKey();
    void hostsLoseWhatIsInvisible_data();
    void hostsLoseWhatIsInvisible();
    void aKeyWithABlankIsTheSameKey();
    void namesKeepTheirBlanks();

private:
    Theme m_theme;
};

void TestPastedText::keysLoseTheirBlanks_data()
{
    QTest::addColumn<QString>("blank");
    QTest::newRow("blank") << u" "_s;
    QTest::newRow("tabulator") << u"\t"_s;
    QTest::newRow("line break") << u"\n"_s;
    QTest::newRow("line break of Windows") << u"\r\n"_s;
    QTest::newRow("no-break space") << u"\u00A0"_s;
    QTest::newRow("narrow no-break space") << u"\u202F"_s;
    QTest::newRow("ideographic space") << u"\u3000"_s;
    QTest::newRow("zero-width space") << u"\u200B"_s;
    QTest::newRow("zero-width no-break space") << u"\uFEFF"_s;
    QTest::newRow("word joiner") << u"\u2060"_s;
    QTest::newRow("soft hyphen") << u"\u00AD"_s;
    QTest::newRow("mark of direction") << u"\u202A"_s;
}

void TestPastedText::keysLoseTheirBlanks()
{
    QFETCH(QString, blank);
    ConnectionForm form(m_theme);
    form.findChild<QComboBox *>(u"hostComboBox"_s)->setEditText(u"https://pool.example"_s);
    const auto paste = [&](const QString &field, const QString &a, const QString &b) {
        form.findChild<QLineEdit *>(field)->insert(blank + a + blank + blank + b + blank);
    };
    paste(u"keyIdEdit"_s, u"key"_s, u"-id"_s);
    paste(u"secretEdit"_s, u"sec"_s, u"ret"_s);
    form.findChild<QLineEdit *>(u"poolIdEdit"_s)->insert(blank + u"pool"_s + blank);
    QVERIFY(form.insist());
    const PoolAccess pool = form.pool();
    QCOMPARE(pool.key.id, u"key-id"_s);
    QCOMPARE(pool.key.secret, QByteArray("secret"));
    QCOMPARE(pool.account.poolId, u"pool"_s);
}

void TestPastedText::blanksAloneAreNoKey()
{
    ConnectionForm form(m_theme);
    form.findChild<QComboBox *>(u"hostComboBox"_s)->setEditText(u"https://pool.example"_s);
    form.findChild<QLineEdit *>(u"keyIdEdit"_s)->setText(u"key"_s);
    form.findChild<QLineEdit *>(u"secretEdit"_s)->setText(u" \u200B\u00A0"_s);
    QVERIFY(!form.insist());
}

void TestPastedText::hostsLoseWhatIsInvisible_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::newRow("around") << u"\uFEFF\u00A0https://pool.example/\u200B "_s;
    QTest::newRow("within") << u"https://pool.\u200Bexample/api/v3/get-current-package-info?a=b"_s;
    QTest::newRow("no scheme") << u"\u200Epool.example\u202C"_s;
}

void TestPastedText::hostsLoseWhatIsInvisible()
{
    QFETCH(QString, pasted);
    ConnectionForm form(m_theme);
    auto *host = form.findChild<QComboBox *>(u"hostComboBox"_s);
    host->setEditText(pasted);
    form.findChild<QLineEdit *>(u"keyIdEdit"_s)->setText(u"key"_s);
    form.findChild<QLineEdit *>(u"secretEdit"_s)->setText(u"secret"_s);
    QVERIFY(form.insist());
    QCOMPARE(form.pool().account.host, QUrl(u"https://pool.example"_s));
    // What was understood is what stands there.
    emit host->lineEdit()->editingFinished();
    QCOMPARE(host->currentText(), u"https://pool.example"_s);
}

void TestPastedText::aKeyWithABlankIsTheSameKey()
{
    const PoolAccess known{accountOn(QUrl(u"https://pool.example"_s)), canaryKey()};
    ConnectionForm form(m_theme);
    form.setPool(known);
    form.findChild<QLineEdit *>(u"keyIdEdit"_s)
        ->setText(u" \u200B"_s + canaryKey().id + u"\u00A0"_s);
    QVERIFY(form.insist());
    QVERIFY(isSameConnection(form.pool(), known));
}

void TestPastedText::namesKeepTheirBlanks()
{
    ConnectionForm form(m_theme);
    form.findChild<QLineEdit *>(u"nameEdit"_s)->setText(u" 生产 pool "_s);
    QCOMPARE(form.pool().account.name, u"生产 pool"_s);
}

QTEST_MAIN(TestPastedText)
#include "tst_pastedtext.moc"
