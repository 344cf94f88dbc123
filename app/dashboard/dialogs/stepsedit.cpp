// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/dialogs/stepsedit.h"

#include "core/alerts/alertsettings.h"
#include "core/base/displaytext.h"

#include <QRegularExpression>

#include <algorithm>
#include <functional>

namespace genauth {

namespace {

/** More is no list that a person typed. */
constexpr int LongestLine = 200;

} // namespace

StepsEdit::StepsEdit(const char *objectName, const Range &range, Empty empty, QWidget *parent)
    : QLineEdit(parent)
    , m_range(range)
    , m_empty(empty)
{
    setObjectName(QLatin1String(objectName));
    setMaxLength(LongestLine);
    connect(this, &QLineEdit::textChanged, this, &StepsEdit::judged);
    connect(this, &QLineEdit::editingFinished, this, &StepsEdit::commit);
}

QString StepsEdit::textOf(const QList<int> &steps)
{
    QStringList words;
    for (const int step : steps)
        words << QString::number(step);
    return words.join(QStringLiteral(", "));
}

void StepsEdit::setSteps(const std::optional<QList<int>> &steps)
{
    m_steps = steps;
    setText(steps ? textOf(*steps) : QString());
}

StepsEdit::Reading StepsEdit::read() const
{
    // As people list numbers, in either script.
    static const QRegularExpression between(QStringLiteral("[\\s,;，、；]+"));
    Reading reading;
    const QStringList words = text().split(between, Qt::SkipEmptyParts);
    for (const QString &word : words) {
        bool isNumber = false;
        const int number = word.toInt(&isNumber);
        if (!isNumber || number < m_range.least || number > m_range.most) {
            reading.wrong = word;
            return reading;
        }
        if (!reading.steps.contains(number))
            reading.steps << number;
    }
    if (m_range.order == Order::Ascending)
        std::sort(reading.steps.begin(), reading.steps.end());
    else
        std::sort(reading.steps.begin(), reading.steps.end(), std::greater<>());
    return reading;
}

QString StepsEdit::problem() const
{
    const Reading reading = read();
    if (!reading.wrong.isEmpty())
        return tr("“%1” is no whole number from %2 to %3. Until the list is right, the last one "
                  "holds.")
            .arg(genauth::displayText(reading.wrong))
            .arg(m_range.least)
            .arg(m_range.most);
    if (reading.steps.size() > AlertThresholds::MostSteps)
        return tr("These are more than %1 numbers. Until there are fewer, the last list holds.")
            .arg(AlertThresholds::MostSteps);
    if (reading.steps.isEmpty() && m_empty == Empty::IsWrong)
        return tr("Enter at least one number, or switch the alert off. Until then, the last list "
                  "holds.");
    return {};
}

void StepsEdit::commit()
{
    if (!problem().isEmpty())
        return;
    const QList<int> steps = read().steps;
    const std::optional<QList<int>> chosen = steps.isEmpty() ? std::nullopt : std::optional(steps);
    const bool isNew = chosen != m_steps;
    setSteps(chosen); // sorted, and without doubles
    if (isNew)
        emit stepsChanged();
}

} // namespace genauth
