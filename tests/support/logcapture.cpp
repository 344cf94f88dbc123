// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/logcapture.h"

#include <QLoggingCategory>
#include <QMutex>

namespace genauth::test {

namespace {

// A message handler is a plain function, so what it collects cannot be a member.
QBasicMutex collectedLock;
QByteArray collected;
QByteArray collectedWarnings;

void collect(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QMutexLocker lock(&collectedLock);
    const QByteArray line = QByteArray(context.category) + ": " + message.toUtf8() + '\n';
    collected += line;
    if (type != QtDebugMsg && type != QtInfoMsg)
        collectedWarnings += line;
}

} // namespace

LogCapture::LogCapture()
    : m_before(qInstallMessageHandler(collect))
{
    const QMutexLocker lock(&collectedLock);
    collected.clear();
    collectedWarnings.clear();
    QLoggingCategory::setFilterRules(QStringLiteral("*=true"));
}

LogCapture::~LogCapture()
{
    QLoggingCategory::setFilterRules(QString());
    qInstallMessageHandler(m_before);
}

QByteArray LogCapture::text() const
{
    const QMutexLocker lock(&collectedLock);
    return collected;
}

QByteArray LogCapture::warnings() const
{
    const QMutexLocker lock(&collectedLock);
    return collectedWarnings;
}

} // namespace genauth::test
