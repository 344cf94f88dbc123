// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/accounts/accountwriter.h"

#include <utility>

namespace genauth {

AccountWriter::AccountWriter(const QString &file, QObject *parent)
    : QObject(parent)
    , m_store(file)
{
    m_thread.setMaxThreadCount(1);
}

AccountWriter::~AccountWriter()
{
    m_thread.waitForDone();
}

void AccountWriter::write(Change change)
{
    ++m_underWay;
    m_thread.start([this, change = std::move(change)] {
        m_undone.push_back(change);
        const auto problem = m_store.change([this](AccountList &list) {
            for (const Change &undone : m_undone)
                undone(list);
        });
        if (!problem)
            m_undone.clear();
        QMetaObject::invokeMethod(
            this, [this, problem] { ended(problem); }, Qt::QueuedConnection);
    });
}

void AccountWriter::ended(std::optional<AccountStoreProblem> problem)
{
    --m_underWay;
    if (problem)
        emit failed(*problem);
    else
        emit written();
}

} // namespace genauth
