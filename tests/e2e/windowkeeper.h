// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QList>
#include <QString>

#include <memory>

struct xcb_connection_t;
class QSocketNotifier;

namespace genauth::test {

/** The window manager of a display, as small as one can be that keeps to its part of the ICCCM:
 *  windows come as they ask to, also minimized, are raised and minimized when their programs wish
 *  it, and the newest has the keyboard. What it says of a window is what the X server says. */
class WindowKeeper
{
public:
    enum class Sight {
        None,      ///< there is nothing that a person could see or bring back
        Minimized, ///< a click away, on every desktop that has a list of windows
        OnScreen,
    };

    explicit WindowKeeper(const QString &display);
    ~WindowKeeper();
    Q_DISABLE_COPY_MOVE(WindowKeeper)

    // Of a process; where it has several windows, of the one that is seen best.
    [[nodiscard]] Sight sightOf(qint64 pid);
    /** On screen, and above all others. */
    [[nodiscard]] bool isOnTop(qint64 pid);

    // What a person does with all windows of a process.
    void close(qint64 pid);
    void minimize(qint64 pid);
    /** Lays another window over everything. */
    void cover();

private:
    using Id = quint32;
    enum class State { Withdrawn = 0, Normal = 1, Iconic = 3 }; ///< as WM_STATE has it

    void readEvents();
    void noteMapRequest(Id window);
    void noteWish(Id window, quint32 type, quint32 state);
    void passOn(const void *configureRequest);
    void setState(Id window, State state);
    [[nodiscard]] QList<Id> windowsOf(qint64 pid);
    [[nodiscard]] bool isViewable(Id window);
    [[nodiscard]] QList<quint32> property(Id window, quint32 name);
    [[nodiscard]] quint32 atom(const char *name);

    xcb_connection_t *m_connection;
    Id m_root = 0;
    Id m_cover = 0;
    QHash<Id, State> m_states; ///< of those that were ever to be shown
    QHash<QByteArray, quint32> m_atoms;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace genauth::test
