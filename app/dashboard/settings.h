// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/theme.h"
#include "app/settings/sharedsettings.h"
#include "app/text/language.h"
#include "core/alerts/alertsettings.h"

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace genauth {

/** A command that is run on an alert. */
struct HookSettings
{
    QString program; ///< its path; empty: none is run
    QStringList arguments;
    std::chrono::seconds timeLimit = DefaultTimeLimit;

    static constexpr std::chrono::seconds DefaultTimeLimit{30};
    static constexpr std::chrono::seconds LongestTimeLimit{600};

    friend bool operator==(const HookSettings &, const HookSettings &) = default;
};

/** What the program remembers between runs: language, theme, geometry, how tables are arranged, and
 *  all that the preferences choose. What cannot be used of it is as if it was never chosen. Never a
 *  secret. */
class Settings final
{
public:
    /** `file` is an INI file; it and its folder are made when something is first stored. */
    explicit Settings(const QString &file);

    /** The user's own file, in the desktop's configuration folder; empty when the environment
     *  names no home to look for it in. */
    [[nodiscard]] static QString defaultFile();

    /** Empty when nothing was chosen yet: then the system's language counts. */
    [[nodiscard]] std::optional<UiLanguage> language() const;
    void setLanguage(UiLanguage language);

    [[nodiscard]] ThemeChoice theme() const;
    void setTheme(ThemeChoice theme);

    [[nodiscard]] QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);

    /** How the table of all pools is arranged: what PoolsPage made of it. */
    [[nodiscard]] QByteArray poolsTable() const;
    void setPoolsTable(const QByteArray &arrangement);
    /** Which billing cycles the MAU history shows: HistoryRange::code(); empty: never chosen. */
    [[nodiscard]] QString historyRange() const;
    void setHistoryRange(const QString &code);
    /** How many pools are refreshed at once: 1 to MostSlots. */
    [[nodiscard]] int slotCount() const;
    void setSlotCount(int count);
    static constexpr int MostSlots = SharedSettings::MostSlots;

    /** How often pools are asked: zero, which is never by itself, or from 10 minutes to a day; what
     *  lies outside is taken to the nearer end. */
    [[nodiscard]] std::chrono::minutes refreshInterval() const;
    void setRefreshInterval(std::chrono::minutes interval);
    static constexpr std::chrono::minutes UsualInterval{60};
    static constexpr std::chrono::minutes ShortestInterval{10};
    static constexpr std::chrono::minutes LongestInterval{24 * 60};

    [[nodiscard]] AlertSettings alertSettings() const;
    void setAlertSettings(const AlertSettings &settings);

    [[nodiscard]] HookSettings hook() const;
    void setHook(const HookSettings &hook);

    /** In the tray alone, or minimised where there is none. */
    [[nodiscard]] bool startMinimized() const;
    void setStartMinimized(bool minimized);
    /** Closing the window leaves the program in the tray, where there is one. */
    [[nodiscard]] bool closeToTray() const;
    void setCloseToTray(bool closeToTray);

    /** Tables are written as CSV with a byte order mark, which spreadsheets look for. */
    [[nodiscard]] bool marksCsv() const;
    void setMarksCsv(bool marks);

    /** For so many days every sample of the usage is kept, and before that one a day. */
    [[nodiscard]] int historyDays() const;
    void setHistoryDays(int days);
    static constexpr int FewestHistoryDays = SharedSettings::FewestHistoryDays;
    static constexpr int MostHistoryDays = SharedSettings::MostHistoryDays;

private:
    QSettings m_settings;
};

} // namespace genauth
