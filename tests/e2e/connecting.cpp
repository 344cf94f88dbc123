// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/e2e/connecting.h"

#include "core/sync/connectioncheck.h"
#include "tests/e2e/drivenprogram.h"

namespace genauth::test {

using namespace Qt::StringLiterals;

bool openConnectDialog(DrivenProgram &program)
{
    program.press("Ctrl+N");
    return program.waitUntil([&] { return program.focus().windowName == u"connectDialog"_s; });
}

bool typeInto(DrivenProgram &program, const QString &field, const QString &text)
{
    return program.tabTo(field) && program.press("Ctrl+A") && program.press("Delete") &&
           (text.isEmpty() || program.type(text));
}

bool typeConnection(DrivenProgram &program, const TypedConnection &typed)
{
    return typeInto(program, u"hostComboBox"_s, typed.host) &&
           typeInto(program, u"keyIdEdit"_s, typed.keyId) &&
           typeInto(program, u"secretEdit"_s, typed.secret);
}

bool pressButton(DrivenProgram &program, const QString &button)
{
    return program.tabTo(button) && program.press("Space");
}

bool testConnection(DrivenProgram &program)
{
    // While it runs, its button is off.
    return pressButton(program, u"testButton"_s) &&
           program.waitUntil([&] { return program.widget("testButton").enabled; });
}

QStringList stepsOfTest(DrivenProgram &program)
{
    QStringList steps;
    for (std::size_t i = 0; i < ConnectionCheck::Steps.size(); ++i)
        steps << program.text(u"checkState%1"_s.arg(i));
    return steps;
}

} // namespace genauth::test
