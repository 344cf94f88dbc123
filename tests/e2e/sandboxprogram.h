// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QProcess>
#include <QString>

namespace genauth::test {

class TestHome;

/** The genauth-sandbox of the build tree, as a server that a test can take away. */
class SandboxProgram
{
public:
    /** Starts it in the home. */
    explicit SandboxProgram(const TestHome &home);
    ~SandboxProgram();
    Q_DISABLE_COPY_MOVE(SandboxProgram)

    /** Waits for its one line; false when it does not come. */
    [[nodiscard]] bool isReady();

    // What that line says, of one of its pools.
    [[nodiscard]] QString url() const;
    [[nodiscard]] QString poolId(int pool = 0) const { return fact(pool, "userPoolId"); }
    [[nodiscard]] QString keyId(int pool = 0) const { return fact(pool, "accessKeyId"); }
    [[nodiscard]] QString secret(int pool = 0) const { return fact(pool, "accessKeySecret"); }

    /** Waits until it has ended. */
    void end();

private:
    [[nodiscard]] QString fact(int pool, const char *name) const;

    QProcess m_process;
    QJsonObject m_line;
};

} // namespace genauth::test
