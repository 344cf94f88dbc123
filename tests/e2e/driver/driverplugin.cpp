// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What Qt loads into the program under test when QT_QPA_GENERIC_PLUGINS names it. It lies in the
// build tree alone: the product neither links nor installs it.

#include "tests/e2e/driver/driver.h"

#include <QGenericPlugin>

namespace genauth::test {

class DriverPlugin final : public QGenericPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "driver.json")

public:
    QObject *create(const QString & /*name*/, const QString & /*spec*/) override
    {
        return qEnvironmentVariableIsEmpty(DriverSocketVariable) ? nullptr : new Driver;
    }
};

} // namespace genauth::test

#include "driverplugin.moc"
