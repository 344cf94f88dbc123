// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/theme.h"
#include "app/text/language.h"

#include <QByteArray>
#include <QSettings>

#include <optional>

namespace genauth {

/** What the window remembers between runs: language, theme, geometry, how tables are arranged.
 * Never a secret. */
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
    static constexpr int MostSlots = 64;

private:
    QSettings m_settings;
};

} // namespace genauth
