// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/formatting.h"
#include "app/text/language.h"
#include "tests/support/qtwarnings.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace genauth;
using namespace Qt::StringLiterals;

namespace {

QString ownWord()
{
    return QCoreApplication::translate("genauth::MainWindow", "Refresh");
}

QString qtWord()
{
    return QCoreApplication::translate("QPlatformTheme", "Close");
}

using Locales = QList<QLocale::Language>;

/** Notes the default locale whenever the application hears that the language has changed. */
class LocaleWitness : public QObject
{
public:
    LocaleWitness() { qApp->installEventFilter(this); }
    Locales seen;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == qApp && event->type() == QEvent::LanguageChange)
            seen.append(QLocale().language());
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

class TestLanguage : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnQtWarnings(); }

    void switchesEverything();
    void setsTheLocaleFirst();
    void tellsWhenAllIsDone();
    void speaksThroughStandardDialogs();
    void leavesNothingBehind();
    void speaksAnotherForAWhile();
    void doesWithoutFiles();
    void readsCodes_data();
    void readsCodes();
    void writesCodesItReads();
    void namesEachLanguageInItself();
};

void TestLanguage::switchesEverything()
{
    Language language(Language::defaultDirectory());
    language.set(UiLanguage::Chinese);
    QCOMPARE(language.current(), UiLanguage::Chinese);
    QCOMPARE(language.apiLanguage(), ApiLanguage::Chinese);
    QCOMPARE(QLocale().name(), u"zh_CN"_s);
    QCOMPARE(ownWord(), u"刷新"_s);
    QCOMPARE(qtWord(), u"关闭"_s);
    QCOMPARE(Formatting::days(2), u"2 天"_s);

    language.set(UiLanguage::English);
    QCOMPARE(language.current(), UiLanguage::English);
    QCOMPARE(language.apiLanguage(), ApiLanguage::English);
    QCOMPARE(QLocale().name(), u"en_US"_s);
    QCOMPARE(ownWord(), u"Refresh"_s);
    QCOMPARE(qtWord(), u"Close"_s);
    QCOMPARE(Formatting::days(2), u"2 days"_s);

    language.set(UiLanguage::Chinese);
    QCOMPARE(ownWord(), u"刷新"_s);
    QCOMPARE(qtWord(), u"关闭"_s);
}

void TestLanguage::setsTheLocaleFirst()
{
    Language language(Language::defaultDirectory());
    language.set(UiLanguage::English);
    LocaleWitness witness;
    language.set(UiLanguage::Chinese);
    QVERIFY(!witness.seen.isEmpty());
    QCOMPARE(witness.seen, Locales(witness.seen.size(), QLocale::Chinese));
    witness.seen.clear();
    language.set(UiLanguage::English);
    QVERIFY(!witness.seen.isEmpty());
    QCOMPARE(witness.seen, Locales(witness.seen.size(), QLocale::English));
}

void TestLanguage::tellsWhenAllIsDone()
{
    Language language(Language::defaultDirectory());
    QSignalSpy changed(&language, &Language::languageChanged);
    QStringList heard;
    connect(&language, &Language::languageChanged, this, [&heard] {
        heard = {QLocale().name(), ownWord(), qtWord()};
    });
    language.set(UiLanguage::Chinese);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(heard, (QStringList{u"zh_CN"_s, u"刷新"_s, u"关闭"_s}));
}

void TestLanguage::speaksThroughStandardDialogs()
{
    Language language(Language::defaultDirectory());
    language.set(UiLanguage::English);
    QDialogButtonBox box(QDialogButtonBox::Close | QDialogButtonBox::Cancel);
    box.show();
    const auto text = [&box](QDialogButtonBox::StandardButton button) {
        return box.button(button)->text().remove(u'&');
    };
    QCOMPARE(text(QDialogButtonBox::Close), u"Close"_s);
    language.set(UiLanguage::Chinese);
    QTRY_COMPARE(text(QDialogButtonBox::Close), u"关闭"_s);
    QCOMPARE(text(QDialogButtonBox::Cancel), u"取消"_s);
    language.set(UiLanguage::English);
    QTRY_COMPARE(text(QDialogButtonBox::Close), u"Close"_s);
}

void TestLanguage::leavesNothingBehind()
{
    {
        Language language(Language::defaultDirectory());
        language.set(UiLanguage::Chinese);
        QCOMPARE(ownWord(), u"刷新"_s);
    }
    QCOMPARE(ownWord(), u"Refresh"_s);
    QCOMPARE(qtWord(), u"Close"_s);
}

void TestLanguage::speaksAnotherForAWhile()
{
    Language language(Language::defaultDirectory());
    const QString chinese = u"刷新"_s;
    for (const UiLanguage shown : {UiLanguage::English, UiLanguage::Chinese}) {
        language.set(shown);
        const QString own = ownWord();
        const QLocale locale;
        const LocaleWitness witness;
        QStringList said;
        const auto say = [&] {
            said.append({ownWord(), QLocale::languageToCode(QLocale().language())});
        };
        language.speak(UiLanguage::English, say);
        language.speak(UiLanguage::Chinese, say);
        QCOMPARE(said, (QStringList{u"Refresh"_s, u"en"_s, chinese, u"zh"_s}));
        QCOMPARE(ownWord(), own);
        QCOMPARE(QLocale(), locale);
        QVERIFY(witness.seen.isEmpty());
    }
}

void TestLanguage::doesWithoutFiles()
{
    Language language(u"/nowhere"_s);
    language.set(UiLanguage::Chinese);
    QCOMPARE(language.current(), UiLanguage::Chinese);
    QCOMPARE(QLocale().name(), u"zh_CN"_s);
    QCOMPARE(ownWord(), u"Refresh"_s);
    language.set(UiLanguage::English);
    QCOMPARE(ownWord(), u"Refresh"_s);
}

void TestLanguage::readsCodes_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("language"); // -1: none
    const auto row = [](const char *code, int language) {
        QTest::newRow(code) << QString::fromLatin1(code) << language;
    };
    constexpr int English = static_cast<int>(UiLanguage::English);
    constexpr int Chinese = static_cast<int>(UiLanguage::Chinese);
    for (const char *code : {"zh", "ZH", "zh_CN", "zh-CN", "zh-Hans-CN", "zh_Hans_CN",
             "zh_CN.UTF-8", "zh-TW", "zh_SG", "zh_"})
        row(code, Chinese);
    for (const char *code : {"en", "EN", "en_US", "en-GB", "en_US.UTF-8", "en_"})
        row(code, English);
    for (const char *code :
        {"", "C", "z", "zhuang", "zho", "english", "de", "de_ZH", " zh", "-zh", "_en", "cn", "1"})
        row(code, -1);
}

void TestLanguage::readsCodes()
{
    QFETCH(QString, code);
    QFETCH(int, language);
    const std::optional<UiLanguage> read = Language::fromCode(code);
    QCOMPARE(read ? static_cast<int>(*read) : -1, language);
}

void TestLanguage::writesCodesItReads()
{
    QCOMPARE(Language::code(UiLanguage::English), u"en"_s);
    QCOMPARE(Language::code(UiLanguage::Chinese), u"zh"_s);
    for (const UiLanguage language : {UiLanguage::English, UiLanguage::Chinese})
        QCOMPARE(Language::fromCode(Language::code(language)), std::optional(language));
}

void TestLanguage::namesEachLanguageInItself()
{
    Language language(Language::defaultDirectory());
    for (const UiLanguage current : {UiLanguage::English, UiLanguage::Chinese}) {
        language.set(current);
        QCOMPARE(Language::nativeName(UiLanguage::English), u"English"_s);
        QCOMPARE(Language::nativeName(UiLanguage::Chinese), u"中文"_s);
    }
}

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
