// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/answerkeeper.h"
#include "app/dashboard/mainwindow.h"
#include "app/dashboard/session.h"
#include "app/dashboard/settings.h"
#include "app/dashboard/theme.h"
#include "app/text/language.h"
#include "core/accounts/environmentaccount.h"
#include "core/accounts/ownpools.h"
#include "core/alerts/alertcenter.h"
#include "core/api/proxyresolver.h"
#include "core/models/poolsmodel.h"
#include "core/store/billingstore.h"
#include "core/sync/poolsrefresher.h"
#include "core/sync/refreshscheduler.h"
#include "tests/core/accounts/moodysecretstore.h"
#include "tests/support/fakeclock.h"
#include "tests/support/heartbeat.h"

#include <QTemporaryDir>

#include <memory>

namespace genauth {
class SandboxServer;
} // namespace genauth

namespace genauth::test {

class FaultyServer;

/** Whose pools the window says it shows. */
enum class DataOrigin {
    RealPools,   ///< for the session alone
    StoredPools, ///< their list in the window's folder, their keys in its `keychain`
    Demo,
};

/** The main window with everything behind it, over real sockets: only its clock stands still, and
 *  its settings lie in a folder of its own. */
class WindowUnderTest
{
public:
    explicit WindowUnderTest(UiLanguage shownIn = UiLanguage::English,
        const TransportLimits &limits = {}, DataOrigin origin = DataOrigin::Demo);
    ~WindowUnderTest();
    Q_DISABLE_COPY_MOVE(WindowUnderTest)

    /** Opens the window on these pools, and asks nobody. */
    void show(const QList<PoolAccess> &shown);
    /** Opens the window on these pools, which are then asked for, as the program does. */
    void open(const QList<PoolAccess> &shown);
    /** StoredPools: begins anew with this list, whose keys the keychain has, as a program that
     * starts does; and waits until it has answered for each. It is asked in the mood `then`. */
    void start(const QList<PoolAccess> &stored, MoodySecretStore::Mood then);
    /** Refreshes as if the last time was long ago, and waits for the end. */
    void refreshAgain();
    /** False when it did not end in time. */
    [[nodiscard]] bool waitForRefresh();
    void select(int row);
    /** Lets everything that was posted happen: languages, layouts, what they bring about. */
    static void settle();

    template <class Widget>
    [[nodiscard]] Widget *find(const char *name)
    {
        auto *widget = window->findChild<Widget *>(QLatin1String(name));
        if (!widget)
            qFatal("there is no %s", name);
        return widget;
    }
    /** The text of the label `label` in the widget `parent`. */
    [[nodiscard]] QString text(const char *parent, const char *label);
    /** The text of the label of that name. */
    [[nodiscard]] QString text(const char *label);
    [[nodiscard]] QString statusMessage();
    /** The package page's values, one a line: what must stay when a refresh fails. */
    [[nodiscard]] QString facts();

    QTemporaryDir folder;
    FakeClock clock;
    ProxyResolver proxies;
    PoolsModel model;
    PoolsRefresher refresher;
    RefreshScheduler scheduler;
    MoodySecretStore keychain; ///< of StoredPools
    OwnPools pools;            ///< stores nothing, unless StoredPools
    BillingStore store;        ///< keeps nothing, unless StoredPools
    Session session;
    AnswerKeeper answers;
    AlertCenter alerts; ///< nobody has it look at anything, but a test
    Language language;
    Theme theme;
    Settings settings;
    QList<QUrl> openedUrls; ///< what the window asked the desktop to show
    std::unique_ptr<MainWindow> window;

private:
    void showWindow();

    DataOrigin m_origin;
};

/** Pools and keys, as a program that connects to this server would have them. */
[[nodiscard]] QList<PoolAccess> poolsOf(const SandboxServer &server);
[[nodiscard]] QList<PoolAccess> poolOn(const FaultyServer &server);

} // namespace genauth::test
