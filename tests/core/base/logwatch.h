// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QTemporaryFile>

#include <cstdio>
#include <unistd.h>

namespace genauth::test {

/** Of a file; empty when there is none. */
[[nodiscard]] inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/** Collects what this process puts on its standard error, until it is destroyed. One at a time. */
class StderrCapture
{
public:
    StderrCapture()
        : m_before(::dup(STDERR_FILENO))
    {
        if (!m_file.open() || ::dup2(m_file.handle(), STDERR_FILENO) < 0)
            qFatal("no capture of standard error");
    }
    ~StderrCapture()
    {
        std::fflush(stderr);
        ::dup2(m_before, STDERR_FILENO);
        ::close(m_before);
    }
    Q_DISABLE_COPY_MOVE(StderrCapture)

    [[nodiscard]] QByteArray text()
    {
        std::fflush(stderr);
        return contentOf(m_file.fileName());
    }

private:
    QTemporaryFile m_file;
    int m_before;
};

} // namespace genauth::test
