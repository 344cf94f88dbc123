// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/widgets/titledcard.h"
#include "core/billing/burnup.h"

namespace genauth {

class BurnUpChart;
class TextLabel;

/** How the use of the running billing cycle grew, and in a sentence where it is heading. */
class BurnUpCard final : public TitledCard
{
    Q_OBJECT

public:
    explicit BurnUpCard(const Theme &theme, QWidget *parent = nullptr);

    /** In the current language. What only reassures, sentence and line, is left out where it may
     *  not be said. */
    void show(const BurnUp &burnUp, bool mayReassure);

private:
    BurnUpChart *m_chart;
    TextLabel *m_sentence;
};

} // namespace genauth
