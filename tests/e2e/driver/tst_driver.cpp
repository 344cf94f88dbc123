// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/dashboard/windowtexts.h"
#include "tests/e2e/driver/keyboard.h"
#include "tests/e2e/driver/screen.h"
#include "tests/support/qtwarnings.h"

#include <QComboBox>
#include <QDialog>
#include <QFormLayout>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

/** A form with a bit of everything that the keyboard can speak to. */
class Form final : public QWidget
{
public:
    Form()
    {
        setObjectName(u"form"_s);
        setWindowTitle(u"A form"_s);
        auto *layout = new QFormLayout(this);
        layout->addRow(u"&Name"_s, named(new QLineEdit, u"nameEdit"_s));
        auto *secret = named(new QLineEdit, u"secretEdit"_s);
        secret->setEchoMode(QLineEdit::Password);
        secret->setPlaceholderText(u"only you know"_s);
        layout->addRow(u"&Secret"_s, secret);
        auto *region = named(new QComboBox, u"regionComboBox"_s);
        region->addItems({u"Here"_s, u"There"_s});
        layout->addRow(u"&Region"_s, region);
        auto *button = named(new QPushButton(u"&Open && close"_s), u"openButton"_s);
        button->setToolTip(u"<qt>a &lt;b&gt;</qt>"_s);
        layout->addRow(button);
        named(new QLabel(u"hidden"_s, this), u"hiddenLabel"_s)->hide();
        connect(button, &QPushButton::clicked, this, [this] {
            auto *dialog = named(new QDialog(this), u"dialog"_s);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->setWindowTitle(u"A dialog"_s);
            dialog->open();
        });
    }

private:
    template <class Widget>
    static Widget *named(Widget *widget, const QString &name)
    {
        widget->setObjectName(name);
        return widget;
    }
};

void pressKeys(const QStringList &keys)
{
    for (const QString &key : keys)
        press(strokesOf(key));
}

QString focusFact(const char *fact)
{
    return focusFacts()[QLatin1String(fact)].toString();
}

bool hasText(const QString &text)
{
    return visibleTexts().values().contains(text);
}

} // namespace

/** The driver's hands and eyes, on a form that the product does not have. */
class TestDriver : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_form.reset(); }

    void knowsKeys();
    void refusesWhatIsNoKey();
    void types_data();
    void types();
    void seesBulletsOnly();
    void followsMnemonics();
    void choosesFromAList();
    void readsWhatIsVisible();
    void speaksToDialogs();
    void takesPictures();

private:
    std::unique_ptr<Form> m_form;
};

void TestDriver::init()
{
    failOnQtWarnings();
    m_form = std::make_unique<Form>();
    m_form->show();
    QVERIFY(QTest::qWaitForWindowActive(m_form.get()));
    QCOMPARE(focusFact("name"), u"nameEdit"_s);
}

void TestDriver::knowsKeys()
{
    QCOMPARE(strokesOf(u"Ctrl+R"_s).value(0).key, int(Qt::Key_R));
    QCOMPARE(strokesOf(u"Ctrl+R"_s).value(0).modifiers, Qt::ControlModifier);
    QCOMPARE(strokesOf(u"Shift+Tab"_s).value(0).key, int(Qt::Key_Backtab));
    QCOMPARE(strokesOf(u"A"_s).value(0).text, u"a"_s);
    QCOMPARE(strokesOf(u"Alt"_s).value(0).key, int(Qt::Key_Alt));
}

void TestDriver::refusesWhatIsNoKey()
{
    for (const QString &key : {u""_s, u"Nothing"_s, u"Ctrl+"_s, u"A, B"_s})
        QVERIFY2(!problemWith(strokesOf(key)).isEmpty(), qPrintable(key));
    QCOMPARE(problemWith(strokesOf(u"F5"_s)), QString());
}

void TestDriver::types_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("letters") << u"Abc xyZ 09"_s;
    QTest::newRow("signs") << u"https://api.genauth.ai/?a=1&b=~{}|\"\\"_s;
    QTest::newRow("accents") << u"naïve ÄÖÜß"_s;
    QTest::newRow("Chinese") << u"生产环境，测试"_s;
    QTest::newRow("two code units") << u"a\U0001F600b\U00020BB7"_s;
}

void TestDriver::types()
{
    QFETCH(QString, text);
    press(strokesToType(text));
    QCOMPARE(focusFact("text"), text);
}

void TestDriver::seesBulletsOnly()
{
    QVERIFY(hasText(u"only you know"_s));
    pressKeys({u"Tab"_s});
    QCOMPARE(focusFact("name"), u"secretEdit"_s);
    QCOMPARE(focusFact("echoMode"), u"Password"_s);
    press(strokesToType(u"tell nobody"_s));
    const QString bullets = focusFact("text");
    QCOMPARE(bullets.size(), 11);
    QCOMPARE(bullets.count(bullets[0]), 11);
    QVERIFY(hasText(bullets));
    QVERIFY(!hasText(u"tell nobody"_s));
    QVERIFY(!hasText(u"only you know"_s));
    QCOMPARE(m_form->findChild<QLineEdit *>(u"secretEdit"_s)->text(), u"tell nobody"_s);
}

void TestDriver::followsMnemonics()
{
    pressKeys({u"Alt+S"_s});
    QCOMPARE(focusFact("name"), u"secretEdit"_s);
    pressKeys({u"Alt+N"_s});
    QCOMPARE(focusFact("name"), u"nameEdit"_s);
    press(strokesToType(u"abc"_s));
    pressKeys({u"Ctrl+A"_s, u"Ctrl+X"_s});
    QCOMPARE(focusFact("text"), QString());
    pressKeys({u"Ctrl+V"_s, u"Shift+Left"_s, u"Backspace"_s, u"Home"_s, u"Delete"_s});
    QCOMPARE(focusFact("text"), u"b"_s);
}

void TestDriver::choosesFromAList()
{
    pressKeys({u"Alt+R"_s});
    QCOMPARE(focusFact("name"), u"regionComboBox"_s);
    QVERIFY(!hasText(u"There"_s));
    // What the offscreen platform says of every popup.
    QTest::ignoreMessage(QtWarningMsg, "This plugin does not support raise()");
    QTest::ignoreMessage(QtWarningMsg, "This plugin does not support grabbing the keyboard");
    pressKeys({u"Alt+Down"_s});
    QCOMPARE(focusFact("popup"), u"QComboBoxPrivateContainer"_s);
    QCOMPARE(focusFact("item"), u"Here"_s);
    QVERIFY(hasText(u"There"_s));
    pressKeys({u"Down"_s, u"Return"_s});
    QCOMPARE(focusFact("popup"), QString());
    QCOMPARE(focusFact("name"), u"regionComboBox"_s);
    QCOMPARE(focusFact("text"), u"There"_s);
    QVERIFY(!hasText(u"Here"_s));
}

void TestDriver::readsWhatIsVisible()
{
    const QMap<QString, QString> texts = visibleTexts();
    QCOMPARE(texts.value(u"form, window title"_s), u"A form"_s);
    QCOMPARE(texts.value(u"form/openButton, text"_s), u"Open & close"_s);
    QCOMPARE(texts.value(u"form/openButton, tooltip"_s), u"a <b>"_s);
    QVERIFY(hasText(u"Name"_s));
    QVERIFY(!hasText(u"hidden"_s));
    QCOMPARE(widgetFacts(u"form/hiddenLabel"_s)[u"visible"_s].toBool(true), false);
    QCOMPARE(widgetFacts(u"other/hiddenLabel"_s)[u"exists"_s].toBool(true), false);
    QCOMPARE(widgetFacts(u"openButton"_s)[u"enabled"_s].toBool(), true);
}

void TestDriver::speaksToDialogs()
{
    pressKeys({u"Alt+O"_s});
    QTRY_COMPARE(focusFact("windowName"), u"dialog"_s);
    QVERIFY(hasText(u"A dialog"_s));
    pressKeys({u"Escape"_s});
    giveKeyboardBack();
    QTRY_COMPARE(focusFact("windowName"), u"form"_s);
    QVERIFY(!hasText(u"A dialog"_s));
    press(strokesToType(u"x"_s));
    QCOMPARE(widgetFacts(u"nameEdit"_s)[u"text"_s].toString(), u"x"_s);
}

void TestDriver::takesPictures()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"form.png"_s);
    QCOMPARE(grabWindow({}, file), QJsonObject());
    QCOMPARE(QImage(file).size(), m_form->size());
    QCOMPARE(grabWindow(u"form"_s, file), QJsonObject());
    QVERIFY(grabWindow(u"no window"_s, file).contains(u"error"_s));
    QVERIFY(grabWindow(u"form"_s, folder.filePath(u"no/folder.png"_s)).contains(u"error"_s));
}

QTEST_MAIN(TestDriver)
#include "tst_driver.moc"
