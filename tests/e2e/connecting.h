// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace genauth::test {

class DrivenProgram;

/** What someone types into the dialog that connects a pool. */
struct TypedConnection
{
    QString host;
    QString keyId;
    QString secret;
};

// By keyboard alone. Each returns false when it did not come about, with the program's trouble().

/** From the main window, wherever the keyboard is in it. */
[[nodiscard]] bool openConnectDialog(DrivenProgram &program);
/** Into one field of the open dialog, in place of what stands there. */
[[nodiscard]] bool typeInto(DrivenProgram &program, const QString &field, const QString &text);
/** Into the open dialog, in place of what stands there. */
[[nodiscard]] bool typeConnection(DrivenProgram &program, const TypedConnection &typed);
[[nodiscard]] bool pressButton(DrivenProgram &program, const QString &button);
/** Begins the test, and waits until it has ended, either way. */
[[nodiscard]] bool testConnection(DrivenProgram &program);
/** What the dialog says to each step of its test. */
[[nodiscard]] QStringList stepsOfTest(DrivenProgram &program);

} // namespace genauth::test
