// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/dashboard/windowtexts.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QStatusBar>

namespace genauth::test {

namespace {

class Collector
{
public:
    void collect(const QWidget &widget, const QString &place)
    {
        add(place, "window title", widget.windowTitle());
        add(place, "tooltip", widget.toolTip());
        add(place, "status tip", widget.statusTip());
        add(place, "what's this", widget.whatsThis());
        add(place, "accessible name", widget.accessibleName());
        add(place, "accessible description", widget.accessibleDescription());
        if (const auto *label = qobject_cast<const QLabel *>(&widget))
            add(place, "text", label->text());
        if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
            add(place, "text", button->text());
        if (const auto *menu = qobject_cast<const QMenu *>(&widget))
            add(place, "title", menu->title());
        if (const auto *bar = qobject_cast<const QStatusBar *>(&widget))
            add(place, "message", bar->currentMessage());
        if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget))
            collectRows(*view, place);
        collectActions(widget, place);
        int position = 0;
        for (const QObject *child : widget.children()) {
            const auto *inner = qobject_cast<const QWidget *>(child);
            if (inner)
                collect(*inner, place + QLatin1Char('/') + nameOf(*inner, position++));
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

    void collectActions(const QWidget &widget, const QString &place)
    {
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

    void collectRows(const QAbstractItemView &view, const QString &place)
    {
        for (int row = 0; view.model() && row < view.model()->rowCount(); ++row) {
            const QModelIndex index = view.model()->index(row, 0);
            const QString at = QStringLiteral("%1/row %2").arg(place).arg(row);
            add(at, "text", index.data(Qt::DisplayRole).toString());
            add(at, "tooltip", index.data(Qt::ToolTipRole).toString());
            add(at, "accessible name", index.data(Qt::AccessibleTextRole).toString());
        }
    }

    void add(const QString &place, const char *what, const QString &text)
    {
        if (!text.isEmpty())
            texts.insert(place + QStringLiteral(", ") + QLatin1String(what), text);
    }
};

} // namespace

QMap<QString, QString> textsOf(const QWidget &widget)
{
    Collector collector;
    collector.collect(widget, QStringLiteral("window"));
    return collector.texts;
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
