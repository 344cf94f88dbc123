// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/pages/poolpage.h"
#include "app/dashboard/wordstable.h"
#include "core/accounts/account.h"
#include "core/billing/poolsnapshot.h"

#include <QPersistentModelIndex>
#include <QScrollArea>
#include <QStringList>

class QVBoxLayout;

namespace genauth {

class Clock;
class OperationNotice;
class RefreshScheduler;
class Session;
class Theme;

/** A page about what one operation answers for one pool: above the answer, what hindered it and how
 *  old it is. Follows the model's row, the language and the theme. */
class AnswerPage : public QScrollArea, public PoolPage
{
    Q_OBJECT

public:
    struct Collaborators
    {
        const Theme &theme;
        const Clock &clock;
        const RefreshScheduler &scheduler;
        const Session &session;
    };

    void setPool(const QModelIndex &index) final;
    void updateContents() final;
    void setDetailsVisible(bool visible) final;

    /** Its signals are what the page asks for. */
    [[nodiscard]] OperationNotice *notice() const { return m_notice; }

protected:
    /** What is given must outlive the page. */
    explicit AnswerPage(const Collaborators &with, QWidget *parent);

    /** The answer's own place, under the notice; called once, in the constructor. */
    void setBody(QWidget *body);

    struct Answer
    {
        OperationAttempt attempt;
        QString operation; ///< the vendor's name of it
        bool known = false;
        QStringList unreadableFields; ///< paths
        QString emptyWords;           ///< what would be here
    };
    [[nodiscard]] virtual Answer answerOf(const PoolSnapshot &snapshot) const = 0;
    /** Shows the answer in the current language; one that is stale is a step dimmer. Without an
     *  answer the body is not seen. */
    virtual void showAnswer(const PoolSnapshot &snapshot, bool refreshing, bool stale) = 0;
    /** Another pool is shown: forgets what was chosen and filtered of the last one. */
    virtual void startAnew() {}
    virtual void retranslate() = 0;

    void changeEvent(QEvent *event) override;
    /** The row that is shown; may be invalid. */
    [[nodiscard]] QModelIndex pool() const { return m_pool; }
    [[nodiscard]] Account account() const;
    /** Of rows that this operation answered. */
    [[nodiscard]] WordsTable::Origin originOf(const OperationAttempt &attempt) const;
    [[nodiscard]] const Theme &theme() const { return m_with.theme; }

private:
    Collaborators m_with;
    QPersistentModelIndex m_pool;
    OperationNotice *m_notice;
    QVBoxLayout *m_layout;
    QWidget *m_body = nullptr;
};

} // namespace genauth
