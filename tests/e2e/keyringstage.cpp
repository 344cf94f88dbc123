// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/e2e/keyringstage.h"

#include "core/accounts/listchanges.h"
#include "tests/e2e/canaries.h"
#include "tests/e2e/connecting.h"
#include "tests/support/genauthanswers.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

namespace genauth::test {

using namespace Qt::StringLiterals;

namespace {

/** How long people wait for a window to go away. */
constexpr qint64 LongestGoodbye = 2000;

} // namespace

KeyringStage::KeyringStage(const QString &busAddress)
{
    speakGenAuth(server);
    home.set(u"DBUS_SESSION_BUS_ADDRESS"_s, busAddress);
}

bool KeyringStage::start()
{
    program = std::make_unique<DrivenProgram>(QStringList{u"--lang=en"_s}, home);
    return program->isReady();
}

bool KeyringStage::connectPool(const QString &name, const FaultyServer &on)
{
    const TypedConnection typed{
        on.url().toString(), canaryKey().id, QString::fromUtf8(canaryKey().secret)};
    return openConnectDialog(*program) && typeInto(*program, u"nameEdit"_s, name) &&
           typeConnection(*program, typed) && testConnection(*program) &&
           pressButton(*program, u"connectButton"_s) &&
           program->waitUntil([this] { return !program->widget("connectDialog").visible; });
}

bool KeyringStage::testSecret(const QByteArray &secret)
{
    return program->waitUntil([this] {
        return program->focus().windowName == u"connectDialog"_s;
    }) && typeInto(*program, u"secretEdit"_s, QString::fromUtf8(secret)) &&
           testConnection(*program);
}

bool KeyringStage::showsPackage()
{
    return program->waitUntil(
        [this] { return program->text("packageNameLabel") == u"Enterprise package"_s; });
}

bool KeyringStage::saysOfPool(const QString &headline)
{
    return program->waitUntil([&] {
        return program->widget("errorBanner").visible &&
               program->text("errorBanner/headlineLabel") == headline;
    });
}

bool KeyringStage::saysOfStoring(const QString &headline)
{
    return program->waitUntil([&] {
        return program->widget("storeBanner").visible &&
               program->text("storeBanner/headlineLabel") == headline;
    });
}

QString KeyringStage::quit()
{
    const QStringList places = placesWith(dressesOf(canaryKey().secret), *program, home);
    QElapsedTimer goodbye;
    goodbye.start();
    const Ended ended = program->quit();
    const qint64 took = goodbye.elapsed();
    program.reset();
    if (ended.exitCode != 0 || took >= LongestGoodbye)
        return u"it ended with %1 after %2 ms"_s.arg(ended.exitCode).arg(took);
    return ended.output + ended.errors + places.join(u", "_s);
}

bool KeyringStage::leaveList(int pools)
{
    QList<Account> accounts;
    for (int i = 1; i <= pools; ++i) {
        Account account = accountOn(server.url());
        account.id = QUuid::createUuid();
        account.name = u"Pool %1"_s.arg(i);
        accounts << account;
    }
    return !AccountStore(listFile()).change([&](AccountList &list) {
        addAccounts(list, accounts);
    });
}

QString KeyringStage::listFile() const
{
    return home.path(u".config/genauth-dashboard/pools.json"_s);
}

QStringList KeyringStage::names() const
{
    QStringList names;
    const QList<Account> accounts = list().accounts;
    for (const Account &account : accounts)
        names << account.name;
    return names;
}

QStringList KeyringStage::leaks() const
{
    QStringList leaks = home.filesWith("CANARY");
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                            QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    if (QFileInfo(listFile()).permissions() & others)
        leaks << u"others may read the list"_s;
    return leaks;
}

} // namespace genauth::test
