// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/api/language.h"

#include <QLocale>
#include <QObject>
#include <QString>
#include <QTranslator>

#include <functional>
#include <optional>

namespace genauth {

enum class UiLanguage { English, Chinese };

/** The language of everything on screen. Sets the default locale first and then swaps the
 *  translators, this program's and Qt's own, so that whoever repaints on QEvent::LanguageChange or
 *  on languageChanged() finds words, dates and numbers in one language. */
class Language final : public QObject
{
    Q_OBJECT

public:
    /** `directory` holds genauth_en.qm and genauth_zh_CN.qm. Nothing is loaded before set(). */
    explicit Language(const QString &directory, QObject *parent = nullptr);
    ~Language() override;

    void set(UiLanguage language);
    [[nodiscard]] UiLanguage current() const { return m_current; }
    [[nodiscard]] ApiLanguage apiLanguage() const;
    /** Has `say` find words, dates and numbers of this language, whichever the window speaks, and
     *  nobody hear of it. */
    void speak(UiLanguage language, const std::function<void()> &say) const;

    /** The first supported language among those the system prefers; English when there is none. */
    [[nodiscard]] static UiLanguage ofSystem();
    /** "en", "zh", "zh_CN", "zh-CN" and any other spelling that starts so; nullopt otherwise. */
    [[nodiscard]] static std::optional<UiLanguage> fromCode(const QString &code);
    /** "en" or "zh": what fromCode() reads back. */
    [[nodiscard]] static QString code(UiLanguage language);
    /** The language's name for itself; the same in every language. */
    [[nodiscard]] static QString nativeName(UiLanguage language);
    /** Where the translations lie: beside the running program, in its build or install tree. */
    [[nodiscard]] static QString defaultDirectory();

signals:
    void languageChanged();

private:
    QString m_directory;
    UiLanguage m_current = UiLanguage::English;
    QTranslator m_ownWords;
    QTranslator m_qtWords;
};

} // namespace genauth
