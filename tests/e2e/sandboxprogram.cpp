// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/e2e/sandboxprogram.h"

#include "tests/e2e/program.h"
#include "tests/e2e/testhome.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace genauth::test {

namespace {

constexpr int LongestWait = 20'000;

} // namespace

SandboxProgram::SandboxProgram(const TestHome &home)
{
    m_process.setProcessEnvironment(home.environment());
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QFileInfo(dashboardProgram()).path() + QStringLiteral("/genauth-sandbox"), {});
}

SandboxProgram::~SandboxProgram()
{
    end();
}

bool SandboxProgram::isReady()
{
    if (QTest::qWaitFor([this] { return m_process.canReadLine(); }, LongestWait))
        m_line = QJsonDocument::fromJson(m_process.readLine()).object();
    return !secret().isEmpty();
}

QString SandboxProgram::url() const
{
    return m_line[QLatin1String("url")].toString();
}

QString SandboxProgram::fact(int pool, const char *name) const
{
    return m_line[QLatin1String("pools")][pool][QLatin1String(name)].toString();
}

void SandboxProgram::end()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(LongestWait)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

} // namespace genauth::test
