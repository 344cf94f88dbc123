// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/sharedsettings.h"

#include "core/base/userfile.h"
#include "core/store/usagehistory.h"
#include "core/sync/poolsrefresher.h"

#include <algorithm>

namespace genauth {

QString SharedSettings::defaultFile()
{
    return userConfigFile(QStringLiteral("dashboard.ini"));
}

std::optional<UiLanguage> SharedSettings::language() const
{
    return Language::fromCode(m_settings.value(languageKey()).toString());
}

int SharedSettings::slotCount() const
{
    bool isNumber = false;
    const int count = m_settings.value(slotCountKey()).toInt(&isNumber);
    const bool isUsable = isNumber && count >= 1 && count <= MostSlots;
    return isUsable ? count : PoolsRefresher::DefaultSlots;
}

int SharedSettings::historyDays() const
{
    bool isNumber = false;
    const int days = m_settings.value(historyDaysKey()).toInt(&isNumber);
    return isNumber ? std::clamp(days, FewestHistoryDays, MostHistoryDays)
                    : HistoryLimits().daysWhole;
}

QString SharedSettings::languageKey()
{
    return QStringLiteral("language");
}

QString SharedSettings::slotCountKey()
{
    return QStringLiteral("refresh/poolsAtOnce");
}

QString SharedSettings::historyDaysKey()
{
    return QStringLiteral("data/historyDays");
}

} // namespace genauth
