// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/burnupfeed.h"
#include "app/dashboard/pages/poolpage.h"
#include "core/accounts/account.h"
#include "core/billing/poolsnapshot.h"
#include "core/billing/subscriptionstate.h"

#include <QList>
#include <QPersistentModelIndex>
#include <QScrollArea>
#include <QSet>
#include <QUuid>

namespace genauth {

class BillingStore;
class Button;
class Clock;
class CyclesCard;
class DetailsPanel;
class ErrorNotice;
class FactsGrid;
class NoticeBanner;
class OwnPools;
class PackageHeader;
class PackageText;
class RefreshScheduler;
class Session;
class TextLabel;
class Theme;

/** The package of one pool, in the order in which it matters: what is wrong and what to do, what
 *  the package is called, four facts, how the last answer came. Follows the model's row, the
 *  language and the theme. */
class PackagePage final : public QScrollArea, public PoolPage
{
    Q_OBJECT

public:
    struct Collaborators
    {
        const Theme &theme;
        const Clock &clock;
        const RefreshScheduler &scheduler;
        const Session &session;
        const OwnPools &pools;
        BillingStore &store; ///< for where the use is heading
    };

    /** What is given must outlive the page. */
    explicit PackagePage(const Collaborators &with, QWidget *parent = nullptr);

    void setPool(const QModelIndex &index) override;
    void updateContents() override;
    void setDetailsVisible(bool visible) override;

signals:
    void retryRequested();
    void editRequested();
    void replaceKeyRequested();
    /** The user knows that this is the pool's master key, and wants to hear no more of it. */
    void keyAccepted();
    void browserRequested();
    void consoleRequested();
    void detailsCopied();

protected:
    void changeEvent(QEvent *event) override;

private:
    void followKeys();
    void showStatus(const SubscriptionAssessment &assessment, const PoolSnapshot &snapshot,
        const Account &account);
    void showError(const PoolSnapshot &snapshot);
    void showKeyNote(const Account &account);
    void showAge(const PoolSnapshot &snapshot, const Account &account, bool stale);
    void showDetails(const PoolSnapshot &snapshot, const Account &account);
    void showUnreadable(const PackageText &text);
    void showKeyAdvice(const PoolSnapshot &snapshot, const Account &account);
    void showFacts(const PackageText &text, const SubscriptionAssessment &assessment,
        const PoolSnapshot &snapshot, const Account &account, bool stale);
    void showNames(
        const PackageText &text, const PoolSnapshot &snapshot, const Account &account, bool stale);

    Collaborators m_with;
    QPersistentModelIndex m_pool;
    BurnUpFeed m_feed;
    NoticeBanner *m_statusBanner;
    Button *m_consoleButton;
    ErrorNotice *m_errorNotice;
    NoticeBanner *m_fieldsBanner;
    NoticeBanner *m_keyBanner;
    Button *m_keyConsoleButton;
    Button *m_keyAcceptButton;
    PackageHeader *m_header;
    FactsGrid *m_facts;
    CyclesCard *m_cycles;
    TextLabel *m_age;
    TextLabel *m_keyNote;
    DetailsPanel *m_details;
    /** Of which the keychain has said so: one that is still being kept is no news. */
    QSet<QUuid> m_keysNotKept;
    bool m_detailsWanted = false;
};

} // namespace genauth
