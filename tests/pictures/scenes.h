// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/app/dashboard/windowundertest.h"

#include <QList>
#include <QString>

#include <chrono>
#include <functional>

namespace genauth::test {

/** A state of the window worth looking at. */
struct Scene
{
    QString name;
    /** Brings it about in an open window of no pool, and names the widget to be pictured. */
    std::function<QWidget *(WindowUnderTest &)> play;
    DataOrigin origin = DataOrigin::RealPools; ///< of the window it needs
    /** How long that window waits for a silent server. */
    std::chrono::seconds patience = std::chrono::seconds(2);
};

/** Every page, every dialog, every error. */
[[nodiscard]] QList<Scene> allScenes();
/** Without the pages of a real server's answers: a page that is not seen is told what has changed,
 *  the language too, when it is; and most of what they show is the server's own words. */
[[nodiscard]] QList<Scene> scenesOfOurWords();

} // namespace genauth::test
