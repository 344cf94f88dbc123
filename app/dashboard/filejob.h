// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>

class QDeadlineTimer;
class QThread;

namespace genauth {

/** One file on its way to the disk, whole or not at all, in a thread of its own. It lives until
 *  that is done, whoever asked for it, and deletes itself then. The program's end waits for it, but
 *  not longer than a limit: a disk that hangs holds nobody up. */
class FileJob final : public QObject
{
    Q_OBJECT

public:
    /** Makes the bytes, in that thread. */
    using Bytes = std::function<QByteArray()>;
    static constexpr std::chrono::milliseconds UsualLimit{5000};

    /** Belongs to the application, which must be there. */
    static FileJob *start(
        const QString &file, const Bytes &bytes, std::chrono::milliseconds limit = UsualLimit);
    ~FileJob() override;

signals:
    /** `why` it is not written, see WholeFile::write(); empty when it is. */
    void done(const QString &file, const QString &why);

private:
    FileJob(const QString &file, const Bytes &bytes, std::chrono::milliseconds limit);
    void waitFor(const QDeadlineTimer &until);

    std::shared_ptr<QString> m_why; ///< the thread's, until it has finished
    std::unique_ptr<QThread> m_thread;
    std::chrono::milliseconds m_limit;
};

} // namespace genauth
