// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/dashboard/windowtexts.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QStatusBar>
#include <QTabBar>
#include <QTextDocumentFragment>
#include <QTextEdit>

namespace genauth::test {

namespace {

enum class Reach { Everything, WhatIsVisible };

/** Of a text that may be written in HTML, with no-width places to break. */
QString withoutMarkup(const QString &text)
{
    QString plain =
        Qt::mightBeRichText(text) ? QTextDocumentFragment::fromHtml(text).toPlainText() : text;
    return plain.remove(QChar(0x200B));
}

/** "&File" is shown as "File", and "R && D" as "R & D". */
QString withoutMnemonic(const QString &text)
{
    QString shown;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == QLatin1Char('&') && ++i == text.size())
            break;
        shown += text[i];
    }
    return shown;
}

QString labelText(const QLabel &label)
{
    if (label.textFormat() == Qt::PlainText)
        return label.text().remove(QChar(0x200B));
    return withoutMarkup(label.buddy() ? withoutMnemonic(label.text()) : label.text());
}

class Collector
{
public:
    explicit Collector(Reach reach)
        : m_reach(reach)
    {
    }

    void collect(const QWidget &widget, const QString &place)
    {
        add(place, "window title", widget.windowTitle());
        addSpoken(place, "tooltip", widget.toolTip());
        addSpoken(place, "status tip", widget.statusTip());
        addSpoken(place, "what's this", widget.whatsThis());
        add(place, "accessible name", widget.accessibleName());
        add(place, "accessible description", widget.accessibleDescription());
        if (m_reach == Reach::Everything)
            collectWritten(widget, place);
        else
            collectShown(widget, place);
        if (const auto *bar = qobject_cast<const QStatusBar *>(&widget))
            add(place, "message", bar->currentMessage());
        if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget))
            collectView(*view, place);
        int position = 0;
        for (const QObject *child : widget.children()) {
            const auto *inner = qobject_cast<const QWidget *>(child);
            if (!inner)
                continue;
            const QString at = place + QLatin1Char('/') + nameOf(*inner, position++);
            if (m_reach == Reach::Everything || (!inner->isWindow() && inner->isVisible()))
                collect(*inner, at);
        }
    }

    QMap<QString, QString> texts;

private:
    static QString nameOf(const QObject &object, int position)
    {
        const QString name = object.objectName();
        return name.isEmpty() ? QStringLiteral("%1 %2")
                                    .arg(QLatin1String(object.metaObject()->className()))
                                    .arg(position)
                              : name;
    }

    /** As the program set it. */
    void collectWritten(const QWidget &widget, const QString &place)
    {
        if (const auto *label = qobject_cast<const QLabel *>(&widget))
            add(place, "text", label->text());
        if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
            add(place, "text", button->text());
        if (const auto *menu = qobject_cast<const QMenu *>(&widget))
            add(place, "title", menu->title());
        if (const auto *box = qobject_cast<const QGroupBox *>(&widget))
            add(place, "title", box->title());
        if (const auto *field = qobject_cast<const QLineEdit *>(&widget)) {
            add(place, "text", field->displayText());
            add(place, "placeholder", field->placeholderText());
        }
        if (const auto *edit = qobject_cast<const QTextEdit *>(&widget)) {
            add(place, "text", edit->toPlainText());
            add(place, "placeholder", edit->placeholderText());
        }
        if (const auto *edit = qobject_cast<const QPlainTextEdit *>(&widget)) {
            add(place, "text", edit->toPlainText());
            add(place, "placeholder", edit->placeholderText());
        }
        if (const auto *bar = qobject_cast<const QProgressBar *>(&widget))
            add(place, "format", bar->format());
        collectChoices(widget, place);
        int position = 0;
        for (const QAction *action :
            widget.findChildren<QAction *>(QString(), Qt::FindDirectChildrenOnly)) {
            const QString at = place + QLatin1Char('/') + nameOf(*action, position++);
            add(at, "text", action->text());
            add(at, "icon text", action->iconText());
            add(at, "tooltip", action->toolTip());
            add(at, "status tip", action->statusTip());
        }
    }

    /** What can be chosen: entries, tabs, numbers with words around them. */
    void collectChoices(const QWidget &widget, const QString &place)
    {
        if (const auto *combo = qobject_cast<const QComboBox *>(&widget)) {
            add(place, "placeholder", combo->placeholderText());
            for (int i = 0; i < combo->count(); ++i)
                collectItem(combo->model()->index(i, combo->modelColumn(), combo->rootModelIndex()),
                    QStringLiteral("%1/entry %2").arg(place).arg(i));
        }
        if (const auto *tabs = qobject_cast<const QTabBar *>(&widget)) {
            for (int i = 0; i < tabs->count(); ++i) {
                const QString at = QStringLiteral("%1/tab %2").arg(place).arg(i);
                add(at, "text", tabs->tabText(i));
                add(at, "tooltip", tabs->tabToolTip(i));
                add(at, "accessible name", tabs->accessibleTabName(i));
            }
        }
        if (const auto *spinner = qobject_cast<const QAbstractSpinBox *>(&widget)) {
            add(place, "text", spinner->text()); // prefix and suffix stand in it
            add(place, "special value", spinner->specialValueText());
        }
    }

    /** As it stands on screen. */
    void collectShown(const QWidget &widget, const QString &place)
    {
        add(place, "text", shownText(widget));
        if (const auto *field = qobject_cast<const QLineEdit *>(&widget))
            add(place, "placeholder",
                field->displayText().isEmpty() ? field->placeholderText() : QString());
        if (const auto *tabs = qobject_cast<const QTabBar *>(&widget)) {
            for (int i = 0; i < tabs->count(); ++i)
                add(QStringLiteral("%1/tab %2").arg(place).arg(i), "text",
                    withoutMnemonic(tabs->tabText(i)));
        }
        if (!qobject_cast<const QMenu *>(&widget) && !qobject_cast<const QMenuBar *>(&widget))
            return;
        int position = 0;
        for (const QAction *action : widget.actions()) {
            const QString at = place + QLatin1Char('/') + nameOf(*action, position++);
            if (action->isVisible() && !action->isSeparator())
                add(at, "text", withoutMnemonic(action->text()));
        }
    }

    void collectView(const QAbstractItemView &view, const QString &place)
    {
        if (!view.model())
            return;
        if (const auto *header = qobject_cast<const QHeaderView *>(&view)) {
            // Row numbers that no table of ours ever shows.
            if (header->orientation() == Qt::Vertical && header->isHidden())
                return;
            for (int i = 0; i < header->count(); ++i)
                collectSection(*header, i, QStringLiteral("%1/section %2").arg(place).arg(i));
            return;
        }
        const auto *list = qobject_cast<const QListView *>(&view);
        const int first = list ? list->modelColumn() : 0;
        const int last = list ? first : view.model()->columnCount(view.rootIndex()) - 1;
        collectRows(*view.model(), view.rootIndex(), {first, last}, place);
    }

    /** And of a tree, what lies under each row. */
    void collectRows(const QAbstractItemModel &model, const QModelIndex &parent,
        std::pair<int, int> columns, const QString &place)
    {
        const auto [first, last] = columns;
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QString at = QStringLiteral("%1/row %2").arg(place).arg(row);
            for (int column = first; column <= last; ++column)
                collectItem(model.index(row, column, parent),
                    column > first ? QStringLiteral("%1 column %2").arg(at).arg(column) : at);
            collectRows(model, model.index(row, 0, parent), columns, at);
        }
    }

    void collectSection(const QHeaderView &header, int section, const QString &place)
    {
        const auto data = [&](int role) {
            return header.model()->headerData(section, header.orientation(), role).toString();
        };
        add(place, "text", data(Qt::DisplayRole));
        addSpoken(place, "tooltip", data(Qt::ToolTipRole));
        add(place, "status tip", data(Qt::StatusTipRole));
        add(place, "accessible name", data(Qt::AccessibleTextRole));
    }

    void collectItem(const QModelIndex &index, const QString &place)
    {
        add(place, "text", index.data(Qt::DisplayRole).toString());
        addSpoken(place, "tooltip", index.data(Qt::ToolTipRole).toString());
        add(place, "status tip", index.data(Qt::StatusTipRole).toString());
        add(place, "accessible name", index.data(Qt::AccessibleTextRole).toString());
        add(place, "accessible description", index.data(Qt::AccessibleDescriptionRole).toString());
    }

    /** What may be written in HTML. */
    void addSpoken(const QString &place, const char *what, const QString &text)
    {
        add(place, what, m_reach == Reach::Everything ? text : withoutMarkup(text));
    }

    void add(const QString &place, const char *what, const QString &text)
    {
        if (!text.isEmpty())
            texts.insert(place + QStringLiteral(", ") + QLatin1String(what), text);
    }

    Reach m_reach;
};

} // namespace

QMap<QString, QString> textsOf(const QWidget &widget)
{
    Collector collector(Reach::Everything);
    collector.collect(widget, QStringLiteral("window"));
    return collector.texts;
}

QMap<QString, QString> visibleTexts()
{
    Collector collector(Reach::WhatIsVisible);
    QMap<QString, int> seen;
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (const QWidget *window : windows) {
        if (!window->isVisible())
            continue;
        QString name = window->objectName();
        if (name.isEmpty())
            name = QLatin1String(window->metaObject()->className());
        // A second one of the same name keeps its texts apart.
        if (const int number = ++seen[name]; number > 1)
            name += QStringLiteral(" %1").arg(number);
        collector.collect(*window, name);
    }
    return collector.texts;
}

QString shownText(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return labelText(*label);
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return withoutMnemonic(button->text());
    if (const auto *field = qobject_cast<const QLineEdit *>(&widget))
        return field->displayText();
    if (const auto *spinner = qobject_cast<const QAbstractSpinBox *>(&widget))
        return spinner->text();
    if (const auto *combo = qobject_cast<const QComboBox *>(&widget))
        return combo->currentText();
    if (const auto *menu = qobject_cast<const QMenu *>(&widget))
        return withoutMnemonic(menu->title());
    if (const auto *box = qobject_cast<const QGroupBox *>(&widget))
        return withoutMnemonic(box->title());
    if (const auto *edit = qobject_cast<const QPlainTextEdit *>(&widget))
        return edit->toPlainText();
    if (const auto *edit = qobject_cast<const QTextEdit *>(&widget))
        return edit->toPlainText();
    return {};
}

QStringList namelessParts(const QWidget &widget)
{
    QStringList nameless;
    const auto parts = widget.findChildren<QWidget *>();
    for (const QWidget *part : parts) {
        const bool usable = part->focusPolicy() & Qt::TabFocus;
        // A combo box and a spin box speak for the line edit within them.
        const bool isInner = qobject_cast<const QComboBox *>(part->parentWidget()) ||
                             qobject_cast<const QAbstractSpinBox *>(part->parentWidget()) ||
                             part->objectName().startsWith(QLatin1String("qt_"));
        if (!part->isVisible() || !usable || isInner)
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(part);
        const QString name = button && part->accessibleName().isEmpty() ? shownText(*button)
                                                                        : part->accessibleName();
        const QString place = QStringLiteral("%1 %2").arg(
            QLatin1String(part->metaObject()->className()), part->objectName());
        if (name.isEmpty())
            nameless << place + QStringLiteral(": no name");
        // Close says it all.
        const bool isPlain = qobject_cast<const QDialogButtonBox *>(part->parentWidget());
        if (part->accessibleDescription().isEmpty() && !isPlain)
            nameless << place + QStringLiteral(": no description");
    }
    return nameless;
}

QString difference(const QMap<QString, QString> &before, const QMap<QString, QString> &after)
{
    QStringList lines;
    QMap<QString, QString> all = before;
    all.insert(after);
    for (auto text = all.cbegin(); text != all.cend(); ++text) {
        const QString &place = text.key();
        if (before.value(place) != after.value(place))
            lines << QStringLiteral("%1: “%2” became “%3”")
                         .arg(place, before.value(place), after.value(place));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace genauth::test
