// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcessEnvironment>

namespace genauth {

/** Any request here would otherwise present the user's Kerberos ticket to a server that asks for
 *  one (Negotiate), without a question: takes the ticket out of this process's sight. Before the
 *  first thread starts. */
void hideKerberosTickets();

/** The environment as it was before hideKerberosTickets(): for programs of the user's own. */
[[nodiscard]] QProcessEnvironment withKerberosTickets(QProcessEnvironment environment);

} // namespace genauth
