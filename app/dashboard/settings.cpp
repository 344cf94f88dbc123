// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/settings.h"

#include <algorithm>

namespace genauth {

namespace {

const QString ThemeKey = QStringLiteral("theme");
const QString GeometryKey = QStringLiteral("window/geometry");
const QString PoolsTableKey = QStringLiteral("window/poolsTable");
const QString HistoryRangeKey = QStringLiteral("window/historyRange");
const QString IntervalKey = QStringLiteral("refresh/intervalMinutes");
const QString AlertsKey = QStringLiteral("alerts/settings");
const QString HookProgramKey = QStringLiteral("alerts/hookProgram");
const QString HookArgumentsKey = QStringLiteral("alerts/hookArguments");
const QString HookSecondsKey = QStringLiteral("alerts/hookSeconds");
const QString StartMinimizedKey = QStringLiteral("window/startMinimized");
const QString MarksCsvKey = QStringLiteral("export/marksCsv");
const QString CloseToTrayKey = QStringLiteral("window/closeToTray");

/** Nothing: no whole number is there. */
std::optional<int> numberIn(const QVariant &value)
{
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

/** Only what is clearly yes or no. */
bool flagIn(const QVariant &value, bool otherwise)
{
    const QString text = value.toString();
    if (text == QStringLiteral("true"))
        return true;
    return text == QStringLiteral("false") ? false : otherwise;
}

} // namespace

Settings::Settings(const QString &file)
    : m_settings(file, QSettings::IniFormat)
{
}

QString Settings::defaultFile()
{
    return SharedSettings::defaultFile();
}

std::optional<UiLanguage> Settings::language() const
{
    return SharedSettings(m_settings).language();
}

void Settings::setLanguage(UiLanguage language)
{
    m_settings.setValue(SharedSettings::languageKey(), Language::code(language));
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
    return SharedSettings(m_settings).slotCount();
}

void Settings::setSlotCount(int count)
{
    m_settings.setValue(SharedSettings::slotCountKey(), count);
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

std::chrono::minutes Settings::refreshInterval() const
{
    const auto minutes = numberIn(m_settings.value(IntervalKey));
    if (!minutes || *minutes < 0)
        return UsualInterval;
    if (*minutes == 0)
        return std::chrono::minutes(0);
    return std::clamp(std::chrono::minutes(*minutes), ShortestInterval, LongestInterval);
}

void Settings::setRefreshInterval(std::chrono::minutes interval)
{
    m_settings.setValue(IntervalKey, static_cast<int>(interval.count()));
}

AlertSettings Settings::alertSettings() const
{
    return AlertSettings::fromJson(m_settings.value(AlertsKey).toString().toUtf8());
}

void Settings::setAlertSettings(const AlertSettings &settings)
{
    m_settings.setValue(AlertsKey, QString::fromUtf8(settings.toJson()));
}

HookSettings Settings::hook() const
{
    HookSettings hook;
    hook.program = m_settings.value(HookProgramKey).toString();
    hook.arguments = m_settings.value(HookArgumentsKey).toStringList();
    const auto seconds = numberIn(m_settings.value(HookSecondsKey));
    if (seconds && *seconds >= 1 && *seconds <= HookSettings::LongestTimeLimit.count())
        hook.timeLimit = std::chrono::seconds(*seconds);
    return hook;
}

void Settings::setHook(const HookSettings &hook)
{
    m_settings.setValue(HookProgramKey, hook.program);
    m_settings.setValue(HookArgumentsKey, hook.arguments);
    m_settings.setValue(HookSecondsKey, static_cast<int>(hook.timeLimit.count()));
}

bool Settings::startMinimized() const
{
    return flagIn(m_settings.value(StartMinimizedKey), false);
}

void Settings::setStartMinimized(bool minimized)
{
    m_settings.setValue(StartMinimizedKey, minimized);
}

bool Settings::closeToTray() const
{
    return flagIn(m_settings.value(CloseToTrayKey), false);
}

void Settings::setCloseToTray(bool closeToTray)
{
    m_settings.setValue(CloseToTrayKey, closeToTray);
}

bool Settings::marksCsv() const
{
    return flagIn(m_settings.value(MarksCsvKey), true);
}

void Settings::setMarksCsv(bool marks)
{
    m_settings.setValue(MarksCsvKey, marks);
}

int Settings::historyDays() const
{
    return SharedSettings(m_settings).historyDays();
}

void Settings::setHistoryDays(int days)
{
    m_settings.setValue(SharedSettings::historyDaysKey(), days);
}

} // namespace genauth
