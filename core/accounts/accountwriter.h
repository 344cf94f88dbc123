// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/accountstore.h"

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <vector>

namespace genauth {

/** Writes changes of the list of pools in a thread of its own, in the order in which they were
 *  made: a slow disk holds up nobody. What could not be written is written with the next change.
 *  Destroying it waits for what is under way. */
class AccountWriter final : public QObject
{
    Q_OBJECT

public:
    using Change = std::function<void(AccountList &)>;

    explicit AccountWriter(const QString &file, QObject *parent = nullptr);
    ~AccountWriter() override;

    /** What stands there, read at once: before the first write(). */
    [[nodiscard]] AccountStore::Reading load() const { return m_store.load(); }
    /** `change` is called in the other thread, perhaps more than once. */
    void write(Change change);
    [[nodiscard]] const QString &file() const { return m_store.file(); }
    [[nodiscard]] bool isBusy() const { return m_underWay > 0; }

signals:
    /** After every write(): all changes so far are on disk. */
    void written();
    /** Or: they are not, yet. */
    void failed(genauth::AccountStoreProblem problem);

private:
    void ended(std::optional<AccountStoreProblem> problem);

    AccountStore m_store;         ///< the other thread's
    std::vector<Change> m_undone; ///< the other thread's
    QThreadPool m_thread;
    int m_underWay = 0;
};

} // namespace genauth
