// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/poollisttransfer.h"

#include <QList>
#include <QObject>
#include <QUuid>

class QAction;
class QMenu;
class QPoint;
class QWidget;

namespace genauth {

class ConnectDialog;
class Language;
class OwnPools;
class PoolsRefresher;
struct PoolAccess;
class RefreshScheduler;
class Session;
class Theme;

/** What can be done to the list of pools, with the dialogs that it takes: connect one, edit, test,
 *  replace its key, duplicate, remove, import and export. */
class PoolActions final : public QObject
{
    Q_OBJECT

public:
    struct Collaborators
    {
        Session &session;
        OwnPools &pools;
        PoolsRefresher &refresher;
        RefreshScheduler &scheduler;
        const Language &language;
        const Theme &theme;
    };

    /** Dialogs belong to `window`, whose actions these become. What is given must outlive them. */
    PoolActions(const Collaborators &with, QWidget *window);
    ~PoolActions() override;

    /** The pool that is meant from now on; a null one is none. */
    void setPool(const QUuid &accountId);
    /** To be called when the session's state has changed. */
    void update();
    void retranslate();

    [[nodiscard]] QAction *connectAction() const { return m_connect; }
    /** About one pool, in the order in which a menu shows them. */
    [[nodiscard]] QList<QAction *> onePoolActions() const;
    /** About the list as a whole. */
    [[nodiscard]] QList<QAction *> listActions() const { return {m_import, m_export}; }
    /** Offers what can be done to this pool, and `more`, without waiting for the answer. As long as
     *  the menu is there this pool is meant, whichever is set meanwhile. */
    void openMenu(
        const QUuid &accountId, const QPoint &globalPosition, const QList<QAction *> &more);

    void connectPool();
    void edit();
    void replaceKey();
    void remove();

signals:
    /** Which alerts this pool has is to be seen, and changed. */
    void alertsRequested(const QUuid &accountId);
    /** Something to say in passing. */
    void said(const QString &message);

private:
    [[nodiscard]] QAction *createAction(
        const char *name, const QKeySequence &key, void (PoolActions::*triggered)());
    [[nodiscard]] ConnectDialog *createDialog();
    [[nodiscard]] ConnectDialog *openEditor();
    [[nodiscard]] const PoolAccess *meantPool() const; ///< null: none that can be changed
    void test();
    void duplicate();
    void requestAlerts();
    void importPools();
    void exportPools();
    void take(const QString &file, const PoolListReading &reading);

    Collaborators m_with;
    QWidget *m_window;
    QUuid m_pool;
    const QMenu *m_menu = nullptr; ///< while there is one
    QUuid m_menuPool;              ///< what it is about
    PoolListTransfer m_transfer;
    QAction *m_connect;
    QAction *m_edit;
    QAction *m_test;
    QAction *m_replaceKey;
    QAction *m_duplicate;
    QAction *m_alerts;
    QAction *m_remove;
    QAction *m_import;
    QAction *m_export;
};

} // namespace genauth
