// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/e2e/checkstage.h"

#include "core/accounts/accountstore.h"
#include "tests/support/genauthanswers.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

namespace genauth::test {

using namespace Qt::StringLiterals;

QString checkProgram()
{
    return QStringLiteral(GENAUTH_CHECK_PROGRAM);
}

CheckStage::CheckStage()
{
    speakGenAuth(server);
    home.connectAccount(server.url(), canaryKey().id, canaryKey().secret);
    answer({});
}

Ended CheckStage::run(const QStringList &arguments)
{
    return Program(checkProgram(), arguments, home).waitForEnd();
}

Ended CheckStage::run(const QString &arguments)
{
    return run(arguments.split(u' ', Qt::SkipEmptyParts));
}

Ended CheckStage::runIn(const QProcessEnvironment &environment, const QString &arguments)
{
    return Program(checkProgram(), arguments.split(u' ', Qt::SkipEmptyParts), environment)
        .waitForEnd();
}

void CheckStage::answer(const StageAnswers &answers)
{
    QJsonObject package = samplePackage();
    QString end = answers.endTime;
    if (answers.hoursLeft)
        end = QDateTime::currentDateTimeUtc()
                  .addSecs(*answers.hoursLeft * 3600)
                  .toOffsetFromUtc(8 * 3600)
                  .toString(u"yyyy-MM-dd HH:mm:ss"_s);
    package.insert(u"endTime"_s, end);
    package.insert(u"overdueDays"_s, answers.overdueDays);
    server.answer(packagePath(), {goodPackage(package)});
    const auto right = [](const QString &code, int used) {
        return QJsonObject{{u"modelCode"_s, code}, {u"amount"_s, u"1000"_s},
            {u"current"_s, QString::number(used)}, {u"experience"_s, false}};
    };
    const QJsonArray rights{
        right(u"MAU"_s, answers.mauUsed), right(u"Roles"_s, answers.isRightAtLimit ? 1000 : 1)};
    server.answer(usagePath(), {goodAnswer({{u"usages"_s, rights}})});
}

void CheckStage::answerAll(const Script &script)
{
    server.answer(packagePath(), {script});
    server.answer(usagePath(), {script});
    server.answer(historyPath(), {script});
}

QList<Account> CheckStage::leaveList(const QStringList &names)
{
    for (const char *variable :
        {"GENAUTH_HOST", "GENAUTH_ACCESS_KEY_ID", "GENAUTH_ACCESS_KEY_SECRET"})
        home.set(QString::fromLatin1(variable), QString());
    QList<Account> accounts;
    for (const QString &name : names) {
        Account account = accountOn(server.url());
        account.id = QUuid::createUuid();
        account.name = name;
        account.poolId = u"pool-%1"_s.arg(accounts.size() + 1);
        accounts.append(account);
    }
    AccountStore store(home.path(u".config/genauth-dashboard/pools.json"_s));
    if (store.change([&](AccountList &list) { list.accounts = accounts; }))
        qFatal("the list of the test cannot be written");
    return accounts;
}

} // namespace genauth::test
