// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace genauth {

class Database;

/** Who looks after the pools, and is looked after by the other. */
enum class Watcher {
    Dashboard, ///< its scheduler
    Check,     ///< genauth-check, run without a window
};

/** That one of them has done its work. */
struct WatcherNote
{
    Watcher who = Watcher::Dashboard;
    QDateTime at; ///< UTC, this computer's clock
    /** When it means to do it again; zero: it does not, by itself. */
    std::chrono::seconds interval{0};
    QString level; ///< what a check came to, "WARNING" and so on; empty of the dashboard
    int pools = 0; ///< of how many

    /** It has been silent for more than twice its interval, though it is meant to work. A clock
     *  that was set back says nothing. */
    [[nodiscard]] bool isSilentAt(const QDateTime &now) const;

    friend bool operator==(const WatcherNote &, const WatcherNote &) = default;
};

/** The last note of each. */
class WatcherStore final
{
public:
    /** `database` is open, is of billingSchema(), and outlives this. */
    explicit WatcherStore(Database &database);

    /** In the caller's transaction, and false on a fault, as Database::run(). */
    [[nodiscard]] bool keep(const WatcherNote &note);
    /** Nothing when there is none, or it cannot be read. */
    [[nodiscard]] std::optional<WatcherNote> read(Watcher who) const;

private:
    Database &m_database;
};

} // namespace genauth
