// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/dashboard/windowcuts.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QRegularExpression>
#include <QScrollBar>
#include <QStatusBar>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QTableView>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextEdit>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace genauth::test {

namespace {

/** The width of the longest piece of the text that no line break may fall into. */
int widestPiece(const QLabel &label)
{
    static const QRegularExpression breaks(u"[\\s\\x{200B}]|\\p{Han}"_s);
    int widest = 0;
    for (const QString &piece : label.text().split(breaks))
        widest = std::max(widest, label.fontMetrics().horizontalAdvance(piece));
    return widest;
}

/** Why the label does not show all of its text; empty when it does. */
QString cutBy(const QLabel &label)
{
    const QSize given = label.size();
    const QSize wanted = label.wordWrap()
                             ? QSize(widestPiece(label), label.heightForWidth(given.width()))
                             : label.sizeHint();
    if (wanted.width() <= given.width() && wanted.height() <= given.height())
        return {};
    return u"%1 has %2 x %3 and wants %4 x %5: %6"_s.arg(label.objectName())
        .arg(given.width())
        .arg(given.height())
        .arg(wanted.width())
        .arg(wanted.height())
        .arg(label.text());
}

/** For the text of the chosen entry. */
int roomOf(const QComboBox &combo)
{
    QStyleOptionComboBox option;
    option.initFrom(&combo);
    option.editable = combo.isEditable();
    return combo.style()
        ->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &combo)
        .width();
}

int widthOf(const QWidget &widget, const QString &text)
{
    return widget.fontMetrics().horizontalAdvance(text);
}

/** A long text is laid out piece by piece, finds its width with the last one, and tells its scroll
 *  bars later still. */
bool isWiderThanItsView(const QWidget *part)
{
    const auto *text = qobject_cast<const QTextEdit *>(part);
    if (!text)
        return false;
    const QTextDocument &document = *text->document();
    document.documentLayout()->blockBoundingRect(document.lastBlock());
    return document.size().width() > text->viewport()->width();
}

} // namespace

TypeScale::TypeScale(int percent)
    : m_before(QApplication::font())
{
    QFont font = m_before;
    font.setPointSizeF(font.pointSizeF() * percent / 100);
    QApplication::setFont(font);
}

TypeScale::~TypeScale()
{
    QApplication::setFont(m_before);
}

QStringList cutTexts(const QWidget &window)
{
    QStringList cut;
    for (const QLabel *label : window.findChildren<QLabel *>()) {
        if (label->isVisible() && !label->text().isEmpty())
            cut << cutBy(*label);
    }
    for (const QAbstractButton *button : window.findChildren<QAbstractButton *>()) {
        const QSize given = button->size();
        const QSize wanted = button->sizeHint();
        if (button->isVisible() && !button->text().isEmpty() &&
            (wanted.width() > given.width() || wanted.height() > given.height()))
            cut << u"button “%1”"_s.arg(button->text());
    }
    for (const QComboBox *combo : window.findChildren<QComboBox *>()) {
        if (combo->isVisible() && roomOf(*combo) < widthOf(*combo, combo->currentText()))
            cut << u"entry “%1”"_s.arg(combo->currentText());
    }
    const auto *status = window.findChild<QStatusBar *>();
    if (status &&
        status->fontMetrics().horizontalAdvance(status->currentMessage()) > status->width() - 12)
        cut << u"status message “%1”"_s.arg(status->currentMessage());
    cut.removeAll(QString());
    return cut;
}

QStringList tooWideParts(const QWidget &window)
{
    QStringList wide;
    for (const QWidget *part : window.findChildren<QWidget *>()) {
        if (!part->isVisible() || part->window() != &window)
            continue;
        const int left = part->mapTo(&window, QPoint(0, 0)).x();
        const QString name =
            u"%1 %2"_s.arg(QLatin1String(part->metaObject()->className()), part->objectName());
        if (left < 0 || left + part->width() > window.width())
            wide << u"%1 from %2 to %3 of %4"_s.arg(name)
                        .arg(left)
                        .arg(left + part->width())
                        .arg(window.width());
        const auto *area = qobject_cast<const QAbstractScrollArea *>(part);
        const bool isTable = qobject_cast<const QTableView *>(part) || // has columns to look for
                             qobject_cast<const QTreeView *>(part);
        const bool scrolls = area && !isTable && area->horizontalScrollBar()->maximum() > 0;
        if (scrolls || isWiderThanItsView(part))
            wide << u"%1 scrolls sideways"_s.arg(name);
    }
    return wide;
}

} // namespace genauth::test
