// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace genauth::test {

class TestHome;

/** What the user of a home has who has signed in to Kerberos today, and has been at the web server
 *  "localhost" already: a ticket for it. It is good enough for a client that wants to present it,
 *  without any Kerberos server, and no server could do anything with it. */
struct KerberosTicket
{
    QString cache; ///< the file it is kept in
    QString trace; ///< where Kerberos writes down what it does, if it does anything
};

/** Makes the files, and names them in the environment of the home. */
[[nodiscard]] KerberosTicket signInToKerberos(TestHome &home);

} // namespace genauth::test
