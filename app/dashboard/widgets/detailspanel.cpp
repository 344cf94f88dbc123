// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/detailspanel.h"

#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/button.h"
#include "app/dashboard/widgets/textlabel.h"

#include <QApplication>
#include <QClipboard>
#include <QGridLayout>
#include <QVBoxLayout>

namespace genauth {

DetailsPanel::DetailsPanel(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_grid(new QGridLayout)
    , m_copyButton(new Button("copyDetailsButton", theme, Button::Weight::Usual, this))
{
    connect(m_copyButton, &Button::clicked, this, [this] {
        QApplication::clipboard()->setText(m_forSupport);
        emit copied();
    });
    m_grid->setHorizontalSpacing(Space::Large);
    m_grid->setVerticalSpacing(Space::Tiny);
    m_grid->setColumnStretch(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Space::Small, 0, 0);
    layout->setSpacing(Space::Small);
    layout->addLayout(m_grid);
    layout->addWidget(m_copyButton, 0, Qt::AlignLeft);
}

void DetailsPanel::setDetails(const QList<DetailsText::Line> &lines, const QString &forSupport)
{
    m_forSupport = forSupport;
    while (m_labels.size() < 2 * lines.size()) {
        const int row = static_cast<int>(m_labels.size() / 2);
        auto *label = new TextLabel(TextLabel::Role::Note, m_theme, this);
        auto *value = new TextLabel(TextLabel::Role::Text, m_theme, this);
        label->setObjectName(QStringLiteral("detailsLabel%1").arg(row));
        value->setObjectName(QStringLiteral("detailsValue%1").arg(row));
        label->setWordWrap(false);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_grid->addWidget(label, row, 0, Qt::AlignTop);
        m_grid->addWidget(value, row, 1);
        m_labels << label << value;
    }
    for (qsizetype i = 0; i < m_labels.size() / 2; ++i) {
        const bool used = i < lines.size();
        m_labels[2 * i]->setText(used ? lines[i].label : QString());
        m_labels[2 * i + 1]->setText(used ? lines[i].value : QString());
        m_labels[2 * i]->setVisible(used);
        m_labels[2 * i + 1]->setVisible(used);
    }
    retranslateUi();
}

void DetailsPanel::retranslateUi()
{
    m_copyButton->setWords(tr("Cop&y details"),
        tr("Copies these lines, in English, for a support request; they hold no secret"));
}

} // namespace genauth
