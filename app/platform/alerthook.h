// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

class QProcess;

namespace genauth {

/** A program of the user's, and how it is called. */
struct HookCommand
{
    QString program; ///< a path, or a name that is looked for in PATH
    QStringList arguments;
    std::chrono::seconds timeLimit{30};
};

/** How a run of it ended. */
struct HookResult
{
    enum class End {
        Exited,     ///< with `exitCode`
        Crashed,    ///< by a signal that was not ours
        NotStarted, ///< there is no such program, or it may not be run
        TimedOut,   ///< so it was ended
        Dropped,    ///< never run: too many came after it
    };
    int run = 0; ///< what AlertHook::run() returned
    End end = End::NotStarted;
    int exitCode = 0; ///< of Exited only
    /** The first MaxOutput bytes of both its outputs, as text; raw, and it may hold anything. */
    QString output;

    [[nodiscard]] bool isGood() const { return end == End::Exited && exitCode == 0; }
};

/** Runs the user's command on an alert: no shell, the JSON on its standard input, at home, and with
 *  nothing in its environment that is ours (see withoutSecrets()). One at a time, in the order
 *  asked for. After the time limit it is told to end, and Grace later killed; where there are
 *  process groups, with all that it started. How each ended and what it said is logged, redacted,
 *  under genauth.hook; its arguments, which may hold anything, are not.
 *
 *  When this object goes, what runs is killed at once, what waits is forgotten, and no result comes
 *  any more. */
class AlertHook final : public QObject
{
    Q_OBJECT

public:
    /** In bytes. The rest of what a command prints is read, and thrown away. */
    static constexpr qsizetype MaxOutput = 4096;
    /** So many may wait, beside the one that runs; of more the oldest is dropped. */
    static constexpr qsizetype MaxWaiting = 20;
    static constexpr std::chrono::milliseconds Grace{2000};

    explicit AlertHook(QObject *parent = nullptr);
    explicit AlertHook(std::chrono::milliseconds grace, QObject *parent = nullptr);
    ~AlertHook() override;

    /** Returns a number by which ended() tells this run from others, 1 or more; ended() comes
     *  exactly once, and later than this returns. An empty program is one that does not start. */
    int run(const HookCommand &command, const QByteArray &json);

signals:
    void ended(const genauth::HookResult &result);

private:
    struct Run
    {
        int number = 0;
        HookCommand command;
        QByteArray json;
    };

    void startNext();
    void takeOutput();
    void tellToEnd();
    void end(HookResult::End end, int exitCode = 0);
    void report(const HookResult &result);

    QList<Run> m_waiting;
    int m_last = 0;                      ///< number of the newest run
    int m_current = 0;                   ///< number of the run that runs; 0: none
    std::unique_ptr<QProcess> m_process; ///< of the run that runs
    QByteArray m_output;
    std::optional<qint64> m_overTimeGroup; ///< of the run that runs, when its time is over
    QTimer m_limit;
    QTimer m_grace;
};

} // namespace genauth

Q_DECLARE_METATYPE(genauth::HookResult)
