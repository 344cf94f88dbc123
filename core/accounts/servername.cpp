// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/accounts/servername.h"

namespace genauth {

QString serverName(const QUrl &host)
{
    QString name = host.host();
    if (name.contains(QLatin1Char(':'))) // an IPv6 address, which would run into the port
        name = QLatin1Char('[') + name + QLatin1Char(']');
    return host.port() < 0 ? name : name + QLatin1Char(':') + QString::number(host.port());
}

} // namespace genauth
