// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/text/storetext.h"
#include "core/accounts/accountstore.h"
#include "core/store/billingstore.h"

#include <QList>
#include <QUuid>
#include <QWidget>

#include <functional>

namespace genauth {

class Button;
class NoticeBanner;
class OwnPools;
class Theme;

/** Says, above whatever page is shown, what could not be stored or deleted: the list of pools, a
 *  key, the keys of removed pools, what was last known of the pools. Of each the latest news, one
 *  after the other, the list first: each stays until it is dismissed or has been put right. That
 * there is no keychain is said once, and again when there was one meanwhile. */
class StoreNotice final : public QWidget
{
    Q_OBJECT

public:
    /** `pools`, `store` and `theme` must outlive it. */
    StoreNotice(
        OwnPools &pools, const BillingStore &store, const Theme &theme, QWidget *parent = nullptr);

    /** What hindered reading the list at the start. */
    void sayListProblem(AccountStoreProblem problem);
    /** What hinders keeping what is known of the pools: nothing any more, with None. That there is
     *  no place for it is not said. */
    void sayAnswersProblem(BillingStoreProblem problem);
    /** While true nothing is shown: other pools than the user's own are. What there is to say is
     *  said afterwards. */
    void setHeldBack(bool heldBack);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class About { List, Key, Remainder, Answers }; ///< the most important first
    struct News
    {
        About about;
        QUuid pool;                              ///< Remainder only
        std::function<StoreText::Words()> words; ///< made anew in each language
    };
    void keyNotKept(const QUuid &accountId, const ApiError &why);
    void say(const News &news);
    void drop(About about, const QUuid &pool = {});
    void dismiss();
    /** After another piece of news has become the first one, or the same one is told anew. */
    void showFirst();
    void retranslateUi();

    OwnPools &m_pools;
    const BillingStore &m_store;
    NoticeBanner *m_banner;
    Button *m_retryButton;
    Button *m_dismissButton;
    QList<News> m_news; ///< in the order of About, then as they came; the first one is shown
    bool m_heldBack = false;
    bool m_saidThereIsNoKeychain = false;
};

} // namespace genauth
