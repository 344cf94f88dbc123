// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/settings.h"

#include <QString>

#include <functional>
#include <optional>

namespace genauth {

class BillingStore;
class Language;
class PoolsModel;
class Theme;

/** Starting with the desktop's session, as far as this desktop can. */
struct LoginStartChoice
{
    std::function<bool()> isOn; ///< none: this desktop has no such thing
    /** Returns why it could not be done, as a sentence; empty: it is done. */
    std::function<QString(bool on)> set;
};

/** How a test of the command went. */
struct HookTestResult
{
    bool ok = false;
    QString words; ///< a sentence; may hold what the command said, and is shown as plain text
};

/** What the preferences are made with. All must outlive them. */
struct PreferencesWith
{
    Settings &settings;
    Language &language;
    Theme &theme;
    const PoolsModel &pools;
    LoginStartChoice loginStart = {};
    /** Runs the command once with a made-up alert, and tells later, once, how that went. None: no
     *  button. What it tells to is to be kept no longer than that. */
    std::function<void(const HookSettings &hook, std::function<void(HookTestResult)> tell)>
        testHook = {};
    BillingStore *store = nullptr; ///< null: nothing is kept
    QString storeFile = {};        ///< where answers and history are kept; empty: nowhere
    bool hasTray = true;           ///< there is one now, or may come
};

} // namespace genauth
