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

#include <utility>

namespace genauth {

StoreNotice::StoreNotice(OwnPools &pools, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_pools(pools)
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
    connect(&pools, &OwnPools::keyMayRemain, this, [this](const QUuid &id, const QString &name) {
        say(About::Nothing, [id, name] {
            return StoreText::keyMayRemain(name, id.toString(QUuid::WithoutBraces));
        });
    });
    connect(&pools, &OwnPools::listNotStored, this, &StoreNotice::sayListProblem);
    connect(&pools, &OwnPools::settled, this, [this] {
        if (m_about == About::Key && !m_pools.hasKeysOfThisSession())
            dismiss();
    });
    connect(&pools, &OwnPools::listStored, this, [this] {
        if (m_about == About::List)
            dismiss();
    });
    connect(m_retryButton, &Button::clicked, &pools, &OwnPools::retryKeys);
    connect(m_dismissButton, &Button::clicked, this, &StoreNotice::dismiss);
}

void StoreNotice::sayListProblem(AccountStoreProblem problem)
{
    say(About::List,
        [problem, file = m_pools.listFile()] { return StoreText::listProblem(problem, file); });
}

void StoreNotice::keyNotKept(const QUuid &accountId, const ApiError &why)
{
    const bool thereIsNone = why.kind == ErrorKind::KeychainUnavailable;
    if (thereIsNone && std::exchange(m_saidThereIsNoKeychain, true))
        return;
    const QString name = m_pools.pool(accountId)->account.name;
    say(About::Key, [why, name] { return StoreText::keyNotKept(why, name); });
}

void StoreNotice::say(About about, std::function<StoreText::Words()> words)
{
    m_about = about;
    m_words = std::move(words);
    retranslateUi();
    show();
    QAccessibleEvent told(m_banner, QAccessible::Alert);
    QAccessible::updateAccessibility(&told);
}

void StoreNotice::dismiss()
{
    m_about = About::Nothing;
    m_words = {};
    m_banner->clear();
    hide();
}

void StoreNotice::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void StoreNotice::retranslateUi()
{
    if (!m_words)
        return;
    m_retryButton->setWords(tr("Retr&y"), tr("Asks your keyring again now"));
    m_retryButton->setVisible(m_about == About::Key);
    m_dismissButton->setWords(tr("&Close"), tr("Takes this notice away"));
    const StoreText::Words words = m_words();
    m_banner->show({StateShape::Soon, words.headline, words.advice, {}});
}

} // namespace genauth
