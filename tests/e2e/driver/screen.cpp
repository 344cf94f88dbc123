// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/e2e/driver/screen.h"

#include "tests/app/dashboard/windowtexts.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMetaEnum>
#include <QPixmap>
#include <QTabBar>

namespace genauth::test {

namespace {

QString classOf(const QObject &object)
{
    return QLatin1String(object.metaObject()->className());
}

/** Whether the widget bears the last of the names, and widgets around it the others in turn. */
bool isCalled(const QWidget &widget, QStringList names)
{
    if (widget.objectName() != names.takeLast())
        return false;
    for (const QWidget *outer = widget.parentWidget(); outer && !names.isEmpty();
         outer = outer->parentWidget()) {
        if (outer->objectName() == names.constLast())
            names.removeLast();
    }
    return names.isEmpty();
}

const QWidget *findWidget(const QString &path)
{
    const QStringList names = path.split(QLatin1Char('/'));
    const QWidget *found = nullptr;
    const QWidgetList widgets = QApplication::allWidgets();
    for (const QWidget *widget : widgets) {
        if (isCalled(*widget, names) && (!found || !found->isVisible()))
            found = widget;
    }
    return found;
}

QWidget *findWindow(const QString &name)
{
    if (name.isEmpty())
        return QApplication::activeWindow();
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (window->isVisible() && (window->objectName() == name || classOf(*window) == name))
            return window;
    }
    return nullptr;
}

/** What a press of Return or Space would choose within it. */
QString currentItem(const QWidget &widget)
{
    const QAction *action = nullptr;
    if (const auto *menu = qobject_cast<const QMenu *>(&widget))
        action = menu->activeAction();
    if (const auto *bar = qobject_cast<const QMenuBar *>(&widget))
        action = bar->activeAction();
    if (action)
        return action->text().remove(QLatin1Char('&'));
    if (const auto *combo = qobject_cast<const QComboBox *>(&widget))
        return combo->currentText();
    if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget))
        return view->currentIndex().data().toString();
    if (const auto *tabs = qobject_cast<const QTabBar *>(&widget))
        return tabs->tabText(tabs->currentIndex());
    return {};
}

QJsonObject factsOf(const QWidget &widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(&widget);
    return {
        {QStringLiteral("exists"), true},
        {QStringLiteral("name"), widget.objectName()},
        {QStringLiteral("class"), classOf(widget)},
        {QStringLiteral("accessibleName"), widget.accessibleName()},
        {QStringLiteral("accessibleDescription"), widget.accessibleDescription()},
        {QStringLiteral("toolTip"), widget.toolTip()},
        {QStringLiteral("text"), shownText(widget)},
        {QStringLiteral("visible"), widget.isVisible()},
        {QStringLiteral("enabled"), widget.isEnabled()},
        {QStringLiteral("checked"), button && button->isChecked()},
        {QStringLiteral("hasFocus"), widget.hasFocus()},
    };
}

} // namespace

QJsonObject focusFacts()
{
    QJsonObject facts;
    // Keys go to what has the focus within an open popup, or to the popup itself.
    const QWidget *popup = QApplication::activePopupWidget();
    const QWidget *widget = popup ? popup->focusWidget() : QApplication::focusWidget();
    if (!widget)
        widget = popup;
    if (widget) {
        facts = factsOf(*widget);
        facts.insert(QStringLiteral("id"), QString::number(reinterpret_cast<quintptr>(widget)));
        facts.insert(QStringLiteral("item"), currentItem(*widget));
    }
    if (const auto *field = qobject_cast<const QLineEdit *>(widget))
        facts.insert(QStringLiteral("echoMode"),
            QLatin1String(
                QMetaEnum::fromType<QLineEdit::EchoMode>().valueToKey(field->echoMode())));
    if (popup)
        facts.insert(QStringLiteral("popup"),
            popup->objectName().isEmpty() ? classOf(*popup) : popup->objectName());
    if (const QWidget *window = QApplication::activeWindow()) {
        facts.insert(QStringLiteral("window"), window->windowTitle());
        facts.insert(QStringLiteral("windowName"), window->objectName());
    }
    return facts;
}

QJsonObject widgetFacts(const QString &name)
{
    const QWidget *widget = findWidget(name);
    return widget ? factsOf(*widget) : QJsonObject{{QStringLiteral("exists"), false}};
}

QJsonObject textsOnScreen()
{
    QJsonObject texts;
    const QMap<QString, QString> visible = visibleTexts();
    for (auto text = visible.cbegin(); text != visible.cend(); ++text)
        texts.insert(text.key(), text.value());
    return {{QStringLiteral("texts"), texts}};
}

QJsonObject grabWindow(const QString &name, const QString &file)
{
    QWidget *window = findWindow(name);
    if (!window)
        return {{QStringLiteral("error"), QStringLiteral("no such window: ") + name}};
    if (!window->grab().save(file, "PNG"))
        return {{QStringLiteral("error"), QStringLiteral("cannot write ") + file}};
    return {};
}

} // namespace genauth::test
