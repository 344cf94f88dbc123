// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/lifeline.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace genauth::sandbox {

namespace {

// A signal handler has no other way to reach anything, and may do little more than write().
std::array<int, 2> signalPipe{-1, -1};

void onSignal(int)
{
    const int savedErrno = errno;
    const char byte = 0;
    [[maybe_unused]] const auto written = ::write(signalPipe[1], &byte, 1);
    errno = savedErrno;
}

} // namespace

void Lifeline::ensureStandardInput()
{
    // Opening takes the lowest free descriptor, which then is standard input's.
    if (::fcntl(STDIN_FILENO, F_GETFD) < 0)
        ::open("/dev/null", O_RDONLY);
}

Lifeline::Lifeline(QObject *parent)
    : QObject(parent)
{
    watchStandardInput();
    watchSignals();
}

Lifeline::~Lifeline()
{
    std::signal(SIGTERM, SIG_DFL);
    std::signal(SIGINT, SIG_DFL);
    for (int &end : signalPipe) {
        ::close(end);
        end = -1;
    }
}

void Lifeline::watchStandardInput()
{
    auto *notifier = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
        std::array<char, 4096> unread{};
        const auto count = ::read(STDIN_FILENO, unread.data(), unread.size());
        if (count > 0 || (count < 0 && (errno == EINTR || errno == EAGAIN)))
            return;
        notifier->setEnabled(false);
        emit cut();
    });
}

void Lifeline::watchSignals()
{
    if (::pipe(signalPipe.data()) != 0)
        return; // the signals then end the program at once, as they always do
    auto *notifier = new QSocketNotifier(signalPipe[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
        notifier->setEnabled(false);
        emit cut();
    });
    std::signal(SIGTERM, onSignal);
    std::signal(SIGINT, onSignal);
}

} // namespace genauth::sandbox
