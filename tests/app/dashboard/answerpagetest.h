// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/session.h"
#include "app/dashboard/theme.h"
#include "app/text/language.h"
#include "core/accounts/ownpools.h"
#include "core/api/proxyresolver.h"
#include "core/models/poolsmodel.h"
#include "core/sync/poolsrefresher.h"
#include "core/sync/refreshscheduler.h"
#include "tests/support/fakeclock.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <memory>

namespace genauth::test {

/** A page about what one operation answers, on one pool, by itself; anew for each test, in English
 *  and light. */
template <class Page>
class AnswerPageStage
{
public:
    AnswerPageStage()
    {
        language.set(UiLanguage::English);
        theme.apply(ThemeChoice::Light);
        model.setAccounts({account});
        page =
            std::make_unique<Page>(typename Page::Collaborators{theme, clock, scheduler, session});
        page->resize(1000, 640);
        page->setPool(model.index(0, 0));
        page->show();
    }

    /** This operation of the pool was answered, or failed; the page is told, as the window does. */
    template <class T>
    void absorb(OperationState<T> PoolSnapshot::*operation, OperationState<T> state)
    {
        state.attemptedAt = clock.nowUtc();
        if (state.value)
            state.receivedAt = clock.nowUtc();
        PoolSnapshot snapshot;
        snapshot.*operation = state;
        model.absorb(account.id, snapshot);
        page->updateContents();
    }
    template <class T>
    void fail(OperationState<T> PoolSnapshot::*operation, const ApiError &error)
    {
        OperationState<T> state;
        state.error = error;
        absorb(operation, state);
    }

    template <class T>
    [[nodiscard]] T *find(const char *name) const
    {
        return page->template findChild<T *>(QLatin1String(name));
    }
    /** What the label says; empty when it is not seen. */
    [[nodiscard]] QString said(const char *name) const
    {
        const auto *label = find<QLabel>(name);
        return label && label->isVisible() ? label->text() : QString();
    }

    FakeClock clock;
    Account account = accountOn(QUrl(QStringLiteral("https://api.genauth.ai")));
    Theme theme;
    Language language{Language::defaultDirectory()};
    PoolsModel model{clock};
    ProxyResolver proxies;
    PoolsRefresher refresher{{.clock = &clock, .proxies = &proxies}, 1};
    RefreshScheduler scheduler{refresher, clock};
    OwnPools pools;
    Session session{model, refresher, scheduler, pools, clock};
    std::unique_ptr<Page> page;
};

} // namespace genauth::test
