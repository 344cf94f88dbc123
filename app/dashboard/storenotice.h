// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/text/storetext.h"
#include "core/accounts/accountstore.h"

#include <QWidget>

#include <functional>

namespace genauth {

class Button;
class NoticeBanner;
class OwnPools;
class Theme;

/** Says, above whatever page is shown, what could not be stored: the list of pools, or a key. The
 *  latest such thing alone, until it is dismissed or has been put right. That there is no keychain
 *  is said once. */
class StoreNotice final : public QWidget
{
    Q_OBJECT

public:
    /** `pools` and `theme` must outlive it. */
    StoreNotice(OwnPools &pools, const Theme &theme, QWidget *parent = nullptr);

    /** What hindered reading the list at the start. */
    void sayListProblem(AccountStoreProblem problem);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class About { Nothing, List, Key };
    void keyNotKept(const QUuid &accountId, const ApiError &why);
    void say(About about, std::function<StoreText::Words()> words);
    void dismiss();
    void retranslateUi();

    OwnPools &m_pools;
    NoticeBanner *m_banner;
    Button *m_retryButton;
    Button *m_dismissButton;
    About m_about = About::Nothing;
    std::function<StoreText::Words()> m_words; ///< made anew in each language
    bool m_saidThereIsNoKeychain = false;
};

} // namespace genauth
