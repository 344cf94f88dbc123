// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/account.h"
#include "core/sync/connectioncheck.h"

#include <QCoreApplication>
#include <QString>

namespace genauth {

/** What is said while a connection is entered and tried. */
class ConnectionText
{
    Q_DECLARE_TR_FUNCTIONS(genauth::ConnectionText)

public:
    /** What is wrong with a host as it was typed. */
    [[nodiscard]] static QString sentence(HostProblem problem);

    /** What a step is called: "Host", "Certificate", "Access key", "User pool", "Package". */
    [[nodiscard]] static QString stepName(ConnectionCheck::Step step);

    /** How far a step has come, in a few words: what it found, or why it stopped; empty while its
     *  turn has not come. */
    [[nodiscard]] static QString stepState(
        const ConnectionCheck &check, ConnectionCheck::Step step);

    /** "UTC+8 (Beijing time, assumed)": an offset to choose as the pool's clock. */
    [[nodiscard]] static QString clockChoice(std::chrono::seconds offset);

private:
    [[nodiscard]] static QString passed(const ConnectionCheck &check, ConnectionCheck::Step step);
    [[nodiscard]] static QString running(const ConnectionCheck &check, ConnectionCheck::Step step);
};

} // namespace genauth
