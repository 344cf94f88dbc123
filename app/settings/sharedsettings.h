// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/text/language.h"

#include <QSettings>
#include <QString>

#include <optional>

namespace genauth {

/** What every program of this project reads of the user's settings; the dashboard alone writes
 *  them. What cannot be used of it is as if it was never chosen. Looks into the settings it was
 * made with, which must outlive it. */
class SharedSettings final
{
public:
    static constexpr int MostSlots = 64;
    static constexpr int FewestHistoryDays = 7;
    static constexpr int MostHistoryDays = 3650;

    explicit SharedSettings(const QSettings &settings)
        : m_settings(settings)
    {
    }

    /** The user's own file, in the desktop's configuration folder; empty when the environment
     *  names no home to look for it in. */
    [[nodiscard]] static QString defaultFile();

    /** Empty when nothing was chosen yet: then the system's language counts. */
    [[nodiscard]] std::optional<UiLanguage> language() const;
    /** How many pools are refreshed at once: 1 to MostSlots. */
    [[nodiscard]] int slotCount() const;
    /** For so many days every sample of the usage is kept, and before that one a day. */
    [[nodiscard]] int historyDays() const;

    // Under which names they lie in the file.
    [[nodiscard]] static QString languageKey();
    [[nodiscard]] static QString slotCountKey();
    [[nodiscard]] static QString historyDaysKey();

private:
    const QSettings &m_settings;
};

} // namespace genauth
