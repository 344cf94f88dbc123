// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/poollisttransfer.h"

#include "app/dashboard/wholefile.h"

#include <QFile>
#include <QFileInfo>

namespace genauth {

PoolListTransfer::PoolListTransfer(QObject *parent)
    : QObject(parent)
{
    m_thread.setMaxThreadCount(1);
}

PoolListTransfer::~PoolListTransfer()
{
    m_thread.waitForDone();
}

void PoolListTransfer::read(const QString &file)
{
    m_thread.start([this, file] {
        if (const QFileInfo info(file); info.exists() && !info.isFile() && !info.isDir()) {
            // Nobody waits for what a pipe may bring.
            QMetaObject::invokeMethod(
                this, [this, file] { emit wasRead(file, readPoolListFile({})); },
                Qt::QueuedConnection);
            return;
        }
        QFile source(file);
        const bool opened = source.open(QIODevice::ReadOnly);
        const QByteArray bytes = opened ? source.read(MaxPoolListBytes + 1) : QByteArray();
        const QString why =
            source.error() == QFileDevice::NoError ? QString() : source.errorString();
        const PoolListReading reading = why.isEmpty() ? readPoolListFile(bytes) : PoolListReading();
        QMetaObject::invokeMethod(
            this,
            [this, file, why, reading] {
                if (why.isEmpty())
                    emit wasRead(file, reading);
                else
                    emit notRead(file, why);
            },
            Qt::QueuedConnection);
    });
}

void PoolListTransfer::write(const QString &file, const QList<Account> &accounts)
{
    m_thread.start([this, file, accounts] {
        const QString why = WholeFile::write(toPoolListFile(accounts), file);
        QMetaObject::invokeMethod(
            this,
            [this, file, why] {
                if (why.isEmpty())
                    emit wasWritten(file);
                else
                    emit notWritten(file, why);
            },
            Qt::QueuedConnection);
    });
}

} // namespace genauth
