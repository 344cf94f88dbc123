// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/e2e/drivenprogram.h"

#include "tests/e2e/driver/driver.h"
#include "tests/e2e/testhome.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QJsonValue>
#include <QLocalSocket>
#include <QRegularExpression>
#include <QSet>
#include <QTimer>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace genauth::test {

namespace {

/** For one answer, or the first window: a sanitized program on a busy machine takes its time. */
constexpr std::chrono::milliseconds LongestAnswer = 60s;

/** Turns the event loop until it is so, looking after every event and whenever the time between
 *  two looks has passed. */
bool turnUntil(const std::function<bool()> &isSo, std::chrono::milliseconds patience,
    std::chrono::milliseconds betweenLooks)
{
    const QDeadlineTimer deadline(patience);
    QTimer look;
    look.start(betweenLooks);
    while (!isSo()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

WidgetFacts widgetFactsIn(const QJsonObject &answer)
{
    const auto is = [&answer](const char *name) { return answer[QLatin1String(name)].toBool(); };
    const auto text = [&answer](const char *name) {
        const QJsonValue value = answer[QLatin1String(name)];
        return value.toString();
    };
    return {.exists = is("exists"),
        .visible = is("visible"),
        .enabled = is("enabled"),
        .checked = is("checked"),
        .hasFocus = is("hasFocus"),
        .name = text("name"),
        .className = text("class"),
        .text = text("text"),
        .toolTip = text("toolTip"),
        .accessibleName = text("accessibleName"),
        .accessibleDescription = text("accessibleDescription")};
}

/** Of a stop of Tab. */
QString nameIn(const QJsonObject &answer)
{
    const QString name = answer["name"_L1].toString();
    return name.isEmpty() ? answer["class"_L1].toString() : name;
}

/** The offscreen platform says what it cannot do whenever a menu or dialog opens. */
QString withoutPlatform(const QString &errors)
{
    static const QRegularExpression own(
        u"^This plugin does not support .*\\n"_s, QRegularExpression::MultilineOption);
    return QString(errors).remove(own);
}

/** The texts themselves, in short: a message of Qt Test has room for a thousand letters. */
QString inShort(const QMap<QString, QString> &texts)
{
    QStringList shown;
    for (auto text = texts.cbegin(); text != texts.cend(); ++text) {
        if (text.key().endsWith(", text"_L1) || text.key().endsWith(", message"_L1))
            shown << *text;
    }
    return shown.join(u" | "_s);
}

} // namespace

DrivenProgram::DrivenProgram(
    const QStringList &arguments, const TestHome &home, const QString &program)
    : m_program(program, arguments, drivenIn(home))
{
    const bool reached =
        turnUntil([this] { return m_server.hasPendingConnections() || m_program.hasEnded(); },
            LongestAnswer, 1s);
    m_socket = m_server.nextPendingConnection();
    if (!reached || !m_socket)
        fail(u"the program did not load the driver"_s);
    else
        m_ready = nextAnswer().contains("hello"_L1);
}

QProcessEnvironment DrivenProgram::drivenIn(const TestHome &home)
{
    // No file, so that the home holds only what the program put there.
    m_server.setSocketOptions(QLocalServer::AbstractNamespaceOption);
    const QString name = u"genauth-driver-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (!m_server.listen(name))
        qFatal("no socket for the program under test");
    QProcessEnvironment environment = home.environment();
    environment.insert(QLatin1String(DriverSocketVariable), name);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"QT_QPA_GENERIC_PLUGINS"_s, u"genauthtestdriver"_s);
    environment.insert(u"QT_PLUGIN_PATH"_s, QStringLiteral(GENAUTH_TEST_PLUGINS));
    return environment;
}

bool DrivenProgram::fail(const QString &what)
{
    m_trouble = what.toUtf8();
    if (m_program.hasEnded())
        m_trouble += "; the program has ended";
    const QString errors = withoutPlatform(QString::fromUtf8(m_program.errorsSoFar()));
    if (!errors.isEmpty())
        m_trouble += "; it said: " + errors.toUtf8();
    return false;
}

bool DrivenProgram::failLooking(const QString &what)
{
    const FocusFacts at = focus();
    return fail(u"%1. The keyboard is at %2 (%3) “%4” %5 in “%6”, and on screen stands: %7"_s.arg(
        what, at.name, at.className, at.text, at.item, at.window, inShort(texts())));
}

QJsonObject DrivenProgram::nextAnswer()
{
    const bool answered = turnUntil(
        [this] { return m_socket->canReadLine() || m_program.hasEnded(); }, LongestAnswer, 1s);
    if (!answered || !m_socket->canReadLine()) {
        fail(u"the program does not answer"_s);
        return {{"error"_L1, "no answer"_L1}};
    }
    const QJsonObject answer = QJsonDocument::fromJson(m_socket->readLine()).object();
    if (answer.contains("error"_L1))
        fail(answer["error"_L1].toString());
    return answer;
}

QJsonObject DrivenProgram::ask(const QJsonObject &command)
{
    if (!m_ready)
        return {{"error"_L1, "not ready"_L1}};
    m_socket->write(QJsonDocument(command).toJson(QJsonDocument::Compact) + '\n');
    m_socket->flush();
    return nextAnswer();
}

bool DrivenProgram::press(QAnyStringView key)
{
    return !ask({{"do"_L1, "key"_L1}, {"key"_L1, key.toString()}}).contains("error"_L1);
}

bool DrivenProgram::type(QAnyStringView text)
{
    return !ask({{"do"_L1, "type"_L1}, {"text"_L1, text.toString()}}).contains("error"_L1);
}

bool DrivenProgram::tabTo(QAnyStringView widgetName, QAnyStringView key)
{
    QStringList stops;
    QSet<QString> seen;
    while (!widget(widgetName).hasFocus) {
        const QJsonObject at = ask({{"do"_L1, "focus"_L1}});
        const QString id = at["id"_L1].toString();
        if (seen.contains(id))
            return fail(
                u"“%1” was not reached from: %2"_s.arg(widgetName.toString(), stops.join(u", "_s)));
        stops << nameIn(at);
        seen << id;
        if (!press(key))
            return false;
    }
    return true;
}

QStringList DrivenProgram::tabStops(QAnyStringView key)
{
    QStringList stops;
    QSet<QString> seen;
    while (press(key)) {
        const QJsonObject at = ask({{"do"_L1, "focus"_L1}});
        const QString id = at["id"_L1].toString();
        if (seen.contains(id))
            break;
        stops << nameIn(at);
        seen << id;
    }
    return stops;
}

bool DrivenProgram::arrowTo(QAnyStringView item, QAnyStringView key)
{
    const QString wanted = item.toString();
    QStringList items;
    for (QString current = focus().item; current != wanted; current = focus().item) {
        // At its end a list stays where it is.
        if (items.contains(current))
            return fail(u"“%1” is not among: %2"_s.arg(wanted, items.join(u", "_s)));
        items << current;
        if (!press(key))
            return false;
    }
    return true;
}

FocusFacts DrivenProgram::focus()
{
    const QJsonObject answer = ask({{"do"_L1, "focus"_L1}});
    return {widgetFactsIn(answer), answer["echoMode"_L1].toString(), answer["item"_L1].toString(),
        answer["window"_L1].toString(), answer["windowName"_L1].toString(),
        answer["popup"_L1].toString()};
}

WidgetFacts DrivenProgram::widget(QAnyStringView name)
{
    return widgetFactsIn(ask({{"do"_L1, "widget"_L1}, {"name"_L1, name.toString()}}));
}

QMap<QString, QString> DrivenProgram::texts()
{
    const QJsonObject answer = ask({{"do"_L1, "texts"_L1}})["texts"_L1].toObject();
    QMap<QString, QString> texts;
    for (auto text = answer.begin(); text != answer.end(); ++text)
        texts.insert(text.key(), text.value().toString());
    return texts;
}

bool DrivenProgram::shows(QAnyStringView text)
{
    const QString wanted = text.toString();
    const QMap<QString, QString> all = texts();
    return std::ranges::any_of(
        all, [&wanted](const QString &shown) { return shown.contains(wanted); });
}

QString DrivenProgram::clipboard()
{
    return ask({{"do"_L1, "clipboard"_L1}})["text"_L1].toString();
}

bool DrivenProgram::grab(const QString &file, QAnyStringView window)
{
    return !ask({{"do"_L1, "grab"_L1}, {"file"_L1, file}, {"name"_L1, window.toString()}})
                .contains("error"_L1);
}

bool DrivenProgram::waitForText(QAnyStringView text, std::chrono::milliseconds patience)
{
    const auto isThere = [this, text] { return m_program.hasEnded() || shows(text); };
    return (turnUntil(isThere, patience, 50ms) && !m_program.hasEnded()) ||
           failLooking(u"“%1” did not appear"_s.arg(text.toString()));
}

bool DrivenProgram::waitUntil(const Condition &condition, std::chrono::milliseconds patience)
{
    return turnUntil(condition, patience, 50ms) || failLooking(u"it did not come about"_s);
}

Ended DrivenProgram::quit()
{
    press("Ctrl+Q");
    return waitForEnd();
}

Ended DrivenProgram::waitForEnd()
{
    Ended ended = m_program.waitForEnd();
    ended.errors = withoutPlatform(ended.errors);
    return ended;
}

} // namespace genauth::test
