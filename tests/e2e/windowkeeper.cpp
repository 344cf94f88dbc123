// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/e2e/windowkeeper.h"

#include <QSocketNotifier>

#include <cstdlib>
#include <type_traits>
#include <vector>

#include <xcb/xcb.h>

namespace genauth::test {

namespace {

struct Freed
{
    void operator()(void *reply) const { std::free(reply); }
};
template <class Reply>
using Owned = std::unique_ptr<Reply, Freed>;

template <class Reply>
Owned<Reply> owned(Reply *reply)
{
    return Owned<Reply>(reply);
}

// Of the property WM_HINTS.
constexpr quint32 HasInitialState = 2;
constexpr int InitialStateField = 2;

} // namespace

WindowKeeper::WindowKeeper(const QString &display)
    : m_connection(xcb_connect(qPrintable(display), nullptr))
{
    if (xcb_connection_has_error(m_connection))
        qFatal("the test's own display cannot be reached");
    m_root = xcb_setup_roots_iterator(xcb_get_setup(m_connection)).data->root;
    const quint32 events =
        XCB_EVENT_MASK_SUBSTRUCTURE_REDIRECT | XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY;
    xcb_change_window_attributes(m_connection, m_root, XCB_CW_EVENT_MASK, &events);
    xcb_flush(m_connection);
    m_notifier = std::make_unique<QSocketNotifier>(
        xcb_get_file_descriptor(m_connection), QSocketNotifier::Read);
    QObject::connect(
        m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [this] { readEvents(); });
}

WindowKeeper::~WindowKeeper()
{
    m_notifier.reset();
    xcb_disconnect(m_connection);
}

void WindowKeeper::readEvents()
{
    while (const auto event = owned(xcb_poll_for_event(m_connection))) {
        const bool isSent = event->response_type & 0x80;
        switch (event->response_type & 0x7f) {
        case XCB_MAP_REQUEST:
            noteMapRequest(reinterpret_cast<xcb_map_request_event_t *>(event.get())->window);
            break;
        case XCB_CONFIGURE_REQUEST:
            passOn(event.get());
            break;
        case XCB_CLIENT_MESSAGE: {
            const auto *wish = reinterpret_cast<xcb_client_message_event_t *>(event.get());
            noteWish(wish->window, wish->type, wish->data.data32[0]);
            break;
        }
        case XCB_UNMAP_NOTIFY: {
            // Beside the server's own, a program that hides a window sends one.
            const Id window = reinterpret_cast<xcb_unmap_notify_event_t *>(event.get())->window;
            if (isSent || m_states.value(window) == State::Normal)
                setState(window, State::Withdrawn);
            break;
        }
        case XCB_DESTROY_NOTIFY:
            m_states.remove(reinterpret_cast<xcb_destroy_notify_event_t *>(event.get())->window);
            break;
        default:
            break;
        }
    }
    xcb_flush(m_connection);
}

void WindowKeeper::noteMapRequest(Id window)
{
    const QList<quint32> hints = property(window, XCB_ATOM_WM_HINTS);
    const bool startsIconic = hints.value(0) & HasInitialState &&
                              hints.value(InitialStateField) == quint32(State::Iconic);
    if (startsIconic && m_states.value(window) == State::Withdrawn) {
        setState(window, State::Iconic);
        return;
    }
    xcb_map_window(m_connection, window);
    setState(window, State::Normal);
    xcb_set_input_focus(m_connection, XCB_INPUT_FOCUS_POINTER_ROOT, window, XCB_CURRENT_TIME);
}

void WindowKeeper::noteWish(Id window, quint32 type, quint32 state)
{
    if (type != atom("WM_CHANGE_STATE") || state != quint32(State::Iconic) ||
        m_states.value(window) != State::Normal)
        return;
    setState(window, State::Iconic);
    xcb_unmap_window(m_connection, window);
}

void WindowKeeper::passOn(const void *configureRequest)
{
    const auto &wish = *static_cast<const xcb_configure_request_event_t *>(configureRequest);
    std::vector<quint32> values; // in the order of the mask's bits
    const auto add = [&](quint16 bit, auto value) {
        if (wish.value_mask & bit)
            values.push_back(static_cast<quint32>(value));
    };
    add(XCB_CONFIG_WINDOW_X, wish.x);
    add(XCB_CONFIG_WINDOW_Y, wish.y);
    add(XCB_CONFIG_WINDOW_WIDTH, wish.width);
    add(XCB_CONFIG_WINDOW_HEIGHT, wish.height);
    add(XCB_CONFIG_WINDOW_BORDER_WIDTH, wish.border_width);
    add(XCB_CONFIG_WINDOW_SIBLING, wish.sibling);
    add(XCB_CONFIG_WINDOW_STACK_MODE, wish.stack_mode);
    xcb_configure_window(m_connection, wish.window, wish.value_mask, values.data());
}

void WindowKeeper::setState(Id window, State state)
{
    m_states[window] = state;
    const quint32 name = atom("WM_STATE");
    const quint32 value[] = {quint32(state), XCB_NONE};
    if (state == State::Withdrawn)
        xcb_delete_property(m_connection, window, name);
    else
        xcb_change_property(m_connection, XCB_PROP_MODE_REPLACE, window, name, name, 32, 2, value);
}

WindowKeeper::Sight WindowKeeper::sightOf(qint64 pid)
{
    readEvents();
    Sight best = Sight::None;
    const QList<Id> windows = windowsOf(pid);
    for (const Id window : windows) {
        if (isViewable(window))
            best = Sight::OnScreen;
        else if (m_states.value(window) == State::Iconic && best == Sight::None)
            best = Sight::Minimized;
    }
    return best;
}

bool WindowKeeper::isOnTop(qint64 pid)
{
    readEvents();
    const QList<Id> windows = windowsOf(pid);
    const auto tree =
        owned(xcb_query_tree_reply(m_connection, xcb_query_tree(m_connection, m_root), nullptr));
    const Id *children = xcb_query_tree_children(tree.get());
    for (int i = xcb_query_tree_children_length(tree.get()) - 1; i >= 0; --i) {
        if (isViewable(children[i]))
            return windows.contains(children[i]);
    }
    return false;
}

void WindowKeeper::close(qint64 pid)
{
    const QList<Id> windows = windowsOf(pid);
    for (const Id window : windows) {
        if (!isViewable(window))
            continue;
        xcb_client_message_event_t message = {};
        message.response_type = XCB_CLIENT_MESSAGE;
        message.format = 32;
        message.window = window;
        message.type = atom("WM_PROTOCOLS");
        message.data.data32[0] = atom("WM_DELETE_WINDOW");
        xcb_send_event(
            m_connection, 0, window, XCB_EVENT_MASK_NO_EVENT, reinterpret_cast<char *>(&message));
    }
    xcb_flush(m_connection);
}

void WindowKeeper::minimize(qint64 pid)
{
    const QList<Id> windows = windowsOf(pid);
    for (const Id window : windows)
        noteWish(window, atom("WM_CHANGE_STATE"), quint32(State::Iconic));
    xcb_flush(m_connection);
}

void WindowKeeper::cover()
{
    if (m_cover == 0) {
        m_cover = xcb_generate_id(m_connection);
        xcb_create_window(m_connection, XCB_COPY_FROM_PARENT, m_cover, m_root, 0, 0, 4000, 4000, 0,
            XCB_WINDOW_CLASS_INPUT_OUTPUT, XCB_COPY_FROM_PARENT, 0, nullptr);
    }
    const quint32 above = XCB_STACK_MODE_ABOVE;
    xcb_map_window(m_connection, m_cover);
    xcb_configure_window(m_connection, m_cover, XCB_CONFIG_WINDOW_STACK_MODE, &above);
    xcb_flush(m_connection);
}

QList<WindowKeeper::Id> WindowKeeper::windowsOf(qint64 pid)
{
    QList<Id> windows;
    for (auto state = m_states.cbegin(); state != m_states.cend(); ++state) {
        if (property(state.key(), atom("_NET_WM_PID")).value(0) == static_cast<quint32>(pid))
            windows << state.key();
    }
    return windows;
}

bool WindowKeeper::isViewable(Id window)
{
    const auto facts = owned(xcb_get_window_attributes_reply(
        m_connection, xcb_get_window_attributes(m_connection, window), nullptr));
    return facts && facts->map_state == XCB_MAP_STATE_VIEWABLE;
}

QList<quint32> WindowKeeper::property(Id window, quint32 name)
{
    const auto value = owned(xcb_get_property_reply(m_connection,
        xcb_get_property(m_connection, 0, window, name, XCB_GET_PROPERTY_TYPE_ANY, 0, 16),
        nullptr));
    if (!value || value->format != 32)
        return {};
    const auto *words = static_cast<const quint32 *>(xcb_get_property_value(value.get()));
    return QList<quint32>(words, words + value->value_len);
}

quint32 WindowKeeper::atom(const char *name)
{
    quint32 &atom = m_atoms[name];
    if (atom == XCB_NONE) {
        const auto length = static_cast<quint16>(qstrlen(name));
        const auto answer = owned(xcb_intern_atom_reply(
            m_connection, xcb_intern_atom(m_connection, 0, length, name), nullptr));
        atom = answer ? answer->atom : XCB_NONE;
    }
    return atom;
}

} // namespace genauth::test
