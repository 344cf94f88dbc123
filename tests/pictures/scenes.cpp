// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/pictures/scenes.h"

#include "tests/pictures/sceneparts.h"

#include "app/dashboard/dialogs/connectdialog.h"
#include "tests/support/faultyserver.h"
#include "tests/support/genauthanswers.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QLineEdit>
#include <QTest>

namespace genauth::test {

using namespace Qt::StringLiterals;

namespace {

/** Shows a pool with a good answer, and, some time later, what came instead of the next one. */
QWidget *playError(WindowUnderTest &it, ApiError error)
{
    const PoolAccess pool = poolNamed(u"Production"_s, defaultHost());
    it.session.add(pool, answer(it, -12));
    it.clock.advance(std::chrono::minutes(90));
    if (error.operation.isEmpty())
        error.operation = u"get-current-package-info"_s;
    PoolSnapshot failed;
    failed.package.attemptedAt = it.clock.nowUtc();
    failed.package.error = error;
    failed.package.answer = AnswerFacts::of(error);
    it.model.absorb(pool.account.id, failed);
    it.scheduler.learn(pool.account.id, failed);
    return it.window.get();
}

Scene errorScene(const QString &name, const ApiError &error)
{
    return {u"error-"_s + name, [error](WindowUnderTest &it) { return playError(it, error); }};
}

void fill(QWidget *dialog, const QString &host, const QString &secret)
{
    dialog->findChild<QLineEdit *>(u"nameEdit"_s)->setText(u"Production"_s);
    dialog->findChild<QComboBox *>(u"hostComboBox"_s)->setEditText(host);
    dialog->findChild<QLineEdit *>(u"keyIdEdit"_s)->setText(u"65f0c2a91b7e4d3086ac51f2"_s);
    dialog->findChild<QLineEdit *>(u"secretEdit"_s)->setText(secret);
}

/** The connect dialog after a test against a server that answers so. */
QWidget *playTest(WindowUnderTest &it, const Script &token, const Script &package)
{
    FaultyServer server;
    server.answer(tokenPath(), {token});
    server.answer(packagePath(), {package});
    QWidget *dialog = press(it, "connectAction");
    fill(dialog, server.url().toString(), u"some secret"_s);
    auto *test = dialog->findChild<QAbstractButton *>(u"testButton"_s);
    test->click();
    if (!QTest::qWaitFor([test] { return test->isEnabled(); }, 10'000))
        qFatal("the test did not end");
    return dialog;
}

/** The connect dialog after a test of a host, and with a CA file, that end before an answer. */
QWidget *playDeadEnd(WindowUnderTest &it, const QString &host, const QString &secret)
{
    QWidget *dialog = press(it, "connectAction");
    fill(dialog, host, secret);
    auto *test = dialog->findChild<QAbstractButton *>(u"testButton"_s);
    test->click();
    if (!QTest::qWaitFor([test] { return test->isEnabled(); }, 10'000))
        qFatal("the test did not end");
    return dialog;
}

/** A demo whose program never says a word, or does not exist. */
QWidget *playDemo(WindowUnderTest &it, const QString &program, Session::State until)
{
    it.session.startDemo(program, u"en"_s);
    if (!QTest::qWaitFor([&] { return it.session.state() == until; }, 10'000))
        qFatal("the demo did not come so far");
    return it.window.get();
}

/** A program that waits for the end of its input, as the demo's does. */
QString silentProgram(const WindowUnderTest &it)
{
    QFile file(it.folder.filePath(u"silent"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/sh\nread line\n") < 0 ||
        !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        qFatal("no program can be written");
    return file.fileName();
}

QList<Scene> demoScenes()
{
    return {
        {u"welcome-demo-starting"_s,
            [](WindowUnderTest &it) {
                return playDemo(it, silentProgram(it), Session::State::DemoStarting);
            }},
        {u"welcome-demo-failed"_s,
            [](WindowUnderTest &it) {
                return playDemo(it, u"/nowhere/genauth-sandbox"_s, Session::State::DemoFailed);
            }},
    };
}

QList<Scene> pageScenes()
{
    const auto shown = [](const char *name, int daysLeft) {
        return Scene{QLatin1String(name), [daysLeft](WindowUnderTest &it) -> QWidget * {
                         it.session.add(
                             poolNamed(u"Production"_s, defaultHost()), answer(it, daysLeft));
                         return it.window.get();
                     }};
    };
    return {
        {u"welcome"_s, [](WindowUnderTest &it) -> QWidget * { return it.window.get(); }},
        shown("page-overdue", -12),
        shown("page-ends-soon", 12),
        shown("page-active", 200),
        {u"page-old"_s,
            [](WindowUnderTest &it) -> QWidget * {
                it.session.add(poolNamed(u"Production"_s, defaultHost()), answer(it, 5));
                it.clock.advance(std::chrono::hours(3));
                it.model.reassess();
                it.window->repaint();
                return it.window.get();
            }},
        {u"page-details"_s,
            [](WindowUnderTest &it) -> QWidget * {
                it.session.add(poolNamed(u"Production"_s, defaultHost()), answer(it, 40));
                it.find<QAction>("detailsAction")->trigger();
                return it.window.get();
            }},
        {u"error-details"_s,
            [](WindowUnderTest &it) {
                QWidget *window =
                    playError(it, {.kind = ErrorKind::ServerError,
                                      .httpStatus = 200,
                                      .statusCode = 500,
                                      .apiCode = 4021,
                                      .requestId = u"934108e5-9fbf-4d24-8da1-c330328abd6c"_s,
                                      .serverMessage = u"计量计费错误"_s});
                it.find<QAbstractButton>("detailsButton")->click();
                return window;
            }},
        {u"error-without-old-data"_s,
            [](WindowUnderTest &it) -> QWidget * {
                const PoolAccess pool = poolNamed(u"Production"_s, defaultHost());
                PoolSnapshot failed;
                failed.package.attemptedAt = it.clock.nowUtc();
                failed.package.error = ApiError{.kind = ErrorKind::TimedOut};
                it.session.add(pool, failed);
                return it.window.get();
            }},
    };
}

QList<Scene> errorScenes()
{
    using std::chrono::seconds;
    return {
        errorScene(u"no-network"_s, {.kind = ErrorKind::NoNetwork}),
        errorScene(u"not-found"_s, {.kind = ErrorKind::HostNotFound}),
        errorScene(u"refused"_s, {.kind = ErrorKind::ConnectionRefused}),
        errorScene(u"failed-proxy"_s, {.kind = ErrorKind::ConnectionFailed, .proxyInUse = true}),
        errorScene(u"closed"_s, {.kind = ErrorKind::ConnectionClosed}),
        errorScene(u"timeout"_s, {.kind = ErrorKind::TimedOut}),
        errorScene(u"certificate-self-signed"_s,
            {.kind = ErrorKind::TlsFailed, .tlsProblem = TlsProblem::SelfSigned}),
        errorScene(u"certificate-expired"_s,
            {.kind = ErrorKind::TlsFailed, .tlsProblem = TlsProblem::Expired}),
        errorScene(u"certificate-host"_s,
            {.kind = ErrorKind::TlsFailed, .tlsProblem = TlsProblem::WrongHost}),
        errorScene(u"proxy"_s, {.kind = ErrorKind::ProxyFailed}),
        errorScene(u"proxy-sign-in"_s, {.kind = ErrorKind::ProxyAuthenticationRequired}),
        errorScene(u"portal"_s, {.kind = ErrorKind::HtmlAnswer, .httpStatus = 200}),
        errorScene(u"redirect"_s,
            {.kind = ErrorKind::Redirected, .httpStatus = 302, .subject = u"evil.example"_s}),
        errorScene(u"not-genauth"_s, {.kind = ErrorKind::MalformedAnswer, .httpStatus = 200}),
        errorScene(u"too-large"_s, {.kind = ErrorKind::TooLarge, .httpStatus = 200}),
        errorScene(u"key-refused"_s, {.kind = ErrorKind::KeyRefused,
                                         .httpStatus = 200,
                                         .statusCode = 401,
                                         .apiCode = 2333,
                                         .serverMessage = u"账号或密码错误"_s}),
        errorScene(u"forbidden"_s, {.kind = ErrorKind::Forbidden, .httpStatus = 403}),
        errorScene(
            u"higher-package"_s, {.kind = ErrorKind::HigherPackageNeeded, .httpStatus = 402}),
        errorScene(u"throttled"_s,
            {.kind = ErrorKind::Throttled, .httpStatus = 429, .retryAfter = seconds(90)}),
        errorScene(u"maintenance"_s,
            {.kind = ErrorKind::Maintenance, .httpStatus = 503, .retryAfter = seconds(900)}),
        errorScene(u"server"_s, {.kind = ErrorKind::ServerError, .httpStatus = 502}),
        errorScene(u"unreadable-field"_s,
            {.kind = ErrorKind::UnreadableField, .httpStatus = 200, .subject = u"data.endTime"_s}),
    };
}

QList<Scene> dialogScenes()
{
    const auto opened = [](const char *name, const char *action) {
        return Scene{
            QLatin1String(name), [action](WindowUnderTest &it) { return press(it, action); }};
    };
    return {
        opened("dialog-connect", "connectAction"),
        {u"dialog-problems"_s,
            [](WindowUnderTest &it) {
                QWidget *dialog = press(it, "connectAction");
                fill(dialog, u"http://api.genauth.ai"_s, {});
                dialog->findChild<QAbstractButton *>(u"testButton"_s)->click();
                return dialog;
            }},
        {u"dialog-advanced"_s,
            [](WindowUnderTest &it) {
                QWidget *dialog = press(it, "connectAction");
                dialog->findChild<QAbstractButton *>(u"advancedButton"_s)->click();
                dialog->findChild<QComboBox *>(u"proxyComboBox"_s)->setCurrentIndex(2);
                dialog->findChild<QLineEdit *>(u"currencyEdit"_s)->setText(u"XQX"_s);
                return dialog;
            }},
        {u"dialog-passed"_s,
            [](WindowUnderTest &it) { return playTest(it, goodToken(), goodPackage()); }},
        {u"dialog-key-refused"_s,
            [](WindowUnderTest &it) {
                return playTest(it, refusal(401, 2333, u"账号或密码错误"_s), silence());
            }},
        {u"dialog-host-refused"_s,
            [](WindowUnderTest &it) {
                return playDeadEnd(it, u"http://127.0.0.1:9"_s, u"some secret"_s);
            }},
        {u"dialog-certificate"_s,
            [](WindowUnderTest &it) {
                FaultyServer server;
                server.greetWith(sendAndClose(QByteArray(100, 'x')));
                QUrl host = server.url();
                host.setScheme(u"https"_s);
                return playDeadEnd(it, host.toString(), u"some secret"_s);
            }},
        {u"dialog-no-such-pool"_s,
            [](WindowUnderTest &it) {
                return playTest(it, goodToken(), refusal(404, 2224, u"用户池不存在"_s));
            }},
        {u"dialog-edit"_s,
            [](WindowUnderTest &it) {
                it.session.add(poolNamed(u"Production"_s, defaultHost()), answer(it, 12));
                return press(it, "editConnectionAction");
            }},
        {u"dialog-forbidden"_s,
            [](WindowUnderTest &it) { return playTest(it, goodToken(), refusal(403)); }},
        opened("dialog-help", "helpAction"),
        opened("dialog-shortcuts", "shortcutsAction"),
        opened("dialog-about", "aboutAction"),
    };
}

} // namespace

QList<Scene> scenesOfOurWords()
{
    return pageScenes() + manyPoolsScenes() + ownPoolsScenes() + demoScenes() + errorScenes() +
           dialogScenes() + alertScenes();
}

QList<Scene> allScenes()
{
    return scenesOfOurWords() + billingScenes();
}

} // namespace genauth::test
