// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/preferences/generalsection.h"

#include "app/dashboard/widgets/formgrid.h"
#include "core/base/displaytext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <array>

namespace genauth {

namespace {

/** A box with words beside it is higher, and its field's label is set beside that. */
const QString AnyWords = QStringLiteral(" ");
constexpr std::array Languages{UiLanguage::English, UiLanguage::Chinese};
constexpr std::array Themes{ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark};

} // namespace

GeneralSection::GeneralSection(const PreferencesWith &with, QWidget *parent)
    : PreferencesSection(parent)
    , m_with(with)
    , m_fields(new FormGrid(with.theme, this))
    , m_language(new QComboBox(m_fields))
    , m_theme(new QComboBox(m_fields))
    , m_loginStart(new QCheckBox(AnyWords, m_fields))
    , m_startMinimized(new QCheckBox(AnyWords, m_fields))
    , m_closeToTray(new QCheckBox(AnyWords, m_fields))
{
    createFields();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_fields);
    layout->addStretch(1);
    retranslate();
    showChoices();
    connect(&with.language, &Language::languageChanged, this, &GeneralSection::showChoices);
    connect(&with.theme, &Theme::changed, this, &GeneralSection::showChoices);
    connect(m_language, &QComboBox::activated, this,
        [this](int item) { emit languageChosen(Languages.at(static_cast<std::size_t>(item))); });
    connect(m_theme, &QComboBox::activated, this,
        [this](int item) { emit themeChosen(Themes.at(static_cast<std::size_t>(item))); });
    connect(m_loginStart, &QCheckBox::clicked, this, &GeneralSection::chooseLoginStart);
    connect(m_startMinimized, &QCheckBox::clicked, this,
        [this](bool on) { m_with.settings.setStartMinimized(on); });
    connect(m_closeToTray, &QCheckBox::clicked, this, [this](bool on) {
        m_with.settings.setCloseToTray(on);
        emit closeToTrayChosen(on);
    });
}

void GeneralSection::createFields()
{
    m_language->setObjectName(QStringLiteral("languageComboBox"));
    m_theme->setObjectName(QStringLiteral("themeComboBox"));
    m_loginStart->setObjectName(QStringLiteral("loginStartCheckBox"));
    m_startMinimized->setObjectName(QStringLiteral("startMinimizedCheckBox"));
    m_closeToTray->setObjectName(QStringLiteral("closeToTrayCheckBox"));
    // Each in its own language: whoever cannot read the other one finds theirs.
    m_language->addItems({QStringLiteral("English"), QStringLiteral("中文")});
    m_theme->addItems({QString(), QString(), QString()});
    for (QWidget *field :
        QList<QWidget *>{m_language, m_theme, m_loginStart, m_startMinimized, m_closeToTray})
        m_fields->addField(field);
    m_loginStart->setEnabled(m_with.loginStart.isOn && m_with.loginStart.set);
}

void GeneralSection::showChoices()
{
    m_language->setCurrentIndex(m_with.language.current() == UiLanguage::Chinese ? 1 : 0);
    for (std::size_t i = 0; i < Themes.size(); ++i) {
        if (Themes.at(i) == m_with.theme.choice())
            m_theme->setCurrentIndex(static_cast<int>(i));
    }
    m_loginStart->setChecked(m_with.loginStart.isOn && m_with.loginStart.isOn());
    m_startMinimized->setChecked(m_with.settings.startMinimized());
    m_closeToTray->setChecked(m_with.settings.closeToTray());
}

void GeneralSection::chooseLoginStart(bool on)
{
    const QString why = m_with.loginStart.set(on);
    // What is shown is what is so, not what was wished.
    m_loginStart->setChecked(m_with.loginStart.isOn());
    m_fields->setProblem(m_loginStart, why.isEmpty() ? QString() : displayText(why));
}

QString GeneralSection::title() const
{
    return tr("General");
}

void GeneralSection::retranslate()
{
    m_fields->setWords(m_language, tr("&Language"), {});
    m_fields->setWords(m_theme, tr("&Theme"), {});
    m_language->setAccessibleDescription(tr("The language of this program"));
    m_theme->setAccessibleDescription(tr("The colours of this program"));
    m_theme->setItemText(0, tr("As the system"));
    m_theme->setItemText(1, tr("Light"));
    m_theme->setItemText(2, tr("Dark"));
    m_fields->setWords(m_loginStart, tr("Start at login"),
        m_loginStart->isEnabled() ? tr("Alerts come only while this program runs.")
                                  : tr("This desktop offers no way to do that from here."));
    m_loginStart->setText(tr("&Start when you log in"));
    m_fields->setWords(m_startMinimized, tr("At the start"),
        m_with.hasTray ? tr("Then it is in the tray until you open it.")
                       : tr("There is no tray here: then the window is minimised."));
    m_startMinimized->setText(tr("Keep the window &out of sight"));
    m_fields->setWords(m_closeToTray, tr("At closing"),
        m_with.hasTray ? tr("Alerts go on; Quit in the menu ends the program.")
                       : tr("There is no tray here: closing the window ends the program."));
    m_closeToTray->setText(tr("Stay in the t&ray"));
}

} // namespace genauth
