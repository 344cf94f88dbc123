// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/ordersheet.h"

#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/textlabel.h"

#include <QGridLayout>

namespace genauth {

OrderSheet::OrderSheet(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Space::Medium);
    m_grid->setVerticalSpacing(Space::Small);
    m_grid->setColumnStretch(0, 2);
    m_grid->setColumnStretch(1, 3);
}

void OrderSheet::setLines(const QList<OrderText::Line> &lines)
{
    while (m_labels.size() < 2 * lines.size()) {
        const int row = static_cast<int>(m_labels.size() / 2);
        auto *label = new TextLabel(TextLabel::Role::Note, m_theme, this);
        auto *value = new TextLabel(TextLabel::Role::Text, m_theme, this);
        label->setObjectName(QStringLiteral("sheetLabel%1").arg(row));
        value->setObjectName(QStringLiteral("sheetValue%1").arg(row));
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_grid->addWidget(label, row, 0, Qt::AlignTop);
        m_grid->addWidget(value, row, 1, Qt::AlignTop);
        m_labels << label << value;
    }
    for (qsizetype i = 0; i < m_labels.size() / 2; ++i) {
        const OrderText::Line line = i < lines.size() ? lines[i] : OrderText::Line();
        m_labels[2 * i]->setText(line.label);
        m_labels[2 * i + 1]->setText(line.value);
        m_labels[2 * i + 1]->setDimmed(!line.known);
        m_labels[2 * i + 1]->setAccessibleName(line.label);
        m_labels[2 * i + 1]->setAccessibleDescription(line.value);
        m_labels[2 * i]->setVisible(i < lines.size());
        m_labels[2 * i + 1]->setVisible(i < lines.size());
    }
}

} // namespace genauth
