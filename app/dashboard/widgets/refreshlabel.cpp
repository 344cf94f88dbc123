// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/refreshlabel.h"

#include "core/sync/poolsrefresher.h"

#include <QEvent>

#include <algorithm>

namespace genauth {

RefreshLabel::RefreshLabel(const PoolsRefresher &refresher, QWidget *parent)
    : QLabel(parent)
    , m_refresher(refresher)
{
    setTextFormat(Qt::PlainText);
    connect(&refresher, &PoolsRefresher::started, this, &RefreshLabel::tell);
    connect(&refresher, &PoolsRefresher::progressed, this, &RefreshLabel::tell);
    connect(&refresher, &PoolsRefresher::finished, this, &RefreshLabel::tell);
    tell();
}

void RefreshLabel::tell()
{
    const int total = m_refresher.total();
    const bool told = m_refresher.isRunning() && total > 1;
    if (told) {
        const int number = std::min(m_refresher.done() + 1, total);
        //: the seventh of fifty pools
        setText(tr("Refreshing %L1 of %L2").arg(number).arg(total));
    } else {
        clear();
    }
    setVisible(told);
}

void RefreshLabel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        tell();
    QLabel::changeEvent(event);
}

} // namespace genauth
