// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/e2e/virtualdesktop.h"

#include "tests/e2e/testhome.h"

#ifdef Q_OS_LINUX
#include <sys/prctl.h>

#include <csignal>
#endif

namespace genauth::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 10'000;

} // namespace

VirtualDesktop::VirtualDesktop()
{
#ifdef Q_OS_LINUX
    m_server.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
#endif
    m_server.setStandardErrorFile(QProcess::nullDevice());
    // It takes a display that is free, and prints its number when it listens.
    m_server.start(u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-nolisten"_s, u"tcp"_s, u"-noreset"_s,
                                  u"-screen"_s, u"0"_s, u"1280x800x24"_s});
    while (!m_server.canReadLine()) {
        if (!m_server.waitForReadyRead(Patience))
            qFatal("Xvfb does not start (on Debian and Ubuntu it is in the package xvfb): %s",
                qPrintable(m_server.errorString()));
    }
    m_display = u":"_s + QString::fromLatin1(m_server.readLine().trimmed());
    m_windows = std::make_unique<WindowKeeper>(m_display);
}

VirtualDesktop::~VirtualDesktop()
{
    m_windows.reset();
    m_server.terminate();
    if (!m_server.waitForFinished(Patience)) {
        m_server.kill();
        m_server.waitForFinished(Patience);
    }
}

void VirtualDesktop::addTo(TestHome &home) const
{
    home.set(u"DISPLAY"_s, m_display);
    home.set(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    // A sanitized program would end over the way libxkbcommon-x11 copies what the server sent: with
    // its length, and without a zero behind it, which strict checks take for an overflow.
    const QString variable = u"ASAN_OPTIONS"_s;
    home.set(variable, home.environment().value(variable) + u":strict_string_checks=0"_s);
}

} // namespace genauth::test
