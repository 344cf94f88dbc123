// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/language.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLibraryInfo>

namespace genauth {

namespace {

QLocale localeOf(UiLanguage language)
{
    return language == UiLanguage::Chinese ? QLocale(QLocale::Chinese, QLocale::China)
                                           : QLocale(QLocale::English, QLocale::UnitedStates);
}

QString ownFile(UiLanguage language)
{
    // English has a file too: it carries the plurals.
    return language == UiLanguage::Chinese ? QStringLiteral("genauth_zh_CN")
                                           : QStringLiteral("genauth_en");
}

/** Words for a while: none of them is left to the language they are laid over. */
class WordsForAWhile final : public QTranslator
{
public:
    QString translate(
        const char *context, const char *source, const char *disambiguation, int n) const override
    {
        const QString words = QTranslator::translate(context, source, disambiguation, n);
        return words.isEmpty() ? QString::fromUtf8(source) : words;
    }
};

/** While it lasts, nobody hears that a translator has come or gone. */
class Hush final : public QObject
{
public:
    Hush() { QCoreApplication::instance()->installEventFilter(this); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        return event->type() == QEvent::LanguageChange || QObject::eventFilter(watched, event);
    }
};

} // namespace

Language::Language(const QString &directory, QObject *parent)
    : QObject(parent)
    , m_directory(directory)
{
}

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_ownWords);
    QCoreApplication::removeTranslator(&m_qtWords);
}

void Language::set(UiLanguage language)
{
    m_current = language;
    const bool chinese = language == UiLanguage::Chinese;
    QLocale::setDefault(localeOf(language));
    QCoreApplication::removeTranslator(&m_qtWords);
    QCoreApplication::removeTranslator(&m_ownWords);
    // Qt speaks English by itself; its Chinese lies in its own package.
    if (chinese && m_qtWords.load(QStringLiteral("qtbase_zh_CN"),
                       QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qtWords);
    if (m_ownWords.load(ownFile(language), m_directory))
        QCoreApplication::installTranslator(&m_ownWords);
    emit languageChanged();
}

void Language::speak(UiLanguage language, const std::function<void()> &say) const
{
    const Hush hush;
    const QLocale before;
    WordsForAWhile words;
    (void)words.load(ownFile(language), m_directory);
    QCoreApplication::installTranslator(&words);
    QLocale::setDefault(localeOf(language));
    say();
    QLocale::setDefault(before);
    QCoreApplication::removeTranslator(&words);
}

ApiLanguage Language::apiLanguage() const
{
    return m_current == UiLanguage::Chinese ? ApiLanguage::Chinese : ApiLanguage::English;
}

UiLanguage Language::ofSystem()
{
    const QStringList preferred = QLocale::system().uiLanguages();
    for (const QString &code : preferred) {
        if (const auto language = fromCode(code))
            return *language;
    }
    return UiLanguage::English;
}

std::optional<UiLanguage> Language::fromCode(const QString &code)
{
    const QString base =
        QString(code).replace(QLatin1Char('_'), QLatin1Char('-')).section(QLatin1Char('-'), 0, 0);
    if (base.compare(QLatin1String("zh"), Qt::CaseInsensitive) == 0)
        return UiLanguage::Chinese;
    if (base.compare(QLatin1String("en"), Qt::CaseInsensitive) == 0)
        return UiLanguage::English;
    return std::nullopt;
}

QString Language::code(UiLanguage language)
{
    return language == UiLanguage::Chinese ? QStringLiteral("zh") : QStringLiteral("en");
}

QString Language::nativeName(UiLanguage language)
{
    return language == UiLanguage::Chinese ? QStringLiteral("中文") : QStringLiteral("English");
}

QString Language::defaultDirectory()
{
    return QCoreApplication::applicationDirPath() +
           QStringLiteral("/../share/genauth-dashboard/translations");
}

} // namespace genauth
