// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/e2e/windowkeeper.h"

#include <QProcess>
#include <QString>

#include <memory>

namespace genauth::test {

class TestHome;

/** An X11 display of the test's own that nobody looks at (Xvfb), and a window manager on it. What
 *  does not start within ten seconds ends the test program; all ends with the object. */
class VirtualDesktop
{
public:
    VirtualDesktop();
    ~VirtualDesktop();
    Q_DISABLE_COPY_MOVE(VirtualDesktop)

    /** Has the programs of this home open their windows here. */
    void addTo(TestHome &home) const;
    /** Needs the event loop. */
    [[nodiscard]] WindowKeeper &windows() { return *m_windows; }

private:
    QProcess m_server;
    QString m_display;
    std::unique_ptr<WindowKeeper> m_windows;
};

} // namespace genauth::test
