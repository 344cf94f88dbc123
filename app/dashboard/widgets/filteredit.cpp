// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/filteredit.h"

#include "app/dashboard/theme.h"

#include <QAction>
#include <QKeyEvent>

namespace genauth {

FilterEdit::FilterEdit(const Theme &theme, QWidget *parent)
    : QLineEdit(parent)
    , m_theme(theme)
    , m_findAction(new QAction(this))
{
    setObjectName(QStringLiteral("filterEdit"));
    setClearButtonEnabled(true);
    m_findAction->setObjectName(QStringLiteral("findAction"));
    m_findAction->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_F));
    addAction(m_findAction);
    connect(m_findAction, &QAction::triggered, this, [this] {
        setFocus(Qt::ShortcutFocusReason);
        selectAll();
    });
    connect(&theme, &Theme::changed, this, &FilterEdit::applyTheme);
    applyTheme();
    retranslate();
}

bool FilterEdit::event(QEvent *event)
{
    // Escape is meant for this line before it is for anything else of the window.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void FilterEdit::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        clear();
        emit leaveRequested();
        return;
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit leaveRequested();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void FilterEdit::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QLineEdit::changeEvent(event);
}

void FilterEdit::applyTheme()
{
    const ThemeColors &colors = m_theme.colors();
    setStyleSheet(
        QStringLiteral("QLineEdit { background: %1; color: %2; border: 1px solid %3; "
                       "border-radius: 6px; padding: 4px 6px; }"
                       "QLineEdit:focus { border-color: %4; }")
            .arg(colors.card.name(), colors.text.name(), colors.line.name(), colors.accent.name()));
}

void FilterEdit::retranslate()
{
    m_findAction->setText(tr("&Find on this page"));
    setPlaceholderText(tr("Filter"));
    setAccessibleName(tr("Filter"));
    setAccessibleDescription(tr("Shows the rows that hold these words"));
}

} // namespace genauth
