// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A start of a program that runs once per user: instanceprogram FOLDER LIMIT POOL. It prints what
// its claim came to; the first then lives until it is ended, and prints the pools it is asked for.

#include "app/platform/singleinstance.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace genauth;
using Claim = SingleInstance::Claim;

namespace {

void say(const QString &line)
{
    QTextStream(stdout) << line << '\n';
}

QString nameOf(Claim claim)
{
    switch (claim) {
    case Claim::First:
        return QStringLiteral("First");
    case Claim::HandedOver:
        return QStringLiteral("HandedOver");
    case Claim::Alone:
        return QStringLiteral("Alone");
    case Claim::NoAnswer:
        break;
    }
    return QStringLiteral("NoAnswer");
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication program(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    SingleInstance instance(arguments.value(1));
    QObject::connect(&instance, &SingleInstance::asked, &program,
        [](const StartRequest &request) { say(QStringLiteral("asked ") + request.pool); });
    StartRequest request;
    request.pool = arguments.value(3);
    const Claim claim =
        instance.claim(request, std::chrono::milliseconds(arguments.value(2).toInt()));
    say(nameOf(claim));
    return claim == Claim::First ? QCoreApplication::exec() : 0;
}
