// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/dialogs/readingarea.h"

#include <QDialog>
#include <QLayout>
#include <QScrollBar>

#include <algorithm>

namespace genauth {

ReadingArea::ReadingArea(QWidget *content, QDialog &dialog)
    : QScrollArea(&dialog)
    , m_dialog(dialog)
{
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void ReadingArea::fit()
{
    setAccessibleName(m_dialog.windowTitle());
    setAccessibleDescription(tr("The arrow keys scroll where there is more"));
    const QWidget &content = *widget();
    const QSize room =
        m_dialog.parentWidget() ? m_dialog.parentWidget()->window()->size() : QSize(4000, 4000);
    // All around the content; a scroll bar may come to stand beside it.
    const QSize around = m_dialog.sizeHint() - sizeHint();
    const int bar = verticalScrollBar()->sizeHint().width();
    const int width = std::min(content.sizeHint().width() + bar + around.width(), room.width());
    const int inner = width - around.width() - bar;
    const int height =
        content.hasHeightForWidth() ? content.heightForWidth(inner) : content.sizeHint().height();
    m_dialog.resize(width, std::min(height + around.height(), room.height()));
}

} // namespace genauth
