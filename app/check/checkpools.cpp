// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/check/checkpools.h"

#include "app/demo/demosandbox.h"
#include "app/text/environmenttext.h"
#include "app/text/storetext.h"
#include "core/accounts/accountsmeant.h"
#include "core/accounts/accountstore.h"
#include "core/accounts/keyloader.h"
#include "core/accounts/ownpools.h"
#include "core/base/displaytext.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace genauth {

namespace {

/** Each with what names it alone. */
QString idsOf(const QList<Account> &accounts)
{
    QStringList ids;
    for (const Account &account : accounts)
        ids << QStringLiteral("%1 (%2)").arg(displayText(account.name),
            account.poolId.isEmpty() ? account.id.toString(QUuid::WithoutBraces)
                                     : displayText(account.poolId));
    return ids.join(QStringLiteral(", "));
}

QList<Account> accountsOf(const QList<PoolAccess> &pools)
{
    QList<Account> accounts;
    for (const PoolAccess &pool : pools)
        accounts.append(pool.account);
    return accounts;
}

} // namespace

CheckPools::CheckPools(const CheckOptions &options, const Sources &sources, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_sources(sources)
    , m_keeper(m_sources.keychain)
{
}

CheckPools::~CheckPools() = default;

void CheckPools::load()
{
    switch (m_options.pools) {
    case CheckOptions::Pools::Environment:
        loadEnvironment();
        break;
    case CheckOptions::Pools::Named:
    case CheckOptions::Pools::All:
        loadList();
        break;
    case CheckOptions::Pools::Demo:
        loadDemo();
        return; // the sandbox says when
    }
    // After fail() nobody hears this any more.
    QMetaObject::invokeMethod(this, &CheckPools::known, Qt::QueuedConnection);
}

void CheckPools::fail(const QString &sentence)
{
    QMetaObject::invokeMethod(
        this, [this, sentence] { emit failed(sentence); }, Qt::QueuedConnection);
}

void CheckPools::add(const PoolAccess &pool)
{
    CheckedPool checked{.access = pool};
    checked.access.account.thresholds = m_options.thresholdsFor(pool.account);
    m_pools.append(checked);
}

CheckedPool *CheckPools::pool(const QUuid &accountId)
{
    const auto found = std::ranges::find_if(
        m_pools, [&](const CheckedPool &pool) { return pool.access.account.id == accountId; });
    return found == m_pools.end() ? nullptr : &*found;
}

void CheckPools::loadEnvironment()
{
    EnvironmentReading reading = m_sources.secrets.environmentPool();
    if (reading.pool && !m_options.name.isEmpty())
        reading.pool->account.name = m_options.name;
    if (reading.pool)
        add(*reading.pool);
    else if (reading.problem)
        fail(EnvironmentText::sentence(*reading.problem, reading.subject));
    else
        fail(tr("Say which pools to check: --all, --pool NAME or --demo, or set "
                "GENAUTH_ACCESS_KEY_ID."));
}

void CheckPools::loadList()
{
    if (m_sources.listFile.isEmpty()) {
        fail(
            tr("There is no list of pools to look into: neither HOME nor XDG_CONFIG_HOME is set."));
        return;
    }
    const AccountStore::Reading reading = AccountStore(m_sources.listFile).load();
    if (reading.problem) {
        fail(StoreText::listProblem(*reading.problem, m_sources.listFile).headline +
             QStringLiteral(": ") + displayText(m_sources.listFile, 1000));
        return;
    }
    QList<Account> accounts = reading.list.accounts;
    if (accounts.isEmpty()) {
        fail(tr("No pool is connected in the dashboard."));
        return;
    }
    if (m_options.pools == CheckOptions::Pools::Named)
        accounts = named(accounts);
    for (const Account &account : std::as_const(accounts))
        addListed(account, accounts.size() == 1);
}

QList<Account> CheckPools::named(const QList<Account> &all)
{
    QList<Account> accounts;
    for (const QString &name : std::as_const(m_options.names)) {
        const QList<Account> meant = accountsMeant(all, name);
        if (meant.size() != 1) {
            fail(meant.isEmpty() ? tr("There is no user pool “%1”. There are: %2.")
                                       .arg(displayText(name), namesOf(all))
                                 : tr("“%1” may be each of these user pools: %2.")
                                       .arg(displayText(name), idsOf(meant)));
            return {};
        }
        if (!accounts.contains(meant.constFirst()))
            accounts.append(meant.constFirst());
    }
    return accounts;
}

void CheckPools::addListed(const Account &account, bool isOnly)
{
    const EnvironmentReading opened = m_sources.secrets.listedPool(account, isOnly);
    add(opened.pool.value_or(PoolAccess{account, {}}));
    if (opened.problem) {
        // Of many pools the others are checked all the same.
        const QString why = EnvironmentText::sentence(*opened.problem, opened.subject);
        if (isOnly)
            fail(why);
        else
            qWarning("%ls: %ls", qUtf16Printable(displayText(account.name)), qUtf16Printable(why));
        m_pools.last().keyProblem = ApiError{.kind = ErrorKind::KeyUnusable};
    } else if (!opened.pool) {
        m_fromKeychain.insert(account.id);
    }
}

void CheckPools::loadDemo()
{
    m_demo = std::make_unique<DemoSandbox>(m_sources.sandbox,
        std::min<std::chrono::milliseconds>(DemoSandbox::DefaultPatience, m_options.timeout));
    connect(m_demo.get(), &DemoSandbox::started, this, &CheckPools::takeDemo);
    connect(m_demo.get(), &DemoSandbox::failed, this,
        [this] { fail(tr("The demonstration did not start.")); });
    const bool isChinese = QLocale().language() == QLocale::Chinese;
    m_demo->start(isChinese ? QStringLiteral("zh") : QStringLiteral("en"));
}

void CheckPools::takeDemo(const QList<PoolAccess> &pools)
{
    QList<Account> accounts = accountsOf(pools);
    if (!m_options.demoPool.isEmpty()) {
        m_options.names = {m_options.demoPool};
        accounts = named(accounts);
    }
    for (const PoolAccess &pool : pools) {
        if (accounts.contains(pool.account))
            add(pool);
    }
    QMetaObject::invokeMethod(this, &CheckPools::known, Qt::QueuedConnection);
}

void CheckPools::readKeys()
{
    m_beingRead.clear();
    QList<QUuid> ids;
    for (CheckedPool &pool : m_pools) {
        const QUuid id = pool.access.account.id;
        if (!m_fromKeychain.contains(id))
            openAgain(pool);
        else if (!pool.access.key.isValid() || pool.isRefused())
            ids.append(id);
    }
    if (ids.isEmpty()) {
        QMetaObject::invokeMethod(this, &CheckPools::keysRead, Qt::QueuedConnection);
        return;
    }
    m_beingRead = QSet<QUuid>(ids.cbegin(), ids.cend());
    // It tries once: whoever runs this program again tries again.
    m_loader = std::make_unique<KeyLoader>(m_keeper, KeyLoader::Waits{});
    connect(m_loader.get(), &KeyLoader::arrived, this, &CheckPools::takeKey);
    connect(m_loader.get(), &KeyLoader::unreadable, this, &CheckPools::noteKeyProblem);
    m_loader->load(ids);
}

void CheckPools::openAgain(CheckedPool &checked)
{
    if (!checked.keyProblem && !checked.isRefused())
        return;
    const EnvironmentReading reading =
        m_options.pools == CheckOptions::Pools::Environment
            ? m_sources.secrets.environmentPool()
            : m_sources.secrets.listedPool(checked.access.account, m_pools.size() == 1);
    if (!reading.pool)
        return;
    checked.access.key = reading.pool->key;
    checked.keyProblem.reset();
}

void CheckPools::takeKey(const QUuid &accountId, const PoolSecrets &secrets)
{
    CheckedPool *checked = pool(accountId);
    if (!checked)
        return;
    const auto opened = OwnPools::opened(checked->access.account, secrets);
    if (!opened) {
        noteKeyProblem(accountId, {.kind = ErrorKind::KeyUnusable});
        return;
    }
    checked->access = *opened;
    checked->keyProblem.reset();
    keyTold(accountId);
}

void CheckPools::noteKeyProblem(const QUuid &accountId, const ApiError &why)
{
    if (CheckedPool *checked = pool(accountId))
        checked->keyProblem = why;
    keyTold(accountId);
}

void CheckPools::keyTold(const QUuid &accountId)
{
    const bool waited = m_beingRead.remove(accountId);
    if (waited && m_beingRead.isEmpty())
        emit keysRead();
}

void CheckPools::giveUpKeys()
{
    const QSet<QUuid> waiting = m_beingRead;
    for (const QUuid &id : waiting)
        noteKeyProblem(id, {.kind = ErrorKind::KeychainSilent});
}

} // namespace genauth
