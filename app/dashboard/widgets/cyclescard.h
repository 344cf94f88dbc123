// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/widgets/titledcard.h"
#include "core/billing/poolsnapshot.h"
#include "core/models/historymodel.h"

#include <QDate>

namespace genauth {

class MauChart;

/** How MAU has gone in the last twelve months, at a glance. Hidden while nothing is known of it. */
class CyclesCard final : public TitledCard
{
    Q_OBJECT

public:
    explicit CyclesCard(const Theme &theme, QWidget *parent = nullptr);

    /** In the current language; `today` in the pool's clock. */
    void show(const PoolSnapshot &snapshot, QDate today);

private:
    HistoryModel m_model;
    MauChart *m_chart;
};

} // namespace genauth
