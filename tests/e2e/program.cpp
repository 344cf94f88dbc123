// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/e2e/program.h"

#include "tests/e2e/testhome.h"

#include <QFile>
#include <QTest>

namespace genauth::test {

namespace {

constexpr int LongestRun = 30'000;

QList<QByteArray> entriesOf(qint64 pid, const QString &file)
{
    QFile entries(QStringLiteral("/proc/%1/%2").arg(pid).arg(file));
    return entries.open(QIODevice::ReadOnly) ? entries.readAll().split('\0') : QList<QByteArray>();
}

} // namespace

QStringList Ended::lines() const
{
    return output.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

Program::Program(const QString &program, const QStringList &arguments, const TestHome &home)
    : Program(program, arguments, home.environment())
{
}

Program::Program(
    const QString &program, const QStringList &arguments, const QProcessEnvironment &environment)
{
    m_process.setProcessEnvironment(environment);
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.start(program, arguments);
}

Program::~Program()
{
    m_process.kill();
    m_process.waitForFinished();
}

Ended Program::waitForEnd()
{
    const bool ended = QTest::qWaitFor([this] { return hasEnded(); }, LongestRun);
    const bool well = ended && m_process.error() == QProcess::UnknownError &&
                      m_process.exitStatus() == QProcess::NormalExit;
    return {well ? m_process.exitCode() : -1, QString::fromUtf8(m_process.readAllStandardOutput()),
        QString::fromUtf8(errorsSoFar())};
}

QByteArray Program::errorsSoFar()
{
    m_errors += m_process.readAllStandardError();
    return m_errors;
}

QString dashboardProgram()
{
    return QStringLiteral(GENAUTH_DASHBOARD_PROGRAM);
}

Ended runDashboard(const QStringList &arguments, const TestHome &home)
{
    return Program(dashboardProgram(), arguments, home).waitForEnd();
}

QList<QByteArray> environmentOf(qint64 pid)
{
    return entriesOf(pid, QStringLiteral("environ"));
}

QList<QByteArray> commandLineOf(qint64 pid)
{
    return entriesOf(pid, QStringLiteral("cmdline"));
}

} // namespace genauth::test
