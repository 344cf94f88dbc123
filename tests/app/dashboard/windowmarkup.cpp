// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/dashboard/windowmarkup.h"

#include <QLabel>
#include <QRegularExpression>
#include <QTextDocument>

namespace genauth::test {

namespace {

bool isRead(const QLabel &label)
{
    switch (label.textFormat()) {
    case Qt::PlainText:
        return false;
    case Qt::AutoText:
        return Qt::mightBeRichText(label.text());
    default:
        return true;
    }
}

bool holdsForeignTags(QString toolTip)
{
    static const QRegularExpression ownTags(QStringLiteral("</?qt>|<br>"));
    return Qt::mightBeRichText(toolTip) && toolTip.remove(ownTags).contains(QLatin1Char('<'));
}

} // namespace

QStringList markupIn(const QWidget &widget)
{
    QStringList found;
    const QList<QLabel *> labels = widget.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (isRead(*label))
            found << label->text();
    }
    const QList<QWidget *> widgets = widget.findChildren<QWidget *>();
    for (const QWidget *inner : widgets) {
        if (holdsForeignTags(inner->toolTip()))
            found << inner->toolTip();
    }
    return found;
}

} // namespace genauth::test
