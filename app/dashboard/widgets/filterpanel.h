// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QAbstractItemView;

namespace genauth {

class CardFrame;
class FilterEdit;
class TextLabel;
class Theme;

/** Rows on a card under a line that says how many there are, and one to filter them by. In place of
 *  rows that are not there, it says why. */
class FilterPanel final : public QWidget
{
    Q_OBJECT

public:
    /** Takes the view; its model must be set already. */
    FilterPanel(const Theme &theme, QAbstractItemView *view, QWidget *parent = nullptr);

    struct Rows
    {
        QString summary;    ///< "9 rights, 1 at its limit"
        int all = 0;        ///< before filtering
        int shown = 0;      ///< after it
        QString emptyWords; ///< said when there are none at all
        bool stale = false; ///< old data is one step dimmer
    };
    void show(const Rows &rows);
    [[nodiscard]] QString filter() const;
    /** No filter, nothing selected, and the first rows in sight. */
    void startAnew();

signals:
    void filterChanged(const QString &words);

protected:
    void changeEvent(QEvent *event) override;

private:
    void update();
    void focusRows();

    QAbstractItemView *m_view;
    TextLabel *m_summary;
    FilterEdit *m_filter;
    TextLabel *m_instead; ///< said in place of rows
    CardFrame *m_card;
    Rows m_rows;
};

} // namespace genauth
