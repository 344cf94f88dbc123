// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/poolaccess.h"
#include "core/billing/poolsnapshot.h"
#include "core/sync/poolrefresh.h"

#include <QDialog>

#include <memory>

class QScrollArea;

namespace genauth {

class Button;
class CheckList;
class ConnectionCheck;
class ConnectionForm;
class DetailsPanel;
class TextLabel;
class Theme;

/** Connects a user pool, or edits a connection: fields, a visible test, and only a connection that
 *  has passed the test is handed on; what is no connection, such as a name, needs none. Stores
 *  nothing itself. */
class ConnectDialog final : public QDialog
{
    Q_OBJECT

public:
    /** What `context` points to must outlive the dialog. */
    ConnectDialog(const Theme &theme, const RefreshContext &context, QWidget *parent = nullptr);
    ~ConnectDialog() override;

    /** Edits this connection instead of making a new one. The key in use stays in use until another
     *  has passed the test. */
    void edit(const PoolAccess &pool);
    /** Begins a new one with everything of this one but its secrets. */
    void duplicate(const PoolAccess &pool);
    /** Says what becomes of a key that is taken: it goes into the keychain, or into memory alone.
     */
    void setKeysStored(bool stored);
    /** As if Test was pressed. */
    void test();
    /** The keyboard goes to the key's id, what was there selected: another key is to come. */
    void focusKey();
    /** Until when the server of the connection that is edited asked not to be asked. */
    void holdUntil(const QUrl &host, const QDateTime &until);
    /** For the tests from now on. */
    void setLanguage(ApiLanguage language) { m_context.language = language; }

signals:
    /** The user has taken this connection; `found` is what its test has learned. */
    void connected(const genauth::PoolAccess &pool, const genauth::PoolSnapshot &found);
    /** The user has changed what is no connection: nothing was tested. */
    void edited(const genauth::PoolAccess &pool);

protected:
    void changeEvent(QEvent *event) override;
    void done(int result) override;

private:
    enum class Purpose { New, Edit };
    void createLayout();
    void retranslateUi();
    void checkEnded();
    void showCheck();
    void showFailure();
    /** Whether the server asked not to be asked yet; then that is said. */
    [[nodiscard]] bool sayIfHeld();
    void dropCheck();
    /** Edited, and the connection is the one in use. */
    [[nodiscard]] bool needsNoTest() const;
    void take();
    void updateButtons();

    RefreshContext m_context;
    Purpose m_purpose = Purpose::New;
    bool m_keysAreStored = false;
    PoolAccess m_edited;
    ConnectionForm *m_form;
    QScrollArea *m_scroll;
    CheckList *m_checkList;
    TextLabel *m_advice;
    Button *m_detailsButton;
    DetailsPanel *m_details;
    TextLabel *m_keyNote;
    Button *m_testButton;
    Button *m_connectButton;
    Button *m_cancelButton;
    std::unique_ptr<ConnectionCheck> m_check;
    QUrl m_heldHost;
    QDateTime m_heldUntil;
};

} // namespace genauth
