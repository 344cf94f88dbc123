// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/filejob.h"

#include "app/dashboard/wholefile.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QThread>

namespace genauth {

FileJob *FileJob::start(const QString &file, const Bytes &bytes, std::chrono::milliseconds limit)
{
    return new FileJob(file, bytes, limit);
}

FileJob::FileJob(const QString &file, const Bytes &bytes, std::chrono::milliseconds limit)
    : QObject(QCoreApplication::instance())
    , m_why(std::make_shared<QString>())
    , m_thread(
          QThread::create([file, bytes, why = m_why] { *why = WholeFile::write(bytes(), file); }))
    , m_limit(limit)
{
    connect(m_thread.get(), &QThread::finished, this, [this, file] {
        emit done(file, *m_why);
        deleteLater();
    });
    // What says why it failed is translated, for which the application must be there.
    connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, this, [this] {
        static const QDeadlineTimer common(m_limit); // of all that are left
        waitFor(common);
    });
    m_thread->start();
}

FileJob::~FileJob()
{
    waitFor(QDeadlineTimer(m_limit));
}

void FileJob::waitFor(const QDeadlineTimer &until)
{
    if (!m_thread || m_thread->wait(until))
        return;
    // It hangs in a system call: its thread must outlive this, and even what ends the program.
    QThread *hanging = m_thread.release();
    connect(hanging, &QThread::finished, hanging, &QObject::deleteLater);
}

} // namespace genauth
