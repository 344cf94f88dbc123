// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/burnupcard.h"

#include "app/dashboard/widgets/burnupchart.h"
#include "app/dashboard/widgets/textlabel.h"
#include "app/text/forecasttext.h"

namespace genauth {

BurnUpCard::BurnUpCard(const Theme &theme, QWidget *parent)
    : TitledCard(theme, parent)
    , m_chart(new BurnUpChart(theme, this))
    , m_sentence(new TextLabel(TextLabel::Role::Note, theme, this))
{
    m_chart->setObjectName(QStringLiteral("burnUpChart"));
    m_sentence->setObjectName(QStringLiteral("forecastLabel"));
    add(m_chart, 1);
    add(m_sentence);
}

void BurnUpCard::show(const BurnUp &given, bool mayReassure)
{
    BurnUp burnUp = given;
    QString sentence;
    if (burnUp.isEmpty())
        sentence = tr("How the use grows is kept from now on, with each refresh.");
    else if (burnUp.forecast)
        sentence = ForecastText::sentence(
            *burnUp.forecast, std::chrono::seconds(burnUp.start.offsetFromUtc()), mayReassure);
    const bool onlyReassures =
        burnUp.forecast && ForecastText::sentence(*burnUp.forecast, {}, false).isEmpty();
    if (onlyReassures && !mayReassure)
        burnUp.forecast.reset();
    setTitle(tr("Use within the running billing cycle"));
    m_chart->show(burnUp);
    m_chart->setVisible(!burnUp.isEmpty());
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
}

} // namespace genauth
