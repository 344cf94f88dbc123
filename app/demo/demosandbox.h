// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/environmentaccount.h"

#include <QList>
#include <QObject>
#include <QProcess>
#include <QString>
#include <QTimer>

#include <chrono>

namespace genauth {

/** Runs the program genauth-sandbox as a child and reports its pools, which from then on are pools
 *  like any other. The child sees no GENAUTH_* variable and ends when its standard input closes,
 *  that is, with this object or with this process, however that ends. Never blocks. */
class DemoSandbox final : public QObject
{
    Q_OBJECT

public:
    /** How long the program may take until its pools are known. */
    static constexpr std::chrono::milliseconds DefaultPatience{10'000};

    /** `program` is the path of genauth-sandbox. */
    explicit DemoSandbox(const QString &program, QObject *parent = nullptr);
    DemoSandbox(
        const QString &program, std::chrono::milliseconds patience, QObject *parent = nullptr);
    ~DemoSandbox() override;

    /** Once; one of started() or failed() follows. `language`: "en" or "zh", of the pools' names.
     */
    void start(const QString &language);

    /** genauth-sandbox beside the running program. */
    [[nodiscard]] static QString defaultProgram();

signals:
    void started(const QList<genauth::PoolAccess> &pools);
    /** The program is missing, ended early, printed something else than its pools, or nothing in
     *  time. */
    void failed();

private:
    void readPools();
    void fail();

    QProcess m_process;
    QTimer m_patience;
    bool m_reported = false;
};

} // namespace genauth
