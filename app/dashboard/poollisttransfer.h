// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/poollistfile.h"

#include <QObject>
#include <QString>
#include <QThreadPool>

namespace genauth {

/** Reads and writes lists of pools that are shared, in a thread of its own. Destroying it waits for
 *  what is under way, and then nothing is said of it. */
class PoolListTransfer final : public QObject
{
    Q_OBJECT

public:
    explicit PoolListTransfer(QObject *parent = nullptr);
    ~PoolListTransfer() override;

    void read(const QString &file);
    /** The file is the new list or what it was before, whole. */
    void write(const QString &file, const QList<Account> &accounts);

signals:
    void wasRead(const QString &file, const genauth::PoolListReading &reading);
    /** `why` is mostly in the system's words. */
    void notRead(const QString &file, const QString &why);
    void wasWritten(const QString &file);
    void notWritten(const QString &file, const QString &why);

private:
    QThreadPool m_thread;
};

} // namespace genauth
