// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/formgrid.h"

#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/textlabel.h"
#include "app/text/mnemonic.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace genauth {

namespace {

/** No control's first line is higher, in heights of a line of text. */
constexpr int FirstLine = 2;

} // namespace

FormGrid::FormGrid(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Space::Medium);
    m_grid->setVerticalSpacing(Space::Tiny);
    m_grid->setColumnStretch(1, 1);
}

void FormGrid::addField(QWidget *control, QWidget *focus)
{
    Field field{new QLabel(this), new TextLabel(TextLabel::Role::Note, m_theme, this),
        focus ? focus : control};
    field.label->setTextFormat(Qt::PlainText);
    field.label->setBuddy(field.focus);
    field.note->setObjectName(control->objectName() + QStringLiteral("Note"));
    // Nearer to its own field than to the next one.
    field.note->setContentsMargins(0, 0, 0, Space::Small);
    const int row = m_grid->rowCount();
    // Beside the control's first line, however high the control is.
    field.label->setMinimumHeight(
        std::min(field.focus->sizeHint().height(), FirstLine * fontMetrics().height()));
    m_grid->addWidget(field.label, row, 0, Qt::AlignTop | Qt::AlignRight);
    m_grid->addWidget(control, row, 1);
    m_grid->addWidget(field.note, row + 1, 1);
    m_fields.insert(control, field);
    control->installEventFilter(this);
    if (control->focusPolicy() == Qt::WheelFocus)
        control->setFocusPolicy(Qt::StrongFocus);
    showNote(field);
}

void FormGrid::setWords(QWidget *control, const QString &label, const QString &hint)
{
    Field &field = m_fields[control];
    field.label->setText(label);
    field.focus->setAccessibleName(withoutMnemonic(label));
    field.hint = hint;
    showNote(field);
}

void FormGrid::setProblem(QWidget *control, const QString &problem)
{
    Field &field = m_fields[control];
    field.problem = problem;
    showNote(field);
}

QString FormGrid::problem(QWidget *control) const
{
    return m_fields.value(control).problem;
}

void FormGrid::setFieldVisible(QWidget *control, bool visible)
{
    const Field &field = m_fields[control];
    field.label->setVisible(visible);
    control->setVisible(visible);
    showNote(field);
}

int FormGrid::labelWidth() const
{
    int widest = 0;
    for (const Field &field : m_fields)
        widest = std::max(widest, field.label->sizeHint().width());
    return widest;
}

void FormGrid::setLabelWidth(int width)
{
    m_grid->setColumnMinimumWidth(0, width);
}

bool FormGrid::eventFilter(QObject *watched, QEvent *event)
{
    const auto *control = qobject_cast<QWidget *>(watched);
    if (event->type() == QEvent::Wheel && control && !control->hasFocus()) {
        event->ignore(); // then it goes on to what scrolls
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void FormGrid::showNote(const Field &field)
{
    const bool wrong = !field.problem.isEmpty();
    const QString &text = wrong ? field.problem : field.hint;
    field.note->setTone(wrong ? Tone::Bad : Tone::Plain);
    field.note->setText(text);
    field.note->setVisible(!text.isEmpty() && !field.label->isHidden());
    field.focus->setAccessibleDescription(text);
}

} // namespace genauth
