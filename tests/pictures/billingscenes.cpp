// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Each page about a pool: of the demo's pools, of a mock that answers the vendor's published
// examples, and refused.

#include "app/dashboard/pages/poolpages.h"
#include "app/sandbox/sandboxserver.h"
#include "tests/pictures/sceneparts.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"

#include <QFile>
#include <QJsonDocument>

namespace genauth::test {

using namespace Qt::StringLiterals;

namespace {

using Page = PoolPages::Page;

QString nameOf(Page page)
{
    return PoolPages::code(page);
}

/** Asks for these pools and waits, then shows this page of the one in that row of the list. */
QWidget *showPage(WindowUnderTest &it, const QList<PoolAccess> &pools, int row, Page page)
{
    it.session.watch(pools);
    if (!it.waitForRefresh())
        qFatal("the refresh does not end");
    if (row >= 0)
        it.select(row);
    it.find<PoolPages>("poolPages")->showPage(page);
    it.settle();
    return it.window.get();
}

/** The demo's server, which lives as long as the window, at the window's time. */
SandboxServer *demoServer(WindowUnderTest &it)
{
    SandboxOptions options;
    options.now = [&it] { return it.clock.nowUtc(); };
    auto *server = new SandboxServer(options, it.window.get());
    if (!server->listen())
        qFatal("the sandbox cannot listen");
    return server;
}

/** Of the demo's pool in this row. */
Scene demoScene(const QString &name, int row, Page page)
{
    return {name, [row, page](WindowUnderTest &it) {
                it.clock.set(QDateTime(QDate(2026, 11, 23), QTime(4, 0), Qt::UTC));
                return showPage(it, poolsOf(*demoServer(it)), row, page);
            }};
}

QByteArray fixture(const char *name)
{
    QFile file(QStringLiteral(GENAUTH_FIXTURES "/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("there is no %s", qPrintable(file.fileName()));
    return file.readAll();
}

/** One record of everything, and "string" for many a value: what a mock of the published
 *  description answers. */
FaultyServer *mockServer(WindowUnderTest &it)
{
    auto *server = new FaultyServer(QHostAddress::LocalHost, it.window.get());
    const auto answer = [server](const QString &path, const char *file) {
        server->answer(path, {send(HttpText{.body = fixture(file)})});
    };
    server->answer(tokenPath(), {goodToken()});
    answer(packagePath(), "package-published-schema.json");
    answer(usagePath(), "usage-published-example.json");
    answer(rightsPath(), "rights-published-example.json");
    answer(historyPath(), "mauhistory-published-example.json");
    answer(ordersPath(), "orders-published-example.json");
    answer(u"/api/v3/get-order-detail"_s, "order-published-example.json");
    answer(u"/api/v3/get-order-pay-detail"_s, "payment-published-example.json");
    return server;
}

Scene mockScene(Page page)
{
    return {u"mock-"_s + nameOf(page),
        [page](WindowUnderTest &it) { return showPage(it, poolOn(*mockServer(it)), -1, page); }};
}

/** After a good answer, all but the package is refused. */
Scene refusedScene(Page page, int statusCode)
{
    return {u"refused-"_s + nameOf(page), [page, statusCode](WindowUnderTest &it) {
                FaultyServer *server = mockServer(it);
                showPage(it, poolOn(*server), -1, page);
                for (const QString &path : {usagePath(), rightsPath(), historyPath(), ordersPath()})
                    server->answer(path, {refusal(statusCode)});
                it.clock.advance(std::chrono::minutes(90));
                it.refreshAgain();
                return static_cast<QWidget *>(it.window.get());
            }};
}

} // namespace

QList<Scene> billingScenes()
{
    QList<Scene> scenes;
    for (const Page page : PoolPages::Pages)
        scenes << demoScene(u"page-"_s + nameOf(page), 0, page) << mockScene(page);
    scenes << demoScene(u"page-package-over"_s, 1, Page::Package)
           << demoScene(u"page-orders-unknown"_s, 4, Page::Orders);
    scenes << refusedScene(Page::Usage, 403) << refusedScene(Page::Orders, 402);
    return scenes;
}

} // namespace genauth::test
