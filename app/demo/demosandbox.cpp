// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demosandbox.h"

#include "core/base/childenvironment.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace genauth {

namespace {

QList<PoolAccess> parsePools(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    const HostReading host = readHost(object.value(QLatin1String("url")).toString());
    if (host.problem)
        return {};
    QList<PoolAccess> pools;
    const QJsonArray entries = object.value(QLatin1String("pools")).toArray();
    for (const QJsonValue &entry : entries) {
        PoolAccess pool;
        pool.account.id = QUuid::createUuid();
        pool.account.name = entry[QLatin1String("name")].toString();
        pool.account.host = host.host;
        pool.account.poolId = entry[QLatin1String("userPoolId")].toString();
        pool.key.id = entry[QLatin1String("accessKeyId")].toString();
        pool.key.secret = entry[QLatin1String("accessKeySecret")].toString().toUtf8();
        pools.append(pool);
    }
    return pools;
}

} // namespace

DemoSandbox::DemoSandbox(const QString &program, QObject *parent)
    : DemoSandbox(program, DefaultPatience, parent)
{
}

DemoSandbox::DemoSandbox(
    const QString &program, std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent)
{
    m_process.setProgram(program);
    m_process.setProcessEnvironment(withoutSecrets(QProcessEnvironment::systemEnvironment()));
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &DemoSandbox::readPools);
    connect(&m_process, &QProcess::errorOccurred, this, &DemoSandbox::fail);
    connect(&m_process, &QProcess::finished, this, &DemoSandbox::fail);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &DemoSandbox::fail);
}

DemoSandbox::~DemoSandbox()
{
    m_process.disconnect(this);
    m_process.closeWriteChannel();
    // It ends by itself at once; the wait only spares Qt's warning about a process still running.
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(500)) {
        m_process.kill();
        m_process.waitForFinished(500);
    }
}

void DemoSandbox::start(const QString &language)
{
    m_process.setArguments({QStringLiteral("--lang"), language});
    m_patience.start();
    m_process.start();
}

QString DemoSandbox::defaultProgram()
{
    return QCoreApplication::applicationDirPath() + QStringLiteral("/genauth-sandbox");
}

void DemoSandbox::readPools()
{
    if (m_reported || !m_process.canReadLine())
        return;
    const QList<PoolAccess> pools = parsePools(m_process.readLine());
    if (pools.isEmpty()) {
        fail();
        return;
    }
    m_reported = true;
    m_patience.stop();
    emit started(pools);
}

void DemoSandbox::fail()
{
    m_patience.stop();
    if (!std::exchange(m_reported, true))
        emit failed();
}

} // namespace genauth
