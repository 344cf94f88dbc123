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

void collect(QtMsgType, const QMessageLogContext &context, const QString &message)
{
    const QMutexLocker lock(&collectedLock);
    collected += QByteArray(context.category) + ": " + message.toUtf8() + '\n';
}

} // namespace

LogCapture::LogCapture()
    : m_before(qInstallMessageHandler(collect))
{
    const QMutexLocker lock(&collectedLock);
    collected.clear();
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

} // namespace genauth::test
