// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/storenotice.h"

#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/button.h"
#include "app/dashboard/widgets/noticebanner.h"
#include "core/accounts/ownpools.h"

#include <QAccessible>
#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace genauth {

StoreNotice::StoreNotice(
    OwnPools &pools, const BillingStore &store, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_pools(pools)
    , m_store(store)
    , m_banner(new NoticeBanner(theme, this))
    , m_retryButton(m_banner->addButton("storeRetryButton"))
    , m_dismissButton(m_banner->addButton("storeDismissButton"))
{
    m_banner->setObjectName(QStringLiteral("storeBanner"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::Huge, Space::Large, Space::Huge, 0);
    layout->addWidget(m_banner);
    hide();
    connect(&pools, &OwnPools::keyNotKept, this, &StoreNotice::keyNotKept);
    connect(&pools, &OwnPools::keyKept, this, [this] { m_saidThereIsNoKeychain = false; });
    connect(&pools, &OwnPools::keyMayRemain, this, [this](const QUuid &id, const QString &name) {
        say({About::Remainder, id,
            [id, name] { return StoreText::keyMayRemain(name, SecretKeeper::entryOf(id)); }});
    });
    connect(&pools, &OwnPools::keyDeleted, this,
        [this](const QUuid &id) { drop(About::Remainder, id); });
    connect(&pools, &OwnPools::listNotStored, this, &StoreNotice::sayListProblem);
    connect(&pools, &OwnPools::listStored, this, [this] { drop(About::List); });
    connect(&pools, &OwnPools::settled, this, [this] {
        if (!m_pools.hasKeysOfThisSession())
            drop(About::Key);
    });
    connect(&store, &BillingStore::writeProblem, this, &StoreNotice::sayAnswersProblem);
    connect(m_retryButton, &Button::clicked, &pools, &OwnPools::retryKeys);
    connect(m_dismissButton, &Button::clicked, this, &StoreNotice::dismiss);
}

void StoreNotice::sayListProblem(AccountStoreProblem problem)
{
    say({About::List, {},
        [problem, file = m_pools.listFile()] { return StoreText::listProblem(problem, file); }});
}

void StoreNotice::sayAnswersProblem(BillingStoreProblem problem)
{
    if (problem == BillingStoreProblem::None) {
        drop(About::Answers);
        return;
    }
    if (problem != BillingStoreProblem::NoPlace)
        say({About::Answers, {}, [problem, file = m_store.file(), aside = m_store.setAsideFile()] {
                 return StoreText::answersProblem(problem, file, aside);
             }});
}

void StoreNotice::keyNotKept(const QUuid &accountId, const ApiError &why)
{
    const bool thereIsNone = why.kind == ErrorKind::KeychainUnavailable;
    if (thereIsNone && std::exchange(m_saidThereIsNoKeychain, true))
        return;
    const QString name = m_pools.pool(accountId)->account.name;
    say({About::Key, {}, [why, name] { return StoreText::keyNotKept(why, name); }});
}

void StoreNotice::say(const News &news)
{
    const auto sameMatter = [&](const News &other) {
        return other.about == news.about && other.pool == news.pool;
    };
    auto place = std::ranges::find_if(m_news, sameMatter);
    if (place != m_news.end())
        *place = news;
    else
        place = m_news.insert(std::ranges::upper_bound(m_news, news.about, {}, &News::about), news);
    if (place == m_news.begin())
        showFirst();
    else
        retranslateUi(); // there is one more to come
}

void StoreNotice::drop(About about, const QUuid &pool)
{
    const auto isIt = [&](const News &news) { return news.about == about && news.pool == pool; };
    const bool wasShown = !m_news.isEmpty() && isIt(m_news.constFirst());
    if (m_news.removeIf(isIt) == 0)
        return;
    if (wasShown)
        showFirst();
    else
        retranslateUi();
}

void StoreNotice::dismiss()
{
    if (!m_news.isEmpty())
        m_news.removeFirst();
    showFirst();
}

void StoreNotice::setHeldBack(bool heldBack)
{
    if (std::exchange(m_heldBack, heldBack) != heldBack)
        showFirst();
}

void StoreNotice::showFirst()
{
    retranslateUi();
    const bool shown = !m_news.isEmpty() && !m_heldBack;
    setVisible(shown);
    if (!shown) {
        m_banner->clear();
        return;
    }
    QAccessibleEvent told(m_banner, QAccessible::Alert);
    QAccessible::updateAccessibility(&told);
}

void StoreNotice::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void StoreNotice::retranslateUi()
{
    if (m_news.isEmpty() || m_heldBack)
        return;
    const News &first = m_news.constFirst();
    m_retryButton->setWords(tr("Retr&y"), tr("Asks your keyring again now"));
    m_retryButton->setVisible(first.about == About::Key);
    m_dismissButton->setWords(tr("&Close"), tr("Takes this notice away"));
    const StoreText::Words words = first.words();
    const auto more = static_cast<int>(m_news.size()) - 1;
    m_banner->show({StateShape::Soon, words.headline, words.advice,
        more > 0 ? tr("%n more notice(s) after this one", nullptr, more) : QString()});
}

} // namespace genauth
