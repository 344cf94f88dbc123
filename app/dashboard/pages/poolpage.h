// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QModelIndex>

namespace genauth {

/** One of the pages about a pool: a widget that shows a row of a PoolsModel, or of a proxy on one.
 *  It keeps its place (selection, scrolling, sorting) when the same row is told anew. */
class PoolPage
{
public:
    PoolPage() = default;
    virtual ~PoolPage() = default;
    Q_DISABLE_COPY_MOVE(PoolPage)

    /** An invalid index shows nothing. The page that is on top is told whenever another pool, or
     *  the same one again, is chosen. */
    virtual void setPool(const QModelIndex &index) = 0;
    /** Reads the row anew and says it in the current language: something of it, the clock or a plan
     *  has changed. */
    virtual void updateContents() = 0;
    /** Shows what support asks for, also when all is well. */
    virtual void setDetailsVisible(bool visible) = 0;
};

} // namespace genauth
