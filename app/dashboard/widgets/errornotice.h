// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/account.h"
#include "core/billing/poolsnapshot.h"
#include "core/sync/retrypolicy.h"

#include <QWidget>

namespace genauth {

class Button;
class DetailsPanel;
class NoticeBanner;
class Theme;

/** Why the last attempt at one of a pool's operations failed, in place: what happened, what to do,
 * whether it is tried again, and the buttons for what can be done at once. Hidden when it did not
 * fail. */
class ErrorNotice final : public QWidget
{
    Q_OBJECT

public:
    explicit ErrorNotice(const Theme &theme, QWidget *parent = nullptr);

    struct Situation
    {
        Account account;
        PoolSnapshot snapshot;
        OperationAttempt attempt; ///< at which operation
        QString operation;        ///< the vendor's name of it
        NextTry next;
        QDateTime now;      ///< this computer's clock
        bool heldBack;      ///< the server asked to wait: Retry would do nothing
        bool refreshing;    ///< it is being asked right now
        bool ownConnection; ///< false: the demo's, which nobody edits
    };
    void show(const Situation &situation);
    /** As if Details was pressed in or out. */
    void setDetailsVisible(bool visible);

signals:
    void retryRequested();
    void editRequested();
    void replaceKeyRequested();
    /** Any page at all, so that a network's own sign-in page comes up. */
    void browserRequested();
    void detailsCopied();

private:
    void nameButtons(const ApiError &error);
    void editPressed();

    NoticeBanner *m_banner;
    Button *m_retryButton;
    Button *m_editButton;
    Button *m_browserButton;
    Button *m_detailsButton;
    bool m_isAboutTheKey = false;
    DetailsPanel *m_details;
};

} // namespace genauth
