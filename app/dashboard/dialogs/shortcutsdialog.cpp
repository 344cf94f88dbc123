// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/dialogs/shortcutsdialog.h"

#include "app/dashboard/dialogs/readingarea.h"
#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/textlabel.h"
#include "app/text/mnemonic.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGridLayout>
#include <QMainWindow>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace genauth {

namespace {

struct Entry
{
    QString keys;
    QString words;

    friend bool operator==(const Entry &, const Entry &) = default;
};

QString keysOf(const QAction &action)
{
    QStringList keys;
    const QList<QKeySequence> sequences = action.shortcuts();
    for (const QKeySequence &sequence : sequences)
        keys << sequence.toString(QKeySequence::NativeText);
    return keys.join(QStringLiteral(" · "));
}

QList<Entry> entriesOf(const QMainWindow &window)
{
    QList<Entry> entries;
    // The window's own, and those of its parts; what Qt makes for itself has no such name.
    static const QRegularExpression own(QStringLiteral("^\\w+Action$"));
    const auto actions = window.findChildren<QAction *>(own);
    for (const QAction *action : actions) {
        if (action->shortcuts().isEmpty())
            continue;
        const Entry entry{keysOf(*action),
            action->statusTip().isEmpty() ? withoutMnemonic(action->text()).remove(QChar(0x2026))
                                          : action->statusTip()};
        if (!entries.contains(entry)) // each table copies, say
            entries.append(entry);
    }
    return entries;
}

} // namespace

ShortcutsDialog::ShortcutsDialog(QMainWindow &window, const Theme &theme)
    : QDialog(&window)
    , m_window(window)
    , m_theme(theme)
    , m_content(new QWidget)
    , m_grid(new QGridLayout(m_content))
    , m_area(new ReadingArea(m_content, *this))
{
    setObjectName(QStringLiteral("shortcutsDialog"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Space::Huge);
    m_grid->setVerticalSpacing(Space::Small);
    m_grid->setColumnStretch(1, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::Huge, Space::Huge, Space::Huge, Space::Large);
    layout->setSpacing(Space::Large);
    layout->addWidget(m_area, 1);
    layout->addWidget(buttons);
    retranslateUi();
}

void ShortcutsDialog::changeEvent(QEvent *event)
{
    // The window's own actions have their new words by the next turn.
    if (event->type() == QEvent::LanguageChange)
        QMetaObject::invokeMethod(this, &ShortcutsDialog::retranslateUi, Qt::QueuedConnection);
    QDialog::changeEvent(event);
}

void ShortcutsDialog::retranslateUi()
{
    setWindowTitle(tr("Keyboard shortcuts"));
    QList<Entry> entries = entriesOf(m_window);
    entries.append({tr("Tab, Shift+Tab"), tr("From one control to the next, and back")});
    entries.append({tr("F10 or Alt"), tr("The menus")});
    while (m_labels.size() < 2 * entries.size()) {
        const int row = static_cast<int>(m_labels.size() / 2);
        for (const int column : {0, 1}) {
            auto *label = new TextLabel(TextLabel::Role::Text, m_theme, m_content);
            label->setWordWrap(false);
            label->setDimmed(column == 0);
            m_grid->addWidget(label, row, column);
            m_labels << label;
        }
    }
    for (qsizetype i = 0; i < entries.size(); ++i) {
        m_labels[2 * i]->setText(entries[i].keys);
        m_labels[2 * i + 1]->setText(entries[i].words);
    }
    m_area->fit();
}

} // namespace genauth
