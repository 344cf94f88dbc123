// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/dialogs/advancedform.h"

#include "app/dashboard/theme.h"
#include "core/accounts/poolaccess.h"
#include "tests/app/dashboard/windowtexts.h"
#include "tests/app/languages.h"
#include "tests/support/certificates.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

#include <sys/stat.h>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/** What few connections need: judged beside its field, in the language of the window. */
class TestAdvancedForm : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void hasDefaultsThatWork();
    void showsWhatItWasGiven();
    void judgesAsOneTypes_data();
    void judgesAsOneTypes();
    void readsTheCaFile_data();
    void readsTheCaFile();
    void showsProxyFieldsForOneProxyOnly();
    void offersEveryClock();
    void tellsOfEveryChange();

private:
    template <class Widget>
    [[nodiscard]] Widget *find(const char *name)
    {
        auto *widget = m_form->findChild<Widget *>(QLatin1String(name));
        if (!widget)
            qFatal("there is no %s", name);
        return widget;
    }
    [[nodiscard]] QLineEdit *edit(const char *name) { return find<QLineEdit>(name); }
    [[nodiscard]] QComboBox *combo(const char *name) { return find<QComboBox>(name); }
    [[nodiscard]] QString note(const QByteArray &field)
    {
        return shownText(*find<QWidget>(QByteArray(field + "Note").constData()));
    }
    [[nodiscard]] PoolAccess written(PoolAccess pool = {}) const
    {
        m_form->writeTo(pool);
        return pool;
    }

    Language m_language{Language::defaultDirectory()};
    Theme m_theme;
    std::unique_ptr<AdvancedForm> m_form;
};

void TestAdvancedForm::init()
{
    failOnQtWarnings();
    m_language.set(UiLanguage::English);
    m_form = std::make_unique<AdvancedForm>(m_theme);
    // As the form around it does.
    connect(m_form.get(), &AdvancedForm::edited, m_form.get(), &AdvancedForm::judge);
}

void TestAdvancedForm::hasDefaultsThatWork()
{
    QCOMPARE(written().account, Account());
    QCOMPARE(written().proxyPassword, QByteArray());
    QVERIFY(!m_form->firstProblem());
    QCOMPARE(combo("clockComboBox")->currentText(), u"UTC+8 (Beijing time, assumed)"_s);
}

void TestAdvancedForm::showsWhatItWasGiven()
{
    CertificateAuthority authority;
    PoolAccess pool{accountOn(QUrl(u"https://pool.example"_s)), canaryKey()};
    pool.account.poolId = u"pool-1"_s;
    pool.account.clockOffset = -5h - 47min; // kept by nobody, but somebody's
    pool.account.currency = u"EUR"_s;
    pool.account.caFile = authority.certificateFile();
    pool.account.proxy = {ProxyChoice::Mode::Given, u"proxy.example"_s, 8080, u"me"_s};
    pool.proxyPassword = "CANARY";
    m_form->setPool(pool);
    QCOMPARE(written(pool), pool);
    QVERIFY(!m_form->firstProblem());
    QCOMPARE(edit("proxyPasswordEdit")->text(), QString());
    QCOMPARE(find<QSpinBox>("proxyPortSpinBox")->value(), 8080);
}

void TestAdvancedForm::judgesAsOneTypes_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    const auto row = [](const char *field, const char *text, bool good) {
        QTest::addRow("%s “%s”", field, text)
            << QByteArray(field) << QString::fromUtf8(text) << good;
    };
    row("poolIdEdit", "", true);
    row("poolIdEdit", " 65f0c2a91b7e4d3086ac51f2 ", true);
    row("poolIdEdit", "two words", false);
    row("poolIdEdit", "用户池", false);
    row("currencyEdit", "", true);
    row("currencyEdit", "cny", true);
    row("currencyEdit", " usd ", true);
    row("currencyEdit", "XQX", false);
    row("currencyEdit", "¥", false);
    row("proxyHostEdit", "proxy.example", true);
    row("proxyHostEdit", "", false);
    row("proxyHostEdit", "proxy.example:3128", false);
    row("caFileEdit", "", true);
    row("caFileEdit", "/nowhere.pem", false);
}

void TestAdvancedForm::judgesAsOneTypes()
{
    QFETCH(const QByteArray, field);
    QFETCH(const QString, text);
    QFETCH(const bool, good);
    combo("proxyComboBox")->setCurrentIndex(2);
    edit("proxyHostEdit")->setText(u"other.example"_s);
    const QByteArray noted = field == "caFileEdit" ? "caFileField"_ba : field;
    const QString hint = note(noted);
    edit(field.constData())->setText(u"x"_s);
    edit(field.constData())->setText(text);
    QCOMPARE(note(noted) == hint, good);
    QCOMPARE(m_form->firstProblem(), good ? nullptr : edit(field.constData()));
    QCOMPARE(edit(field.constData())->accessibleDescription(), note(noted));
    QVERIFY2(isSaidIn(UiLanguage::English, note(noted)), qPrintable(note(noted)));
    if (field == "currencyEdit" && good)
        QCOMPARE(written().account.currency, text.trimmed().toUpper());
    // Said in the language of the window, while it stands there.
    m_language.set(UiLanguage::Chinese);
    QTRY_VERIFY2(isSaidIn(UiLanguage::Chinese, note(noted)), qPrintable(note(noted)));
}

void TestAdvancedForm::readsTheCaFile_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("good");
    QTest::newRow("a certificate") << u"pem"_s << true;
    QTest::newRow("text") << u"text"_s << false;
    QTest::newRow("empty") << u"empty"_s << false;
    QTest::newRow("a folder") << u"folder"_s << false;
    QTest::newRow("a pipe nobody writes to") << u"pipe"_s << false;
    QTest::newRow("a device") << u"device"_s << false;
}

void TestAdvancedForm::readsTheCaFile()
{
    QFETCH(const QString, kind);
    QFETCH(const bool, good);
    CertificateAuthority authority;
    const QTemporaryDir folder;
    const QString path = kind == u"pem"_s      ? authority.certificateFile()
                         : kind == u"folder"_s ? folder.path()
                         : kind == u"device"_s ? u"/dev/zero"_s
                                               : folder.filePath(kind);
    if (kind == u"pipe"_s) {
        QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
    } else if (kind == u"text"_s || kind == u"empty"_s) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(kind == u"text"_s ? "no certificate" : "");
    }
    edit("caFileEdit")->setText(u' ' + path); // a blank that was copied along
    QCOMPARE(m_form->firstProblem() == nullptr, good);
    QCOMPARE(written().account.caFile, path);
    if (!good)
        QCOMPARE(note("caFileField"), u"There is no PEM file with a certificate at this place."_s);
}

void TestAdvancedForm::showsProxyFieldsForOneProxyOnly()
{
    const QList<QByteArray> fields{
        "proxyHostEdit", "proxyPortSpinBox", "proxyUserEdit", "proxyPasswordEdit"};
    const auto visible = [&] {
        qsizetype count = 0;
        for (const QByteArray &field : fields) {
            count += find<QWidget>(field.constData())->isVisibleTo(m_form.get());
            count += find<QWidget>((field + "Note").constData())->isVisibleTo(m_form.get());
        }
        return count;
    };
    QCOMPARE(combo("proxyComboBox")->count(), 3);
    QCOMPARE(visible(), 0);
    combo("proxyComboBox")->setCurrentIndex(2);
    QCOMPARE(visible(), 2 * fields.size());
    edit("proxyHostEdit")->setText(u"proxy.example"_s);
    edit("proxyUserEdit")->setText(u"me"_s);
    edit("proxyPasswordEdit")->setText(u"pass"_s);
    QCOMPARE(written().account.proxy,
        (ProxyChoice{ProxyChoice::Mode::Given, u"proxy.example"_s, 3128, u"me"_s}));
    QCOMPARE(written().proxyPassword, "pass");
    // What is hidden counts for nothing, and is not in the way.
    edit("proxyHostEdit")->setText(u"not a host"_s);
    combo("proxyComboBox")->setCurrentIndex(1);
    QCOMPARE(visible(), 0);
    QVERIFY(!m_form->firstProblem());
    QCOMPARE(written().account.proxy, (ProxyChoice{ProxyChoice::Mode::None, {}, 0, {}}));
    QCOMPARE(written().proxyPassword, QByteArray());
    m_form->clearSecrets();
    QCOMPARE(edit("proxyPasswordEdit")->text(), QString());
}

void TestAdvancedForm::offersEveryClock()
{
    auto *clocks = combo("clockComboBox");
    QCOMPARE(clocks->count(), 38);
    for (int i = 0; i < clocks->count(); ++i) {
        clocks->setCurrentIndex(i);
        const auto offset = written().account.clockOffset;
        QVERIFY(offset >= -14h && offset <= 14h);
        QVERIFY(clocks->itemText(i).startsWith(u"UTC"_s));
        QVERIFY(i == 0 || clocks->itemData(i).toInt() > clocks->itemData(i - 1).toInt());
    }
}

void TestAdvancedForm::tellsOfEveryChange()
{
    QSignalSpy edited(m_form.get(), &AdvancedForm::edited);
    for (const char *field : {"poolIdEdit", "currencyEdit", "caFileEdit", "proxyHostEdit",
             "proxyUserEdit", "proxyPasswordEdit"}) {
        edited.clear();
        edit(field)->setText(u"x"_s);
        QVERIFY2(edited.count() > 0, field);
    }
    edited.clear();
    find<QSpinBox>("proxyPortSpinBox")->setValue(1);
    QCOMPARE(edited.count(), 1);
    combo("clockComboBox")->setCurrentIndex(0);
    QCOMPARE(edited.count(), 2);
    combo("proxyComboBox")->setCurrentIndex(1);
    QVERIFY(edited.count() > 2);
}

QTEST_MAIN(TestAdvancedForm)
#include "tst_advancedform.moc"
