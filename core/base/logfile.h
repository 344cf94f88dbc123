// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/boundedfile.h"

#include <QDateTime>
#include <QString>
#include <QtGlobal>

#include <chrono>
#include <optional>

namespace genauth {

class Clock;

/** The program's log: all that is said through Qt's logging, Qt's own messages included, in a file
 *  of bounded size and on standard error. Both get the same words, redacted().
 *
 *  Installs Qt's message handler for as long as it lives, then puts back the one before; one at a
 *  time. A line of the file: "2026-07-01T12:00:00.000Z WARNING genauth.api: text", in UTC and
 *  UTF-8, 16 KiB at most. The file is a BoundedFile, opened by the first message.
 *
 *  On standard error appear warnings and above, and all that is enabled when the user asked for it
 *  with QT_LOGGING_RULES or QT_LOGGING_CONF; laid out as Qt does it, QT_MESSAGE_PATTERN included.
 *
 *  When the file cannot be opened or written, it says so once, on standard error, and goes on
 *  without; a message that comes RetryAfter later or more tries again. After a fatal message Qt
 *  ends the program as usual. What is logged while a message is being handled in the same thread,
 *  Qt itself puts on standard error, not in here. Thread-safe. */
class LogFile final
{
public:
    static constexpr qint64 DefaultMaxBytes = 1024 * 1024;
    static constexpr std::chrono::seconds RetryAfter{60};

    /** Without a path there is no file, only standard error. `maxBytes`: of one file, of two there
     *  can be. `clock` must outlive the log, be thread-safe, and log nothing itself. */
    LogFile(const QString &path, const Clock &clock, qint64 maxBytes = DefaultMaxBytes);
    ~LogFile();
    Q_DISABLE_COPY_MOVE(LogFile)

    /** Where the user's log belongs; empty when there is no home to keep it in. */
    [[nodiscard]] static QString defaultFile();

private:
    static void handle(QtMsgType type, const QMessageLogContext &context, const QString &message);
    void log(QtMsgType type, const QMessageLogContext &context, const QString &text);
    void writeToFile(QtMsgType type, const char *category, const QString &text);

    const QString m_path;
    const Clock &m_clock;
    const bool m_printsEverything;
    BoundedFile m_file;
    std::optional<QDateTime> m_failedAt; ///< set while the file does not work
    bool m_saidSo = false;
    QtMessageHandler m_before = nullptr;
};

} // namespace genauth
