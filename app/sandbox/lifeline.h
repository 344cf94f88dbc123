// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace genauth::sandbox {

/**
 * Tells when the program should end: when its standard input closes, which happens by itself when
 * the program that started it ends, however that came about, or when SIGTERM or SIGINT arrives. One
 * per process; what comes in through standard input is read and forgotten.
 */
class Lifeline final : public QObject
{
    Q_OBJECT

public:
    /**
     * To be called before anything opens a file: a program started with no standard input at all
     * would otherwise take the next file that is opened for it. It gets one that is at its end.
     */
    static void ensureStandardInput();

    explicit Lifeline(QObject *parent = nullptr);
    ~Lifeline() override;

signals:
    /** Emitted from the event loop, once or more often. */
    void cut();

private:
    void watchStandardInput();
    void watchSignals();
};

} // namespace genauth::sandbox
