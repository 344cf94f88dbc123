// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/commandline.h"
#include "app/sandbox/lifeline.h"
#include "app/sandbox/sandboxserver.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace genauth;
using namespace genauth::sandbox;

namespace {

/** The one line a starting program waits for. It holds the secrets: it is their only way out. */
QByteArray announcement(const SandboxServer &server)
{
    QJsonArray pools;
    for (const SandboxPool &pool : server.pools()) {
        pools.append(QJsonObject{{QStringLiteral("name"), pool.name},
            {QStringLiteral("userPoolId"), pool.userPoolId},
            {QStringLiteral("accessKeyId"), pool.accessKeyId},
            {QStringLiteral("accessKeySecret"), pool.accessKeySecret}});
    }
    const QJsonObject line{
        {QStringLiteral("url"), server.url().toString()}, {QStringLiteral("pools"), pools}};
    return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
}

bool print(const QByteArray &text, std::FILE *stream)
{
    return std::fwrite(text.data(), 1, std::size_t(text.size()), stream) ==
               std::size_t(text.size()) &&
           std::fflush(stream) == 0;
}

int complain(const QString &problem, int exitCode)
{
    print("genauth-sandbox: " + problem.toLocal8Bit() + '\n', stderr);
    return exitCode;
}

} // namespace

int main(int argc, char **argv)
{
    Lifeline::ensureStandardInput();
    const QCoreApplication application(argc, argv);
    const CommandLine commandLine = parseCommandLine(QCoreApplication::arguments());
    if (commandLine.wish == CommandLine::Wish::Refuse)
        return complain(commandLine.text, 2);
    if (commandLine.wish == CommandLine::Wish::Explain)
        return print(commandLine.text.toLocal8Bit(), stdout) ? 0 : 1;

    SandboxServer server(commandLine.options);
    if (!server.listen(commandLine.port)) {
        return complain(QStringLiteral("cannot listen on port %1 of 127.0.0.1: %2")
                            .arg(QString::number(commandLine.port), server.errorString()),
            1);
    }
    const Lifeline lifeline;
    QObject::connect(&lifeline, &Lifeline::cut, &application, &QCoreApplication::quit);
    if (!print(announcement(server), stdout))
        return complain(QStringLiteral("standard output cannot be written to"), 1);
    return QCoreApplication::exec();
}
