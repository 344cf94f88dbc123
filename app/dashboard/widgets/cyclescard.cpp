// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/cyclescard.h"

#include "app/dashboard/widgets/mauchart.h"
#include "app/dashboard/widgets/mauplot.h"
#include "core/billing/historyrange.h"

namespace genauth {

CyclesCard::CyclesCard(const Theme &theme, QWidget *parent)
    : TitledCard(theme, parent)
    , m_chart(new MauChart(m_model, theme, MauChart::Use::Glance, this))
{
    m_chart->setObjectName(QStringLiteral("cyclesChart"));
    add(m_chart, 1);
    hide();
}

void CyclesCard::show(const PoolSnapshot &snapshot, QDate today)
{
    setTitle(tr("MAU per billing cycle"));
    const auto &history = snapshot.mauHistory.value;
    m_model.setCycles(
        history ? HistoryRange().cyclesOf(history->cycles, today) : QList<MauCycle>(), today);
    setVisible(m_model.rowCount() > 0);
}

} // namespace genauth
