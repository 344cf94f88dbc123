// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/checklist.h"

#include "app/dashboard/widgets/stateshape.h"
#include "app/dashboard/widgets/textlabel.h"
#include "app/text/connectiontext.h"

#include <QGridLayout>

namespace genauth {

namespace {

using Outcome = ConnectionCheck::Outcome;

StateShape shapeOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Passed:
    case Outcome::NotNeeded:
        return StateShape::Good;
    case Outcome::Failed:
        return StateShape::Bad;
    case Outcome::Waiting:
    case Outcome::Running:
        return StateShape::Unknown;
    }
    Q_UNREACHABLE();
}

} // namespace

CheckList::CheckList(const Theme &theme, QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Space::Small);
    grid->setVerticalSpacing(Space::Tiny);
    grid->setColumnStretch(2, 1);
    for (const ConnectionCheck::Step step : ConnectionCheck::Steps) {
        const auto row = static_cast<std::size_t>(step);
        Line &line = m_lines[row];
        line = {new StateShapeWidget(theme, this),
            new TextLabel(TextLabel::Role::Text, theme, this),
            new TextLabel(TextLabel::Role::Text, theme, this)};
        const int side = line.name->fontMetrics().height();
        line.shape->setFixedSize(side, side);
        line.name->setWordWrap(false);
        line.state->setObjectName(QStringLiteral("checkState%1").arg(row));
        line.state->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(line.shape, static_cast<int>(row), 0, Qt::AlignTop);
        grid->addWidget(line.name, static_cast<int>(row), 1, Qt::AlignTop);
        grid->addWidget(line.state, static_cast<int>(row), 2);
    }
}

void CheckList::show(const ConnectionCheck &check)
{
    QStringList summary;
    for (const ConnectionCheck::Step step : ConnectionCheck::Steps) {
        const Line &line = m_lines[static_cast<std::size_t>(step)];
        const Outcome outcome = check.outcome(step);
        line.shape->setShape(shapeOf(outcome));
        // Read aloud as they are, without the places to break that a label may add.
        const QString name = ConnectionText::stepName(step);
        const QString state = ConnectionText::stepState(check, step);
        line.name->setText(name);
        line.name->setDimmed(outcome == Outcome::Waiting);
        line.state->setText(state);
        line.state->setTone(outcome == Outcome::Failed ? Tone::Bad : Tone::Plain);
        line.state->setAccessibleName(name);
        line.state->setAccessibleDescription(state);
        if (!state.isEmpty())
            summary << QStringLiteral("%1: %2").arg(name, state);
    }
    setAccessibleName(tr("Connection test"));
    setAccessibleDescription(summary.join(QStringLiteral("; ")));
}

} // namespace genauth
