// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/factsline.h"

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
    // A tooltip guesses that text is rich: say that it is, and escape.
    setToolTip(facts.isEmpty() ? QString()
                               : QStringLiteral("<qt>%1</qt>")
                                     .arg(lines.join(QLatin1Char('\n'))
                                              .toHtmlEscaped()
                                              .replace(QLatin1Char('\n'), QLatin1String("<br>"))));
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
