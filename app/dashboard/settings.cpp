// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/settings.h"

#include "core/sync/poolsrefresher.h"

#include <QStandardPaths>

namespace genauth {

namespace {

const QString LanguageKey = QStringLiteral("language");
const QString ThemeKey = QStringLiteral("theme");
const QString GeometryKey = QStringLiteral("window/geometry");
const QString PoolsTableKey = QStringLiteral("window/poolsTable");
const QString HistoryRangeKey = QStringLiteral("window/historyRange");
const QString SlotsKey = QStringLiteral("refresh/poolsAtOnce");

} // namespace

Settings::Settings(const QString &file)
    : m_settings(file, QSettings::IniFormat)
{
}

QString Settings::defaultFile()
{
#ifdef Q_OS_UNIX
    // Without a home Qt would take the root of the file system for one.
    if (qEnvironmentVariableIsEmpty("HOME") && qEnvironmentVariableIsEmpty("XDG_CONFIG_HOME"))
        return {};
#endif
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/genauth-dashboard/dashboard.ini");
}

std::optional<UiLanguage> Settings::language() const
{
    return Language::fromCode(m_settings.value(LanguageKey).toString());
}

void Settings::setLanguage(UiLanguage language)
{
    m_settings.setValue(LanguageKey, Language::code(language));
}

ThemeChoice Settings::theme() const
{
    return Theme::fromCode(m_settings.value(ThemeKey).toString()).value_or(ThemeChoice::System);
}

void Settings::setTheme(ThemeChoice theme)
{
    m_settings.setValue(ThemeKey, Theme::code(theme));
}

QByteArray Settings::windowGeometry() const
{
    return m_settings.value(GeometryKey).toByteArray();
}

int Settings::slotCount() const
{
    bool isNumber = false;
    const int count = m_settings.value(SlotsKey).toInt(&isNumber);
    const bool isUsable = isNumber && count >= 1 && count <= MostSlots;
    return isUsable ? count : PoolsRefresher::DefaultSlots;
}

void Settings::setSlotCount(int count)
{
    m_settings.setValue(SlotsKey, count);
}

void Settings::setWindowGeometry(const QByteArray &geometry)
{
    m_settings.setValue(GeometryKey, geometry);
}

QByteArray Settings::poolsTable() const
{
    return m_settings.value(PoolsTableKey).toByteArray();
}

void Settings::setPoolsTable(const QByteArray &arrangement)
{
    m_settings.setValue(PoolsTableKey, arrangement);
}

QString Settings::historyRange() const
{
    return m_settings.value(HistoryRangeKey).toString();
}

void Settings::setHistoryRange(const QString &code)
{
    m_settings.setValue(HistoryRangeKey, code);
}

} // namespace genauth
