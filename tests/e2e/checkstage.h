// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/account.h"
#include "tests/e2e/program.h"
#include "tests/e2e/testhome.h"
#include "tests/support/faultyserver.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace genauth::test {

/** The genauth-check of the build tree. */
[[nodiscard]] QString checkProgram();

/** What the service says of a pool, as far as the state goes by it. */
struct StageAnswers
{
    std::optional<int> hoursLeft = 200 * 24; ///< below 0: ended; nothing: `endTime` as it is
    QString endTime = {};
    QString overdueDays = QStringLiteral("0");
    int mauUsed = 500; ///< of 1000
    bool isRightAtLimit = false;
};

/** genauth-check in the home of somebody whose environment names a pool on a server that answers
 *  well. */
class CheckStage
{
public:
    CheckStage();

    [[nodiscard]] Ended run(const QStringList &arguments);
    /** In the same words as on a command line. */
    [[nodiscard]] Ended run(const QString &arguments);
    /** In no other environment than this. */
    [[nodiscard]] Ended runIn(const QProcessEnvironment &environment, const QString &arguments);

    void answer(const StageAnswers &answers);
    /** Every operation, the token's aside, is answered like this. */
    void answerAll(const Script &script);

    /** Instead of the environment's pool: a list as the dashboard leaves it, of these pools, all on
     *  the server, whose user pool ids are "pool-1" and so on. Returns them. */
    QList<Account> leaveList(const QStringList &names);

    TestHome home;
    FaultyServer server;
};

} // namespace genauth::test
