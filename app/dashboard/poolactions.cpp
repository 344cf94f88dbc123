// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/poolactions.h"

#include "app/dashboard/dialogs/connectdialog.h"
#include "app/dashboard/dialogs/removedialog.h"
#include "app/dashboard/session.h"
#include "app/text/language.h"
#include "app/text/storetext.h"
#include "core/accounts/ownpools.h"
#include "core/base/displaytext.h"
#include "core/sync/poolsrefresher.h"
#include "core/sync/refreshscheduler.h"

#include <QAction>
#include <QFileDialog>
#include <QMenu>
#include <QStandardPaths>

namespace genauth {

namespace {

/** Opens a dialog in its window, without a loop of its own, and forgets it when it closes. */
template <class Dialog>
Dialog *open(Dialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

} // namespace

PoolActions::PoolActions(const Collaborators &with, QWidget *window)
    : QObject(window)
    , m_with(with)
    , m_window(window)
    , m_connect(createAction("connectAction", Qt::CTRL | Qt::Key_N, &PoolActions::connectPool))
    , m_edit(createAction("editConnectionAction", Qt::CTRL | Qt::Key_E, &PoolActions::edit))
    , m_test(createAction("testConnectionAction", Qt::CTRL | Qt::Key_T, &PoolActions::test))
    , m_replaceKey(createAction("replaceKeyAction", Qt::CTRL | Qt::Key_K, &PoolActions::replaceKey))
    , m_duplicate(createAction(
          "duplicateAction", Qt::CTRL | Qt::SHIFT | Qt::Key_N, &PoolActions::duplicate))
    , m_alerts(createAction("poolAlertsAction", {}, &PoolActions::requestAlerts))
    , m_remove(createAction("removeAction", Qt::CTRL | Qt::Key_Delete, &PoolActions::remove))
    , m_import(createAction("importAction", {}, &PoolActions::importPools))
    , m_export(createAction("exportAction", {}, &PoolActions::exportPools))
{
    connect(&m_transfer, &PoolListTransfer::wasRead, this, &PoolActions::take);
    connect(&m_transfer, &PoolListTransfer::notRead, this,
        [this](const QString &file, const QString &why) {
            emit said(tr("%1 cannot be read: %2").arg(displayText(file), displayText(why)));
        });
    connect(&m_transfer, &PoolListTransfer::wasWritten, this, [this](const QString &file) {
        emit said(tr("The list is in %1, without any key.").arg(displayText(file)));
    });
    connect(&m_transfer, &PoolListTransfer::notWritten, this,
        [this](const QString &file, const QString &why) {
            emit said(tr("%1 cannot be written: %2").arg(displayText(file), displayText(why)));
        });
    update();
}

PoolActions::~PoolActions() = default;

QAction *PoolActions::createAction(
    const char *name, const QKeySequence &key, void (PoolActions::*triggered)())
{
    auto *action = new QAction(m_window);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, triggered);
    return action;
}

QList<QAction *> PoolActions::onePoolActions() const
{
    return {m_edit, m_test, m_replaceKey, m_duplicate, m_alerts, m_remove};
}

void PoolActions::setPool(const QUuid &accountId)
{
    m_pool = accountId;
    update();
}

void PoolActions::update()
{
    const bool own = !m_with.session.isDemo();
    const bool one = meantPool() != nullptr;
    for (QAction *action : onePoolActions())
        action->setEnabled(one);
    m_import->setEnabled(own);
    m_export->setEnabled(own && !m_with.pools.pools().isEmpty());
}

const PoolAccess *PoolActions::meantPool() const
{
    return m_with.session.isDemo() ? nullptr : m_with.pools.pool(m_menu ? m_menuPool : m_pool);
}

void PoolActions::openMenu(
    const QUuid &accountId, const QPoint &globalPosition, const QList<QAction *> &more)
{
    auto *menu = new QMenu(m_window);
    menu->setObjectName(QStringLiteral("poolMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(onePoolActions());
    menu->addSeparator();
    menu->addActions(more);
    m_menu = menu;
    m_menuPool = accountId;
    update();
    // It is gone only after what was chosen in it is done.
    connect(menu, &QObject::destroyed, this, [this, menu] {
        if (m_menu == menu)
            m_menu = nullptr;
        update();
    });
    menu->popup(globalPosition);
}

ConnectDialog *PoolActions::createDialog()
{
    auto *dialog = new ConnectDialog(m_with.theme, m_with.refresher.context(), m_window);
    dialog->setKeysStored(m_with.pools.isStored());
    connect(&m_with.language, &Language::languageChanged, dialog,
        [this, dialog] { dialog->setLanguage(m_with.language.apiLanguage()); });
    return dialog;
}

void PoolActions::connectPool()
{
    ConnectDialog *dialog = createDialog();
    connect(dialog, &ConnectDialog::connected, &m_with.session, &Session::add);
    open(dialog);
}

ConnectDialog *PoolActions::openEditor()
{
    const PoolAccess *pool = meantPool();
    if (!pool)
        return nullptr;
    ConnectDialog *dialog = createDialog();
    dialog->edit(*pool);
    dialog->holdUntil(pool->account.host, m_with.scheduler.heldUntil(pool->account.id));
    connect(dialog, &ConnectDialog::connected, &m_with.session, &Session::replace);
    connect(dialog, &ConnectDialog::edited, &m_with.pools,
        [this](const PoolAccess &edited) { m_with.pools.replace(edited.account.id, edited); });
    return open(dialog);
}

void PoolActions::edit()
{
    static_cast<void>(openEditor());
}

void PoolActions::test()
{
    if (ConnectDialog *dialog = openEditor())
        dialog->test();
}

void PoolActions::replaceKey()
{
    if (ConnectDialog *dialog = openEditor())
        dialog->focusKey();
}

void PoolActions::duplicate()
{
    const PoolAccess *pool = meantPool();
    if (!pool)
        return;
    ConnectDialog *dialog = createDialog();
    dialog->duplicate(*pool);
    connect(dialog, &ConnectDialog::connected, &m_with.session, &Session::addCopy);
    open(dialog);
}

void PoolActions::remove()
{
    const PoolAccess *pool = meantPool();
    if (!pool)
        return;
    const QUuid id = pool->account.id;
    const QString name = pool->account.name;
    auto *dialog = new RemoveDialog(
        name, m_with.pools.listFile(), SecretKeeper::entryOf(id), m_with.theme, m_window);
    connect(dialog, &QDialog::accepted, this, [this, id, name] {
        m_with.pools.remove(id);
        emit said(tr("%1 is removed.").arg(displayText(name)));
    });
    open(dialog);
}

void PoolActions::requestAlerts()
{
    if (const PoolAccess *pool = meantPool())
        emit alertsRequested(pool->account.id);
}

void PoolActions::importPools()
{
    auto *dialog = new QFileDialog(m_window, tr("Import pools"));
    dialog->setObjectName(QStringLiteral("importDialog"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Lists of pools (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, &m_transfer, &PoolListTransfer::read);
    open(dialog);
}

void PoolActions::take(const QString &file, const PoolListReading &reading)
{
    if (reading.problem) {
        emit said(StoreText::importProblem(reading, file));
        return;
    }
    if (m_with.session.isDemo())
        return; // begun meanwhile
    const QList<Account> added =
        newPoolsOf(reading.accounts, m_with.pools.accounts(), m_with.pools.keysToRemove());
    if (!added.isEmpty())
        m_with.pools.add(added);
    emit said(StoreText::imported(
        static_cast<int>(added.size()), static_cast<int>(reading.accounts.size() - added.size())));
}

void PoolActions::exportPools()
{
    auto *dialog = new QFileDialog(m_window, tr("Export pools"));
    dialog->setObjectName(QStringLiteral("exportDialog"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Lists of pools (*.json)"), tr("All files (*)")});
    dialog->setDefaultSuffix(QStringLiteral("json"));
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    dialog->setDirectory(folder);
    dialog->selectFile(QStringLiteral("genauth-pools.json"));
    connect(dialog, &QFileDialog::fileSelected, this,
        [this](const QString &file) { m_transfer.write(file, m_with.pools.accounts()); });
    open(dialog);
}

void PoolActions::retranslate()
{
    m_connect->setText(tr("&Connect a user pool…"));
    m_edit->setText(tr("&Edit connection…"));
    m_test->setText(tr("&Test connection…"));
    m_replaceKey->setText(tr("Replace &key…"));
    m_duplicate->setText(tr("D&uplicate…"));
    m_alerts->setText(tr("Alerts of t&his pool…"));
    m_remove->setText(tr("&Remove…"));
    m_import->setText(tr("&Import pools…"));
    m_export->setText(tr("E&xport pools…"));
}

} // namespace genauth
