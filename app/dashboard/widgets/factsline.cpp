// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/factsline.h"

#include "app/dashboard/plaintooltip.h"

namespace genauth {

FactsLine::FactsLine(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
}

void FactsLine::setFacts(const QStringList &facts, const QString &details)
{
    m_facts = facts;
    QStringList lines = facts;
    lines << details.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    setToolTip(facts.isEmpty() ? QString() : plainToolTip(lines.join(QLatin1Char('\n'))));
    fit();
}

QSize FactsLine::minimumSizeHint() const
{
    return {0, QLabel::minimumSizeHint().height()};
}

void FactsLine::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    fit();
}

void FactsLine::fit()
{
    QStringList shown = m_facts;
    const auto text = [&shown] { return shown.join(QStringLiteral("  ·  ")); };
    while (shown.size() > 1 && fontMetrics().horizontalAdvance(text()) > contentsRect().width())
        shown.removeLast();
    setText(text());
}

} // namespace genauth
