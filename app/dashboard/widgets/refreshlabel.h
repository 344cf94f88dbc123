// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

namespace genauth {

class PoolsRefresher;

/** "Refreshing 7 of 50", while more than one pool is being refreshed; hidden otherwise. */
class RefreshLabel final : public QLabel
{
    Q_OBJECT

public:
    /** `refresher` must outlive the label. */
    explicit RefreshLabel(const PoolsRefresher &refresher, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void tell();

    const PoolsRefresher &m_refresher;
};

} // namespace genauth
